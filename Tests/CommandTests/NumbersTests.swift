import Foundation
import Testing

/// `edigate numbers` as an operator uses it.
@Suite struct NumbersTests {
    @Test func `numbers are shown, set with a reason, never back unless forced, and accounted for`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "edigate-numbers-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        func edigate(_ words: String, _ more: [String] = []) throws -> CommandLineTool {
            try CommandLineTool.run(words.split(separator: " ").map(String.init) + more + ["--root", root])
        }
        #expect(try CommandLineTool.run(["init", root, "--partners", "TradingPartners"]).status == 0)
        #expect(try edigate("numbers").status == 3, "no run, no ledger")
        try FileManager.default.copyItem(
            atPath: CommandLineTool.root.path + "/Samples/network/brightwater-clinics/in/850-4500178263.x12",
            toPath: root + "/drop/brightwater-clinics/in/order.x12")
        #expect(try edigate("run").status == 0)

        let shown = try edigate("numbers show --partner brightwater-clinics --json")
        #expect(shown.output.contains(#""series":"interchange","cycle":1,"last":1,"next":2"#), "\(shown.output)")
        let set = "numbers set --partner brightwater-clinics --next"
        #expect(try edigate("\(set) 4711").status == 2, "there is no reason")
        #expect(try edigate("\(set) 4711", ["--reason", "moved from the VAN"]).status == 0)
        #expect(try edigate("\(set) 12", ["--reason", "again"]).status == 2, "12 was passed over")
        #expect(try edigate("\(set) 1000000000", ["--reason", "again"]).status == 2)
        #expect(try edigate("numbers set --partner nobody --next 5", ["--reason", "again"]).status == 2)
        let audit = try edigate("numbers audit")
        #expect(audit.status == 0)
        #expect(audit.output.contains("2–4710 passed over: moved from the VAN"))
        #expect(try edigate("\(set) 12 --force", ["--reason", "the partner began anew"]).status == 0)
        #expect(try edigate("numbers show").output.contains("11    12"))
        #expect(try edigate("numbers audit").status == 0)
    }
}
