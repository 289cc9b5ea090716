import Commerce
import Ledger
import Partners
import Reconciliation
import X12

/// Keeps how far orders have come: every document that names one closes a hop, line by line.
struct OrderBook {
    let ledger: Ledger
    let partner: String
    let clocks: Clocks
    let time: Int64

    /// What a document says of orders that does not fit what is known of them.
    func findings(
        _ facts: DocumentFacts, kind: String, number: String, direction: Ledger.Direction
    ) throws(LedgerError) -> [OrderFinding] {
        guard let stage = OrderStage(kind: kind), stage != .ordered else { return [] }
        let way = Self.way(stage, direction)
        var findings: [OrderFinding] = []
        for statement in facts.orders {
            let known = try order(statement, way)
            var postings =
                try known.map { id throws(LedgerError) in try OrderPosting.all(ofOrder: id, in: ledger) } ?? []
            postings += statement.lines.map {
                OrderPosting(stage: stage, document: "", number: number, purpose: facts.purpose, line: $0)
            }
            findings += OrderFinding.of(
                statement, stage: stage, among: postings,
                expectsOrder: try ledger.knowsOrders(partner: partner, direction: way))
        }
        return findings
    }

    /// Records what a recorded document says of orders.
    func post(
        _ facts: DocumentFacts, document: String, kind: String, number: String, direction: Ledger.Direction,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        guard let stage = OrderStage(kind: kind) else { return }
        let way = Self.way(stage, direction)
        for statement in facts.orders {
            let id: Int
            if stage == .ordered {
                func due(_ term: Term?) -> Int64? { term.map { clocks.calendar.deadline($0, after: time) } }
                id = try transaction.placeOrder(
                    partner: partner, direction: way, number: statement.number, release: statement.release,
                    document: document, at: time, acknowledgmentDue: due(clocks.orderAcknowledgment),
                    shipNoticeDue: due(clocks.shipNotice), invoiceDue: due(clocks.invoice))
            } else {
                id = try transaction.order(
                    partner: partner, direction: way, number: statement.number, release: statement.release)
                try transaction.close(order: id, stage: stage.rawValue, at: time)
            }
            guard !statement.lines.isEmpty else { continue }
            try transaction.post(
                Ledger.OrderPosting(
                    documentID: document, stage: stage.rawValue, number: number, purpose: facts.purpose,
                    lines: statement.lines.text),
                toOrder: id)
        }
    }

    /// Which way the order of a document goes: its answers go the other way.
    private static func way(_ stage: OrderStage, _ direction: Ledger.Direction) -> Ledger.Direction {
        if stage == .ordered { return direction }
        return direction == .incoming ? .outgoing : .incoming
    }

    private func order(_ statement: OrderStatement, _ way: Ledger.Direction) throws(LedgerError) -> Int? {
        try ledger.orders(number: statement.number).first {
            $0.partner == partner && $0.direction == way && $0.release == statement.release
        }?.id
    }
}

extension OrderPosting {
    /// What documents say of each line of an order, in the order of recording; nothing for a stage that the gateway never
    /// wrote.
    static func all(ofOrder id: Int, in ledger: Ledger) throws(LedgerError) -> [OrderPosting] {
        var all: [OrderPosting] = []
        for posting in try ledger.postings(ofOrder: id) {
            guard let lines = LineStatements(packed: posting.lines) else {
                throw LedgerError(
                    .corrupt, reason: "column lines of document \(posting.documentID) holds no lines of an order")
            }
            guard let stage = OrderStage(rawValue: posting.stage) else { continue }
            all += lines.map {
                OrderPosting(
                    stage: stage, document: posting.documentID, number: posting.number, purpose: posting.purpose,
                    line: $0)
            }
        }
        return all
    }
}

extension FindingCode {
    /// Whether it tells what earlier interchanges and documents say against one, rather than what is in it.
    var isAboutHistory: Bool {
        switch self {
        case .numberReset, .numberSequence, .groupRepeated, .documentRepeated, .documentConflict, .orderUnknown,
            .orderLine, .overAcknowledged, .overShipped, .overInvoiced, .orderPrice, .orderUnit:
            true
        default: false
        }
    }

    /// The finding that says what does not fit.
    init(_ kind: OrderFinding.Kind) {
        self =
            switch kind {
            case .unknownOrder: .orderUnknown
            case .unknownLine: .orderLine
            case .overAcknowledged: .overAcknowledged
            case .overShipped: .overShipped
            case .overInvoiced: .overInvoiced
            case .price: .orderPrice
            case .unit: .orderUnit
            }
    }
}
