import InterchangeTestSupport
import X12

/// One element of a body, or one component of it.
private struct Spot {
    var segment: Int
    var element: Int
    var component: Int
    /// From 0.
    var repetition: Int
    /// Whether there are others.
    var isRepeated: Bool
    /// Whether it is of an LE.
    var isEnd: Bool
    var place: ElementPlace
    var value: String
}

extension Breaker {
    mutating func breakElement(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        switch rule {
        case .elementMissing: return elementMissing(specimen)
        case .componentMissing: return componentMissing(specimen)
        case .elementsTooMany: return elementsTooMany(specimen)
        case .componentsTooMany: return componentsTooMany(specimen)
        case .repetitionsTooMany: return repetitionsTooMany(specimen)
        default: break
        }
        let separator = String(UnicodeScalar(specimen.delimiters.component))
        let spots = spots(specimen.sets[0].body)
        for _ in 0..<60 {
            guard let spot = pick(spots), let value = bad(spot, rule, separator) else { continue }
            return replacing(spot, with: value, specimen)
        }
        return nil
    }

    /// Every value of the body.
    private func spots(_ body: [SpecimenSegment]) -> [Spot] {
        var spots: [Spot] = []
        for (index, segment) in body.enumerated() {
            let places = places(of: segment)
            for (element, repetitions) in segment.elements.enumerated() where element < places.count {
                for (repetition, components) in repetitions.enumerated() {
                    var spot = Spot(
                        segment: index, element: element + 1, component: 0, repetition: repetition,
                        isRepeated: repetitions.count > 1, isEnd: segment.id == "LE", place: places[element],
                        value: components[0])
                    guard let composite = places[element].composite else {
                        spots.append(spot)
                        continue
                    }
                    for (component, place) in generator.standard.components(ofComposite: composite).enumerated()
                    where component < components.count && !components[component].isEmpty {
                        spot.component = component + 1
                        spot.place = place
                        spot.value = components[component]
                        spots.append(spot)
                    }
                }
            }
        }
        return spots
    }

    func places(of segment: SpecimenSegment) -> [ElementPlace] {
        generator.standard.elements(ofSegment: generator.structure.nodes[segment.node].segment)
    }

    private func replacing(_ spot: Spot, with value: String, _ specimen: Specimen) -> Broken {
        var broken = Broken(
            specimen: specimen, segment: specimen.sets[0].body[spot.segment].id, ordinal: spot.segment + 2,
            element: spot.element, component: spot.component, repetition: spot.isRepeated ? spot.repetition + 1 : 0,
            number: spot.place.definition.number)
        broken.specimen.sets[0].body[spot.segment].elements[spot.element - 1][spot.repetition][
            max(spot.component - 1, 0)] = value
        return broken
    }

    /// A value that breaks the rule there and no other; `nil` where there is none.
    private mutating func bad(_ spot: Spot, _ rule: RuleBreak, _ separator: String) -> String? {
        let element = spot.place.definition
        let isNumber = element.type == .integer || element.type == .decimal
        switch rule {
        case .componentInElement:
            guard spot.component == 0, spot.place.composite == nil else { return nil }
            return spot.value + separator + "X"
        case .tooShort:
            guard element.minimum > 1 else { return nil }
            return String(good(spot).prefix(element.minimum - 1).map { $0 == " " ? "X" : $0 })
        case .tooLong:
            guard !isNumber, element.maximum < 400 else { return nil }
            let filler = element.type == .date || element.type == .time ? "1" : "X"
            return spot.value + String(repeating: filler, count: element.maximum + 1 - spot.value.utf8.count)
        case .numberTooLong:
            guard isNumber else { return nil }
            let digits = String(repeating: "7", count: element.maximum + 1)
            // Sign and point do not count towards the length, so they must not hide a digit either.
            return element.type == .integer
                ? pick([digits, "-" + digits]) : pick([digits, "-" + digits, digits + ".", "." + digits])
        case .numberCharacter:
            guard isNumber, element.maximum >= 3 else { return nil }
            let both = ["1A2", "+12", "1-2", "12-", "1 2", "1,2", "--1", "1/2"]
            return pick(
                both + (element.type == .integer ? ["1.2", "12.", "1E2"] : ["1.2.3", "E12", "1E", "1E2.5", "1e2"]))
        case .controlCharacter:
            guard element.type == .text, spot.value.utf8.count >= 2 else { return nil }
            return
                "\(spot.value.prefix(1))\(pick(["\u{1}", "\u{7}", "\u{B}", "\u{7F}"]) ?? "\u{1}")\(spot.value.dropFirst(2))"
        case .characterBeyondASCII:
            // HL01 and HL02 are numbers in a text element: the tree would be doubtful as well.
            guard element.type == .text, spot.value.utf8.count < element.maximum,
                !["628", "734"].contains(element.number)
            else { return nil }
            return "\(spot.value.dropLast())\u{C4}"
        case .codeUnknown: return unknownCode(spot)
        case .dateWrong:
            guard element.type == .date, element.maximum == 8 else { return nil }
            return pick([
                "20261301", "20260001", "20260431", "20250229", "21000229", "20260100", "2026010A", "20261232",
            ])
        case .timeWrong:
            guard element.type == .time, element.maximum >= 6 else { return nil }
            return pick(["2400", "1260", "123060", "12345", "12A0", "9999", "12300A"])
        case .loopNamedOtherwise:
            // LS01 and LE01 are one element; that of LE is made to differ.
            guard spot.isEnd, element.maximum >= 2 else { return nil }
            return spot.value == "Q1" ? "Q2" : "Q1"
        case .blankMandatory:
            guard element.type == .text, spot.place.isMandatory else { return nil }
            return String(repeating: " ", count: max(element.minimum, 1))
        default: return nil
        }
    }

    /// The value, or another one where it is too short to be cut.
    private mutating func good(_ spot: Spot) -> String {
        let element = spot.place.definition
        switch element.type {
        case .integer, .decimal: return String(repeating: "4", count: element.minimum)
        case .date: return "20261121"
        case .time: return "1230"
        default: return spot.value
        }
    }

    /// A code of right length that is not in the list. Levels and hierarchies of an 856 are passed over: an unknown one
    /// makes the tree doubtful as well.
    private mutating func unknownCode(_ spot: Spot) -> String? {
        guard let list = spot.place.codeList, !["735", "1005"].contains(spot.place.definition.number) else {
            return nil
        }
        let codes = Set(generator.standard.codes(inList: list))
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ0123456789")
        for _ in 0..<30 {
            let element = spot.place.definition
            let length = Int.random(in: max(element.minimum, 1)...min(element.maximum, 8), using: &random)
            let code = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "Z" })
            if !codes.contains(code) { return code }
        }
        return nil
    }
}

// MARK: - Too few, too many

extension Breaker {
    private mutating func elementMissing(_ specimen: Specimen) -> Broken? {
        let body = specimen.sets[0].body
        for _ in 0..<60 {
            guard let index = body.indices.randomElement(using: &random) else { return nil }
            let places = places(of: body[index])
            let notes = generator.standard.segments[generator.structure.nodes[body[index].node].segment].notes
            let present = Set((1..<(places.count + 1)).filter { body[index].isPresent($0) })
            // A mandatory element that a note names as well would break two rules.
            let candidates = present.filter { position in
                places[position - 1].isMandatory
                    && notes.allSatisfy { Presence.holds($0, present.subtracting([position])) }
            }.sorted()
            guard let position = pick(candidates) else { continue }
            var broken = Broken(specimen: specimen, segment: body[index].id, ordinal: index + 2, element: position)
            broken.number = places[position - 1].definition.number
            broken.specimen.sets[0].body[index].elements[position - 1] = []
            broken.specimen.sets[0].body[index].trim()
            return broken
        }
        return nil
    }

    private mutating func componentMissing(_ specimen: Specimen) -> Broken? {
        let body = specimen.sets[0].body
        for (index, element, composite) in composites(body) {
            let places = generator.standard.components(ofComposite: composite)
            let notes = generator.standard.composites[composite].notes
            guard var components = body[index].elements[element - 1].first else { continue }
            let present = Set(components.indices.filter { !components[$0].isEmpty }.map { $0 + 1 })
            let candidates = present.filter { position in
                let rest = present.subtracting([position])
                return places[position - 1].isMandatory && !rest.isEmpty
                    && notes.allSatisfy { Presence.holds($0, rest) }
            }.sorted()
            guard let position = pick(candidates) else { continue }
            components[position - 1] = ""
            while components.last == "" { components.removeLast() }
            var broken = Broken(
                specimen: specimen, segment: body[index].id, ordinal: index + 2, element: element, component: position,
                number: places[position - 1].definition.number)
            broken.specimen.sets[0].body[index].elements[element - 1][0] = components
            return broken
        }
        return nil
    }

    private mutating func elementsTooMany(_ specimen: Specimen) -> Broken? {
        guard let index = specimen.sets[0].body.indices.randomElement(using: &random) else { return nil }
        var broken = Broken(specimen: specimen, segment: specimen.sets[0].body[index].id, ordinal: index + 2)
        broken.element = places(of: specimen.sets[0].body[index]).count + 1
        broken.specimen.sets[0].body[index][broken.element] = "X"
        return broken
    }

    private mutating func componentsTooMany(_ specimen: Specimen) -> Broken? {
        let body = specimen.sets[0].body
        guard let (index, element, composite) = composites(body).first,
            var components = body[index].elements[element - 1].first
        else { return nil }
        let count = generator.standard.composites[composite].componentCount
        while components.count < count { components.append("") }
        components.append("9")
        var broken = Broken(
            specimen: specimen, segment: body[index].id, ordinal: index + 2, element: element, component: count + 1)
        broken.specimen.sets[0].body[index].elements[element - 1][0] = components
        return broken
    }

    /// Repeats an element once more than it may be: most may not at all.
    private mutating func repetitionsTooMany(_ specimen: Specimen) -> Broken? {
        guard specimen.delimiters.repetition != nil else { return nil }
        let body = specimen.sets[0].body
        for _ in 0..<60 {
            guard let index = body.indices.randomElement(using: &random),
                let element = body[index].elements.indices.randomElement(using: &random)
            else { return nil }
            let place = places(of: body[index])[element]
            guard let one = body[index].elements[element].first, place.repeats < 30 else { continue }
            var broken = Broken(
                specimen: specimen, segment: body[index].id, ordinal: index + 2, element: element + 1,
                repetition: place.repeats + 1, number: place.definition.number)
            broken.specimen.sets[0].body[index].elements[element] = Array(repeating: one, count: place.repeats + 1)
            return broken
        }
        return nil
    }

    /// Every composite in use that stands once: its segment, its element, its index in the standard; in random order.
    mutating func composites(_ body: [SpecimenSegment]) -> [(Int, Int, Int)] {
        var found: [(Int, Int, Int)] = []
        for (index, segment) in body.enumerated() {
            for (element, place) in places(of: segment).enumerated()
            where segment.isPresent(element + 1) && segment.elements[element].count == 1 {
                if let composite = place.composite { found.append((index, element + 1, composite)) }
            }
        }
        return found.shuffled(using: &random)
    }
}
