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
/// A path goes from loop to loop; `LS.2` is the second LS among its neighbours. `behind` a place or `into` a loop, as what
/// comes first in it, go the places in braces.
struct StructureText {
    private var heading: [Substring]
    private var items: [Item]

    /// A segment, or a loop with what follows its first segment.
    private struct Item {
        var name: Substring
        var isMandatory: Bool
        var maximum: Int
        var isLoop: Bool
        var items: [Item] = []
    }

    init(_ text: StaticString) {
        var lines = StructureLines(text).makeIterator()
        heading = lines.next() ?? []
        items = Self.items(&lines)
    }

    /// Reads items up to the closing brace or the end.
    private static func items(_ lines: inout IndexingIterator<[[Substring]]>) -> [Item] {
        var items: [Item] = []
        while let words = lines.next(), words.first != "}" {
            guard var item = item(words) else { continue }
            if words.last == "{" { item.items = Self.items(&lines) }
            items.append(item)
        }
        return items
    }

    private static func item(_ words: [Substring]) -> Item? {
        guard words.count >= 3 else { return nil }
        let isLoop = words[2].hasPrefix("×")
        return Item(
            name: words[0], isMandatory: words[1] == "M",
            maximum: Int(isLoop ? words[2].dropFirst() : words[2]) ?? 0, isLoop: isLoop)
    }
}

// MARK: - Changes

extension StructureText {
    /// The sets that a text of changes speaks of.
    static func changedSets(_ changes: StaticString) -> [String] {
        StructureLines(changes).filter { $0.count == 1 && $0[0] != "}" }.map { String($0[0]) }
    }

    /// Makes the changes that a later version's text has for this set.
    mutating func apply(_ changes: StaticString) {
        var lines = StructureLines(changes).makeIterator()
        var isMine = false
        while let words = lines.next() {
            if words.count == 1 {
                isMine = words[0] == heading.first
            } else if words[0] == "behind" {
                let added = Self.items(&lines)
                if isMine { edit(words[1]) { items, index in items.insert(contentsOf: added, at: index + 1) } }
            } else if words[0] == "into" {
                let added = Self.items(&lines)
                if isMine { edit(words[1]) { items, index in items[index].items.insert(contentsOf: added, at: 0) } }
            } else if isMine, words[0] == "drop" {
                edit(words[1]) { items, index in items.remove(at: index) }
            } else if isMine, let changed = Self.item(words) {
                edit(words[0]) { items, index in
                    items[index].isMandatory = changed.isMandatory
                    items[index].maximum = changed.maximum
                }
            }
        }
    }

    private mutating func edit(_ path: Substring, _ change: (inout [Item], Int) -> Void) {
        Self.edit(&items, path.split(separator: "/")[...], change)
    }

    private static func edit(
        _ items: inout [Item], _ path: ArraySlice<Substring>, _ change: (inout [Item], Int) -> Void
    ) {
        guard let step = path.first else { return }
        let parts = step.split(separator: ".")
        var left = parts.count > 1 ? Int(parts[1]) ?? 1 : 1
        for index in items.indices where items[index].name == parts[0] {
            left -= 1
            guard left == 0 else { continue }
            if path.count == 1 { change(&items, index) } else { edit(&items[index].items, path.dropFirst(), change) }
            return
        }
    }
}

// MARK: - The structure

extension StructureText {
    /// Builds the structure; `segment` gives the index of a segment's definition.
    func structure(segment: (SegmentID) -> Int?) -> SetStructure {
        var nodes: [SetStructure.Node] = []
        let edge = { (name: Substring) in Item(name: name, isMandatory: true, maximum: 1, isLoop: false) }
        Self.append([edge("ST")] + items + [edge("SE")], in: -1, to: &nodes, segment)
        return SetStructure(
            set: heading.first.map(String.init) ?? "", functionalCode: heading.count > 1 ? String(heading[1]) : "",
            title: heading.dropFirst(2).joined(separator: " "), nodes: nodes)
    }

    private static func append(
        _ items: [Item], in parent: Int, to nodes: inout [SetStructure.Node], _ segment: (SegmentID) -> Int?
    ) {
        for item in items {
            let id = SegmentID(item.name)
            guard let definition = segment(id) else { continue }
            let index = nodes.count
            nodes.append(
                SetStructure.Node(
                    id: id, segment: definition, isMandatory: item.isMandatory, maximum: item.maximum,
                    isLoop: item.isLoop, parent: parent, end: index + 1))
            append(item.items, in: index, to: &nodes, segment)
            nodes[index].end = nodes.count
        }
    }
}

/// The lines of a structure's text as words; blank lines and lines that start with `#` left out.
private struct StructureLines: Sequence {
    private var lines: [[Substring]] = []

    init(_ text: StaticString) {
        // By bytes: characters would cost ten times as much.
        for line in text.description.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " ")).map(Substring.init)
            if let first = words.first, first.utf8.first != UInt8(ascii: "#") { lines.append(words) }
        }
    }

    func makeIterator() -> IndexingIterator<[[Substring]]> { lines.makeIterator() }
}
