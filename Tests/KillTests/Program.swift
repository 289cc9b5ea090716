import Foundation
import ProgramTestSupport

/// The built command line, run with a shim between it and its system calls.
enum Program {
    /// The shim, compiled once per process with the compiler of the toolchain.
    static let shim = Result {
        let library = FileManager.default.temporaryDirectory.appending(path: "edigate-shim-\(UUID().uuidString).so")
            .path
        let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Shim/shim.c").path
        let built = try Child.run(
            "/usr/bin/env", ["clang", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source])
        guard built.status == 0 else { throw Child.Failure("the shim does not compile: \(built.errors)") }
        return library
    }

    /// The clock of all runs: 2026-03-10 09:30 UTC.
    static let time = 1_773_135_000_000

    /// Works a root, its clock standing still, with what else the shim is told.
    static func work(_ root: String, _ orders: [String: String] = [:]) throws -> Child.Ending {
        try Child.run(
            BuiltProgram.path, ["run", "--now", "--root", root], environment: try shimmed(root).merging(orders) { $1 })
    }

    /// What puts the shim between the program and its calls on a root, its clock standing still.
    static func shimmed(_ root: String) throws -> [String: String] {
        ["LD_PRELOAD": try shim.get(), "SHIM_ROOT": root, "SHIM_TIME": String(time)]
    }
}
