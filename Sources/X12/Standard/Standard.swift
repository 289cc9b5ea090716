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

    let rules: [ElementRule]
    let segmentRules: [SegmentRule]
    let noteMasks: [NoteMask]
    let codes: CodeTables
    private let segmentByID: [SegmentID: Int]
    private let setTexts: [String: StaticString]
    private let structures = Mutex<[String: SetStructure]>([:])

    private init(_ text: StandardText.Version) {
        let dictionary = DictionaryText(text)
        version = text.name
        elements = dictionary.elements
        composites = dictionary.composites
        segments = dictionary.segments
        rules = dictionary.rules
        segmentRules = dictionary.segments.map(\.rule)
        noteMasks = dictionary.noteMasks
        codes = dictionary.codes
        segmentByID = dictionary.segmentByID
        setTexts = text.sets
    }

    private static let loaded = Mutex<[String: Standard]>([:])

    /// The standard for a version such as `004010`, or for the GS08 of a group, such as `004010VICS` or `004010X348`,
    /// whose suffix names a guide; `nil` when there is no such version here.
    public static func version(_ name: some StringProtocol) -> Standard? {
        let release = String(name.prefix(6))
        guard let text = StandardText.versions.first(where: { $0.name == release }) else { return nil }
        return loaded.withLock { loaded in
            if let known = loaded[release] { return known }
            let standard = Standard(text)
            loaded[release] = standard
            return standard
        }
    }

    /// The versions there are, oldest first.
    public static var versions: [String] { StandardText.versions.map(\.name) }

    /// The sets of this version that there is a structure for.
    public var sets: [String] { setTexts.keys.sorted() }

    /// The structure of a set such as `850`, or `nil` when this version has none here.
    public func structure(of set: String) -> SetStructure? {
        guard let text = setTexts[set] else { return nil }
        return structures.withLock { structures in
            if let known = structures[set] { return known }
            let structure = StructureText(text).structure { segmentByID[$0] }
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

    /// The composite at element `position` of a segment, or `nil` for a simple element.
    public func composite(_ position: Int, of segment: Int) -> CompositeDefinition? {
        guard segments.indices.contains(segment), position >= 1, position <= segments[segment].elementCount else {
            return nil
        }
        let rule = rules[Int(segments[segment].rule.firstElement) + position - 1]
        return rule.composite >= 0 ? composites[Int(rule.composite)] : nil
    }
}
