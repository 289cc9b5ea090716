/// The qualifiers that a partner writes where others write the usual ones: a DTM with 074 for the requested delivery,
/// where 002 is usual.
///
/// They change what a qualifier means, never what was sent: the standard, the guide and the acknowledgment judge the
/// partner's own.
public struct AgreedQualifiers: Sendable, Equatable {
    /// A qualifier, in element 1 of a segment.
    public struct Entry: Sendable, Equatable {
        /// The segment: DTM or REF.
        public var segment: SegmentID
        /// The usual one, of one to three characters.
        public var usual: String
        /// The one that this partner writes in its place, of one to three characters.
        public var agreed: String
        fileprivate let packedUsual: UInt32
        fileprivate let packedAgreed: UInt32

        /// Makes an entry.
        public init(segment: SegmentID, usual: String, agreed: String) {
            self.segment = segment
            self.usual = usual
            self.agreed = agreed
            packedUsual = AgreedQualifiers.packed(usual)
            packedAgreed = AgreedQualifiers.packed(agreed)
        }
    }

    /// What was agreed, in the order of the profile.
    public private(set) var entries: [Entry] = []

    /// The segments that documents tell from their like by a qualifier.
    public static let segments = ["DTM", "REF"]

    /// Whether a text can be a qualifier: one to three capitals and digits.
    public static func isQualifier(_ text: String) -> Bool {
        (1...3).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    /// Agrees on nothing.
    public init() {}

    /// Whether nothing was agreed.
    public var isEmpty: Bool { entries.isEmpty }

    /// Adds an entry; `false` when the usual or the agreed one has its own already.
    public mutating func add(_ entry: Entry) -> Bool {
        let isFree = entries.allSatisfy {
            $0.segment != entry.segment || ($0.usual != entry.usual && $0.agreed != entry.agreed)
        }
        if isFree { entries.append(entry) }
        return isFree
    }

    /// The usual qualifier for one that was sent; 0, which none is, where what was sent is usual for what is written
    /// otherwise here.
    ///
    /// - Parameters:
    ///   - sent: The qualifier, its first byte lowest and its length in the highest byte.
    ///   - segment: The segment.
    /// - Returns: The usual one in the same form.
    public func usual(for sent: UInt32, in segment: SegmentID) -> UInt32 {
        var isTaken = false
        for entry in entries where entry.segment == segment {
            if entry.packedAgreed == sent { return entry.packedUsual }
            if entry.packedUsual == sent { isTaken = true }
        }
        return isTaken ? 0 : sent
    }

    /// The qualifier to write for the usual one; nil where that stands.
    public func agreed(for usual: StaticString, in segment: SegmentID) -> String? {
        agreed(for: usual.description, in: segment)
    }

    /// The qualifier that stands in the place of the usual one; nil where that stands.
    public func agreed(for usual: String, in segment: SegmentID) -> String? {
        entries.first { $0.segment == segment && $0.usual == usual }?.agreed
    }

    private static func packed(_ text: String) -> UInt32 {
        let bytes = text.utf8.prefix(3)
        return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(bytes.count) << 24
    }
}
