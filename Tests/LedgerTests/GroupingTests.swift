import Ledger
import Testing

/// Many transactions, one commit.
@Suite struct GroupingTests {
    private static func record(_ text: String, _ ledger: Ledger) throws {
        try ledger.transaction { transaction throws(LedgerError) in
            _ = try transaction.insert(Ledger.Event(at: 1, kind: "recorded", subject: text, detail: ""))
        }
    }

    @Test func `others see a group when it is committed, and not before`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let other = try folder.open()
        try ledger.beginGroup()
        try Self.record("a", ledger)
        try Self.record("b", ledger)
        #expect(try ledger.events().count == 2)
        #expect(try other.events().isEmpty)
        try ledger.commitGroup()
        #expect(try other.events().map(\.subject) == ["a", "b"])
    }

    @Test func `a transaction that throws takes back its own rows only`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.beginGroup()
        try Self.record("a", ledger)
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try transaction.insert(Ledger.Event(at: 1, kind: "recorded", subject: "b", detail: ""))
                throw LedgerError(.absent, reason: "the body gives up")
            }
        }
        try Self.record("c", ledger)
        try ledger.commitGroup()
        #expect(try ledger.events().map(\.subject) == ["a", "c"])
        #expect(try ledger.verifyEvents().fault == nil)
    }

    @Test func `a group that is rolled back leaves nothing, and the next one is like any`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.beginGroup()
        try Self.record("a", ledger)
        ledger.rollBackGroup()
        ledger.rollBackGroup()
        #expect(try ledger.events().isEmpty)
        try Self.record("b", ledger)
        try ledger.beginGroup()
        try ledger.commitGroup()
        #expect(try folder.open().events().map(\.subject) == ["b"])
    }

    @Test func `groups do not nest, and nothing is committed twice`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.ended, reason: "")) { try ledger.commitGroup() }
        try ledger.beginGroup()
        #expect(throws: LedgerError(.nested, reason: "")) { try ledger.beginGroup() }
        let _: Void = try ledger.transaction { _ throws(LedgerError) in
            #expect(throws: LedgerError(.nested, reason: "")) {
                try ledger.transaction { _ throws(LedgerError) in }
            }
        }
        try ledger.commitGroup()
        #expect(throws: LedgerError(.ended, reason: "")) { try ledger.commitGroup() }
    }

    @Test func `a transaction that throws breaks a group that is undone as a whole`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.beginGroup(undoing: .whole)
        try Self.record("a", ledger)
        #expect(ledger.groupFault == nil)
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try transaction.insert(Ledger.Event(at: 1, kind: "recorded", subject: "b", detail: ""))
                throw LedgerError(.absent, reason: "the body gives up")
            }
        }
        #expect(ledger.groupFault?.code == .absent)
        #expect(throws: LedgerError(.ended, reason: "")) { try Self.record("c", ledger) }
        #expect(throws: LedgerError(.ended, reason: "")) { try ledger.commitGroup() }
        #expect(try ledger.events().isEmpty)
        try ledger.beginGroup(undoing: .whole)
        try Self.record("d", ledger)
        try ledger.commitGroup()
        #expect(try folder.open().events().map(\.subject) == ["d"])
        #expect(try ledger.verifyEvents().fault == nil)
    }
}
