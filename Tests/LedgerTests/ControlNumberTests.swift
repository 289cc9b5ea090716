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

    @Test func `a series follows on the number it was set to`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            try transaction.setLastControlNumber(
                us: "01:1", partner: "ZZ:ACME", usage: "P", series: "interchange", to: 999_999_998)
            #expect(try draw(transaction) == 999_999_999)
            #expect(try draw(transaction) == 1)
        }
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
        try transaction.nextControlNumber(us: us, partner: partner, usage: usage, series: series, maximum: maximum)
    }
}
