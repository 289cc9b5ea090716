import Ledger
import Testing

/// Many deliveries by one statement.
@Suite struct DeliveryStretchTests {
    /// Three documents and their answers in the outbox, by turns.
    private static func filled(_ folder: TemporaryFolder) throws -> Ledger {
        let ledger = try folder.open()
        try ledger.transaction { transaction throws(LedgerError) in
            var recording = Recording()
            recording.interchange = try transaction.insert(try Self.interchange(in: transaction))
            for number in 1...3 {
                try transaction.insert(.sample("d-\(number)", number: "PO-\(number)") as Ledger.Document)
                var document = Ledger.Delivery.sample("\(number).json")
                document.reference = "d-\(number)"
                try transaction.enqueue(document)
                let answer = try transaction.insert(
                    Ledger.Acknowledgment(
                        interchangeID: recording.interchange, kind: .functional, controlNumber: "\(number)",
                        createdAt: 1_004, bytes: Array("ISA".utf8)))
                var delivery = Ledger.Delivery.sample("\(number).edi")
                delivery.kind = .acknowledgment
                delivery.reference = String(answer)
                delivery.folder = "drop/acme/ack"
                try transaction.enqueue(delivery)
            }
        }
        return ledger
    }

    private static func interchange(
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) -> Ledger.Interchange {
        try transaction.archive(.sample())
        return .sample(arrival: try transaction.insert(.sample() as Ledger.Arrival))
    }

    private static let documents = Ledger.DeliveryStretch(kind: .document, ids: 1...5, count: 3)
    private static let answers = Ledger.DeliveryStretch(kind: .acknowledgment, ids: 2...6, count: 3)

    @Test func `they are staged and done like one by one`() throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.filled(folder)
        try ledger.transaction { transaction throws(LedgerError) in
            #expect(try transaction.stage(Self.documents, as: "outbox/", isShared: false))
            #expect(try transaction.stage(Self.answers, as: "outbox/", isShared: false))
        }
        #expect(try ledger.pendingDeliveries().isEmpty)
        #expect(
            try ledger.stagedDeliveries().map { "\($0.id) \($0.staged ?? "")" } == (1...6).map { "\($0) outbox/\($0)" })
        try ledger.transaction { transaction throws(LedgerError) in
            #expect(try transaction.markDelivered(Self.documents, at: 1_010))
            #expect(try transaction.markDelivered(Self.answers, at: 1_010))
        }
        for id in 1...6 {
            let done = try #require(try ledger.delivery(id))
            #expect(done.deliveredAt == 1_010 && done.placedAs == done.fileName && done.attempts == 1)
        }
        #expect(try ledger.documents().map(\.state) == [.delivered, .delivered, .delivered])
        #expect(try ledger.acknowledgments(ofInterchange: 1).map(\.state) == [.delivered, .delivered, .delivered])
        #expect(
            try ledger.latencies().map { "\($0.stage) \($0.partner) \($0.kind) \($0.bucket) \($0.count) \($0.total)" }
                == [
                    "deliver acme PurchaseOrder 10 3 18", "deliver acme acknowledgment 10 3 18",
                ])
        #expect(try ledger.faults() == [])
    }

    @Test func `documents of one file bear its names`() throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.filled(folder)
        var file = Self.documents
        file.folder = "canonical/PurchaseOrder"
        try ledger.transaction { transaction throws(LedgerError) in
            #expect(try transaction.stage(file, as: "outbox/1.ndjson", isShared: true))
            #expect(try transaction.markDelivered(file, at: 1_010, as: "PurchaseOrder-1.ndjson"))
        }
        for id in [1, 3, 5] {
            let done = try #require(try ledger.delivery(id))
            #expect(done.staged == "outbox/1.ndjson" && done.placedAs == "PurchaseOrder-1.ndjson")
        }
        #expect(try ledger.pendingDeliveries().map(\.id) == [2, 4, 6])
    }

    /// What keeps a stretch from being what it was taken for.
    enum Stranger: CaseIterable {
        case more, fewer, done, queued, otherFolder, underWayElsewhere
    }

    @Test(arguments: Stranger.allCases)
    func `nothing is recorded of a stretch that is another than it was taken for`(stranger: Stranger) throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.filled(folder)
        var stretch = Self.documents
        try ledger.transaction { transaction throws(LedgerError) in
            switch stranger {
            case .more: stretch.count = 2
            case .fewer: stretch.count = 4
            case .done: try transaction.markDelivered(3, at: 1_009)
            case .queued: try transaction.park(3, at: "folder canonical/PurchaseOrder", until: 5, failures: 1)
            case .otherFolder: stretch.folder = "canonical/Invoice"
            case .underWayElsewhere:
                var again = Ledger.Delivery.sample("again.json")
                again.reference = "d-2"
                again.destination = "elsewhere"
                try transaction.enqueue(again)
            }
        }
        let before = try (1...6).map { try ledger.delivery($0) }
        try ledger.transaction { transaction throws(LedgerError) in
            if stranger != .underWayElsewhere {
                #expect(try !transaction.stage(stretch, as: "outbox/", isShared: false))
            }
            #expect(try !transaction.markDelivered(stretch, at: 1_010))
        }
        #expect(try (1...6).map { try ledger.delivery($0) } == before)
        // Its bytes lie in their files all the same; that one of them goes elsewhere too is known when they are placed.
        guard stranger == .underWayElsewhere else { return }
        try ledger.transaction { transaction throws(LedgerError) in
            #expect(try transaction.stage(stretch, as: "outbox/", isShared: false))
            #expect(try !transaction.markDelivered(stretch, at: 1_010))
        }
        #expect(try ledger.stagedDeliveries().map(\.id) == [1, 3, 5])
    }

    @Test func `a long outbox is read until enough bytes have come together`() throws {
        let folder = try TemporaryFolder()
        let ledger = try Self.filled(folder)
        #expect(try ledger.pendingDeliveries(bytes: 3).map(\.id) == [1, 2])
        #expect(try ledger.pendingDeliveries(after: 2, bytes: 2).map(\.id) == [3])
        #expect(try ledger.pendingDeliveries(limit: 4, bytes: 1_000).map(\.id) == [1, 2, 3, 4])
    }
}
