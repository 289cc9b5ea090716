/// Is something a document is found by: a number that people read off paper, a label or a screen.
public struct DocumentKey: Sendable, Hashable {
    /// Tells what the value numbers.
    public enum Kind: String, Sendable, CaseIterable {
        /// A purchase order of the buyer.
        case order
        /// An order number of the seller.
        case sellerOrder = "seller-order"
        /// An invoice.
        case invoice
        /// A shipment, as the ship notice calls it.
        case shipment
        /// A logistic unit: 18 digits, without the application identifier 00.
        case sscc
        /// A lot or batch.
        case lot
        /// A serial number.
        case serial
        /// A bill of lading.
        case billOfLading = "bill-of-lading"
        /// A carrier's number: PRO or tracking.
        case tracking
        /// A packing slip.
        case packingSlip = "packing-slip"
    }

    /// What the value numbers.
    public var kind: Kind
    /// The value as ``normal(_:)`` gives it.
    public var value: String

    /// Makes a key; nil when nothing is left of the value.
    public init?(_ kind: Kind, _ value: Text) {
        guard !value.isEmpty else { return nil }
        var normal = Self.normal(value.string)
        // GS1: the label's application identifier 00 stands before the 18 digits or is left out.
        if kind == .sscc, normal.utf8.count == 20, normal.hasPrefix("00") { normal.removeFirst(2) }
        guard !normal.isEmpty else { return nil }
        self.kind = kind
        self.value = normal
    }

    /// A value as keys are kept and looked for: without blanks around it, letters A to Z in upper case.
    public static func normal(_ text: String) -> String {
        var bytes = Array(text.utf8)
        while bytes.last == 0x20 { bytes.removeLast() }
        let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
        for at in bytes.indices where (0x61...0x7A).contains(bytes[at]) { bytes[at] -= 0x20 }
        return String(decoding: bytes[start...], as: UTF8.self)
    }
}
