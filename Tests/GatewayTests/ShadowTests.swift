import Commerce
import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// A candidate profile beside that of then, over what came.
@Suite struct ShadowTests {
    static let partner = "brightwater-clinics"

    /// A root that worked some interchanges of the partner.
    private func worked(_ interchanges: [String] = [Order.interchange(), Order.interchange(number: 502)]) throws
        -> TestRoot
    {
        let root = try TestRoot()
        for (index, text) in interchanges.enumerated() { try root.drop(text, as: "\(index).edi") }
        try root.run()
        return root
    }

    /// What a profile with a change in it would have made of it.
    private func shadow(
        _ root: TestRoot, _ old: String = "", with new: String = "", since: Int64 = 0
    ) throws -> ShadowReport {
        let bytes = try #require(root.directory.profileBytes(of: Self.partner))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(old) || old.isEmpty)
        let candidate = root.directory.replacing(
            profile: Array(text.replacing(old, with: new).utf8), of: Self.partner)
        #expect(candidate.faults.isEmpty, "\(candidate.faults)")
        return try Shadow(
            root: GatewayRoot(path: root.path), partners: root.directory, candidate: candidate.directory,
            of: Self.partner, ledger: root.ledger
        ).run(since: since)
    }

    @Test func `the same profile changes nothing, and says over how much`() throws {
        let root = try worked([
            Order.interchange(asks: true), Order.interchange(number: 502, dates: ["20261332"]),
            Order.interchange(number: 503, code: "NOBODY"),
        ])
        let before = try (root.ledger.events().count, root.delivered())
        let report = try shadow(root)
        #expect(report.changes == [] && report.total == 0)
        #expect(report.interchanges == 3 && report.sets == 2 && report.documents == 1 && report.skipped.total == 0)
        #expect(try root.ledger.events().count == before.0 && root.delivered() == before.1)
        #expect(try shadow(root, since: root.time + 1).interchanges == 0)
    }

    @Test func `a verdict that changes is told with its code, its place and the answer that goes with it`() throws {
        let root = try worked([
            Order.interchange().replacing("*15*BX*", with: "*15*QQ*"), Order.interchange(number: 502),
            Order.interchange(number: 503).replacing("*15*BX*", with: "*15*QQ*"),
        ])
        let report = try shadow(
            root, "severities: [", with: "severities: [{ check: \"W-ELEMENT-CODE\", severity: \"error\" },")
        let verdict = try #require(report.changes.first { $0.key == "verdict:850:E-R:W-ELEMENT-CODE" })
        #expect(verdict.count == 2 && verdict.before == "E" && verdict.after == "R" && verdict.explanation == nil)
        #expect(verdict.place.file.hasSuffix("brightwater-clinics/in/0.edi") && verdict.place.set == "850 0001")
        #expect(verdict.place.interchange == "000000501")
        #expect(report.changes.contains { $0.key == "ack:997:AK501" && $0.before == "E" && $0.after == "R" })
        #expect(report.changes.contains { $0.key == "document:850:goes-none:W-ELEMENT-CODE" && $0.count == 2 })
        #expect(report.interchanges == 3)
    }

    @Test func `an answer that changes is told by segment and element, verdicts standing`() throws {
        let root = try worked([Order.interchange(), Order.interchange(number: 502, dates: ["20261332"])])
        let kind = try shadow(root, "functional: \"997\"", with: "functional: \"none\"")
        #expect(kind.changes.map(\.key) == ["ack:997-none"] && kind.changes.map(\.count) == [2])
        let copies = try shadow(root, "functional: \"997\"", with: "functional: \"997\", copyValues: false")
        #expect(copies.changes.map(\.key) == ["ack:997:AK404"])
        #expect(copies.changes.first?.before == "20261332" && copies.changes.first?.after == "")
        let asked = try shadow(root, "ta1: \"onError\"", with: "ta1: \"always\"")
        #expect(asked.changes.map(\.key) == ["ack:none-TA1"] && asked.total == 2)
        let marks = try shadow(root, "suffix: \"LF\"", with: "suffix: \"CRLF\"")
        #expect(marks.changes.map(\.key) == ["ack:997:delimiters"])
    }

    @Test func `a value that changes is told by its path, before and after`() throws {
        let root = try TestRoot()
        let folder = "TradingPartners/\(Self.partner)"
        try GatewayRoot(path: root.path).placeCrosswalk(
            Array("theirs,ours\nBX,BOX\n".utf8), as: .units, of: Self.partner, keeping: nil)
        try GatewayRoot(path: root.path).placeCrosswalk(
            Array("theirs,ours\nSOMETHING,1\n".utf8), as: .items, of: Self.partner, keeping: nil)
        func terms(_ value: String) -> String {
            "crosswalks: [{ table: \"items\", onMiss: \"default\", default: \"\(value)\" }], documents: ["
        }
        let text = try root.text("\(folder)/profile.json5")
        try root.write(text.replacing("documents: [", with: terms("OLD")), to: "\(folder)/profile.json5")
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults == [])
        try root.drop(Order.interchange())
        _ = try root.gateway(partners: directory).run()
        let candidate = directory.replacing(
            profile: Array(text.replacing("documents: [", with: terms("NEW")).utf8), of: Self.partner)
        #expect(candidate.faults == [])
        let report = try Shadow(
            root: GatewayRoot(path: root.path), partners: directory, candidate: candidate.directory, of: Self.partner,
            ledger: root.ledger
        ).run(since: 0)
        let change = try #require(report.changes.first { $0.key == "json:850:crosswalks.ours" })
        #expect(change.before == "\"OLD\"" && change.after == "\"NEW\"" && change.explanation == nil)
        #expect(change.place.path.hasPrefix("crosswalks[") && change.place.path.hasSuffix("].ours"))
        #expect(!report.changes.contains { $0.key.hasPrefix("verdict") || $0.key.hasPrefix("ack") })
        #expect(report.missed == 1 && report.held == 0 && report.misses.first?.value == "BW-GLV-M")
    }

    @Test func `production data that a promotion lets in needs no acceptance`() throws {
        let root = try TestRoot()
        let path = "TradingPartners/\(Self.partner)/profile.json5"
        try root.write(
            try root.text(path).replacing("stage: \"production\"", with: "stage: \"test\""), to: path)
        let tested = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange())
        _ = try root.gateway(partners: tested).run()
        #expect(try root.ledger.documents().isEmpty)
        let report = try Shadow(
            root: GatewayRoot(path: root.path), partners: tested, candidate: root.directory, of: Self.partner,
            ledger: root.ledger
        ).run(since: 0)
        #expect(report.total > 3 && report.unexplained == [])
        #expect(report.changes.contains { $0.key == "verdict:interchange:R-A:E-TEST-DATA" })
        // The other way about, all of it stays away, and somebody must mean that.
        let back = try Shadow(
            root: GatewayRoot(path: root.path), partners: root.directory, candidate: tested, of: Self.partner,
            ledger: root.ledger)
        #expect(try back.run(since: 0).total == 0)
    }

    @Test func `then is the profile of then, whatever stands in the file now`() throws {
        let root = try worked()
        let path = "TradingPartners/\(Self.partner)/profile.json5"
        let lax = try root.text(path).replacing("functional: \"997\"", with: "functional: \"none\"")
        try root.write(lax, to: path)
        let edited = try GatewayRoot(path: root.path).loadPartners().0
        let report = try Shadow(
            root: GatewayRoot(path: root.path), partners: edited, candidate: edited, of: Self.partner,
            ledger: root.ledger
        ).run(since: 0)
        #expect(report.changes.map(\.key) == ["ack:997-none"])
    }

    @Test func `many interchanges in one file, some of another partner, are each judged once`() throws {
        let many = (0..<5).map { Order.interchange(number: 600 + $0) }.joined()
        let root = try worked([many, "no X12"])
        let report = try shadow(root, "functional: \"997\"", with: "functional: \"none\"")
        #expect(report.interchanges == 5 && report.changes.map(\.count) == [5])
        #expect(report.changes.first?.place.interchange == "000000600")
    }

    @Test func `kinds beyond the bound are counted, and what has no bytes any more is told`() throws {
        var report = ShadowReport()
        for number in 0..<ShadowReport.mostKinds + 7 {
            report.add(
                "kind:\(number)", at: ShadowReport.Place(file: "", interchange: "", set: "", path: ""), before: nil,
                after: nil)
        }
        #expect(report.changes.count == ShadowReport.mostKinds && report.unlisted == 7)
        #expect(report.total == ShadowReport.mostKinds + 7)
        let root = try worked()
        try root.ledger.transaction { transaction throws(LedgerError) in
            for payload in try root.ledger.purgeable(partner: Self.partner, before: .max, limit: 1) {
                try transaction.purge(payload.sha256, at: 1)
            }
        }
        let purged = try shadow(root, "functional: \"997\"", with: "functional: \"none\"")
        #expect(purged.skipped.purged == 1 && purged.interchanges == 1 && purged.total == 1)
    }

    static let answers: [(before: String?, after: String?, keys: [String])] = [
        (nil, nil, []),
        (nil, "ST*997*0001~AK1*PO*1~SE*3*0001~", ["none-997"]),
        ("ST*997*0001~AK5*A~SE*3*0001~", "ST*997*0001~AK5*A~SE*3*0001~", []),
        ("ST*997*0001~AK5*A~SE*3*0001~", "ST*999*0001~IK5*A~SE*3*0001~", ["997-999"]),
        ("ST*997*0001~AK5*A~SE*3*0001~", "ST*997*0001~AK5*R*5~SE*3*0001~", ["997:AK501", "997:AK502"]),
        (
            "ST*997*0001~AK2*850*1~AK5*A~SE*4*0001~", "ST*997*0001~AK2*850*1~AK3*BEG*2**8~AK5*R*5~SE*5*0001~",
            ["997:AK501", "997:AK502", "997:SE01", "997:AK3-new"]
        ),
        ("ST*997*0001~AK3*BEG*2~AK5*E~SE*4*0001~", "ST*997*0001~AK5*E~SE*4*0001~", ["997:AK3-gone"]),
    ]

    @Test(arguments: answers.indices)
    func `answers are compared segment by segment`(row: Int) {
        let envelope =
            "ISA*00*          *00*          *ZZ*A              *ZZ*B              *700101*0000*U*00401*000000001*0*P*>~"
        func bytes(_ text: String?) -> [UInt8]? { text.map { Array((envelope + $0).utf8) } }
        let (before, after, keys) = Self.answers[row]
        #expect(AnswerDifference.find(bytes(before), bytes(after)).map(\.key) == keys)
    }
}
