import Ledger
import Testing

@Suite struct ControlNumberTests {
    @Test func `a thousand draws give a thousand numbers in order`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let numbers = try ledger.transaction { transaction throws(LedgerError) in
            var numbers: [Int] = []
            for _ in 0..<1_000 { numbers.append(try draw(transaction)) }
            return numbers
        }
        #expect(numbers == Array(1...1_000))
    }

    @Test(arguments: [(1, [1, 1, 1, 1]), (3, [1, 2, 3, 1]), (999_999_999, [1, 2, 3, 4])])
    func `after the greatest number comes 1`(maximum: Int, expected: [Int]) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let numbers = try ledger.transaction { transaction throws(LedgerError) in
            var numbers: [Int] = []
            for _ in 0..<4 { numbers.append(try draw(transaction, maximum: maximum)) }
            return numbers
        }
        #expect(numbers == expected)
    }

    @Test func `each partner, usage and series counts for itself`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let numbers = try ledger.transaction { transaction throws(LedgerError) in
            [
                try draw(transaction), try draw(transaction, partner: "ZZ:OTHER"), try draw(transaction, usage: "T"),
                try draw(transaction, series: "group"), try draw(transaction, us: "01:2"), try draw(transaction),
            ]
        }
        #expect(numbers == [1, 1, 1, 1, 1, 2])
        #expect(try ledger.controlNumbers().count == 5)
    }

    @Test func `a series goes on with the number it was set to, and says why`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            #expect(try draw(transaction) == 1)
            try transaction.setNextControlNumber(.sample(), to: 999_999_999, reason: "moved", at: 5)
            #expect(try draw(transaction) == 999_999_999)
            #expect(try draw(transaction) == 1)
        }
        let number = try #require(try ledger.controlNumbers().first)
        let audit = try ledger.audit(number)
        #expect(audit.faults == [] && audit.used == 3 && number.cycle == 2)
        #expect(audit.gaps.map { [$0.cycle, $0.first, $0.last] } == [[1, 2, 999_999_998]])
        #expect(audit.gaps.map(\.reason) == ["moved"])
        #expect(try ledger.uses(of: 1, in: number) == ["test", "test"])
        #expect(try ledger.events().map(\.kind) == ["control-number", "control-number"])
    }

    @Test func `going back is refused unless it is meant, and then begins a new cycle`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for _ in 0..<5 { _ = try draw(transaction) }
        }
        for next in [1, 5, 0, -1, 1_000_000_000] {
            #expect(throws: LedgerError(.constraint, reason: "")) {
                try ledger.transaction { transaction throws(LedgerError) in
                    try transaction.setNextControlNumber(.sample(), to: next, reason: "again", at: 5)
                }
            }
        }
        let number = try ledger.transaction { transaction throws(LedgerError) in
            try transaction.setNextControlNumber(.sample(), to: 3, reason: "again", at: 5, goingBack: true)
            return try draw(transaction)
        }
        #expect(number == 3)
        let audit = try ledger.audit(try #require(try ledger.controlNumbers().first))
        #expect(audit.faults == [])
        #expect(audit.gaps.map { [$0.cycle, $0.first, $0.last] } == [[1, 6, 999_999_999], [2, 1, 2]])
    }

    @Test(arguments: [
        ("DELETE FROM control_number_use WHERE number = 2", "is neither used nor part of a gap with a reason"),
        ("UPDATE control_number SET last = 9", "is neither used nor part of a gap with a reason"),
        ("UPDATE control_number SET last = 3", "lies beyond the last number given out"),
        ("INSERT INTO control_number_gap VALUES (1, 1, 3, 3, 0, 'lost')", "counts twice"),
        ("UPDATE control_number SET cycle = 1000000000000", "is neither used nor part of a gap with a reason"),
    ])
    func `the audit finds numbers of which nobody knows`(sql: String, explanation: String) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for _ in 0..<4 { _ = try draw(transaction) }
        }
        try folder.executeElsewhere(sql)
        let audit = try ledger.audit(try #require(try ledger.controlNumbers().first))
        #expect(audit.faults.map(\.explanation).contains(explanation))
    }

    @Test func `a number drawn in a transaction that fails is given again`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.absent, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try draw(transaction)
                throw LedgerError(.absent, reason: "the body gives up")
            }
        }
        #expect(try ledger.controlNumbers().isEmpty)
    }

    @Test(arguments: [0, -1, Int.min]) func `a greatest number under 1 is refused`(maximum: Int) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.constraint, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in try draw(transaction, maximum: maximum) }
        }
    }

    private func draw(
        _ transaction: borrowing Ledger.Transaction, us: String = "01:1", partner: String = "ZZ:ACME",
        usage: String = "P", series: String = "interchange", maximum: Int = 999_999_999
    ) throws(LedgerError) -> Int {
        try transaction.nextControlNumber(
            .sample(us: us, partner: partner, usage: usage, series: series), for: "test", at: 1, maximum: maximum)
    }
}
