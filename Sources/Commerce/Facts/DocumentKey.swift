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
        unsafe normal(room: text.count) { unsafe trimmed($0, text.write(unchecked: $0)) }
    }

    /// A value under its scheme, `scheme:value`, as keys are kept.
    static func normal(_ scheme: Text, _ value: Text) -> String {
        unsafe normal(room: scheme.count + 1 + value.count) { unsafe write(normal: scheme, value, unchecked: $0) }
    }

    /// Writes a value under its scheme as keys are kept, to memory for both, the colon and 32 bytes more; gives the number
    /// of bytes.
    static func write(normal scheme: Text, _ value: Text, unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        let colon = unsafe scheme.write(unchecked: target)
        unsafe target[colon] = UInt8(ascii: ":")
        return unsafe trimmed(target, colon &+ 1 &+ value.write(unchecked: target + (colon &+ 1)))
    }

    /// Makes a value of the bytes that `write` puts into memory and counts, `room` of them, where nothing else has to be
    /// allocated: a document has some hundred values.
    private static func normal(room: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) -> String {
        // A text writes 16 bytes at least, and letters are changed by eight.
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room + 32) { memory in
            guard let base = memory.baseAddress else { return "" }
            return unsafe String(decoding: UnsafeBufferPointer(start: base, count: write(base)), as: UTF8.self)
        }
    }

    /// Takes the blanks around `count` bytes away and writes their letters in upper case; gives how many are left. Eight
    /// bytes more can be read and written.
    private static func trimmed(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        var (start, end) = (0, count)
        while unsafe end > start && bytes[end &- 1] == 0x20 { end &-= 1 }
        while unsafe start < end && bytes[start] == 0x20 { start &+= 1 }
        let raw = UnsafeMutableRawPointer(bytes)
        if start > 0 { unsafe raw.copyMemory(from: bytes + start, byteCount: end &- start) }
        for at in stride(from: 0, to: end &- start, by: 8) {
            let word = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            unsafe raw.storeBytes(of: word.inUpperCase, toByteOffset: at, as: UInt64.self)
        }
        return end &- start
    }
}

extension UInt64 {
    /// Eight bytes with the letters a to z in upper case; all others stay.
    fileprivate var inUpperCase: UInt64 {
        let low = self & ~.eachByteTop
        // The top bit of a byte is set by the sum where it is from `a` on, and where it is behind `z`.
        let isFromA = low &+ .eachByteOne &* (0x80 - 0x61)
        let isBehindZ = low &+ .eachByteOne &* (0x80 - 0x7B)
        let isLetter = isFromA & ~isBehindZ & ~self & .eachByteTop
        return self ^ isLetter &>> 2
    }
}
