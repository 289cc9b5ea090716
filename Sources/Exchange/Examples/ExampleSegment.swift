import X12

/// Fills segments with values that the standard takes.
enum ExampleSegment {
    /// A segment with its mandatory elements, those given, and what syntax notes call for beside them.
    static func filled(
        _ node: SetStructure.Node, standard: Standard, with given: [Int: String]
    ) -> [String] {
        let places = standard.elements(ofSegment: node.segment)
        var wanted = Set(given.filter { !$0.value.isEmpty }.keys)
        for (index, place) in places.enumerated() where place.isMandatory { wanted.insert(index + 1) }
        wanted = closed(
            wanted, under: standard.segments.indices.contains(node.segment) ? standard.segments[node.segment].notes : []
        )
        var segment = [node.id.description]
        for position in 1...max(wanted.max() ?? 1, 1) {
            guard wanted.contains(position), places.indices.contains(position - 1) else {
                segment.append("")
                continue
            }
            segment.append(given[position] ?? value(places[position - 1], at: position, standard: standard))
        }
        return segment
    }

    /// The positions with those that notes call for.
    static func closed(_ positions: Set<Int>, under notes: [SyntaxNote]) -> Set<Int> {
        var wanted = positions
        // Each round adds a position or is the last.
        for _ in 0..<64 {
            let before = wanted
            for note in notes {
                let all = note.positions.map(Int.init)
                switch note.kind {
                case .paired: if !wanted.isDisjoint(with: all) { wanted.formUnion(all) }
                case .required: if wanted.isDisjoint(with: all), let first = all.first { wanted.insert(first) }
                case .conditional: if let first = all.first, wanted.contains(first) { wanted.formUnion(all) }
                case .list:
                    if let first = all.first, wanted.contains(first), wanted.isDisjoint(with: all.dropFirst()),
                        let second = all.dropFirst().first
                    {
                        wanted.insert(second)
                    }
                case .exclusive: break
                }
            }
            if wanted == before { return wanted }
        }
        return wanted
    }

    /// A value of an element, of a composite that of its mandatory components.
    static func value(_ place: ElementPlace, at position: Int, standard: Standard) -> String {
        guard let composite = place.composite else { return value(place, standard) }
        return standard.components(ofComposite: composite).prefix { $0.isMandatory }.map { value($0, standard) }
            .joined(separator: ">")
    }

    /// Usual codes and values, by the number of the element.
    private static let usual = [
        "355": "EA", "235": "VN", "234": "AB-100", "26": "US", "156": "OH", "116": "45502", "19": "SPRINGFIELD",
        "100": "USD", "93": "COMPANY NAME", "166": "1 MAIN STREET", "66": "92", "67": "1001", "352": "DESCRIPTION",
        "349": "F", "353": "00", "92": "SA", "324": "4500012345", "76": "INV-8001", "328": "SO-7001",
        "396": "SHIP-9001",
        "366": "IC", "365": "TE", "364": "5550100", "98": "ST", "128": "DP", "374": "002", "87": "00100000000000000014",
        "88": "GM", "668": "IA", "146": "PP", "127": "REF-1001", "554": "1", "610": "100", "358": "1", "380": "10",
        "382": "10", "212": "12.5", "782": "12.5", "1005": "0001",
    ]

    private static func value(_ place: ElementPlace, _ standard: Standard) -> String {
        let definition = place.definition
        let codes = place.codeList.map { standard.codes(inList: $0) }
        if let usual = usual[definition.number],
            (definition.minimum...max(definition.maximum, 1)).contains(usual.utf8.count),
            codes?.contains(usual) ?? true
        {
            return usual
        }
        if let codes, let first = codes.first(where: { $0.utf8.count >= definition.minimum }) { return first }
        switch definition.type {
        case .date: return definition.maximum >= 8 ? "20260302" : "260302"
        case .time: return "1405"
        case .integer, .decimal: return String(repeating: "1", count: max(definition.minimum, 1))
        default: return text(definition.minimum, definition.maximum)
        }
    }

    /// A text of a length between bounds.
    static func text(_ minimum: Int, _ maximum: Int) -> String {
        let words = "SAMPLE TEXT"
        if words.utf8.count >= minimum, words.utf8.count <= maximum { return words }
        let length = max(min(max(minimum, 4), maximum), 1)
        return String((0..<length).map { Array("SAMPLE1234567890")[$0 % 16] })
    }
}
