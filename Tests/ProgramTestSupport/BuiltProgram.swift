package import Foundation

/// The command line that these tests run.
package enum BuiltProgram {
    /// The folder of Package.swift.
    package static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `EDIGATE_PROGRAM`, else the program beside the test bundle.
    package static let path: String = {
        if let given = ProcessInfo.processInfo.environment["EDIGATE_PROGRAM"] { return given }
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "edigate").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "edigate").path
    }()
}
