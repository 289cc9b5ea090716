import Foundation
import ProgramTestSupport
import Testing

@Suite struct DoctorTests {
    private static func root() throws -> ScratchRoot {
        let root = ScratchRoot()
        _ = try root.run([
            "partner", "new", "acme", "--template", "blank", "--them", "01:123456789/ACME", "--us", "ZZ:HUB/HUB",
            "--them-test", "01:123456789T/ACMET",
        ])
        #expect(try root.run(["run"]).status == 0)
        return root
    }

    @Test func `a sound root has nothing wrong`() throws {
        let root = try Self.root()
        let result = try root.run(["doctor"])
        #expect(result.status == 0, "\(result.output)")
        for about in ["root", "permissions", "disk", "ledger", "senders", "profiles"] {
            #expect(result.output.contains(" \(about): "), "\(about)")
        }
    }

    /// A harm to the root by shell commands, and what doctor says of it.
    static let harms: [(command: String, saying: String)] = [
        ("chmod 755 work", "chmod 700"), ("rm -r canonical", "folders are missing: canonical"),
        ("chmod 777 drop/acme/in", "L-DROP-PERMISSIONS"), ("rm -r drop/acme/ack", "L-DROP-MISSING"),
        ("sed -i 's/stage:/stag:/' TradingPartners/acme/profile.json5", "stag"),
        ("dd if=/dev/zero of=ledger.sqlite bs=1 seek=100 count=200 conv=notrunc 2>/dev/null", "edigate backup"),
        ("rm -r TradingPartners", "edigate init"),
        (delivery("to: 'command', command: ['post-to-nowhere']"), "the program post-to-nowhere"),
        (
            delivery("to: 'sftp', host: 'erp', keyFile: 'keys/erp', knownHosts: 'keys/known', file: '{number}'"),
            "keys/erp: No such file"
        ),
        (delivery("to: 'webhook', url: 'https://erp/', secret: { file: 'keys/hook' }"), "the secret in"),
    ]

    private static func delivery(_ members: String) -> String {
        "sed -i \"s|stage:|delivery: [{ of: ['Invoice'], \(members) }], stage:|\" TradingPartners/acme/profile.json5"
    }

    @Test(arguments: harms.indices)
    func `what is wrong is told with what to do`(row: Int) throws {
        let (command, saying) = Self.harms[row]
        let root = try Self.root()
        _ = try Child.run("/bin/sh", ["-c", command], folder: root.path)
        let result = try root.run(["doctor", "--quiet"])
        #expect(result.status == 1 && result.output.contains(saying), "\(command): \(result.output)\(result.errors)")
        #expect(!result.output.contains("well  "))
    }

    @Test func `a sender that nobody knows is told, with how often it sent`() throws {
        let root = try Self.root()
        let sample = CommandLineTool.root.appending(path: "Samples/bad/sender-unknown.x12")
        try FileManager.default.copyItem(atPath: sample.path, toPath: "\(root.path)/drop/acme/in/one.x12")
        #expect(try root.run(["run"]).status == 1)
        let result = try root.run(["doctor", "--json"])
        #expect(result.status == 0 && result.output.contains("is nobody's, 1 times"), "\(result.output)")
        #expect(try root.run(["doctor", "--days", "x"]).status == 2)
    }
}
