import Foundation
import Glibc

@testable import Ledger

/// A gateway root with a watch on it, and a server through which one partner puts files into its drop.
final class WatchedRoot {
    let place: String
    var root: String { "\(place)/root" }
    static let partner = "brightwater-clinics"
    var drop: String { "\(root)/drop/\(Self.partner)" }
    let server: SecureShellServer
    private let watch: Process
    private let output = Pipe()
    private var unread: [UInt8] = []

    /// Makes a root; `profile` is put into the partner's profile, such as `drop: { linger: "1s" },`.
    init(profile: String = "") throws {
        guard let folder = SecureShellServer.folder else { throw Shell.Failure(reason: "no folder for a chroot") }
        place = "\(folder)/edigate-sftp-\(UUID().uuidString)"
        let files = FileManager.default
        try files.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        try Shell.need(
            Self.program,
            ["init", "\(place)/root", "--partners", Self.repository.appending(path: "TradingPartners").path])
        let path = "\(place)/root/TradingPartners/\(Self.partner)/profile.json5"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "  documents: [", with: "  \(profile)\n  documents: [")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let account = getpwnam(SecureShellServer.user)
        chown(
            "\(place)/root/drop/\(Self.partner)/in", account?.pointee.pw_uid ?? 65_534,
            account?.pointee.pw_gid ?? 65_534)
        server = try SecureShellServer(chroot: "\(place)/root/drop/\(Self.partner)", place: place)
        watch = Process()
        watch.executableURL = URL(filePath: Self.program)
        watch.arguments = ["watch", "--root", "\(place)/root", "--json"]
        watch.standardOutput = output
        watch.standardError = FileHandle.nullDevice
        try watch.run()
    }

    deinit {
        if watch.isRunning { kill(watch.processIdentifier, SIGKILL) }
        watch.waitUntilExit()
        try? FileManager.default.removeItem(atPath: place)
    }

    func session(_ client: Client) -> Client.Session {
        Client.Session(client: client, port: server.port, key: server.key)
    }

    /// Waits until the watch has told of some more files.
    func await(files count: Int) throws {
        var count = count
        let descriptor = output.fileHandleForReading.fileDescriptor
        while count > 0 {
            while count > 0, let end = unread.firstIndex(of: 0x0A) {
                unread.removeFirst(end + 1)
                count -= 1
            }
            guard count > 0 else { return }
            var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&source, 1, 60_000) > 0 else {
                throw Shell.Failure(reason: "the watch told nothing for a minute; \(count) files are missing")
            }
            var bytes = [UInt8](repeating: 0, count: 65_536)
            let read = Glibc.read(descriptor, &bytes, bytes.count)
            guard read > 0 else { throw Shell.Failure(reason: "the watch ended") }
            unread += bytes.prefix(read)
        }
    }

    /// Ends the watch; gives its exit status.
    func stop() -> Int32 {
        watch.terminate()
        watch.waitUntilExit()
        return watch.terminationStatus
    }

    /// The process id of the watch.
    var identifier: Int32 { watch.processIdentifier }

    // MARK: - What came of it

    /// How often each interchange was processed, by control number.
    func processed() throws -> [Int: Int] {
        let ledger = try Ledger.open(path: "\(root)/ledger.sqlite", creating: false)
        defer { ledger.close() }
        let numbers: [String] = try ledger.connection.column(
            "SELECT control_number FROM interchange WHERE direction = 'in' AND disposition = 'processed'")
        return Dictionary(numbers.compactMap { Int($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    }

    /// The first column of a query.
    func column(_ sql: String) throws -> [String] {
        let ledger = try Ledger.open(path: "\(root)/ledger.sqlite", creating: false)
        defer { ledger.close() }
        return try ledger.connection.column(sql)
    }

    /// The names in the partner's `in`.
    func lying() -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(drop)/in")) ?? []).sorted()
    }

    static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// `EDIGATE_PROGRAM`, else the program beside the test bundle.
    static let program: String = {
        if let given = ProcessInfo.processInfo.environment["EDIGATE_PROGRAM"] { return given }
        var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "edigate").path)
        {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "edigate").path
    }()
}
