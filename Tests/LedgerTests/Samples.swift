import Ledger

/// Is a hash for tests: 32 bytes that follow from a number.
func digest(of number: Int) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: number &>> (8 * ($0 % 8))) ^ UInt8($0) }
}

extension Ledger.Payload {
    static func sample(_ number: Int = 1, bytes: [UInt8] = Array("ISA*00*~".utf8)) -> Self {
        Self(sha256: digest(of: number), contents: .bytes(bytes), receivedAt: 1_000)
    }
}

extension Ledger.Arrival {
    static func sample(payload: Int = 1) -> Self {
        Self(
            partner: "acme", folder: "drop/acme/in", fileName: "orders.edi", payloadSHA256: digest(of: payload),
            arrivedAt: 1_001)
    }
}

extension Ledger.Interchange {
    static func sample(
        arrival: Int?, ordinal: Int = 1, controlNumber: String = "000000042", sha256: [UInt8] = digest(of: 1)
    ) -> Self {
        Self(
            arrivalID: arrival, ordinal: ordinal,
            identity: Ledger.InterchangeIdentity(
                direction: .incoming, senderQualifier: "ZZ", senderID: "ACME", receiverQualifier: "01",
                receiverID: "123456789", controlNumber: controlNumber, usage: "P"),
            partner: "acme", version: "00401", dated: "261201 1200", sha256: sha256, byteOffset: 0, byteLength: 8,
            payloadSHA256: digest(of: 1), verdict: .acceptedWithErrors, ta1Code: "000", disposition: .processed,
            recordedAt: 1_002)
    }
}

extension Ledger.FunctionalGroup {
    static func sample(interchange: Int) -> Self {
        Self(
            interchangeID: interchange, ordinal: 1, code: "PO", sender: "ACME", receiver: "HUB", controlNumber: "7",
            version: "004010", verdict: .partiallyAccepted, claimed: 2, received: 1, accepted: 1)
    }
}

extension Ledger.TransactionSet {
    static func sample(group: Int) -> Self {
        Self(
            groupID: group, ordinal: 1, set: "850", controlNumber: "0001", verdict: .acceptedWithErrors, segments: 9,
            byteOffset: 106, byteLength: 400)
    }
}

extension Ledger.Document {
    static func sample(_ id: String = "d-1", number: String = "PO-1", interchange: Int? = nil, set: Int? = nil) -> Self
    {
        Self(
            heading: Ledger.DocumentHeading(
                id: id, kind: "PurchaseOrder", number: number, partner: "acme", interchangeID: interchange, setID: set,
                direction: .incoming, createdAt: 1_003),
            bytes: Array("{}".utf8))
    }
}

extension Ledger.NumberSeries {
    static func sample(
        us: String = "01:1", partner: String = "ZZ:ACME", usage: String = "P", series: String = "interchange"
    ) -> Self {
        Self(ourIdentity: us, partnerIdentity: partner, usage: usage, series: series)
    }
}

extension Ledger.Delivery {
    static func sample(_ name: String = "po-1.json") -> Self {
        Self(
            kind: .document, reference: "d-1", partner: "acme", folder: "canonical/PurchaseOrder", fileName: name,
            createdAt: 1_004, payload: Array("{}".utf8))
    }
}

/// Is what one arrival brings: a row in each table.
struct Recording {
    var arrival = 0
    var interchange = 0
    var group = 0
    var set = 0
    var delivery = 0

    /// Records one arrival with everything that hangs on it.
    static func sample(in transaction: borrowing Ledger.Transaction) throws(LedgerError) -> Recording {
        var ids = Recording()
        try transaction.archive(.sample())
        ids.arrival = try transaction.insert(.sample() as Ledger.Arrival)
        ids.interchange = try transaction.insert(.sample(arrival: ids.arrival) as Ledger.Interchange)
        ids.group = try transaction.insert(.sample(interchange: ids.interchange) as Ledger.FunctionalGroup)
        ids.set = try transaction.insert(.sample(group: ids.group) as Ledger.TransactionSet)
        try transaction.insert(
            Ledger.Finding(
                interchangeID: ids.interchange, setID: ids.set, code: "E-ELEMENT-DATE", severity: .error,
                segment: "BEG", segmentIndex: 2, element: 5, byteOffset: 148, value: "20261332",
                message: "no month 13"))
        try transaction.insert(.sample(interchange: ids.interchange, set: ids.set) as Ledger.Document)
        _ = try transaction.insert(
            Ledger.Acknowledgment(
                interchangeID: ids.interchange, kind: .functional, controlNumber: "000000001", createdAt: 1_005,
                bytes: Array("ISA".utf8)))
        // One number passed over and one used; the former writes an event of its own.
        try transaction.setNextControlNumber(.sample(), to: 2, reason: "moved here", at: 1_005)
        _ = try transaction.nextControlNumber(.sample(), for: "acknowledgment 1", at: 1_005)
        ids.delivery = try transaction.enqueue(.sample())
        try transaction.insert(
            Ledger.Quarantine(
                arrivalID: ids.arrival, interchangeID: ids.interchange, setID: ids.set, partner: "acme",
                reason: "Q-TOTALS", explanation: "the total differs", remedy: "ask for a new invoice",
                createdAt: 1_006))
        try transaction.finishArrival(ids.arrival, as: .recorded, at: 1_008)
        return ids
    }
}
