import X12

/// Reads the rules that the documents of one set, one way, follow without exception.
struct SetInference {
    let set: String
    let version: String
    let direction: Profile.Direction
    private let tally: UsageTally
    private let samples: [SampleSet]
    private(set) var rules: [InferredRule] = []
    /// What is nearly always so, and what the standard's lists do not have.
    private(set) var contradictions: [String] = []
    private(set) var habits: [Inference] = []

    /// More rules than these nobody reads.
    private static let mostRules = 400
    /// A list of codes longer than this is none.
    private static let mostCodes = 24

    init?(set: String, version: String, direction: Profile.Direction, samples: [SampleSet]) {
        guard let standard = Standard.version(version), let structure = standard.structure(of: set) else { return nil }
        self.set = set
        self.version = version
        self.direction = direction
        self.samples = samples
        var tally = UsageTally(standard: standard, structure: structure)
        for sample in samples { tally.add(sample) }
        self.tally = tally
    }

    /// Reads them.
    mutating func run() {
        for context in tally.contexts.values.sorted(by: { $0.path < $1.path }) {
            // Structure before elements, each in the standard's order.
            let names = context.segments.keys.sorted { one, other in
                (context.segments[one]?.node ?? 0, one) < (context.segments[other]?.node ?? 0, other)
            }
            for name in names {
                guard let segment = context.segments[name] else { continue }
                presence(of: name, segment, in: context)
            }
            for name in names {
                guard let segment = context.segments[name] else { continue }
                elements(of: name, segment, in: context)
            }
        }
        relations()
        if rules.count > Self.mostRules {
            contradictions.append("\(set): \(rules.count) rules were found, the first \(Self.mostRules) are kept")
            rules.removeSubrange(Self.mostRules...)
        }
    }

    // MARK: - Segments and loops

    private mutating func presence(of name: String, _ segment: UsageTally.Segment, in context: UsageTally.Context) {
        let evidence = Evidence(segment.instances, of: context.instances, sets: context.sets.count)
        guard segment.instances == context.instances else {
            // One without it in twenty is rather a slip than a choice.
            if context.instances >= Evidence.enough, segment.instances * 20 >= context.instances * 19 {
                contradictions.append(
                    "\(set) \(path(context, name)): sent in \(evidence.description), and missing in the others")
            }
            return
        }
        let node = tally.structure.nodes[segment.node]
        // What the standard demands needs no rule; a qualifier is more than it demands.
        if node.isMandatory, !segment.isQualified { return }
        if segment.id == "HL", !segment.isQualified { return }
        // With one of its qualifiers always there, the segment is.
        let isImplied =
            !segment.isQualified
            && context.segments.contains {
                $0.value.isQualified && $0.value.id == segment.id && $0.value.instances == context.instances
            }
        if !isImplied { rules.append(InferredRule("at: \"\(path(context, name))\", use: \"required\"", evidence)) }
    }

    // MARK: - Elements

    private mutating func elements(of name: String, _ segment: UsageTally.Segment, in context: UsageTally.Context) {
        let places = tally.standard.elements(ofSegment: tally.structure.nodes[segment.node].segment)
        // Said of all of its name, and again of each qualifier only where it says more.
        let general = segment.isQualified ? context.segments[segment.id] : nil
        for (position, element) in segment.elements.sorted(by: { $0.key < $1.key }) {
            guard places.indices.contains(position - 1) else { continue }
            let known = places[position - 1]
            guard known.composite == nil, known.repeats <= 1 else { continue }
            let place = path(context, name) + InterchangeWriter.filled(position, 2)
            let isKey = segment.isQualified && position == (segment.id == "HL" ? 3 : 1)
            if isKey { continue }
            let isAlways = element.occurrences == segment.occurrences
            let isAlwaysInGeneral =
                general.map { $0.elements[position]?.occurrences == $0.occurrences } ?? false
            if isAlways, !isAlwaysInGeneral, !known.isMandatory {
                rules.append(
                    InferredRule(
                        "at: \"\(place)\", use: \"required\"",
                        Evidence(element.occurrences, of: segment.occurrences, sets: segment.sets.count)))
            }
            if known.definition.type == .code {
                let isQualifier =
                    UsageTally.qualifierElements.contains(known.definition.number) && position == 1
                    || known.definition.number == "735"
                if general == nil { codes(at: place, element, known, isQualifier: isQualifier) }
            } else if known.definition.type == .text, general == nil || !hasOneShape(general?.elements[position]) {
                shape(at: place, element)
            }
        }
    }

    /// Lists of places, carriers and languages name the world, not the partner's habits.
    private static let openLists: Set<String> = ["26", "116", "140", "156", "819", "309", "1271", "66", "91"]

    private mutating func codes(
        at place: String, _ element: UsageTally.Element, _ known: ElementPlace, isQualifier: Bool
    ) {
        let list = known.codeList.map { Set(tally.standard.codes(inList: $0)) }
        let unlisted = list.map { list in element.values.keys.filter { !list.contains($0) }.sorted() } ?? []
        for code in unlisted {
            contradictions.append(
                "\(set) \(place): \(quoted(code)) stands in no list of \(version), in \(element.values[code]?.count ?? 0) documents"
            )
        }
        guard !Self.openLists.contains(known.definition.number), element.values.count <= Self.mostCodes,
            !element.hasMore
        else {
            return
        }
        // Good and Turing: what share of codes to come was never seen is about the share seen but once.
        let once = element.values.values.count { $0.count == 1 }
        let unseen = Double(once) / Double(max(element.sets.count, 1))
        guard element.sets.count >= Evidence.some, unseen <= 0.2 else { return }
        let codes = element.values.keys.sorted().map(ProfileDraft.quote).joined(separator: ", ")
        // A new qualifier says something more, and is no fault of what is there.
        let most: Evidence.Confidence = isQualifier || once > 0 ? .medium : .high
        rules.append(
            InferredRule(
                "at: \"\(place)\", codes: [\(codes)]",
                Evidence(element.occurrences, of: element.occurrences, sets: element.sets.count), atMost: most))
    }

    // MARK: - Shapes

    /// A number of a document has a shape when many different ones all have it; a text that is always the same has none.
    private mutating func shape(at place: String, _ element: UsageTally.Element) {
        guard let pattern = pattern(of: element) else { return }
        rules.append(
            InferredRule(
                "at: \"\(place)\", pattern: \"\(pattern)\"",
                Evidence(element.occurrences, of: element.occurrences, sets: element.sets.count), atMost: .medium))
    }

    private func hasOneShape(_ element: UsageTally.Element?) -> Bool { element.flatMap { pattern(of: $0) } != nil }

    private func pattern(of element: UsageTally.Element) -> String? {
        guard element.values.count >= 10, element.sets.count >= 10, !element.hasMore,
            let length = element.values.keys.first?.utf8.count, (4...35).contains(length),
            element.values.keys.allSatisfy({ $0.utf8.count == length })
        else { return nil }
        let bytes = element.values.keys.flatMap(\.utf8)
        let areDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
        let arePlain = bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        guard areDigits || arePlain && bytes.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        return (areDigits ? "[0-9]" : "[A-Z0-9]") + "{\(length)}"
    }

    // MARK: - Relations

    /// A line's segment with its number and quantity, and the totals that speak of it.
    private static let lines: [String: (line: String, number: Int, quantity: String)] = [
        "850": ("PO1", 1, "PO102"), "855": ("PO1", 1, "PO102"), "810": ("IT1", 1, "IT102"),
        "856": ("HL", 0, "HL/SN102"), "860": ("POC", 1, "POC03"), "846": ("LIN", 1, ""),
    ]

    private mutating func relations() {
        guard let line = Self.lines[set] else { return }
        relate("the count of \(line.line) is CTT01", "count: \"\(line.line)\", equals: \"CTT01\"") { sample in
            guard let total = sample.segments.first(where: { $0.id == "CTT" })?[1], !total.isEmpty else { return nil }
            return Int(total) == sample.segments.count { $0.id == line.line }
        }
        guard line.number > 0 else { return }
        relate("\(line.line)01 is unique", "unique: \"\(line.line)01\"") { sample in
            let numbers = sample.segments.filter { $0.id == line.line }.map { $0[line.number] }.filter { !$0.isEmpty }
            guard numbers.count > 1 else { return nil }
            return Set(numbers).count == numbers.count
        }
        lineNumbers(line.line, line.number)
    }

    private mutating func relate(_ words: String, _ text: String, _ holds: (SampleSet) -> Bool?) {
        let answers = samples.compactMap(holds)
        let count = answers.count { $0 }
        let evidence = Evidence(count, of: answers.count, sets: answers.count)
        guard !answers.isEmpty else { return }
        if count == answers.count {
            rules.append(InferredRule(text, evidence))
        } else if count * 2 > answers.count {
            contradictions.append("\(set): \(words) in \(evidence.description), and not in the others")
        }
    }

    /// How lines are numbered: 1, 2, 3 · 001, 002 · 10, 20.
    private mutating func lineNumbers(_ line: String, _ position: Int) {
        var kinds: [String: Int] = [:]
        var count = 0
        for sample in samples {
            let numbers = sample.segments.filter { $0.id == line }.map { $0[position] }
            guard let first = numbers.first, !first.isEmpty else { continue }
            count += 1
            let values = numbers.map { Int($0) ?? -1 }
            let steps = Set(zip(values, values.dropFirst()).map { $1 - $0 })
            let width = first.hasPrefix("0") && first.utf8.count > 1 ? " filled to \(first.utf8.count) digits" : ""
            let kind: String
            if values.contains(-1) {
                kind = "by texts"
            } else if let step = steps.first, steps.count == 1 {
                kind = "from \(values[0]) in steps of \(step)\(width)"
            } else if steps.isEmpty {
                kind = "from \(values[0])\(width)"
            } else {
                kind = "with gaps\(width)"
            }
            kinds[kind, default: 0] += 1
        }
        for (kind, number) in kinds.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            habits.append(
                Inference("\(set) \(line)01", "lines are numbered \(kind)", Evidence(number, of: count, sets: count)))
        }
    }

    // MARK: - Habits for people

    /// The segments used, in the standard's order, with how often.
    var used: [Inference] {
        guard let root = tally.contexts[""] else { return [] }
        return root.segments.values.filter { !$0.isQualified }.sorted { ($0.node, $0.id) < ($1.node, $1.id) }.map {
            Inference("\(set) \($0.id)", "is sent", Evidence($0.instances, of: root.instances, sets: root.instances))
        }
    }

    private func path(_ context: UsageTally.Context, _ name: String) -> String {
        context.path.isEmpty ? name : "\(context.path)/\(name)"
    }
}
