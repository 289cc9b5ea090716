import Foundation

/// The built command line, run with a shim between it and its system calls.
enum Program {
    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `EDIGATE_PROGRAM`, else the program beside the test bundle.
    static let path: String = {
        if let given = ProcessInfo.processInfo.environment["EDIGATE_PROGRAM"] { return given }
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "edigate").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "edigate").path
    }()

    /// The shim, compiled once per process with the compiler of the toolchain.
    static let shim = Result {
        let library = FileManager.default.temporaryDirectory.appending(path: "edigate-shim-\(UUID().uuidString).so")
            .path
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Shim/shim.c").path
        let built = try run(
            "/usr/bin/env", ["clang", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source])
        guard built.status == 0 else { throw Failure(reason: "the shim does not compile: \(built.errors)") }
        return library
    }

    struct Failure: Error { var reason: String }

    /// How a process ended.
    struct Ending {
        /// The exit status; nil when a signal ended it.
        var status: Int32?
        var errors: String
    }

    static func run(_ path: String, _ arguments: [String], _ environment: [String: String] = [:]) throws -> Ending {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let errors = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Ending(
            status: process.terminationReason == .exit ? process.terminationStatus : nil,
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// The clock of all runs: 2026-03-10 09:30 UTC.
    static let time = 1_773_135_000_000

    /// Works a root, its clock standing still, with what else the shim is told.
    static func work(_ root: String, _ orders: [String: String] = [:]) throws -> Ending {
        try run(path, ["run", "--now", "--root", root], try shimmed(root).merging(orders) { $1 })
    }

    /// What puts the shim between the program and its calls on a root, its clock standing still.
    static func shimmed(_ root: String) throws -> [String: String] {
        ["LD_PRELOAD": try shim.get(), "SHIM_ROOT": root, "SHIM_TIME": String(time)]
    }
}
