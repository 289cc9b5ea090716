import Synchronization

/// One version of the standard: its segments, elements, composites, code lists and set structures.
public final class Standard: Sendable {
    /// Version and release as in the first six characters of GS08, such as `004010`.
    public let version: String
    /// The elements.
    public let elements: [ElementDefinition]
    /// The composites.
    public let composites: [CompositeDefinition]
    /// The segments.
    public let segments: [SegmentDefinition]

    /// The sets of this version that there is a structure for, in order of their numbers.
    public let sets: [String]

    let rules: [ElementRule]
    let segmentRules: [SegmentRule]
    let noteMasks: [NoteMask]
    let codes: CodeTables
    private let segmentByID: [SegmentID: Int]
    private let layers: [StandardText.Version]
    private let structures = Mutex<[String: SetStructure]>([:])

    private init(_ version: String, _ layers: [StandardText.Version]) {
        let dictionary = DictionaryText(layers)
        self.version = version
        self.layers = layers
        elements = dictionary.elements
        composites = dictionary.composites
        segments = dictionary.segments
        rules = dictionary.rules
        segmentRules = dictionary.segments.map(\.rule)
        noteMasks = dictionary.noteMasks
        codes = dictionary.codes
        segmentByID = dictionary.segmentByID
        var sets: Set<String> = []
        for layer in layers { sets = sets.union(layer.sets.keys).subtracting(layer.without) }
        self.sets = sets.sorted()
    }

    private static let loaded = Mutex<[String: Standard]>([:])

    /// The standard for a version such as `004010`, or for the GS08 of a group, such as `004010VICS` or `004010X348`,
    /// whose suffix names a guide; `nil` when there is no such version here.
    public static func version(_ name: some StringProtocol) -> Standard? {
        let release = String(name.prefix(6))
        let layers = StandardText.layers(of: release)
        guard !layers.isEmpty else { return nil }
        return loaded.withLock { loaded in
            if let known = loaded[release] { return known }
            let standard = Standard(release, layers)
            loaded[release] = standard
            return standard
        }
    }

    /// The versions there are, oldest first.
    public static var versions: [String] { StandardText.versions.map(\.name) }

    /// The version that comes nearest to one there is none of: the last one before it, else the first there is; `nil`
    /// for a GS08 that does not begin with six digits.
    public static func nearest(to name: some StringProtocol) -> Standard? {
        let release = String(name.prefix(6))
        guard release.utf8.count == 6, release.utf8.allSatisfy(isDigit) else { return nil }
        return (versions.last { $0 <= release } ?? versions.first).flatMap { version($0) }
    }

    /// The structure of a set such as `850`, or `nil` when this version has none here.
    public func structure(of set: String) -> SetStructure? {
        guard sets.contains(set) else { return nil }
        return structures.withLock { structures -> SetStructure? in
            if let known = structures[set] { return known }
            guard let written = layers.lastIndex(where: { $0.sets[set] != nil }), let whole = layers[written].sets[set]
            else { return nil }
            var text = StructureText(whole)
            for layer in layers[written...].dropFirst() { text.apply(layer.changes) }
            let structure = text.structure { segmentByID[$0] }
            structures[set] = structure
            return structure
        }
    }

    /// The index of a segment's definition, or `nil` when the version has no such segment here.
    public func segmentIndex(of id: SegmentID) -> Int? { segmentByID[id] }

    /// The definition of element `position` (from 1) of a segment; of a composite, its first component's.
    public func element(_ position: Int, of segment: Int) -> ElementDefinition? {
        guard segments.indices.contains(segment), position >= 1, position <= segments[segment].elementCount else {
            return nil
        }
        let rule = rules[Int(segments[segment].rule.firstElement) + position - 1]
        return elements[Int(rule.definition)]
    }

    /// The definition of component `component` (from 1) of element `position` of a segment.
    public func component(_ component: Int, of position: Int, in segment: Int) -> ElementDefinition? {
        guard let composite = composite(position, of: segment), component >= 1,
            component <= composite.componentCount
        else { return nil }
        return elements[Int(rules[composite.firstComponent + component - 1].definition)]
    }

    /// How often element `position` of a segment may be repeated; 1 for nearly all.
    public func repeats(_ position: Int, of segment: Int) -> Int {
        guard segments.indices.contains(segment), position >= 1, position <= segments[segment].elementCount else {
            return 1
        }
        return Int(rules[Int(segments[segment].rule.firstElement) + position - 1].repeats)
    }

    /// The composite at element `position` of a segment, or `nil` for a simple element.
    public func composite(_ position: Int, of segment: Int) -> CompositeDefinition? {
        guard segments.indices.contains(segment), position >= 1, position <= segments[segment].elementCount else {
            return nil
        }
        let rule = rules[Int(segments[segment].rule.firstElement) + position - 1]
        return rule.composite >= 0 ? composites[Int(rule.composite)] : nil
    }
}
