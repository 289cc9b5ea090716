import Foundation
import Testing

/// A gateway root made for one test.
struct ScratchRoot: ~Copyable {
    let path: String

    init() {
        path = FileManager.default.temporaryDirectory.appending(path: "edigate-command-\(UUID().uuidString)").path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func run(_ words: [String]) throws -> CommandLineTool { try CommandLineTool.run(words + ["--root", path]) }

    func text(_ relative: String) throws -> String {
        try String(contentsOf: URL(filePath: path).appending(path: relative), encoding: .utf8)
    }

    func write(_ text: String, to relative: String) throws {
        let file = URL(filePath: path).appending(path: relative)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

@Suite struct PartnerTests {
    private static let acme = ["partner", "new", "acme", "--them", "01:123456789/ACME", "--us", "ZZ:HUB/HUB"]

    @Test(arguments: ["healthcare-supplier", "retail-vendor", "distributor", "blank"])
    func `a new partner of every template loads and can be worked`(template: String) throws {
        let root = ScratchRoot()
        let made = try root.run(Self.acme + ["--template", template, "--them-test", "01:123456789T/ACMET"])
        #expect(made.status == 0, "\(made.errors)")
        #expect(try root.run(["partner", "list"]).output.contains("01:123456789"))
        let lint = try root.run(["partner", "lint"])
        #expect(lint.status == 0 && lint.output.contains("clean  acme"), "\(lint.output)")
        #expect(try root.run(["run"]).status == 0)
        // Nothing is written over, and the same profile again is asked for by --force.
        #expect(try root.run(Self.acme).status == 2)
        #expect(try root.run(Self.acme + ["--force"]).status == 0)
    }

    static let refused: [(words: String, saying: String)] = [
        ("partner new ../x --them 01:1/AA --us ZZ:HUB/HUB", "cannot be a partner's folder"),
        ("partner new acme --us ZZ:HUB/HUB", "--them"), ("partner new acme --them 01:1/AA", "--us"),
        ("partner new acme --them acme --us ZZ:HUB/HUB", "QUALIFIER:ID"),
        ("partner new acme --template retail --them 01:1/AA --us ZZ:HUB/HUB", "retail-vendor"),
        ("partner new acme --version 4010 --them 01:1/AA --us ZZ:HUB/HUB", "004010"),
        ("partner lnt", "did you mean lint?"),
        ("partner show", "names no partner"), ("schema profil", "did you mean profile?"),
    ]

    @Test(arguments: refused.indices)
    func `what is called wrongly is told, and nothing is written`(row: Int) throws {
        let (words, saying) = Self.refused[row]
        let root = ScratchRoot()
        let result = try root.run(words.split(separator: " ").map(String.init))
        #expect(result.status == 2 && result.errors.contains(saying), "\(words): \(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: "\(root.path)/TradingPartners/acme/profile.json5"))
    }

    @Test func `a suspension is written into the profile, told, recorded, and taken away without a trace`() throws {
        let root = ScratchRoot()
        _ = try root.run(Self.acme + ["--template", "blank"])
        #expect(try root.run(["run"]).status == 0)
        let before = try root.text("TradingPartners/acme/profile.json5")
        #expect(try root.run(["partner", "suspend", "acme"]).status == 2)
        #expect(try root.run(["partner", "suspend", "nobody", "--because", "x"]).status == 2)
        let suspended = try root.run(["partner", "suspend", "acme", "--because", "a \"recall\"", "--by", "ana"])
        #expect(suspended.status == 0, "\(suspended.errors)")
        #expect(try root.run(["partner", "show", "acme"]).output.contains(#"by ana: a "recall""#))
        #expect(try root.run(["partner", "suspend", "acme", "--because", "x"]).status == 2)
        #expect(try root.run(["partner", "lint", "acme"]).output.contains("L-SUSPENDED"))
        let difference = try root.run(["partner", "diff", "acme"])
        #expect(difference.status == 1 && difference.output.contains("suspended.because"))
        #expect(try root.run(["partner", "resume", "acme", "--by", "ana"]).status == 0)
        #expect(try root.text("TradingPartners/acme/profile.json5") == before)
        #expect(try root.run(["partner", "diff", "acme"]).status == 0)
        #expect(try root.run(["partner", "resume", "acme"]).status == 2)
        #expect(try root.run(["audit", "verify"]).status == 0)
    }

    @Test func `lint finds a delimiter in samples and a drop that is missing or open to all`() throws {
        let root = ScratchRoot()
        _ = try root.run(Self.acme + ["--template", "blank", "--them-test", "01:123456789T/ACMET"])
        try root.write(#"{"kind":"PurchaseOrder","number":"1","lines":[{"text":"size 7*8"}]}"#, to: "one.json")
        let sampled = try root.run(["partner", "lint", "acme", "\(root.path)/one.json"])
        #expect(sampled.status == 1 && sampled.output.contains("L-DELIMITER-IN-DATA"))
        try FileManager.default.removeItem(atPath: "\(root.path)/drop/acme/out")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o777], ofItemAtPath: "\(root.path)/drop/acme/in")
        let drops = try root.run(["partner", "lint", "acme", "--json"])
        #expect(drops.status == 1)
        #expect(drops.output.contains("L-DROP-MISSING") && drops.output.contains("L-DROP-PERMISSIONS"))
    }

    @Test func `explain tells the value, its line, the layer below and the meaning`() throws {
        let shown = try CommandLineTool.run(
            ["partner", "explain", "corvane-medical", "ENVELOPE.isa14", "--partners", "TradingPartners"])
        for words in ["\"1\"", "corvane-medical/profile.json5:23", "_base/healthcare-supplier.json5:6", "asks"] {
            #expect(shown.output.contains(words), "\(words)")
        }
        let rules = try CommandLineTool.run(
            ["partner", "explain", "corvane-medical", "856", "REF", "--partners", "TradingPartners"])
        #expect(rules.output.contains("recalls go by lot"))
        let typo = try CommandLineTool.run(
            ["partner", "explain", "corvane-medical", "envelope.isa15", "--partners", "TradingPartners"])
        #expect(typo.status == 2 && typo.errors.contains("did you mean envelope.isa1"))
    }

    @Test func `diff compares partners and files by what holds`() throws {
        let call = ["partner", "diff", "corvane-medical", "--partners", "TradingPartners"]
        let partners = try CommandLineTool.run(call + ["tallis-surgical"])
        #expect(partners.status == 1 && partners.output.contains("+ \"|\""))
        let same = try CommandLineTool.run(call + ["TradingPartners/corvane-medical/profile.json5"])
        #expect(same.status == 0, "\(same.output)\(same.errors)")
    }
}
