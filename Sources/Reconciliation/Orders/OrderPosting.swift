public import Commerce

/// Tells how far an order has come when a document speaks of it.
public enum OrderStage: String, Sendable, CaseIterable {
    /// The order itself (850).
    case ordered
    /// The seller's answer (855).
    case acknowledged
    /// A shipment (856).
    case shipped
    /// An invoice (810).
    case invoiced

    /// The stage that a kind of document brings an order to; nil for one that says nothing of orders.
    public init?(kind: String) {
        switch kind {
        case "PurchaseOrder": self = .ordered
        case "OrderAcknowledgment": self = .acknowledged
        case "ShipNotice": self = .shipped
        case "Invoice": self = .invoiced
        default: return nil
        }
    }
}

/// Is what one document says of one line of an order.
public struct OrderPosting: Sendable, Equatable {
    /// How far it brings the line.
    public var stage: OrderStage
    /// The document, by the caller's name.
    public var document: String
    /// The document's own number: a document that replaces another has its number.
    public var number: String
    /// What the document does (element 353): 00 or empty new, 01 cancels, 05 replaces.
    public var purpose: String
    /// What it says.
    public var line: LineStatement

    /// Makes a posting.
    public init(stage: OrderStage, document: String, number: String, purpose: String, line: LineStatement) {
        self.stage = stage
        self.document = document
        self.number = number
        self.purpose = purpose
        self.line = line
    }
}
