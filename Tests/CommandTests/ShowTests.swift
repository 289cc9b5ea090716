import Foundation
import Testing

/// Documents laid out for a person.
@Suite struct ShowTests {
    @Test(arguments: [
        (
            "Samples/network/corvane-medical/out/850-4500178263.x12",
            ["Purchase order 4500178263", "stand-alone order (SA)", "ship-to", "GTIN-14 19521234100239", "amount"]
        ),
        (
            "Samples/network/corvane-medical/in/855-4500178263.x12",
            ["Answer to order 4500178263", "accepted with a substitute, 6 CA", "backordered, 6 BX, on 2026-03-19"]
        ),
        (
            "Samples/network/corvane-medical/in/856-4500178263.x12",
            ["Ship notice SHP-771904-1", "      Pallet · 00095212340007300512", "lot GN26B114 · expires 2029-01-31"]
        ),
        (
            "Samples/network/corvane-medical/in/810-4500178263.x12",
            ["Invoice INV-8820315", "404.00", "1877.85", "2 % within 15 days, net 30 days", "remit-to"]
        ),
        (
            "Samples/sets/860-change-order.x12",
            [
                "860 Purchase Order Change Request", "Quantity Ordered 24",
                "    MSG  Free-Form Message Text LINE 1 RAISED",
            ]
        ),
    ])
    func `a person finds what matters`(file: String, words: [String]) throws {
        let shown = try CommandLineTool.run(["show", file, "--color", "never"])
        #expect(shown.status == 0)
        for word in words { #expect(shown.output.contains(word), "\(word)") }
        // The same of the document itself.
        let json = try CommandLineTool.run(["translate", file])
        let again = try CommandLineTool.run(["show", "-", "--color", "never"], input: Data(json.output.utf8))
        for word in words { #expect(again.output.contains(word), "\(word)") }
    }

    @Test func `every field of a document is on its page`() throws {
        let file = "Samples/network/corvane-medical/in/810-4500178263.x12"
        let page = try CommandLineTool.run(["show", file, "--color", "never"]).output
        let lines = try CommandLineTool.run(["translate", file, "--lineage"]).output.split(separator: "\n").dropFirst()
        let bytes = try Data(contentsOf: CommandLineTool.root.appending(path: file))
        for line in lines {
            let field = try #require(
                JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
            let offset = try #require(field["offset"] as? Int)
            let length = try #require(field["length"] as? Int)
            let value = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
            let at = try #require(field["at"] as? String)
            // Codes that are said in words, dates and amounts that are written with dashes and points.
            let isSaid =
                page.contains(value) || value.allSatisfy { $0.isNumber } || ["N101", "N103", "PID01"].contains(at)
                || ["SAC01", "PER03", "PER05"].contains(at) || at.hasPrefix("IT1")
            #expect(isSaid, "\(at) \(value)")
        }
    }

    @Test func `a page is one file that needs nothing else, and no partner writes markup`() throws {
        let x12 = try String(
            contentsOf: CommandLineTool.root.appending(path: "Samples/retail/856-pick-and-pack.x12"), encoding: .utf8
        ).replacingOccurrences(of: "MERROW STORES DC 02", with: "<img onerror='x' &")
        let shown = try CommandLineTool.run(["show", "--format", "html", "-"], input: Data(x12.utf8))
        #expect(shown.status == 0)
        #expect(shown.output.hasPrefix("<!DOCTYPE html>"))
        #expect(shown.output.contains("&lt;img onerror=&#39;x&#39; &amp;"))
        for forbidden in ["<img", "<script", "http:", "https:", "src=", "@import"] {
            #expect(!shown.output.contains(forbidden), "\(forbidden)")
        }
    }

    @Test(arguments: [
        ("show Samples/bad/bad-date.x12", 1, "E-ELEMENT-DATE"), ("show --format pdf x", 2, "text or html"),
        ("show no/such/file", 3, "there is no file"),
        ("show Tests/Fixtures/canonical/bad/042-decimal-as-number.json", 1, "$.lines[0].price"),
    ])
    func `what cannot be shown is told`(call: String, status: Int32, words: String) throws {
        let shown = try CommandLineTool.run(call.split(separator: " ").map(String.init))
        #expect(shown.status == status)
        #expect(shown.errors.contains(words))
    }
}
