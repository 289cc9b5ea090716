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
        var normal = Self.normal(value)
        // GS1: the label's application identifier 00 stands before the 18 digits or is left out.
        if kind == .sscc, normal.utf8.count == 20, normal.hasPrefix("00") { normal.removeFirst(2) }
        guard !normal.isEmpty else { return nil }
        self.kind = kind
        self.value = normal
    }

    /// A value as keys are kept and looked for: without blanks around it, letters A to Z in upper case.
    public static func normal(_ text: String) -> String { normal(Text(text)) }

    /// A value of a document as keys are kept.
    static func normal(_ text: Text) -> String {
        unsafe normal(room: text.count) { unsafe text.write(unchecked: $0) }
    }

    /// A value under its scheme, `scheme:value`, as keys are kept.
    static func normal(_ scheme: Text, _ value: Text) -> String {
        unsafe normal(room: scheme.count + 1 + value.count) { target in
            let colon = unsafe scheme.write(unchecked: target)
            unsafe target.storeBytes(of: UInt8(ascii: ":"), toByteOffset: colon, as: UInt8.self)
            return unsafe colon + 1 + value.write(unchecked: target + colon + 1)
        }
    }

    /// Makes a value of the bytes that `write` puts into memory and counts, `room` of them, where nothing else has to be
    /// allocated: a document has some hundred values.
    private static func normal(room: Int, _ write: (UnsafeMutableRawPointer) -> Int) -> String {
        // A text writes 16 bytes at least.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room + 32) { memory in
            guard let base = memory.baseAddress else { return "" }
            var (start, end) = unsafe (0, write(UnsafeMutableRawPointer(base)))
            while unsafe end > start && memory[end - 1] == 0x20 { end -= 1 }
            while unsafe start < end && memory[start] == 0x20 { start += 1 }
            for at in start..<end where unsafe (0x61...0x7A).contains(memory[at]) { unsafe memory[at] -= 0x20 }
            return unsafe String(decoding: UnsafeBufferPointer(rebasing: memory[start..<end]), as: UTF8.self)
        }
    }
}
