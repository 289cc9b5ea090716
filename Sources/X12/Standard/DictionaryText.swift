/// Reads the texts of a version's elements, segments and code lists, the base first and then what later versions
/// change. The texts are part of the program and tested, so a line that does not parse is left out rather than reported.
struct DictionaryText {
    private(set) var elements: [ElementDefinition] = []
    private(set) var composites: [CompositeDefinition] = []
    private(set) var segments: [SegmentDefinition] = []
    private(set) var rules: [ElementRule] = []
    private(set) var noteMasks: [NoteMask] = []
    private(set) var codes = CodeTables()
    private(set) var segmentByID: [SegmentID: Int] = [:]

    /// By packed number, as are the next two.
    private var elementByNumber: [UInt64: Int] = [:]
    private var compositeByNumber: [UInt64: Int] = [:]
    private var tableByNumber: [UInt64: Int] = [:]

    init(_ layers: [StandardText.Version]) {
        for layer in layers {
            var text = TextScanner(layer.elements)
            while text.nextLine() { readElement(&text) }
        }
        readCodes(layers)
        readSegments(layers)
    }
}

// MARK: - Elements

extension DictionaryText {
    /// `353 ID 2/2 Transaction Set Purpose Code`
    private mutating func readElement(_ text: inout TextScanner) {
        guard let number = text.nextWord(), let kind = text.nextWord(), let lengths = text.nextWord() else { return }
        let (shortest, longest) = lengths.split(at: UInt8(ascii: "/"))
        guard let minimum = shortest.number, let maximum = longest?.number else { return }
        var decimals: UInt8 = 0
        let type: ElementType
        if kind == "ID" {
            type = .code
        } else if kind == "R" {
            type = .decimal
        } else if kind == "DT" {
            type = .date
        } else if kind == "TM" {
            type = .time
        } else if kind == "B" {
            type = .binary
        } else if kind.first == UInt8(ascii: "N") {
            type = .integer
            decimals = UInt8(clamping: kind.dropFirst().number ?? 0)
        } else {
            type = .text
        }
        let element = ElementDefinition(
            number: number.string, name: text.rest(), type: type, decimals: decimals, minimum: minimum,
            maximum: maximum)
        if let known = elementByNumber[number.packed] {
            elements[known] = element
        } else {
            elementByNumber[number.packed] = elements.count
            elements.append(element)
        }
    }
}

// MARK: - Code lists

extension DictionaryText {
    /// `353: 00 01 04`, or `open 156: AK AL` for a list that is not enforced. In a later version `128+:` adds to a list
    /// and `128-:` takes away.
    private mutating func readCodes(_ layers: [StandardText.Version]) {
        var lists: [[UInt64]] = []
        var listByNumber: [UInt64: Int] = [:]
        for codes in layers.flatMap(\.codes) {
            var text = TextScanner(codes)
            while text.nextLine() {
                guard let head = text.nextWord(), head.last == UInt8(ascii: ":") else { continue }
                let sign = head.dropLast().last
                let isChange = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
                let number = head.dropLast(isChange ? 2 : 1).packed
                let list = listByNumber[number] ?? lists.count
                if list == lists.count {
                    lists.append([])
                    listByNumber[number] = list
                }
                if sign == UInt8(ascii: "-") {
                    var dropped: Set<UInt64> = []
                    while let code = text.nextWord() { dropped.insert(code.packed) }
                    lists[list].removeAll(where: dropped.contains)
                    continue
                }
                if !isChange { lists[list].removeAll() }
                while let code = text.nextWord() { lists[list].append(code.packed) }
            }
        }
        for (number, list) in listByNumber { tableByNumber[number] = self.codes.add(lists[list]) }
    }
}

// MARK: - Segments and composites

extension DictionaryText {
    /// A segment's rules are laid down once, in the words of the last version that speaks of it; composites first,
    /// because segments refer to them.
    private mutating func readSegments(_ layers: [StandardText.Version]) {
        var texts = layers.map { TextScanner($0.segments) }
        var latest: [(name: Word, layer: Int, line: Int)] = []
        var known: [UInt64: Int] = [:]
        for layer in texts.indices {
            while texts[layer].nextLine() {
                guard let line = texts[layer].line, let name = texts[layer].nextWord() else { continue }
                if let place = known[name.packed] {
                    latest[place] = (name, layer, line)
                } else {
                    known[name.packed] = latest.count
                    latest.append((name, layer, line))
                }
            }
        }
        for isComposite in [true, false] {
            for entry in latest where (entry.name.count == 4) == isComposite {
                texts[entry.layer].go(to: entry.line)
                readSegment(&texts[entry.layer])
            }
        }
    }

    /// `BEG M353 M92 O328 | P0304 C0506?`, and the same for a composite.
    private mutating func readSegment(_ text: inout TextScanner) {
        guard let name = text.nextWord() else { return }
        let firstRule = rules.count
        var mandatory: UInt64 = 0
        while let word = text.nextWord(), word.first != UInt8(ascii: "|") {
            guard let rule = rule(word) else { continue }
            rules.append(rule)
            if rule.isMandatory { mandatory |= 1 << UInt64(rules.count - firstRule) }
        }
        var notes: [SyntaxNote] = []
        while let word = text.nextWord() {
            if let note = Self.note(word) { notes.append(note) }
        }
        let count = rules.count - firstRule
        if name.count == 4 {
            compositeByNumber[name.packed] = composites.count
            composites.append(
                CompositeDefinition(
                    number: name.string, notes: notes, firstComponent: firstRule, componentCount: count,
                    mandatory: mandatory))
        } else {
            let id = SegmentID(packed: UInt32(truncatingIfNeeded: name.packed))
            segmentByID[id] = segments.count
            let rule = SegmentRule(
                firstElement: firstRule, elementCount: count, mandatory: mandatory, notes: notes, masks: &noteMasks)
            segments.append(SegmentDefinition(id: id, notes: notes, rule: rule))
        }
    }

    /// `M353`, `X380`, `OC040`, `OC056*10` for one that may be repeated ten times.
    private func rule(_ word: Word) -> ElementRule? {
        let (reference, times) = word.dropFirst().split(at: UInt8(ascii: "*"))
        let number = reference.packed
        let repeats = UInt16(clamping: times?.number ?? 1)
        let isMandatory = word.first == UInt8(ascii: "M")
        if let composite = compositeByNumber[number] {
            let first = rules[composites[composite].firstComponent]
            return ElementRule(
                type: .composite, isMandatory: isMandatory, minimum: 0, maximum: .max, repeats: repeats, codeTable: -1,
                composite: Int16(composite), definition: first.definition)
        }
        guard let index = elementByNumber[number] else { return nil }
        let element = elements[index]
        return ElementRule(
            type: element.type, isMandatory: isMandatory, minimum: UInt16(clamping: element.minimum),
            maximum: UInt16(clamping: element.maximum), repeats: repeats,
            codeTable: Int16(tableByNumber[number] ?? -1), composite: -1, definition: UInt16(index))
    }

    /// `P0304`, `C030405`, `P0607?`.
    private static func note(_ word: Word) -> SyntaxNote? {
        let isUncertain = word.last == UInt8(ascii: "?")
        let body = isUncertain ? word.dropLast() : word
        guard body.count >= 5, body.count % 2 == 1, let kind = SyntaxNote.Kind(rawValue: body.first) else { return nil }
        var positions: [UInt8] = []
        var rest = body.dropFirst()
        while rest.count > 0 {
            guard let position = rest.dropLast(rest.count - 2).number else { return nil }
            positions.append(UInt8(clamping: position))
            rest = rest.dropFirst(2)
        }
        return SyntaxNote(kind: kind, positions: positions, isUncertain: isUncertain)
    }
}
