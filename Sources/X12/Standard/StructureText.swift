/// Reads the text of a set's structure:
/// ```
/// 850 PO Purchase Order
/// BEG M 1
/// N1 O ×200 {
///   N2 O 2
/// }
/// ```
/// Requirement and maximum use behind each segment; `×` marks a loop's repeat and `>1` no limit. A later version may be
/// written as changes:
/// ```
/// 850
///   PO1/ITD O >1
///   drop PO1/SLN/MEA
///   behind CRC {
///     MTX O 5
///   }
/// ```
/// Sets that change alike stand in one line, `850 855`, with the changes that they share below it, and each may have a
/// line of its own besides. A path goes from loop to loop; `LS.2` is the second LS among its neighbours. `behind` a place or `into` a loop, as what
/// comes first in it, go the places in braces.
struct StructureText {
    private var set = ""
    private var functionalCode = ""
    private var title = ""
    private var items: [Item] = []

    /// A segment, or a loop with what follows its first segment.
    private struct Item {
        var id: SegmentID
        var isMandatory: Bool
        var maximum: Int
        var isLoop: Bool
        var items: [Item] = []
    }

    init(_ text: StaticString) {
        var lines = TextScanner(text, joinsIndented: false)
        guard lines.nextLine() else { return }
        set = lines.nextWord()?.string ?? ""
        functionalCode = lines.nextWord()?.string ?? ""
        title = lines.rest()
        items = Self.items(&lines)
    }

    /// Reads items up to the closing brace or the end.
    private static func items(_ lines: inout TextScanner) -> [Item] {
        var items: [Item] = []
        while lines.nextLine(), let name = lines.nextWord(), !(name == "}") {
            guard var item = item(name, &lines) else { continue }
            if let brace = lines.nextWord(), brace == "{" { item.items = Self.items(&lines) }
            items.append(item)
        }
        return items
    }

    /// Requirement and use behind a name: `M 1`, `O >1`, `O ×200`.
    private static func item(_ name: Word, _ lines: inout TextScanner) -> Item? {
        guard let requirement = lines.nextWord(), let use = lines.nextWord() else { return nil }
        let (before, repeats) = use.split(behind: "×")
        return Item(
            id: SegmentID(packed: UInt32(truncatingIfNeeded: name.packed)), isMandatory: requirement == "M",
            maximum: (repeats ?? before).number ?? 0, isLoop: repeats != nil)
    }
}

// MARK: - Changes

extension StructureText {
    /// Makes the changes that a later version's text has for this set.
    mutating func apply(_ changes: StaticString) {
        var lines = TextScanner(changes, joinsIndented: false)
        var isMine = false
        while lines.nextLine(), let first = lines.nextWord() {
            if first == "behind" || first == "into" {
                guard let path = lines.nextWord() else { continue }
                let isBehind = first == "behind"
                let added = Self.items(&lines)
                guard isMine else { continue }
                edit(path) { items, index in
                    if isBehind {
                        items.insert(contentsOf: added, at: index + 1)
                    } else {
                        items[index].items.insert(contentsOf: added, at: 0)
                    }
                }
            } else if first == "drop" {
                if isMine, let path = lines.nextWord() { edit(path) { items, index in items.remove(at: index) } }
            } else if (0x30...0x39).contains(first.first) {
                isMine = first.string == set
                while let other = lines.nextWord() { isMine = isMine || other.string == set }
            } else if let changed = Self.item(first, &lines) {
                guard isMine else { continue }
                edit(first) { items, index in
                    items[index].isMandatory = changed.isMandatory
                    items[index].maximum = changed.maximum
                }
            }
        }
    }

    private mutating func edit(_ path: Word, _ change: (inout [Item], Int) -> Void) {
        Self.edit(&items, path, change)
    }

    private static func edit(_ items: inout [Item], _ path: Word, _ change: (inout [Item], Int) -> Void) {
        let (step, rest) = path.split(at: UInt8(ascii: "/"))
        let (name, ordinal) = step.split(at: UInt8(ascii: "."))
        let id = SegmentID(packed: UInt32(truncatingIfNeeded: name.packed))
        var left = ordinal?.number ?? 1
        for index in items.indices where items[index].id == id {
            left -= 1
            guard left == 0 else { continue }
            if let rest { edit(&items[index].items, rest, change) } else { change(&items, index) }
            return
        }
    }
}

// MARK: - The structure

extension StructureText {
    /// Builds the structure; `segment` gives the index of a segment's definition.
    func structure(segment: (SegmentID) -> Int?) -> SetStructure {
        var nodes: [SetStructure.Node] = []
        let edge = { (id: SegmentID) in Item(id: id, isMandatory: true, maximum: 1, isLoop: false) }
        Self.append([edge("ST")] + items + [edge("SE")], in: -1, to: &nodes, segment)
        return SetStructure(set: set, functionalCode: functionalCode, title: title, nodes: nodes)
    }

    private static func append(
        _ items: [Item], in parent: Int, to nodes: inout [SetStructure.Node], _ segment: (SegmentID) -> Int?
    ) {
        for item in items {
            guard let definition = segment(item.id) else { continue }
            let index = nodes.count
            nodes.append(
                SetStructure.Node(
                    id: item.id, segment: definition, isMandatory: item.isMandatory, maximum: item.maximum,
                    isLoop: item.isLoop, parent: parent, end: index + 1))
            append(item.items, in: index, to: &nodes, segment)
            nodes[index].end = nodes.count
        }
    }
}
