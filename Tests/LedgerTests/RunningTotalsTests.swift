import Ledger
import Testing

/// What is added up in memory and written before the commit.
@Suite struct RunningTotalsTests {
    private static let sender = Ledger.Interchange.sample(arrival: nil).identity

    /// Counts, draws and keeps a number; gives the one that was drawn.
    @discardableResult
    private static func work(_ ledger: Ledger, _ number: Int, failing: Bool = false) throws -> Int {
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.tally("received", partner: "acme", kind: "A", at: Int64(100 - number))
            try transaction.observe("judge", partner: "acme", milliseconds: 7)
            try transaction.setReceived(number, of: sender, series: "interchange", at: Int64(number))
            let drawn = try transaction.nextControlNumber(.sample(), for: "file \(number)", at: Int64(number))
            _ = try transaction.insert(Ledger.Event(at: 1, kind: "worked", subject: "\(number)", detail: ""))
            if failing { throw LedgerError(.constraint, reason: "a row is refused") }
            return drawn
        }
    }

    private static func expectThree(_ ledger: Ledger) throws {
        #expect(try ledger.tallies().map { "\($0.name) \($0.kind) \($0.count) \($0.lastAt)" } == ["received A 3 99"])
        #expect(try ledger.latencies().map { [$0.bucket, $0.count, $0.total] } == [[10, 3, 21]])
        #expect(try ledger.lastReceived(sender, series: "interchange") == 3)
        let number = try #require(try ledger.controlNumbers().first)
        #expect(number.last == 3)
        #expect(try ledger.audit(number).faults == [])
        #expect(try ledger.verifyEvents().fault == nil)
    }

    @Test(arguments: [Ledger.GroupUndoing.parts, .whole, nil])
    func `they are on the disk with their transactions`(undoing: Ledger.GroupUndoing?) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let other = try folder.open()
        if let undoing { try ledger.beginGroup(undoing: undoing) }
        #expect(try (1...3).map { try Self.work(ledger, $0) } == [1, 2, 3])
        if undoing != nil {
            #expect(try other.tallies().isEmpty && other.controlNumbers().isEmpty)
            try ledger.commitGroup()
        }
        try Self.expectThree(other)
    }

    @Test func `a transaction sees its own`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.beginGroup()
        for number in 1...3 {
            try Self.work(ledger, number)
            // Asked between two of them, they are written before and go on from there.
            #expect(try ledger.tallies().map(\.count) == [number])
            #expect(try ledger.controlNumbers().map(\.last) == [number])
        }
        try Self.expectThree(ledger)
        try ledger.commitGroup()
        try Self.expectThree(try folder.open())
    }

    @Test(arguments: [false, true])
    func `a part that is undone takes its own back and no others`(isAsked: Bool) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.beginGroup()
        try Self.work(ledger, 1)
        if isAsked { _ = try ledger.tallies() }
        #expect(throws: LedgerError(.constraint, reason: "")) { try Self.work(ledger, 2, failing: true) }
        #expect(try ledger.lastReceived(Self.sender, series: "interchange") == 1)
        #expect(try Self.work(ledger, 2) == 2)
        #expect(throws: LedgerError(.constraint, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.tally("received", partner: "acme", kind: "A", at: 1)
                _ = try ledger.tallies()
                throw LedgerError(.constraint, reason: "undone behind a query that wrote")
            }
        }
        #expect(try Self.work(ledger, 3) == 3)
        try ledger.commitGroup()
        try Self.expectThree(try folder.open())
    }

    @Test func `a transaction that is undone leaves none`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.constraint, reason: "")) { try Self.work(ledger, 1, failing: true) }
        try ledger.beginGroup(undoing: .whole)
        try Self.work(ledger, 1)
        ledger.rollBackGroup()
        for number in 1...3 { #expect(try Self.work(ledger, number) == number) }
        try Self.expectThree(try folder.open())
    }
}
