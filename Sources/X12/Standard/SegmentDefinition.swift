/// A segment of the dictionary.
public struct SegmentDefinition: Sendable {
    /// The identifier.
    public var id: SegmentID
    /// The syntax notes.
    public var notes: [SyntaxNote]
    /// What judging its elements takes.
    var rule: SegmentRule
    /// How many elements it has.
    public var elementCount: Int { Int(rule.elementCount) }
}

/// A segment boiled down for the hot loop.
struct SegmentRule: Sendable, BitwiseCopyable {
    /// Where the rules of its elements begin in the version's rules.
    var firstElement: Int32
    var elementCount: Int32
    /// Bit *n* for each mandatory element *n*.
    var mandatory: UInt64
    /// Lower positions of the paired notes over two neighbours (`P0607`), judged all at once.
    var neighbours: UInt64 = 0
    /// The other notes, in the version's note masks.
    var firstNote: Int32 = 0
    var noteCount: Int32 = 0

    init(firstElement: Int, elementCount: Int, mandatory: UInt64, notes: [SyntaxNote], masks: inout [NoteMask]) {
        self.firstElement = Int32(firstElement)
        self.elementCount = Int32(elementCount)
        self.mandatory = mandatory
        firstNote = Int32(masks.count)
        for note in notes {
            if note.kind == .paired, note.positions.count == 2, note.positions[1] == note.positions[0] + 1 {
                neighbours |= note.mask.leading
            } else {
                masks.append(note.mask)
            }
        }
        noteCount = Int32(masks.count) - firstNote
    }
}

/// A composite of the dictionary.
public struct CompositeDefinition: Sendable {
    /// The number, such as `C040`.
    public var number: String
    /// The syntax notes between its components.
    public var notes: [SyntaxNote]
    /// Where the rules of its components begin in the version's rules.
    var firstComponent: Int
    /// How many components it has.
    public var componentCount: Int
    /// Bit *n* for each mandatory component *n*.
    var mandatory: UInt64
}
