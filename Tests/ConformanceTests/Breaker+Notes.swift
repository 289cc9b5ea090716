import InterchangeTestSupport
import X12

extension Breaker {
    mutating func breakNote(_ rule: RuleBreak, _ specimen: Specimen) -> Broken? {
        let kind: SyntaxNote.Kind =
            switch rule {
            case .pairedBroken: .paired
            case .requiredBroken: .required
            case .exclusiveBroken: .exclusive
            case .conditionalBroken: .conditional
            default: .list
            }
        let body = specimen.sets[0].body
        var candidates: [(index: Int, note: SyntaxNote)] = []
        for (index, segment) in body.enumerated() {
            for note in generator.standard.segments[generator.structure.nodes[segment.node].segment].notes
            where note.kind == kind { candidates.append((index, note)) }
        }
        for candidate in candidates.shuffled(using: &random).prefix(20) {
            let index = candidate.index
            let places = places(of: body[index])
            let notes = generator.standard.segments[generator.structure.nodes[body[index].node].segment].notes
            let mandatory = Set(places.indices.filter { places[$0].isMandatory }.map { $0 + 1 })
            let present = Set((1..<(places.count + 1)).filter { body[index].isPresent($0) })
            guard let changed = presence(breaking: candidate.note, notes, present, mandatory) else { continue }
            var segment = body[index]
            while segment.elements.count < (changed.max() ?? 0) { segment.elements.append([]) }
            for position in 1..<(segment.elements.count + 1)
            where changed.contains(position) != segment.isPresent(position) {
                segment.elements[position - 1] =
                    changed.contains(position) ? [generator.repetition(places[position - 1], seed: seed())] : []
            }
            segment.trim()
            let element = Self.blamed(candidate.note, changed)
            var broken = Broken(specimen: specimen, segment: segment.id, ordinal: index + 2, element: element)
            broken.number = places[element - 1].definition.number
            broken.isDoubtful = candidate.note.isUncertain
            broken.specimen.sets[0].body[index] = segment
            return broken
        }
        return nil
    }

    mutating func breakComponentNote(_ specimen: Specimen) -> Broken? {
        let body = specimen.sets[0].body
        for (index, element, composite) in composites(body) {
            let places = generator.standard.components(ofComposite: composite)
            let notes = generator.standard.composites[composite].notes
            // Notes that forbid have another code; no composite has one.
            guard let note = pick(notes.filter { $0.kind != .exclusive }),
                var components = body[index].elements[element - 1].first
            else { continue }
            let mandatory = Set(places.indices.filter { places[$0].isMandatory }.map { $0 + 1 })
            let present = Set(components.indices.filter { !components[$0].isEmpty }.map { $0 + 1 })
            guard let changed = presence(breaking: note, notes, present, mandatory) else { continue }
            while components.count < (changed.max() ?? 0) { components.append("") }
            for position in 1..<(components.count + 1)
            where changed.contains(position) == components[position - 1].isEmpty {
                components[position - 1] =
                    changed.contains(position) ? generator.value(places[position - 1], seed: seed()) : ""
            }
            while components.last == "" { components.removeLast() }
            let component = Self.blamed(note, changed)
            var broken = Broken(
                specimen: specimen, segment: body[index].id, ordinal: index + 2, element: element,
                component: component, number: places[component - 1].definition.number)
            broken.isDoubtful = note.isUncertain
            broken.specimen.sets[0].body[index].elements[element - 1][0] = components
            return broken
        }
        return nil
    }

    /// Other elements present, so that one note is broken and all the others hold; `nil` where that cannot be.
    private mutating func presence(
        breaking note: SyntaxNote, _ notes: [SyntaxNote], _ present: Set<Int>, _ mandatory: Set<Int>
    ) -> Set<Int>? {
        for _ in 0..<12 {
            var changed = present
            for position in note.positions.map(Int.init) {
                if Bool.random(using: &random) { changed.insert(position) } else { changed.remove(position) }
            }
            let broken = notes.filter { !Presence.holds($0, changed) }
            if !changed.isEmpty, mandatory.isSubset(of: changed), broken.count == 1,
                broken[0].description == note.description
            {
                return changed
            }
        }
        return nil
    }

    /// The element that the acknowledgment names: the first that the note asks for and that is absent; of elements that
    /// exclude each other the second that is there.
    private static func blamed(_ note: SyntaxNote, _ present: Set<Int>) -> Int {
        let positions = note.positions.map(Int.init)
        if note.kind == .exclusive { return positions.filter(present.contains)[1] }
        return positions.first { !present.contains($0) } ?? 0
    }
}
