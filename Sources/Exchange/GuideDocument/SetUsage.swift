import Partners
import X12

/// Which segments and elements of a set are used: those the standard demands, those the rules name, and those of the
/// example.
struct SetUsage {
    private(set) var segments: [[String]] = []
    private(set) var elements: [[String]] = []

    private let standard: Standard
    private let structure: SetStructure
    private let rules: [GuideRule]
    /// The elements sent in the example, by segment.
    private var sent: [String: Set<Int>] = [:]
    private var nodes: Set<Int> = []

    /// More codes than these are not listed.
    private static let mostCodes = 12

    init(standard: Standard, structure: SetStructure, rules: [GuideRule], example: GuideExample?) {
        self.standard = standard
        self.structure = structure
        self.rules = rules
        let sets = SampleReader.read(example?.bytes ?? [], file: "").interchanges.flatMap(\.groups).flatMap(\.sets)
        for segment in sets.flatMap(\.segments) {
            if segment.node >= 0 { nodes.insert(segment.node) }
            for (index, value) in segment.elements.enumerated() where !value.isEmpty {
                sent[segment.id, default: []].insert(index + 1)
            }
        }
        let paths = rules.flatMap(\.paths)
        for (index, node) in structure.nodes.enumerated() {
            let isDemanded = node.isMandatory && (node.parent < 0 || nodes.contains(node.parent))
            let isNamed = paths.contains { names($0, index) } && (node.parent < 0 || nodes.contains(node.parent))
            if isDemanded || isNamed { nodes.insert(index) }
        }
        listSegments()
        listElements()
    }

    /// Whether a path, or one of its loops, stands where a node does, by the names of the loops around it.
    private func names(_ path: GuidePath, _ index: Int, in within: GuidePath? = nil) -> Bool {
        var around: [SegmentID] = []
        var parent = structure.nodes[index].parent
        while parent >= 0 {
            around.insert(structure.nodes[parent].id, at: 0)
            parent = structure.nodes[parent].parent
        }
        // Levels below levels are one loop of the structure.
        var loops = ((within?.steps ?? []) + path.steps.dropLast()).map(\.id)
        loops = loops.enumerated().filter { $0.offset == 0 || $0.element != "HL" || loops[$0.offset - 1] != "HL" }.map(
            \.element)
        let id = structure.nodes[index].id
        guard path.steps.last?.id == id else { return false }
        if path.isAnywhere || around == loops { return true }
        // A loop's own first segment may be named within it, and a level under a level.
        return loops.last == id && around == Array(loops.dropLast())
    }

    private mutating func listSegments() {
        for (index, node) in structure.nodes.enumerated()
        where nodes.contains(index) && node.id != "ST" && node.id != "SE" {
            var depth = 0
            var parent = node.parent
            while parent >= 0 {
                depth += 1
                parent = structure.nodes[parent].parent
            }
            let id = node.id.description
            let lead = String(repeating: "· ", count: depth)
            segments.append([
                lead + "`\(id)`" + (node.isLoop ? " loop" : ""), SegmentTitles.title(id), use(of: index, node),
                node.maximum == 0 ? "any number" : String(node.maximum),
            ])
        }
    }

    private func use(of index: Int, _ node: SetStructure.Node) -> String {
        let own = rules.filter { $0.at.element == 0 && names($0.at, index, in: $0.within) }
        for rule in own {
            guard case .use(let use) = rule.demand, rule.at.steps.last?.conditions.isEmpty == true, rule.when.isEmpty
            else {
                continue
            }
            switch use {
            case .required: return Self.demand(rule)
            case .notUsed: return "not used"
            case .optional: return "may be left out"
            }
        }
        let qualified = own.compactMap { rule -> String? in
            guard case .use(.required) = rule.demand else { return nil }
            return "`\(rule.at)`"
        }
        if !qualified.isEmpty { return "required as " + qualified.joined(separator: ", ") }
        return node.isMandatory ? "required by the standard" : "optional"
    }

    /// What a rule asks for: only one at the weight of an error refuses what is without it.
    private static func demand(_ rule: GuideRule) -> String {
        (rule.severity ?? .error) == .error ? "required by us" : "expected by us"
    }

    private mutating func listElements() {
        var listed: Set<String> = []
        for (index, node) in structure.nodes.enumerated()
        where nodes.contains(index) && node.id != "ST" && node.id != "SE" {
            let id = node.id.description
            guard listed.insert(id).inserted else { continue }
            let ruled = Set(rules.flatMap(\.paths).filter { $0.steps.last?.id == node.id }.map(\.element))
            for (offset, place) in standard.elements(ofSegment: node.segment).enumerated() {
                let position = offset + 1
                guard place.isMandatory || sent[id]?.contains(position) == true || ruled.contains(position) else {
                    continue
                }
                elements.append([
                    "`\(id)\(InterchangeWriter.filled(position, 2))`", place.definition.name, place.definition.typeName,
                    place.definition.minimum == place.definition.maximum
                        ? "\(place.definition.minimum)" : "\(place.definition.minimum)–\(place.definition.maximum)",
                    use(of: id, position, place), values(of: id, position, place),
                ])
            }
        }
    }

    private func rules(about id: String, _ position: Int) -> [GuideRule] {
        rules.filter { $0.at.element == position && $0.at.steps.last?.id.description == id }
    }

    private func use(of id: String, _ position: Int, _ place: ElementPlace) -> String {
        for rule in rules(about: id, position) {
            guard case .use(let use) = rule.demand else { continue }
            switch use {
            case .required:
                return rule.at.steps.last?.conditions.isEmpty == true
                    ? Self.demand(rule) : "required in `\(rule.at)`"
            case .notUsed: return "not used"
            case .optional: return "may be left out"
            }
        }
        return place.isMandatory ? "required by the standard" : "optional"
    }

    private func values(of id: String, _ position: Int, _ place: ElementPlace) -> String {
        var words: [String] = []
        for rule in rules(about: id, position) {
            let lead = rule.at.steps.last?.conditions.isEmpty == true ? "" : "`\(rule.at)`: "
            switch rule.demand {
            case .codes(let codes):
                let list = codes.prefix(Self.mostCodes).map { "`\(String(decoding: $0, as: UTF8.self))`" }
                words.append(lead + list.joined(separator: ", ") + (codes.count > Self.mostCodes ? " …" : ""))
            case .moreCodes(let codes):
                words.append(
                    lead + "also " + codes.map { "`\(String(decoding: $0, as: UTF8.self))`" }.joined(separator: ", "))
            case .pattern(let pattern): words.append(lead + "as `\(pattern)`")
            case .length(let minimum, let maximum):
                let range = minimum == maximum ? "" : "\(minimum ?? 1) to "
                words.append(lead + range + "\(maximum.map(String.init) ?? "any number of") characters")
            default: break
            }
        }
        // Qualifiers that rules speak of are worth knowing where the element is explained.
        let conditions = rules.flatMap(\.paths).flatMap(\.steps).filter { $0.id.description == id }.flatMap(
            \.conditions
        )
        .filter { $0.element == position && $0.component == 0 }.flatMap(\.values).map {
            String(decoding: $0, as: UTF8.self)
        }
        if words.isEmpty, !conditions.isEmpty {
            words.append(
                "such as " + Set(conditions).sorted().prefix(Self.mostCodes).map { "`\($0)`" }.joined(separator: ", "))
        }
        return words.joined(separator: "; ")
    }
}

extension GuideRule {
    /// All places that the rule names.
    fileprivate var paths: [GuidePath] {
        let others: [GuidePath] =
            switch demand {
            case .sum(let equals, _), .count(let equals): [equals]
            case .equal(let paths), .different(let paths), .ascending(let paths), .anyOf(let paths),
                .onlyOneOf(let paths), .allOrNone(let paths):
                paths
            default: []
            }
        return [at] + others + when.map(\.path) + (within.map { [$0] } ?? [])
    }
}
