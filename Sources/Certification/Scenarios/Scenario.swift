/// Tells what a partner is to show that it can do.
///
/// The raw value is its name in files, reports and certificates.
public enum Scenario: String, Sendable, CaseIterable {
    /// An order that is taken, shipped and billed as it is.
    case happyPath = "happy-path"
    /// Less is accepted than was ordered.
    case partial
    /// A line comes later.
    case backorder
    /// Another item comes in the place of one ordered.
    case substitution
    /// The order is refused.
    case reject
    /// The order is cancelled by the buyer.
    case cancel
    /// An item is sold at another price.
    case priceChange = "price-change"
    /// The goods come in two shipments.
    case splitShipment = "split-shipment"
    /// The goods are told by lot or serial number.
    case lotSerial = "lot-serial"
    /// What was used already is ordered for the bill alone.
    case billOnly = "bill-only"
    /// An envelope that contradicts itself.
    case badEnvelope = "bad-envelope"
    /// An interchange that comes twice.
    case duplicate
    /// An order of very many lines.
    case oversize
    /// The sets that are not part of an order's way.
    case otherSets = "other-sets"

    /// How many lines the order of ``oversize`` has.
    public static let manyLines = 1_000

    /// What it is about, as a heading.
    public var title: String {
        switch self {
        case .happyPath: "The order that goes as planned"
        case .partial: "Less than was ordered"
        case .backorder: "A line on backorder"
        case .substitution: "A substitute"
        case .reject: "An order refused"
        case .cancel: "An order cancelled"
        case .priceChange: "Another price"
        case .splitShipment: "Two shipments"
        case .lotSerial: "Lots and serial numbers"
        case .billOnly: "Bill only"
        case .badEnvelope: "A damaged envelope"
        case .duplicate: "The same twice"
        case .oversize: "A very long order"
        case .otherSets: "Other documents"
        }
    }

    /// What the seller does with the order in it, in words to somebody who is to play it.
    var sellersPart: String {
        switch self {
        case .happyPath: "Accept every line as ordered, ship all of it, and bill it."
        case .partial: "Accept a line in part only, ship what was accepted, and bill that."
        case .backorder: "Put a line on backorder with a date, ship and bill the rest."
        case .substitution: "Answer a line with a substitute and name it, ship the substitute, and bill it."
        case .reject: "Refuse every line; nothing is shipped or billed."
        case .cancel: "The order is cancelled: answer that nothing comes; nothing is shipped or billed."
        case .priceChange: "Accept a line at another price, and bill at the price that was answered."
        case .splitShipment: "Accept every line, ship it in two shipments with a notice each, and bill it."
        case .lotSerial: "Accept and ship every line, and name the lot or serial number of each item."
        case .billOnly: "The goods were used already: bill them; nothing is shipped."
        case .badEnvelope: "The envelope is damaged: refuse the interchange, and do not act on what is in it."
        case .duplicate: "The interchange comes twice: act on it once, and answer both copies alike."
        case .oversize: "Answer every one of very many lines."
        case .otherSets: "Every other document that was agreed on."
        }
    }

    /// The scenario of a name; nil for one that there is not.
    public init?(name: some StringProtocol) { self.init(rawValue: String(name)) }
}
