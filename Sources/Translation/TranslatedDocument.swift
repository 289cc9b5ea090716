public import Commerce
public import X12

/// A canonical document and the set it stands for.
public protocol TranslatedDocument: Document {
    /// ST01 of the set, such as `850`.
    static var set: String { get }

    /// Walks the set between ST and SE, in either direction.
    mutating func walk(_ set: inout some SetCoding)

    /// Puts what is counted in the document in place of the counts given, as far as the policy asks.
    mutating func deriveCounts(_ policy: WritingPolicy)

    /// What contradicts itself in the document, by the business rules of its kind.
    func breaches() -> [Breach]
}

/// A broken business rule: the check, where the value stands, and why.
public struct Breach: Sendable, Equatable {
    /// The check.
    public var code: FindingCode
    /// The segment that holds the value.
    public var segment: SegmentID
    /// The element that holds the value, from 1.
    public var element: Int
    /// The value.
    public var value: String
    /// The contradiction, in a sentence.
    public var reason: String
    /// The ordinal of the segment, ST being 1; 0 where only its kind is known.
    public var segmentIndex = 0
    /// Where in the window the value begins, where the segment is known.
    public var position: Int?

    /// Makes a breach.
    public init(
        code: FindingCode, segment: SegmentID, element: Int, value: String, reason: String, segmentIndex: Int = 0,
        position: Int? = nil
    ) {
        self.code = code
        self.segment = segment
        self.element = element
        self.value = value
        self.reason = reason
        self.segmentIndex = segmentIndex
        self.position = position
    }
}

extension PurchaseOrder: TranslatedDocument {
    public static var set: String { "850" }
    public mutating func walk(_ set: inout some SetCoding) { code850(&set) }
}

extension OrderAcknowledgment: TranslatedDocument {
    public static var set: String { "855" }
    public mutating func walk(_ set: inout some SetCoding) { code855(&set) }
}

extension ShipNotice: TranslatedDocument {
    public static var set: String { "856" }
    public mutating func walk(_ set: inout some SetCoding) { code856(&set) }
}

extension Invoice: TranslatedDocument {
    public static var set: String { "810" }
    public mutating func walk(_ set: inout some SetCoding) { code810(&set) }
}

/// The kinds of document there are.
public enum DocumentKind: String, CaseIterable, Sendable {
    case purchaseOrder = "PurchaseOrder"
    case orderAcknowledgment = "OrderAcknowledgment"
    case shipNotice = "ShipNotice"
    case invoice = "Invoice"
    case transactionSet = "TransactionSet"

    /// The kind that a set such as `850` becomes: its own, else the generic one; `nil` for acknowledgments, which are
    /// the envelope's business.
    public init?(set: String) {
        if set == "997" || set == "999" { return nil }
        self = Self.allCases.first { $0.set == set } ?? .transactionSet
    }

    /// ST01 of the one set that becomes this kind; `nil` for the kind that many do.
    public var set: String? {
        switch self {
        case .purchaseOrder: PurchaseOrder.set
        case .orderAcknowledgment: OrderAcknowledgment.set
        case .shipNotice: ShipNotice.set
        case .invoice: Invoice.set
        case .transactionSet: nil
        }
    }
}
