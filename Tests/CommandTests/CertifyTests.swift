import Foundation
import Testing

@Suite struct CertifyTests {
    /// A root with the sample network that has done business once.
    private static func workedRoot() throws -> ScratchRoot {
        let root = ScratchRoot()
        let partners = CommandLineTool.root.appending(path: "TradingPartners").path
        #expect(try CommandLineTool.run(["init", root.path, "--partners", partners]).status == 0)
        let samples = CommandLineTool.root.appending(path: "Samples/network/corvane-medical/in").path
        for name in try FileManager.default.contentsOfDirectory(atPath: samples) {
            try FileManager.default.copyItem(
                atPath: "\(samples)/\(name)", toPath: "\(root.path)/drop/corvane-medical/in/\(name)")
        }
        #expect(try root.run(["run", "--now"]).status == 0)
        return root
    }

    /// The files below a root with their bytes, but for what certification is for.
    private static func tree(_ root: borrowing ScratchRoot) throws -> [String: Data] {
        var tree: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
        where !path.contains("/cert/") && !path.hasSuffix("certificate.json") {
            tree[path] = FileManager.default.contents(atPath: "\(root.path)/\(path)") ?? Data()
        }
        return tree
    }

    private static let certify = ["partner", "certify", "corvane-medical"]

    @Test func `a partner is certified through its drop, and nothing of the business is touched`() throws {
        let root = try Self.workedRoot()
        let before = try Self.tree(root)
        #expect(before.keys.contains { $0.hasSuffix("ledger.sqlite") } && before.count > 20)
        let first = try root.run(Self.certify)
        #expect(first.status == 0 && first.output.contains("pending"), "\(first.errors)")
        let cert = "\(root.path)/drop/corvane-medical/cert"
        let pack = try FileManager.default.contentsOfDirectory(atPath: "\(cert)/pack")
        #expect(pack.contains("01-happy-path-850.x12") && pack.count >= 15)
        #expect(
            !FileManager.default.fileExists(atPath: "\(root.path)/TradingPartners/corvane-medical/certificate.json"))

        let played = try root.run(Self.certify + ["--rehearse", "--out", cert])
        #expect(played.status == 0 && played.output.contains("100 %"), "\(played.output)")
        let second = try root.run(Self.certify + ["--html", "\(root.path)/drop/corvane-medical/cert/mine.html"])
        #expect(second.status == 0 && second.output.contains("100 %"), "\(second.output)\(second.errors)")
        let certificate = try root.text("TradingPartners/corvane-medical/certificate.json")
        #expect(certificate.contains("\"passed\": true") && certificate.contains("\"score\": 100"))
        #expect(try root.text("drop/corvane-medical/cert/report.html").contains("<h1>Certification of Corvane"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(cert)/ack").count >= 20)

        // One wrong price: it fails, is told with what to do, and the certificate says so.
        let invoice = "drop/corvane-medical/cert/01-happy-path-810.x12"
        let text = try root.text(invoice)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("IT1*1*") })
        let parts = line.split(separator: "*", omittingEmptySubsequences: false)
        try root.write(text.replacing("*\(parts[3])*\(parts[4])*", with: "*\(parts[3])*0.01*"), to: invoice)
        let third = try root.run(Self.certify + ["--json"])
        #expect(third.status == 1 && third.output.contains("\"id\":\"810-prices\""), "\(third.output)")
        #expect(try root.text("TradingPartners/corvane-medical/certificate.json").contains("\"passed\": false"))
        #expect(try Self.tree(root) == before)
        #expect(try root.run(["audit", "verify"]).status == 0)
    }

    @Test func `whatever lies in the folder makes an entry, and the rest is checked`() throws {
        let root = ScratchRoot()
        let partners = CommandLineTool.root.appending(path: "TradingPartners").path
        #expect(try CommandLineTool.run(["init", root.path, "--partners", partners]).status == 0)
        let cert = "\(root.path)/drop/tallis-surgical/cert"
        try Data((0..<65536).map { UInt8(truncatingIfNeeded: $0 &* 40503 >> 3) }).write(
            to: URL(filePath: "\(cert)/noise"))
        try Data(count: 20 * 1024 * 1024).write(to: URL(filePath: "\(cert)/large.x12"))
        try FileManager.default.createSymbolicLink(atPath: "\(cert)/link.x12", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: "\(cert)/pack", withDestinationPath: root.path)
        try FileManager.default.createDirectory(atPath: "\(cert)/more", withIntermediateDirectories: false)
        #expect(mkfifo("\(cert)/pipe", 0o644) == 0)
        try FileManager.default.copyItem(
            atPath: CommandLineTool.root.appending(path: "Samples/network/corvane-medical/in/855-4500178263.x12").path,
            toPath: "\(cert)/another.x12")
        let result = try root.run(["partner", "certify", "tallis-surgical"])
        #expect(result.status == 0, "\(result.errors)")
        for words in ["noise", "large.x12", "link.x12", "more", "pipe", "another.x12", "are not those of Tallis"] {
            #expect(result.output.contains(words), "\(words): \(result.output)")
        }
        #expect(result.errors.contains("/pack"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: root.path).allSatisfy { !$0.hasSuffix(".x12") })
        #expect(try root.text("drop/tallis-surgical/cert/report.html").contains("another.x12"))
    }

    @Test func `another folder is read, and nothing in it is touched`() throws {
        let root = ScratchRoot()
        #expect(try CommandLineTool.run(["init", root.path, "--partners", "TradingPartners"]).status == 0)
        for name in ["pack/mine.txt", "ack/997.x12", "noise.x12"] {
            try root.write("kept", to: "drop/corvane-medical/\(name)")
        }
        let folder = "\(root.path)/drop/corvane-medical"
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        let result = try root.run(["partner", "certify", "corvane-medical", "--folder", folder])
        #expect(result.output.contains("noise.x12") && result.errors.contains("nothing was put there"))
        #expect(try FileManager.default.subpathsOfDirectory(atPath: folder).sorted() == names)
    }

    @Test func `what stands in the way of one file keeps no other from its place`() throws {
        let root = ScratchRoot()
        #expect(try CommandLineTool.run(["init", root.path, "--partners", "TradingPartners"]).status == 0)
        let pack = "drop/corvane-medical/cert/pack"
        try root.write("", to: "\(pack)/03-backorder-850.x12/in-the-way")
        let result = try root.run(["partner", "certify", "corvane-medical"])
        #expect(result.errors.contains("03-backorder-850.x12"))
        let placed = try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/\(pack)")
        #expect(placed.contains { $0.hasPrefix("04-") } && placed.contains { $0.hasPrefix("13-") })
    }

    static let calls: [(words: String, status: Int32, saying: String)] = [
        ("corvane-medical", 2, "--rehearse"), ("corvane-medical --rehearse --seed 0", 2, "--seed"),
        ("corvane-medical --rehearse --scenario hapy-path", 2, "did you mean happy-path?"),
        ("corvane-medical --rehearse --at tomorrow", 2, "2026-03-02"), ("nobody --rehearse", 2, "there is no partner"),
        ("corvane-medical --out x --folder Samples", 2, "--rehearse"),
        ("corvane-medical --folder no/such", 3, "no/such"),
        ("brightwater-clinics --rehearse --scenario happy-path --scenario cancel", 0, ""),
    ]

    @Test(arguments: calls.indices)
    func `a wrong call is told, a right one ends as it should`(row: Int) throws {
        let (words, status, saying) = Self.calls[row]
        let result = try CommandLineTool.run(
            ["partner", "certify"] + words.split(separator: " ").map(String.init) + ["--partners", "TradingPartners"])
        #expect(result.status == status && (saying.isEmpty || result.errors.contains(saying)), "\(result.errors)")
    }
}
