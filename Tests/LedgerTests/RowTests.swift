import Ledger
import Testing

@Suite struct RowTests {
    @Test(arguments: [
        "arrival", "interchange", "functional_group", "transaction_set", "finding", "document", "quarantine",
    ])
    func `foreign keys refuse orphans`(table: String) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let error = try #require(throws: LedgerError.self) {
            try ledger.transaction { transaction throws(LedgerError) in try insertOrphan(table, in: transaction) }
        }
        #expect(error == LedgerError(.orphan, reason: ""))
        #expect(error.reason.contains(table))
        #expect(try ledger.counts().allSatisfy { $0.rows == 0 })
    }

    private func insertOrphan(_ table: String, in transaction: borrowing Ledger.Transaction) throws(LedgerError) {
        switch table {
        case "arrival":
            _ = try transaction.insert(.sample() as Ledger.Arrival)
        case "interchange":
            _ = try transaction.insert(.sample(arrival: 9) as Ledger.Interchange)
        case "functional_group":
            _ = try transaction.insert(.sample(interchange: 9) as Ledger.FunctionalGroup)
        case "transaction_set":
            _ = try transaction.insert(.sample(group: 9) as Ledger.TransactionSet)
        case "finding":
            try transaction.insert(Ledger.Finding(interchangeID: 9, code: "E", severity: .note, message: ""))
        case "document":
            try transaction.insert(.sample(interchange: 9) as Ledger.Document)
        default:
            try transaction.insert(
                Ledger.Quarantine(arrivalID: 9, reason: "", explanation: "", remedy: "", createdAt: 0))
        }
    }

    @Test func `a payload is archived once and keeps its first time`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            var payload = Ledger.Payload.sample()
            #expect(try transaction.archive(payload))
            payload.receivedAt = 9_999
            #expect(try !transaction.archive(payload))
        }
        #expect(try ledger.payload(digest(of: 1))?.receivedAt == 1_000)
    }

    @Test(arguments: [
        Ledger.Payload.Contents.bytes([]), .bytes([0, 255, 0]), .archived(path: "archive/ab/cd", size: 5_000_000_000),
    ])
    func `a payload comes back as it was archived`(contents: Ledger.Payload.Contents) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let payload = Ledger.Payload(sha256: digest(of: 1), contents: contents, receivedAt: -1)
        try ledger.transaction { transaction throws(LedgerError) in _ = try transaction.archive(payload) }
        #expect(try ledger.payload(digest(of: 1)) == payload)
    }

    @Test(arguments: [[], [1], digest(of: 1) + [1]] as [[UInt8]])
    func `a hash that is not 32 bytes long is refused`(hash: [UInt8]) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let payload = Ledger.Payload(sha256: hash, contents: .bytes([]), receivedAt: 0)
        #expect(throws: LedgerError(.constraint, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in _ = try transaction.archive(payload) }
        }
    }

    @Test func `a hash of two sizes is refused`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        #expect(throws: LedgerError(.constraint, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.archive(.sample(bytes: [1]))
                try transaction.archive(.sample(bytes: [1, 2]))
            }
        }
    }

    @Test func `earlier interchanges tell a retransmission from a collision`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let first = try ledger.transaction { transaction throws(LedgerError) in
            try Recording.sample(in: transaction).interchange
        }
        let identity = Ledger.Interchange.sample(arrival: 1).identity
        let earlier = try ledger.earlierInterchanges(identity)
        #expect(earlier.map(\.id) == [first])
        #expect(earlier.map(\.sha256) == [digest(of: 1)])
        #expect(earlier.map(\.disposition) == [.processed])
        var other = identity
        other.usage = "T"
        #expect(try ledger.earlierInterchanges(other).isEmpty)
        #expect(try ledger.interchanges(controlNumber: "000000042").map(\.id) == [first])
        #expect(try ledger.interchanges(ofArrival: 1).map(\.id) == [first])
        #expect(try ledger.interchanges(ofArrival: 2).isEmpty)
    }

    @Test func `an arrival brings each of its interchanges in once`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let ids = try ledger.transaction { transaction throws(LedgerError) in try Recording.sample(in: transaction) }
        #expect(throws: LedgerError(.duplicate, reason: "")) {
            try ledger.transaction { transaction throws(LedgerError) in
                _ = try transaction.insert(.sample(arrival: ids.arrival) as Ledger.Interchange)
            }
        }
    }

    @Test func `documents are listed by what is asked for`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            for number in 1...5 { try transaction.insert(.sample("d-\(number)", number: "PO-\(number)")) }
            try transaction.setDocument("d-2", to: .held)
        }
        #expect(try ledger.documents().map(\.number) == ["PO-1", "PO-2", "PO-3", "PO-4", "PO-5"])
        #expect(try ledger.documents(number: "PO-3").map(\.id) == ["d-3"])
        #expect(try ledger.documents(state: .held).map(\.id) == ["d-2"])
        #expect(try ledger.documents(number: "PO-3", state: .held).isEmpty)
        #expect(try ledger.documents(kind: "Invoice").isEmpty)
        #expect(try ledger.documents(partner: "acme", limit: 2).count == 2)
        #expect(try ledger.documents(limit: -1).isEmpty)
    }

    @Test func `text is kept as it is`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let texts = ["", "a\0b", "Grüße 🩺", "'; DROP TABLE event; --", String(repeating: "x", count: 100_000)]
        try ledger.transaction { transaction throws(LedgerError) in
            for text in texts { try transaction.insert(Ledger.Event(at: .min, kind: text, subject: "", detail: text)) }
        }
        #expect(try ledger.events().map(\.detail) == texts)
        #expect(try ledger.events(after: 2, limit: 1).map(\.kind) == [texts[2]])
    }

    @Test(arguments: [
        "UPDATE event SET detail = ''", "DELETE FROM event",
        "INSERT OR REPLACE INTO event VALUES (1, 0, '', '', '', zeroblob(32), zeroblob(32))",
        "INSERT INTO event VALUES (2, 0, '', '', '', zeroblob(32), zeroblob(32))",
        "INSERT INTO event (at, kind, subject, detail, previous, hash) SELECT 0, '', '', '', hash, hash FROM event",
    ])
    func `an event cannot be changed, not even by another program`(sql: String) throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        let event = Ledger.Event(at: 1, kind: "recorded", subject: "orders.edi", detail: "as it was")
        try ledger.transaction { transaction throws(LedgerError) in _ = try transaction.insert(event) }
        #expect(throws: LedgerError(.constraint, reason: "")) { try folder.executeElsewhere(sql) }
        #expect(try ledger.events().map(\.entry) == [event])
    }

    @Test func `a word the ledger never wrote is called corrupt`() throws {
        let folder = try TemporaryFolder()
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in try transaction.insert(.sample() as Ledger.Document)
        }
        try folder.executeElsewhere(
            "PRAGMA ignore_check_constraints = ON; UPDATE undelivered_document SET state = 'lost'")
        let error = try #require(throws: LedgerError.self) { try ledger.documents() }
        #expect(error == LedgerError(.corrupt, reason: ""))
        #expect(error.reason.contains("holds no Progress"))
    }
}
