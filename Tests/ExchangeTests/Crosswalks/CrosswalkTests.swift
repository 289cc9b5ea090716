import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Partners
import Testing
import Translation
import X12

/// What tables of a partner do to documents: in, where our values stand beside theirs; out, where theirs replace ours.
@Suite struct CrosswalkTests {
    /// A partner with tables, by name, and what its profile says of them.
    static func profile(_ tables: [String: String], _ terms: String = "") throws -> Profile {
        let side = { (id: String) in "{ isa: [{ qualifier: \"ZZ\", id: \"\(id)\" }], gs: [\"\(id)\"] }" }
        let text = """
            { schemaVersion: 1, id: "acme", name: "Acme", role: "supplier", stage: "production",
              identities: { production: { partner: \(side("SENDER")), us: \(side("RECEIVER")) } },
              crosswalks: [\(terms)] }
            """
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(text.utf8))], bases: [:],
            crosswalks: [
                "acme": Dictionary(
                    uniqueKeysWithValues: tables.map { name, file in
                        (name, ProfileText(path: "\(name).csv", bytes: Array(file.utf8)))
                    })
            ])
        #expect(faults.isEmpty)
        return try #require(directory.profile("acme"))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var tables: [String: String]
        var terms = ""
        var lines: [String]
        var uses: [String] = []
        var findings: [String] = []
        var testDescription: String { name }
    }

    static let inbound: [Case] = [
        Case(
            name: "an item by its vendor number", tables: ["items": "theirs,ours\nLK-22,400117"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22"], uses: ["items $.lines[0].identifiers[0] LK-22 400117 2"]),
        Case(
            name: "one name that is known is enough", tables: ["items": "scheme,theirs,ours\nUK,19521234100239,400117"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22*UK*19521234100239"],
            uses: ["items $.lines[0].identifiers[1] 19521234100239 400117 2"]),
        Case(
            name: "a scheme that is another does not fit", tables: ["items": "scheme,theirs,ours\nMG,LK-22,400117"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22"],
            findings: ["B-CROSSWALK-MISS error PO107 $.lines[0].identifiers: items.csv has no row for VN LK-22"]),
        Case(
            name: "names that lead to different items", tables: ["items": "theirs,ours\nLK-22,1\nLK-23,2"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22*MG*LK-23"],
            findings: [
                "B-CROSSWALK-CONFLICT error PO107 $.lines[0].identifiers: VN LK-22 is our 1 (line 2), "
                    + "MG LK-23 is our 2 (line 3)"
            ]),
        Case(
            name: "a lot is no item, nor is a telephone number", tables: ["items": "theirs,ours\nLK-22,1"],
            lines: ["PER*BD*NAME*TE*5550100", "PO1*1*3*EA*9.5**VN*LK-22*LT*LK-23"],
            uses: ["items $.lines[0].identifiers[0] LK-22 1 2"]),
        Case(
            name: "a row out of date", tables: ["items": "theirs,ours,until\nLK-22,1,2026-10-31"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22"],
            findings: [
                "B-CROSSWALK-MISS error PO107 $.lines[0].identifiers: line 2 of items.csv, until 2026-10-31, is out of date"
            ]),
        Case(
            name: "a miss that passes", tables: ["items": "theirs,ours\nX,1"],
            terms: "{ table: \"items\", onMiss: \"pass\" }", lines: ["PO1*1*3*EA*9.5**VN*LK-22"],
            findings: [
                "B-CROSSWALK-PASSED note PO107 $.lines[0].identifiers: items.csv has no row for VN LK-22; "
                    + "the document goes on without"
            ]),
        Case(
            name: "a miss with a default", tables: ["units": "theirs,ours\nX1,EA"],
            terms: "{ table: \"units\", onMiss: \"default\", default: \"ST\", version: \"7\" }",
            lines: ["PO1*1*3*EA*9.5**VN*LK-22"], uses: ["units $.lines[0].quantity EA ST - version 7"],
            findings: [
                "B-CROSSWALK-PASSED note PO103 $.lines[0].quantity: units.csv has no row for EA; ST stands for it"
            ]),
        Case(
            name: "a unit with the factor of its item",
            tables: ["items": "theirs,ours\nLK-22,1", "units": "theirs,ours,factor,item\nBX,EA,10,\nBX,EA,100,1"],
            lines: ["PO1*1*2.5*BX*9.5**VN*LK-22"],
            uses: [
                "items $.lines[0].identifiers[0] LK-22 1 2", "units $.lines[0].quantity BX EA 3 x100 = 250.0",
            ]),
        Case(
            name: "a place and a company",
            tables: ["locations": "scheme,theirs,ours\nUL,9521100002042,DC-04", "parties": "theirs,ours\n77,V-1"],
            lines: ["N1*ST**UL*9521100002042", "N1*SE**92*77", "PO1*1*3*EA*9.5**VN*LK-22"],
            uses: [
                "locations $.parties[0].identifier 9521100002042 DC-04 2", "parties $.parties[1].identifier 77 V-1 2",
            ]),
        Case(
            name: "a carrier", tables: ["carriers": "theirs,ours\nRNLF,RIDGE"],
            lines: ["TD5*B*2*RNLF*M", "PO1*1*3*EA*9.5**VN*LK-22"], uses: ["carriers $.routing[0].carrier RNLF RIDGE 2"]),
        Case(
            name: "a charge", tables: ["reasons": "theirs,ours\nD240,FRT"],
            lines: ["SAC*C*D240***500", "PO1*1*3*EA*9.5**VN*LK-22"],
            uses: ["reasons $.allowancesAndCharges[0].code D240 FRT 2"]),
        Case(
            name: "a price that is the contract's, and one that is not",
            tables: ["contracts": "theirs,ours,item,price\nC-1,K-1,LK-22,9.50\nC-1,K-1,LK-23,4"],
            lines: ["REF*CT*C-1", "PO1*1*3*EA*9.5**VN*LK-22", "PO1*2*3*EA*4.1**VN*LK-23"],
            uses: ["contracts $.contractReference C-1 K-1 2"],
            findings: ["B-CONTRACT-PRICE warning PO104 $.lines[1].price: contract C-1 has 4 for item LK-23 (line 3)"]),
    ]

    @Test(arguments: inbound) func `on the way in our value stands beside theirs, and the body stays as it was`(
        _ row: Case
    ) throws {
        let profile = try Self.profile(row.tables, row.terms)
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261101"] + row.lines])
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(draft.bytes())) { header, _ in Rules(profile, header: header) }
        try exchange.run(outcomes)
        let document = try #require(outcomes.documents.first)
        #expect(try Self.uses(in: document.json) == row.uses)
        let found = outcomes.sets[0].businessFindings.filter { $0.code != .lineCount }
        #expect(
            found.map { "\($0.code.entry.name) \($0.severity.name) \($0.place) \($0.message)" }.map(Self.plain)
                == row.findings)
        #expect(document.isHeld == row.findings.contains { $0.contains(" error ") })
        #expect(outcomes.sets[0].verdict == .accepted)
        // The body says what the partner said, and goes back as it came.
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(failed.isEmpty)
        #expect(sent.first?.bytes == draft.bytes())
    }

    static let outbound: [Case] = [
        Case(
            name: "our item becomes theirs as well", tables: ["items": "scheme,theirs,ours\nVN,LK-22,400117"],
            lines: ["PO1*1*3*EA*9.5**IN*400117"], uses: ["PO1*1*3*EA*9.5**VN*LK-22*IN*400117"]),
        Case(
            name: "an item that has their number already", tables: ["items": "scheme,theirs,ours\nVN,LK-22,400117"],
            lines: ["PO1*1*3*EA*9.5**VN*LK-22"], uses: ["PO1*1*3*EA*9.5**VN*LK-22"]),
        Case(
            name: "an item that no row has", tables: ["items": "theirs,ours\nLK-22,400117"],
            lines: ["PO1*1*3*EA*9.5**IN*400118"], findings: ["items.csv has no row for IN 400118"]),
        Case(
            name: "a unit of the same size", tables: ["units": "theirs,ours\nEA,ST"],
            lines: ["PO1*1*3*ST*9.5**IN*1"], uses: ["PO1*1*3*EA*9.5**IN*1"]),
        Case(
            name: "a unit of another size", tables: ["units": "theirs,ours,factor\nBX,ST,10"],
            lines: ["PO1*1*3*ST*9.5**IN*1"], findings: ["the partner's unit for ST is BX, 10 ST each"]),
        Case(
            name: "a place", tables: ["locations": "scheme,theirs,ours\nUL,9521100002042,DC-04"],
            lines: ["N1*ST**92*DC-04", "PO1*1*3*EA*9.5**IN*1"],
            uses: ["N1*ST**UL*9521100002042", "PO1*1*3*EA*9.5**IN*1"]),
    ]

    @Test(arguments: outbound) func `on the way out their value takes the place of ours, or the document stays`(
        _ row: Case
    ) throws {
        let profile = try Self.profile(row.tables, row.terms)
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261101"] + row.lines])
        let outcomes = try Outcomes.of(draft.bytes())
        let json = try #require(outcomes.documents.first).json
        let (sent, failed) = Generation(
            .profile(profile), number: 1, time: EnvelopeTime(date: "20261121", time: "0605")
        )
        .write(json, [json.indices])
        #expect(failed.count == row.findings.count)
        for (failure, words) in zip(failed, row.findings) {
            #expect(failure.messages.contains { $0.contains(words) }, "\(failure.messages)")
        }
        let segments = sent.first.map {
            String(decoding: $0.bytes, as: UTF8.self).split(separator: "~").map(String.init)
        }
        for line in row.uses { #expect(segments?.contains(line) == true, "\(segments ?? [])") }
    }

    @Test func `a table with an error puts its partner out of use, with the line`() throws {
        let profile = "{ schemaVersion: 1, id: \"acme\", name: \"Acme\", role: \"supplier\" }"
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(profile.utf8))], bases: [:],
            crosswalks: [
                "acme": [
                    "items": ProfileText(path: "acme/crosswalks/items.csv", bytes: Array("theirs,ours\nA,B\nA,C".utf8)),
                    "item": ProfileText(path: "acme/crosswalks/item.csv", bytes: Array("theirs,ours".utf8)),
                ]
            ])
        #expect(directory.profile("acme") == nil)
        #expect(
            faults.map(\.description) == [
                "acme/crosswalks/item.csv:1:1: $: there is no crosswalk \"item\"; did you mean \"items.csv\"?",
                "acme/crosswalks/items.csv:3:1: $: \"A\" is \"C\" here and \"B\" in line 2, on the same days; "
                    + "take one out, or give the rows days (from, until) that do not overlap",
            ])
    }

    @Test func `a snapshot of a partner has its tables`() throws {
        let profile = "{ schemaVersion: 1, id: \"acme\", name: \"Acme\", role: \"supplier\" }"
        let (directory, _) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "p", bytes: Array(profile.utf8))], bases: [:],
            crosswalks: ["acme": ["units": ProfileText(path: "u", bytes: Array("theirs,ours\nBX,EA".utf8))]])
        let again = PartnerDirectory.load(snapshot: try #require(directory.snapshot(of: "acme")))
        #expect(again?.profile("acme")?.crosswalks[.units]?.rows.map(\.ours) == ["EA"])
    }

    // MARK: - Reading what was made

    private static func uses(in json: [UInt8]) throws -> [String] {
        let document = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
        let uses = document?["crosswalks"] as? [[String: Any]] ?? []
        return uses.map { use in
            func text(_ key: String) -> String { use[key] as? String ?? "-" }
            var line = "\(text("table")) \(text("at")) \(text("theirs")) \(text("ours")) "
            line += (use["row"] as? Int).map(String.init) ?? "- version \(text("version"))"
            if use["factor"] != nil { line += " x\(text("factor")) = \(text("quantity"))" }
            return line
        }
    }

    /// A finding's sentence without the place and value that every message has.
    private static func plain(_ message: String) -> String {
        guard let start = message.range(of: "$.") else { return message }
        let words = message.split(separator: " ").prefix(3).joined(separator: " ")
        return "\(words) \(message[start.lowerBound...])"
    }
}
