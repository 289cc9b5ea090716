import Synchronization
public import X12

/// Makes transaction sets without fault from the dictionary alone: whatever the standard allows, sooner or later. The
/// same seed makes the same set.
///
/// A set is read by the rule of first fit, so of places that the standard cannot tell apart (the same segment, optional,
/// twice on the way) only the one that first fit finds is filled.
public struct SpecimenGenerator: Sendable {
    /// The version.
    public let standard: Standard
    /// The structure of the set.
    public let structure: SetStructure
    /// How its segments are told apart.
    public let fit: FirstFit
    /// The codes of every enforced list of the version, unpacked once.
    let lists: [Int: [String]]

    /// How much of what is optional is there.
    public enum Density: CaseIterable, Sendable {
        /// What is mandatory, and what notes call for.
        case least
        /// A sixth of what is optional.
        case sparse
        /// Half of it.
        case half
        /// Every loop, segment and element once at least.
        case full
        /// A quarter of it, repeated as often as it may be, as far as that is not above ``SpecimenGenerator/crowd``.
        case crowded
    }

    /// Repeats beyond this are not made: the bound is checked as well by smaller ones.
    public static let crowd = 26
    /// A set grows no more once it has so many segments, but for what is mandatory.
    public static let largest = 700

    /// The first release whose groups repeat elements: X12.5, ISA11.
    static let firstRepeating = "004020"

    /// Prepares to make sets of a version; `nil` when it has no such set.
    public init?(_ standard: Standard, set: String) {
        guard let structure = standard.structure(of: set) else { return nil }
        self.standard = standard
        self.structure = structure
        fit = FirstFit(structure)
        lists = Self.lists(standard)
    }

    private static let known = Mutex<[String: [Int: [String]]]>([:])

    private static func lists(_ standard: Standard) -> [Int: [String]] {
        known.withLock { known in
            if let lists = known[standard.version] { return lists }
            var lists: [Int: [String]] = [:]
            let places =
                standard.segments.indices.flatMap { standard.elements(ofSegment: $0) }
                + standard.composites.indices.flatMap { standard.components(ofComposite: $0) }
            for list in Set(places.compactMap(\.codeList)) { lists[list] = standard.codes(inList: list) }
            known[standard.version] = lists
            return lists
        }
    }

    /// The body of a set, from behind ST to before SE.
    public func body(seed: UInt64, density: Density) -> [SpecimenSegment] {
        var random = Seeded(seed)
        while true {
            var growth = Growth(generator: self, density: density, random: random)
            growth.fill(-1)
            growth.settle()
            if !growth.isStuck { return growth.body }
            // First fit took an optional segment for a mandatory one's; other choices will not.
            random = growth.values.random
        }
    }

    /// An interchange of one group with one good set.
    public func specimen(seed: UInt64, density: Density, delimiters: Delimiters? = nil) -> Specimen {
        var specimen = specimen(
            of: [body(seed: seed, density: density)], delimiters: delimiters ?? Self.delimiters(seed, standard))
        // ST03 names the guide that the set follows.
        if let header = standard.segmentIndex(of: "ST"), standard.elements(ofSegment: header).count > 2, seed % 4 == 1 {
            specimen.sets[0].header.append(standard.version + "X999")
        }
        return specimen
    }

    /// An interchange of one group with a good set of each body, numbered from 0001.
    public func specimen(of bodies: [[SpecimenSegment]], delimiters: Delimiters) -> Specimen {
        let sets = bodies.enumerated().map { index, body in
            SpecimenSet(structure.set, number: Values.filled(index + 1, 4), body: body)
        }
        return Specimen(
            sets, version: standard.version, code: structure.functionalCode, delimiters: delimiters)
    }

    /// A good segment for a node of the structure.
    public func segment(at node: Int, seed: UInt64) -> SpecimenSegment {
        var growth = Growth(generator: self, density: .half, random: Seeded(seed))
        return growth.segment(node, structure.nodes[node])
    }

    /// A good value for a simple element or a component.
    public func value(_ place: ElementPlace, seed: UInt64) -> String {
        var values = Values(lists, random: Seeded(seed))
        return values.value(place)
    }

    /// Good components for an element: one for a simple element.
    public func repetition(_ place: ElementPlace, seed: UInt64) -> [String] {
        var growth = Growth(generator: self, density: .half, random: Seeded(seed))
        return growth.repetition(place)
    }

    /// Delimiters in the ways partners choose them; none of them is ever in a generated value.
    static func delimiters(_ seed: UInt64, _ standard: Standard) -> Delimiters {
        // X12.5: ISA11 is the repetition separator from release 00402 on.
        let repeats = standard.version >= firstRepeating
        let choices: [(element: UInt8, component: UInt8, repetition: UInt8)] = [
            (0x2A, 0x3A, 0x5E), (0x2A, 0x3E, 0x5E), (0x5E, 0x3A, 0x7C),
        ]
        let choice = choices[Int(seed % 3)]
        return Delimiters(
            element: choice.element, segment: 0x7E, component: choice.component,
            repetition: repeats ? choice.repetition : nil)
    }
}

/// A body while it is made.
private struct Growth {
    let generator: SpecimenGenerator
    let density: SpecimenGenerator.Density
    var values: Values
    var body: [SpecimenSegment] = []
    var isStuck = false
    private var place = 0

    init(generator: SpecimenGenerator, density: SpecimenGenerator.Density, random: Seeded) {
        self.generator = generator
        self.density = density
        values = Values(generator.lists, random: random)
    }

    /// Fills a loop, or the whole set for -1, in the order of the standard.
    mutating func fill(_ loop: Int) {
        let nodes = generator.structure.nodes
        for index in generator.fit.inside(loop) where nodes[index].id != "ST" && nodes[index].id != "SE" {
            for round in 0..<count(nodes[index]) {
                let id = nodes[index].id.description
                guard generator.fit.step(from: place, id: id) == .node(index) else {
                    if round == 0, nodes[index].isMandatory { isStuck = true }
                    break
                }
                body.append(segment(index, nodes[index]))
                place = index
                if nodes[index].isLoop { fill(index) }
            }
        }
        if loop < 0, generator.fit.step(from: place, id: "SE") != .node(nodes.count - 1) { isStuck = true }
    }

    private mutating func count(_ node: SetStructure.Node) -> Int {
        let most = node.maximum > 0 ? node.maximum : .max
        if body.count >= SpecimenGenerator.largest { return node.isMandatory ? 1 : 0 }
        let least = node.isMandatory ? 1 : 0
        switch density {
        case .least: return least
        case .sparse: return values.chance(1, in: 6) ? 1 : least
        case .half: return values.chance(1, in: 2) ? min(most, Int.random(in: 1...3, using: &values.random)) : least
        case .full: return values.chance(1, in: 8) ? min(most, 2) : 1
        case .crowded:
            guard values.chance(1, in: node.isLoop ? 8 : 4) else { return least }
            return most <= SpecimenGenerator.crowd ? most : Int.random(in: 1...4, using: &values.random)
        }
    }

    mutating func segment(_ index: Int, _ node: SetStructure.Node) -> SpecimenSegment {
        let definition = generator.standard.segments[node.segment]
        let places = generator.standard.elements(ofSegment: node.segment)
        var segment = SpecimenSegment(node.id.description, node: index)
        segment.elements = elements(places, definition.notes)
        identify(&segment, places)
        return segment
    }

    private mutating func elements(_ places: [ElementPlace], _ notes: [SyntaxNote]) -> [[[String]]] {
        let mandatory = Set(places.indices.filter { places[$0].isMandatory }.map { $0 + 1 })
        let part: Int
        switch density {
        case .least: part = 0
        case .full: part = values.chance(1, in: 2) ? 8 : 4
        default: part = Int.random(in: 0...6, using: &values.random)
        }
        let present = Presence.choose(
            mandatory: mandatory, count: places.count, notes: notes, part: part, random: &values.random)
        let last = present.max() ?? 0
        return (1..<(last + 1)).map { position in
            guard present.contains(position) else { return [] }
            let place = places[position - 1]
            let most = generator.standard.version >= SpecimenGenerator.firstRepeating ? place.repeats : 1
            let count =
                most > 1 && values.chance(1, in: 2) ? Int.random(in: 2...min(most, 4), using: &values.random) : 1
            return (0..<count).map { _ in repetition(place) }
        }
    }

    mutating func repetition(_ place: ElementPlace) -> [String] {
        place.composite.map { components($0) } ?? [values.value(place)]
    }

    private mutating func components(_ composite: Int) -> [String] {
        let places = generator.standard.components(ofComposite: composite)
        let mandatory = Set(places.indices.filter { places[$0].isMandatory }.map { $0 + 1 })
        let present = Presence.choose(
            mandatory: mandatory, count: places.count, notes: generator.standard.composites[composite].notes,
            part: Int.random(in: 0...8, using: &values.random), random: &values.random)
        return (1..<((present.max() ?? 0) + 1)).map { present.contains($0) ? values.value(places[$0 - 1]) : "" }
    }
}

// MARK: - What elements say together

extension Growth {
    /// Gives identifiers behind a qualifier the form that the qualifier calls for: GTIN, SSCC, GLN, DUNS.
    private mutating func identify(_ segment: inout SpecimenSegment, _ places: [ElementPlace]) {
        for position in 1..<(segment.elements.count + 1) where segment.isPresent(position) {
            let before = position > 1 ? segment[position - 1] : ""
            switch (places[position - 1].definition.number, before) {
            case ("234", "UP"): segment[position] = Values.checked(values.number(11))
            case ("234", "EN"): segment[position] = Values.checked(values.number(12))
            case ("234", "UK"): segment[position] = Values.checked(values.number(13))
            case ("67", "UL"): segment[position] = Values.checked(values.number(12))
            case ("67", "1"): segment[position] = values.number(9)
            case ("67", "9"): segment[position] = values.number(13)
            case ("87", "GM"): segment[position] = "00" + Values.checked(values.number(17))
            case ("87", "AA"): segment[position] = Values.checked(values.number(17))
            default: break
            }
        }
    }

    /// Makes true what segments say of each other: loop identifiers, HL trees, counts, hash totals.
    mutating func settle() {
        let lines = SpecimenTotals(generator.structure.set)
        var openLoops: [String] = []
        for index in body.indices {
            switch body[index].id {
            case "LS": openLoops.append(body[index][1])
            case "LE": if let name = openLoops.popLast() { body[index][1] = name }
            case "BSN" where body[index].isPresent(5):
                // The trees that are grown; a tree of another kind is the partner's affair.
                body[index][5] = ["0001", "0004"].randomElement(using: &values.random) ?? "0001"
            default:
                // A hash total adds digits: what an exponent does to it the standard does not say.
                if let position = lines.quantity(of: body[index].id), body[index][position].contains("E") {
                    body[index][position] = String(body[index][position].prefix { $0 != "E" })
                }
            }
        }
        growTree()
        lines.settle(&body)
    }

    /// Numbers the HL segments and hangs them into a tree by the hierarchy that BSN05 names: S O P I, or S O I.
    private mutating func growTree() {
        let isPacked = body.first { $0.id == "BSN" }?[5] != "0004"
        let levels = isPacked ? ["S", "O", "P", "I"] : ["S", "O", "I"]
        var open: [String] = []
        var numbers = 0
        let places = body.indices.filter { body[$0].id == "HL" }
        var depths: [Int] = []
        for index in places {
            numbers += 1
            let depth = numbers == 1 ? 0 : Int.random(in: 1...min(open.count, levels.count - 1), using: &values.random)
            open = Array(open.prefix(depth))
            body[index][1] = String(numbers)
            body[index][2] = open.last ?? ""
            body[index][3] = levels[depth]
            open.append(String(numbers))
            depths.append(depth)
        }
        for (order, index) in places.enumerated() where body[index].isPresent(4) {
            body[index][4] = order + 1 < depths.count && depths[order + 1] > depths[order] ? "1" : "0"
        }
        for index in places { body[index].trim() }
    }
}

/// What CTT says of a set: which segments are its lines, and which of their elements are hashed.
struct SpecimenTotals {
    private let line: String
    private let hashed: (id: String, position: Int)?

    init(_ set: String) {
        switch set {
        case "850", "855": (line, hashed) = ("PO1", ("PO1", 2))
        case "810": (line, hashed) = ("IT1", ("IT1", 2))
        case "856": (line, hashed) = ("HL", ("SN1", 2))
        case "860", "865": (line, hashed) = ("POC", nil)
        case "861": (line, hashed) = ("RCD", nil)
        case "832", "846": (line, hashed) = ("LIN", nil)
        default: (line, hashed) = ("", nil)
        }
    }

    /// The element of a segment that the hash total adds, or `nil`.
    func quantity(of id: String) -> Int? { hashed.flatMap { $0.id == id ? $0.position : nil } }

    /// Element 347: the digits of each quantity summed without regard to sign and point, ten of them kept.
    func settle(_ body: inout [SpecimenSegment]) {
        guard let index = body.lastIndex(where: { $0.id == "CTT" }) else { return }
        body[index][1] = String(body.filter { $0.id == line }.count)
        guard body[index].isPresent(2) else { return }
        guard let hashed else {
            body[index][2] = ""
            return body[index].trim()
        }
        var hash = 0
        for segment in body where segment.id == hashed.id {
            let digits = segment[hashed.position].filter(\.isNumber)
            hash = (hash + (Int(digits.suffix(10)) ?? 0)) % 10_000_000_000
        }
        body[index][2] = String(hash)
    }
}
