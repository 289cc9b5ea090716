import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// What came before, judged once more.
@Suite struct ReplayTests {
    private static let strict = "severities: [\n    { check: \"B-LINE-COUNT\", severity: \"error\" },"

    /// A root that worked two orders under a profile that holds one of them, and the profiles of then.
    private func worked() throws -> (TestRoot, PartnerDirectory) {
        let root = try TestRoot()
        let path = MendingTests.profile
        try root.write(try root.text(path).replacing("severities: [", with: Self.strict), to: path)
        let tight = try GatewayRoot(path: root.path).loadPartners().0
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"), as: "held.edi")
        try root.drop(Order.interchange(number: 502), as: "sound.edi")
        _ = try root.gateway(partners: tight).run()
        return (root, tight)
    }

    private func replay(
        _ root: TestRoot, _ directory: PartnerDirectory, _ choice: Replay.Choice = Replay.Choice(),
        under mode: Replay.Mode = .now, applying decision: Mending.Decision? = nil
    ) throws -> (Replay.Count, [Replay.Difference]) {
        var differences: [Replay.Difference] = []
        let replay = try Replay(
            root: GatewayRoot(path: root.path), partners: directory, ledger: root.ledger, time: root.time)
        let count = try replay.run(choice, under: mode, applying: decision) { differences.append($0) }
        return (count, differences)
    }

    @Test func `under the same profile nothing differs`() throws {
        let (root, tight) = try worked()
        let (count, differences) = try replay(root, tight)
        #expect(differences.isEmpty && count.sets == 2 && count.interchanges == 2)
    }

    @Test func `a mended profile shows what would go on, and a replay lets it, once`() throws {
        let (root, _) = try worked()
        let (_, dry) = try replay(root, root.directory)
        #expect(dry.map(\.document) == [.new] && dry.map(\.wentOn) == [false])
        #expect(try root.ledger.heldQuarantine().count == 1)
        let (count, done) = try replay(root, root.directory, applying: MendingTests.decision)
        #expect(done.map(\.wentOn) == [true] && count.wentOn == 1)
        try root.run()
        #expect(try root.ledger.documents().map(\.state) == [.delivered, .delivered])
        #expect(try root.ledger.heldQuarantine().isEmpty)
        #expect(try replay(root, root.directory, applying: MendingTests.decision).0.wentOn == 0)
    }

    @Test func `what a person mended, and what was found against earlier documents, is no difference`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20261332"]), as: "1.edi")
        try root.drop(Order.interchange(number: 502), as: "2.edi")
        try root.run()
        #expect(try root.ledger.findings(ofInterchange: 2).map(\.code) == ["B-GROUP-REPEATED"])
        let item = try #require(try HeldItem.find(1, in: root.ledger))
        let mending = try Mending(
            root: GatewayRoot(path: root.path), partners: root.directory, ledger: root.ledger, time: root.time)
        let edit = try ElementEdit.read("BEG:5=20261201").get()
        #expect(try mending.fix(item, edit, MendingTests.decision).get().wentOn)
        try root.run()
        #expect(try replay(root, root.directory).1.isEmpty)
    }

    @Test func `the profile of then judges as it did then`() throws {
        let (root, _) = try worked()
        #expect(try replay(root, root.directory, under: .then).1.isEmpty)
    }

    @Test func `a stricter profile shows what would be held, and takes nothing back`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange().replacing("CTT*1*", with: "CTT*2*"))
        try root.run()
        let path = MendingTests.profile
        try root.write(try root.text(path).replacing("severities: [", with: Self.strict), to: path)
        let tight = try GatewayRoot(path: root.path).loadPartners().0
        let (_, differences) = try replay(root, tight, applying: MendingTests.decision)
        #expect(differences.map(\.document) == [.held] && differences.map(\.wentOn) == [false])
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
    }

    @Test func `what is chosen is judged and nothing else`() throws {
        let (root, tight) = try worked()
        #expect(try replay(root, tight, .init(partner: "tallis-surgical")).0.interchanges == 0)
        #expect(try replay(root, tight, .init(since: root.time + 1)).0.interchanges == 0)
        #expect(try replay(root, tight, .init(until: root.time)).0.interchanges == 0)
        #expect(try replay(root, tight, .init(since: root.time, until: root.time + 1)).0.interchanges == 2)
        let id = try #require(try root.ledger.documents().last).id
        #expect(try replay(root, tight, .init(document: id)).0.sets == 1)
        #expect(try replay(root, tight, .init(document: "none")).0.sets == 0)
    }
}
