import Foundation
import ProgramTestSupport
import Testing

/// Runs the built command line as its user would.
struct CommandLineTool {
    var status: Int32
    var output: String
    var errors: String

    static let root = BuiltProgram.repository

    static func run(_ arguments: [String], input: Data? = nil) throws -> CommandLineTool {
        let ending = try Child.run(BuiltProgram.path, arguments, folder: root.path, input: input ?? Data())
        return CommandLineTool(status: ending.status ?? -1, output: ending.output, errors: ending.errors)
    }
}

@Suite struct CommandContract {
    /// A call and the status it must end with.
    static let statuses: [(call: String, status: Int32)] = [
        ("validate Samples/retail/856-pick-and-pack.x12", 0), ("validate Samples/bad/bad-date.x12", 1),
        ("validate Samples/bad/code-not-in-list.x12", 0), ("validate", 2), ("validate --colour x", 2), ("vaildate", 2),
        ("", 2), ("validate no/such/file", 3), ("partner list --partners no/such/folder", 3),
        ("partner list --partners TradingPartners", 0), ("partner show nobody --partners TradingPartners", 2),
        ("route --partners TradingPartners Samples/bad/sender-unknown.x12", 1),
        ("generate TradingPartners/corvane-medical/profile.json5", 1), ("ack --kind 998 x", 2), ("validate --help", 0),
        ("help partner new", 0), ("help nothing", 2),
        ("inspect Samples/batch/nightly.x12", 0), ("run", 3), ("run --root Samples", 3), ("run extra", 2),
    ]

    @Test(arguments: statuses.indices)
    func `the exit status tells what happened`(row: Int) throws {
        let (call, status) = Self.statuses[row]
        let result = try CommandLineTool.run(call.split(separator: " ").map(String.init))
        #expect(result.status == status, "edigate \(call): \(result.errors)")
    }

    @Test func `run leaves nothing in a folder that is no root`() throws {
        let before = try FileManager.default.contentsOfDirectory(atPath: CommandLineTool.root.path).sorted()
        #expect(try CommandLineTool.run(["run"]).status == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: CommandLineTool.root.path).sorted() == before)
    }

    @Test func `demo works the sample network and says where to look`() throws {
        let result = try CommandLineTool.run(["demo"])
        #expect(result.status == 0)
        let rows = result.output.split(separator: "\n").map(String.init)
        for (file, partner, verdict) in [
            ("856-4500178263.x12", "corvane-medical", "1 A"), ("850-4500178263.x12", "brightwater-clinics", "1 A"),
            ("bad-date.x12", "brightwater-clinics", "1 R"), ("order-to-tallis-surgical.json", "(outbound)", "1 A"),
        ] {
            #expect(rows.contains { $0.hasPrefix(file) && $0.contains(partner) && $0.contains(verdict) }, "\(file)")
        }
        let root = try #require(rows.first { $0.contains("/canonical ") }?.split(separator: " ").first)
            .replacingOccurrences(of: "/canonical", with: "")
        defer { try? FileManager.default.removeItem(atPath: root) }
        let files = try FileManager.default.subpathsOfDirectory(atPath: root)
        #expect(files.count { $0.hasPrefix("canonical/") && $0.hasSuffix(".json") } == 7)
        #expect(files.count { $0.hasPrefix("drop/corvane-medical/ack/") && $0.hasSuffix(".edi") } == 6)
        #expect(files.count { $0.hasPrefix("drop/brightwater-clinics/out/") && $0.hasSuffix(".edi") } == 3)
        #expect(files.contains { $0.hasPrefix("quarantine/") && $0.contains("E-RECEIVER-UNKNOWN") })
        let again = try CommandLineTool.run(["run", "--root", root])
        #expect(again.status == 0)
        #expect(again.output.isEmpty)
    }

    @Test func `help shows every command with an example`() throws {
        let overview = try CommandLineTool.run(["help"]).output
        for command in [
            "demo", "init", "run", "translate", "generate", "validate", "ack", "inspect", "route", "partner",
        ] {
            #expect(overview.contains("  \(command) "))
            let help = try CommandLineTool.run([command, "--help"]).output
            #expect(help.contains("usage: edigate \(command)"))
            let example = try #require(help.range(of: "example: "))
            #expect(help[example.upperBound...].contains("edigate \(command)"))
        }
    }

    @Test func `a tree shows each HL below its parent, wherever it stands in the file`() throws {
        let file = try String(
            contentsOf: CommandLineTool.root.appending(path: "Samples/retail/856-pick-and-pack.x12"), encoding: .utf8)
        var lines = file.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("HL") })
        let end = try #require(lines.lastIndex { $0.hasPrefix("CTT") })
        lines.replaceSubrange(
            start..<end, with: ["HL*1**S~", "HL*2*4*I~", "LIN**UP*1~", "HL*3*1*O~", "HL*4*3*P~", "MAN*GM*1~"])
        let result = try CommandLineTool.run(
            ["inspect", "--tree", "-"], input: Data(lines.joined(separator: "\n").utf8))
        let shown = result.output.split(separator: "\n").map { $0.dropFirst(11) }
        let first = try #require(shown.firstIndex { $0.hasPrefix("HL*1") })
        #expect(
            Array(shown[first..<(first + 6)]) == [
                "HL*1**S", "  HL*3*1*O", "    HL*4*3*P", "      MAN*GM*1", "      HL*2*4*I", "        LIN**UP*1",
            ])
    }

    @Test func `lineage names the bytes of the file that a field came from`() throws {
        let file = "Samples/network/brightwater-clinics/in/850-4500178263.x12"
        let bytes = try Data(contentsOf: CommandLineTool.root.appending(path: file))
        let result = try CommandLineTool.run(["translate", "--lineage", file])
        let records = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        let number = try #require(
            records.dropFirst().first { $0["segment"] as? String == "BEG" && $0["element"] as? Int == 3 })
        let start = try #require(number["offset"] as? Int)
        let length = try #require(number["length"] as? Int)
        #expect(String(decoding: bytes[start..<start + length], as: UTF8.self) == records[0]["number"] as? String)
        #expect(records.count > 50)
        #expect(try CommandLineTool.run(["translate", "--lineage", file, "--out", "/nowhere"]).status == 2)
    }

    @Test(arguments: [("vaildate", "validate"), ("translat", "translate"), ("akc", "ack")])
    func `a mistyped command is answered with the nearest`(typed: String, meant: String) throws {
        let result = try CommandLineTool.run([typed])
        #expect(result.errors.contains("did you mean \(meant)?"))
    }

    @Test func `validate tells place, rule, acknowledgment and remedy of a finding`() throws {
        let text = try CommandLineTool.run(["validate", "Samples/bad/bad-date.x12"]).output
        #expect(text.contains("error[E-ELEMENT-DATE] Date BEG05: \"20261332\" has no month 13"))
        #expect(text.contains("bad-date.x12 · 850 0001 · segment 2 · element 5 · byte 195"))
        #expect(text.contains("   2 | BEG*00*SA*BW-61077**20261332~\n     |                     ^^^^^^^^"))
        #expect(text.contains("element 373, type DT 8/8, 004010"))
        #expect(text.contains("AK3*BEG*2**8  AK4*5*373*8*20261332"))
        #expect(text.contains("do    send the date as CCYYMMDD"))
    }

    @Test func `validate writes a record for each set, group and interchange`() throws {
        let result = try CommandLineTool.run(["validate", "--json", "Samples/bad/bad-date.x12"])
        let records = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(records.map { $0["type"] as? String } == ["set", "group", "interchange"])
        #expect(records.map { $0["verdict"] as? String } == ["R", "R", "A"])
        let finding = try #require((records[0]["findings"] as? [[String: Any]])?.first)
        #expect(finding["code"] as? String == "E-ELEMENT-DATE")
        #expect(finding["segmentIndex"] as? Int == 2)
        #expect(finding["element"] as? Int == 5)
        #expect(finding["offset"] as? Int == 195)
        #expect(finding["value"] as? String == "20261332")
        #expect(finding["ack"] as? [String: String] == ["segment": "8", "element": "8"])
    }

    @Test func `SARIF names each finding's rule and place`() throws {
        let result = try CommandLineTool.run(["validate", "--format", "sarif", "Samples/bad/bad-date.x12"])
        let log = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let finding = try #require((run["results"] as? [[String: Any]])?.first)
        #expect(finding["ruleId"] as? String == "E-ELEMENT-DATE")
    }

    @Test func `ack writes the interchange that would go back`() throws {
        let result = try CommandLineTool.run(
            ["ack", "--number", "42", "--at", "2026-11-21T06:05", "Samples/bad/bad-date.x12"])
        #expect(
            result.output.hasPrefix(
                "ISA*00*          *00*          *01*990417263      *ZZ*BRIGHTWATER    *261121*0605*U*00401*000000042*0*P*>~"
            ))
        #expect(
            result.output.contains(
                "AK3*BEG*2**8~AK4*5*373*8*20261332~AK5*R*5~AK9*R*1*1*0~SE*8*0001~GE*1*42~IEA*1*000000042~"))
    }

    @Test func `a TA1 is written when ISA14 asks for it`() throws {
        let result = try CommandLineTool.run(["ack", "--at", "2026-11-21T06:05", "Samples/bad/ta1-requested.x12"])
        #expect(result.output.contains("~TA1*"))
        #expect(result.output.contains("*A*000~IEA*0*000000001~"))
        #expect(result.output.contains("~ST*997*0001~"))
    }

    @Test(arguments: [
        "Samples/network/corvane-medical/in/856-4500178263.x12",
        "Samples/network/tallis-surgical/in/810-4500178263.x12",
        "Samples/batch/nightly.x12", "Samples/batch/several-delimiters.x12", "Samples/retail/856-pick-and-pack.x12",
    ])
    func `translate and generate through a pipe give the same bytes`(file: String) throws {
        let documents = try CommandLineTool.run(["translate", file])
        #expect(documents.status == 0)
        let again = try CommandLineTool.run(["generate", "-"], input: Data(documents.output.utf8))
        #expect(again.status == 0)
        #expect(again.output == (try String(contentsOf: CommandLineTool.root.appending(path: file), encoding: .utf8)))
    }

    @Test func `generate refuses what our own reader would refuse`() throws {
        let documents = try CommandLineTool.run(["translate", "Samples/network/corvane-medical/in/855-4500178263.x12"])
        let broken = documents.output.replacingOccurrences(
            of: "\"4500178263\"", with: "\"a number longer than BAK03 can be\"")
        let result = try CommandLineTool.run(["generate", "-"], input: Data(broken.utf8))
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("BAK03"))
    }

    @Test func `generate names the unknown field and the nearest known one`() throws {
        let documents = try CommandLineTool.run(["translate", "Samples/network/corvane-medical/in/855-4500178263.x12"])
        let broken = documents.output.replacingOccurrences(
            of: "\"acknowledgmentType\"", with: "\"acknowledgementType\"")
        let result = try CommandLineTool.run(["generate", "-"], input: Data(broken.utf8))
        #expect(result.status == 1)
        #expect(result.errors.contains("acknowledgementType"))
        #expect(result.errors.contains("acknowledgmentType"))
    }

    @Test func `every bad sample is rejected, quarantined or repaired, and says why`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: CommandLineTool.root.appending(path: "Samples/bad"), includingPropertiesForKeys: nil)
        for file in files where file.pathExtension == "x12" {
            let result = try CommandLineTool.run(["validate", "--json", "--partners", "TradingPartners", file.path])
            #expect(result.output.contains("\"code\":"), "\(file.lastPathComponent) has no finding")
        }
    }

    @Test func `a broken guide names its line in text, JSON and SARIF`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-guide-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(at: CommandLineTool.root.appending(path: "TradingPartners"), to: folder)
        let guide = """
            { schemaVersion: 1, sets: [{ set: "850", rules: [
              { at: "BEG02", codes: ["NE"], because: "page 4" },
            ] }] }
            """
        try Data(guide.utf8).write(to: folder.appending(path: "brightwater-clinics/guide.json5"))
        let file = "Samples/network/brightwater-clinics/in/850-4500178263.x12"
        let arguments = ["validate", "--partners", folder.path, "--partner", "brightwater-clinics"]
        let place = "\(folder.lastPathComponent)/brightwater-clinics/guide.json5"
        let text = try CommandLineTool.run(arguments + [file])
        #expect(text.status == 1)
        #expect(text.output.contains("error[G-CODE]"))
        #expect(text.output.contains("rule  \(place) line 2: BEG02 is one of NE (page 4)"))
        let json = try CommandLineTool.run(arguments + ["--json", file])
        #expect(
            json.output.contains("\"origin\":{\"file\":\"\(place)\",\"line\":2,\"statement\":\"BEG02 is one of NE\""))
        let sarif = try CommandLineTool.run(arguments + ["--format", "sarif", file])
        #expect(sarif.output.contains("relatedLocations") && sarif.output.contains("\"startLine\": 2"))
        let shown = try CommandLineTool.run(["partner", "show", "brightwater-clinics", "--partners", folder.path])
        #expect(shown.output.contains("line 2: BEG02 is one of NE"))
        let routed = try CommandLineTool.run(["route", "--partners", folder.path, file])
        #expect(routed.output.contains(place))
    }
}
