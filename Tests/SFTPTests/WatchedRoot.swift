import Foundation
import Glibc
import ProgramTestSupport

@testable import Ledger

/// A gateway root with a watch on it, and a server through which one partner puts files into its drop.
final class WatchedRoot {
    let place: String
    var root: String { "\(place)/root" }
    static let partner = "brightwater-clinics"
    var drop: String { "\(root)/drop/\(Self.partner)" }
    let server: SecureShellServer
    private let watch: Child

    /// Makes a root; `profile` is put into the partner's profile, such as `drop: { linger: "1s" },`.
    init(profile: String = "") throws {
        guard let folder = SecureShellServer.folder else { throw Child.Failure("no folder for a chroot") }
        place = "\(folder)/edigate-sftp-\(UUID().uuidString)"
        let files = FileManager.default
        try files.createDirectory(
            atPath: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
        let partners = BuiltProgram.repository.appending(path: "TradingPartners").path
        let made = try Child.run(BuiltProgram.path, ["init", "\(place)/root", "--partners", partners])
        guard made.status == 0 else { throw Child.Failure(made.errors) }
        let path = "\(place)/root/TradingPartners/\(Self.partner)/profile.json5"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacingOccurrences(of: "  documents: [", with: "  \(profile)\n  documents: [")
            .write(toFile: path, atomically: true, encoding: .utf8)
        let account = getpwnam(SecureShellServer.user)
        chown(
            "\(place)/root/drop/\(Self.partner)/in", account?.pointee.pw_uid ?? 65_534,
            account?.pointee.pw_gid ?? 65_534)
        server = try SecureShellServer(chroot: "\(place)/root/drop/\(Self.partner)", place: place)
        watch = try Child(
            BuiltProgram.path, ["watch", "--root", "\(place)/root", "--json"], output: .read, errors: .dropped)
    }

    deinit {
        watch.signal(SIGKILL)
        _ = try? watch.end()
        try? FileManager.default.removeItem(atPath: place)
    }

    func session(_ client: Client) -> Client.Session {
        Client.Session(client: client, port: server.port, key: server.key)
    }

    /// Waits until the watch has told of some more files.
    func await(files count: Int) throws {
        for told in 0..<count where try watch.output.line() == nil {
            throw Child.Failure("the watch ended; \(count - told) files are missing")
        }
    }

    /// Ends the watch; gives its exit status.
    func stop() throws -> Int32? {
        watch.signal(SIGTERM)
        return try watch.end().status
    }

    /// The process id of the watch.
    var identifier: Int32 { watch.identifier }

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
}
