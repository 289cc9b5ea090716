import X12

/// Counts what the documents of one set, one way, hold: by loop, segment and element.
struct UsageTally {
    /// A place where segments stand: the whole set, or a loop by its qualifiers, such as `HL[03=O]`.
    struct Context {
        /// The path; empty for the set itself.
        var path: String
        /// How often it was there.
        var instances = 0
        var sets: Set<Int> = []
        /// By name, such as `REF` and `REF[01=IA]`.
        var segments: [String: Segment] = [:]
    }

    /// A segment, or those of one qualifier.
    struct Segment {
        var id: String
        /// Whether it is told apart by a qualifier.
        var isQualified: Bool
        /// The node of the structure it stood at first.
        var node: Int
        var occurrences = 0
        /// Occurrences of its context that have it.
        var instances = 0
        var sets: Set<Int> = []
        var elements: [Int: Element] = [:]
    }

    /// The values of one element.
    struct Element {
        var occurrences = 0
        var sets: Set<Int> = []
        /// The documents that a value is in; no more than ``most`` values are kept.
        var values: [String: Set<Int>] = [:]
        var hasMore = false
        /// Values counted beyond these are no list of codes.
        static let most = 400

        mutating func add(_ value: String, set: Int) {
            occurrences += 1
            sets.insert(set)
            if values[value] != nil || values.count < Self.most {
                values[value, default: []].insert(set)
            } else {
                hasMore = true
            }
        }
    }

    let standard: Standard
    let structure: SetStructure
    private(set) var contexts: [String: Context] = [:]
    private(set) var setCount = 0

    /// Elements whose code in the first place tells segments of one name apart: entity (98), reference (128), date (374),
    /// contact (366), mark (88), amount (522), quantity (673), note (363), hierarchical level (735).
    static let qualifierElements: Set<String> = ["98", "128", "374", "366", "88", "522", "673", "363"]

    init(standard: Standard, structure: SetStructure) {
        self.standard = standard
        self.structure = structure
    }

    /// Counts one document.
    mutating func add(_ set: SampleSet) {
        let ordinal = setCount
        setCount += 1
        contexts["", default: Context(path: "")].instances += 1
        contexts["", default: Context(path: "")].sets.insert(ordinal)
        /// By the segment that opened an occurrence (-1 for the set): its path, and which names it has had.
        var paths: [Int: String] = [-1: ""]
        var seen: [Int: Set<String>] = [:]
        for (index, segment) in set.segments.enumerated() {
            guard segment.node >= 0, structure.nodes.indices.contains(segment.node), let path = paths[segment.owner]
            else { continue }
            let names = names(of: segment)
            for name in names {
                let isFirst = seen[segment.owner, default: []].insert(name).inserted
                count(segment, as: name, isQualified: name != segment.id, in: path, isFirst: isFirst, set: ordinal)
            }
            guard structure.nodes[segment.node].isLoop, let own = names.last else { continue }
            // Levels are found by their code, whatever lies above.
            let inner = segment.id == "HL" || path.isEmpty ? own : "\(path)/\(own)"
            paths[index] = inner
            contexts[inner, default: Context(path: inner)].instances += 1
            contexts[inner, default: Context(path: inner)].sets.insert(ordinal)
        }
    }

    private mutating func count(
        _ segment: SampleSegment, as name: String, isQualified: Bool, in path: String, isFirst: Bool, set: Int
    ) {
        var tally =
            contexts[path]?.segments[name] ?? Segment(id: segment.id, isQualified: isQualified, node: segment.node)
        tally.occurrences += 1
        if isFirst { tally.instances += 1 }
        tally.sets.insert(set)
        for (index, value) in segment.elements.enumerated() where !value.isEmpty {
            tally.elements[index + 1, default: Element()].add(value, set: set)
        }
        contexts[path]?.segments[name] = tally
    }

    /// The names that a segment counts under: its own, and with its qualifier where it has one.
    private func names(of segment: SampleSegment) -> [String] {
        let position = segment.id == "HL" ? 3 : 1
        let value = segment[position]
        guard isQualifier(segment, position), Self.isPlain(value) else { return [segment.id] }
        return [segment.id, "\(segment.id)[0\(position)=\(value)]"]
    }

    private func isQualifier(_ segment: SampleSegment, _ position: Int) -> Bool {
        if segment.id == "HL" { return true }
        guard let element = standard.element(position, of: structure.nodes[segment.node].segment) else { return false }
        return element.type == .code && Self.qualifierElements.contains(element.number)
    }

    /// Whether a value can stand in a path as it is.
    static func isPlain(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.count <= 6
            && value.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
            }
    }
}
