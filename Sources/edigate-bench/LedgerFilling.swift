import Commerce
import Ledger

/// Fills a ledger as a gateway would have, by the ledger's own functions: of each order of a hundred suppliers what came,
/// what was made of it, what was answered, what went where; and what followed it, an invoice and a ship notice.
struct LedgerFilling {
    /// The bytes of a document's JSON, and of the interchange it came in.
    static let bytes = (json: 2_400, interchange: 700)
    /// Documents that are committed together.
    private static let group = 2_000

    let ledger: Ledger
    /// When the first document came, in milliseconds since 1970 UTC; each comes a second after the one before.
    private let start: Int64 = 1_700_000_000_000

    /// What a document is found by.
    struct Keys {
        var all: [(kind: String, value: String)]
    }

    /// The keys of a document: every third is an order, an invoice, a ship notice.
    static func keys(_ number: Int) -> Keys {
        let order = ("order", "PO-\(number / 3)")
        switch number % 3 {
        case 0: return Keys(all: [order])
        case 1: return Keys(all: [order, ("invoice", "INV-\(number)")])
        default:
            return Keys(all: [
                order, ("shipment", "SH-\(number)"), ("sscc", sscc(number)), ("lot", "LOT-\(number / 10)"),
                ("serial", "SN-\(number)"),
            ])
        }
    }

    private static func sscc(_ number: Int) -> String { "10614141" + GatewayBench.control(number) + "0" }

    /// A document's id, which looks as if it were by chance.
    static func id(_ number: Int) -> String {
        let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(number) << 17, radix: 16)
        let filled = String(repeating: "0", count: 16 - digits.count) + digits
        return
            "\(filled.prefix(8))-\(filled.dropFirst(8).prefix(4))-8000-8000-\(filled.suffix(4))\(GatewayBench.control(number).suffix(8))"
    }

    static func partner(_ number: Int) -> String { "supplier-\(number % 100)" }

    /// Records so many documents.
    func fill(_ count: Int) throws {
        var next = 1
        while next <= count {
            let end = min(next + Self.group, count + 1)
            try ledger.beginGroup()
            for number in next..<end {
                try ledger.transaction { transaction throws(LedgerError) in try record(number, in: transaction) }
            }
            try ledger.commitGroup()
            next = end
        }
    }

    private func record(_ number: Int, in transaction: borrowing Ledger.Transaction) throws(LedgerError) {
        let time = start + Int64(number) * 1_000
        let partner = Self.partner(number)
        let hash = Self.hash(number)
        let payload = [UInt8](repeating: UInt8(ascii: "*"), count: Self.bytes.interchange)
        try transaction.archive(Ledger.Payload(sha256: hash, contents: .bytes(payload), receivedAt: time))
        let arrival = try transaction.insert(
            Ledger.Arrival(
                partner: partner, folder: "drop/\(partner)/in", fileName: "file-\(number).edi", payloadSHA256: hash,
                arrivedAt: time, workName: "\(time)@\(partner)@\(number)@1"))
        let control = GatewayBench.control(number / 100 + 1)
        let interchange = try transaction.insert(
            Ledger.Interchange(
                arrivalID: arrival, ordinal: 1,
                identity: Ledger.InterchangeIdentity(
                    direction: .incoming, senderQualifier: "ZZ", senderID: partner, receiverQualifier: "ZZ",
                    receiverID: "HUB", controlNumber: control, usage: "P"),
                partner: partner, version: "00401", dated: "260309 0840", sha256: hash, byteOffset: 0,
                byteLength: payload.count, payloadSHA256: hash, verdict: .accepted, ta1Code: "000",
                disposition: .processed, recordedAt: time))
        let group = try transaction.insert(
            Ledger.FunctionalGroup(
                interchangeID: interchange, ordinal: 1, code: "PO", sender: partner, receiver: "HUB",
                controlNumber: String(number / 100 + 1), version: "004010", verdict: .accepted, claimed: 1, received: 1,
                accepted: 1))
        let set = try transaction.insert(
            Ledger.TransactionSet(
                groupID: group, ordinal: 1, set: "850", controlNumber: "0001", verdict: .accepted, segments: 20,
                byteOffset: 106, byteLength: payload.count - 140))
        try recordDocument(number, interchange: interchange, set: set, at: time, in: transaction)
        let answer = try transaction.insert(
            Ledger.Acknowledgment(
                interchangeID: interchange, kind: .functional, controlNumber: GatewayBench.control(number),
                createdAt: time, state: .delivered, bytes: Array(payload.prefix(400))))
        try deliver(
            Ledger.Delivery(
                kind: .acknowledgment, reference: String(answer), partner: partner, folder: "drop/\(partner)/ack",
                fileName: "997_\(GatewayBench.control(number))_\(control).edi", createdAt: time, payload: []),
            at: time, in: transaction)
        try transaction.insert(
            Ledger.Event(
                at: time, kind: "received", subject: "interchange \(interchange)", detail: "judged A, of the bench"))
        try transaction.tally("received", partner: partner, kind: "A", at: time)
        try transaction.finishArrival(arrival, as: .recorded, at: time)
    }

    private func recordDocument(
        _ number: Int, interchange: Int, set: Int, at time: Int64, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let (id, partner, keys) = (Self.id(number), Self.partner(number), Self.keys(number).all)
        let own = keys[keys.count > 1 ? 1 : 0]
        let kinds = ["PurchaseOrder", "Invoice", "ShipNotice"]
        try transaction.insert(
            Ledger.Document(
                heading: Ledger.DocumentHeading(
                    id: id, kind: kinds[number % 3], number: own.value, partner: partner, interchangeID: interchange,
                    setID: set, direction: .incoming, createdAt: time),
                content: Ledger.DocumentContent(sha256: Self.hash(number), purpose: "00"),
                bytes: [UInt8](repeating: UInt8(ascii: " "), count: Self.bytes.json)))
        try transaction.insert(keys.map { Ledger.DocumentKey(kind: $0.kind, value: $0.value) }, ofDocument: id)
        let order = try transaction.order(
            partner: partner, direction: .incoming, number: keys[0].value, release: "")
        try transaction.post(
            Ledger.OrderPosting(
                documentID: id, stage: ["ordered", "invoiced", "shipped"][number % 3], number: own.value, purpose: "00",
                lines: Self.lines.text),
            toOrder: order)
        try deliver(
            Ledger.Delivery(
                kind: .document, reference: id, partner: partner, folder: "canonical/\(kinds[number % 3])",
                fileName: "\(own.value)-\(id.prefix(8)).json", createdAt: time, payload: []),
            at: time, in: transaction)
        try transaction.setDocument(id, to: .delivered)
    }

    private static let lines = LineStatements(
        (1...5).map {
            LineStatement(
                line: String($0), items: ["IN:ITEM-\($0)", "VN:V-\($0)"], quantity: Decimal(15), unit: "BX",
                price: Decimal(mantissa: 1_125, scale: 2))
        })

    private func deliver(
        _ delivery: Ledger.Delivery, at time: Int64, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let id = try transaction.enqueue(delivery)
        try transaction.stage(id, as: "outbox/\(id)")
        try transaction.markDelivered(id, at: time + 40, as: delivery.fileName)
    }

    /// 32 bytes that follow from a number and stand in no order.
    private static func hash(_ number: Int) -> [UInt8] {
        var mixed = UInt64(number)
        return (0..<4).flatMap { _ -> [UInt8] in
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9 &+ 0x9E37_79B9_7F4A_7C15
            let word = mixed
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
        }
    }
}
