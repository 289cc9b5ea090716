import Foundation
import Glibc

/// Runs programs.
enum Shell {
    struct Failure: Error, CustomStringConvertible {
        var reason: String
        var description: String { reason }
    }

    struct Ending {
        var status: Int32
        var output: String
    }

    /// Runs a program to its end; both its outputs are kept.
    @discardableResult
    static func run(_ program: String, _ arguments: [String], input: String = "") throws -> Ending {
        let process = try start(program, arguments, input: input)
        process.process.waitUntilExit()
        return Ending(
            status: process.process.terminationStatus,
            output: (try? String(contentsOfFile: process.output, encoding: .utf8)) ?? "")
    }

    /// Runs a program that must end well.
    static func need(_ program: String, _ arguments: [String], input: String = "") throws {
        let ending = try run(program, arguments, input: input)
        guard ending.status == 0 else {
            throw Failure(reason: "\(program) \(arguments.joined(separator: " ")): \(ending.output)")
        }
    }

    /// Starts a program with a text as its input.
    static func start(
        _ program: String, _ arguments: [String], input: String = ""
    ) throws -> (process: Process, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let place = FileManager.default.temporaryDirectory.appending(path: "edigate-shell-\(UUID().uuidString)").path
        try Data(input.utf8).write(to: URL(filePath: "\(place).in"))
        _ = FileManager.default.createFile(atPath: place, contents: nil)
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(place).in"))
        let output = try FileHandle(forWritingTo: URL(filePath: place))
        process.standardOutput = output
        process.standardError = output
        try process.run()
        unlink("\(place).in")
        return (process, place)
    }
}
