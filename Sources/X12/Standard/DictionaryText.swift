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

    private var elementByNumber: [String: Int] = [:]
    private var compositeByNumber: [String: Int] = [:]
    private var tableByNumber: [String: Int] = [:]

    init(_ layers: [StandardText.Version]) {
        for layer in layers {
            for line in TextLines(layer.elements) { readElement(line) }
        }
        readCodes(layers)
        // A segment's rules are laid down once, in the words of the last version that speaks of it.
        var order: [Substring] = []
        var latest: [Substring: [Substring]] = [:]
        for layer in layers {
            for line in TextLines(layer.segments) {
                guard let name = line.first else { continue }
                if latest.updateValue(line, forKey: name) == nil { order.append(name) }
            }
        }
        for name in order where name.utf8.count == 4 { readSegment(latest[name] ?? []) }
        for name in order where name.utf8.count != 4 { readSegment(latest[name] ?? []) }
    }

    /// `353 ID 2/2 Transaction Set Purpose Code`
    private mutating func readElement(_ words: [Substring]) {
        guard words.count >= 3, let slash = words[2].firstIndex(of: "/"),
            let minimum = Int(words[2][..<slash]), let maximum = Int(words[2][words[2].index(after: slash)...])
        else { return }
        var decimals: UInt8 = 0
        let type: ElementType
        switch words[1] {
        case "ID": type = .code
        case "R": type = .decimal
        case "DT": type = .date
        case "TM": type = .time
        case "B": type = .binary
        case let name where name.hasPrefix("N"):
            type = .integer
            decimals = UInt8(name.dropFirst()) ?? 0
        default: type = .text
        }
        let element = ElementDefinition(
            number: String(words[0]), name: words.dropFirst(3).joined(separator: " "), type: type,
            decimals: decimals, minimum: minimum, maximum: maximum)
        if let known = elementByNumber[element.number] {
            elements[known] = element
        } else {
            elementByNumber[element.number] = elements.count
            elements.append(element)
        }
    }

    /// `353: 00 01 04`, or `open 156: AK AL` for a list that is not enforced; a list goes on over lines that start
    /// with no `number:`. In a later version `128+:` adds to a list and `128-:` takes away.
    private mutating func readCodes(_ layers: [StandardText.Version]) {
        var lists: [String: [UInt64]] = [:]
        var order: [String] = []
        for layer in layers {
            for words in TextLines(layer.codes) where words[0] != "open" && words[0].hasSuffix(":") {
                let head = words[0].dropLast()
                let codes = words.dropFirst().map(Self.packed)
                let number = String(head.last == "+" || head.last == "-" ? head.dropLast() : head)
                if lists[number] == nil { order.append(number) }
                switch head.last {
                case "+": lists[number, default: []].append(contentsOf: codes)
                case "-":
                    let dropped = Set(codes)
                    lists[number]?.removeAll(where: dropped.contains)
                default: lists[number] = codes
                }
            }
        }
        for number in order { tableByNumber[number] = codes.add(lists[number] ?? []) }
    }

    private static func packed(_ code: Substring) -> UInt64 {
        var word: UInt64 = 0
        for (index, byte) in code.utf8.prefix(CodeTables.longestCode).enumerated() {
            word |= UInt64(byte) << UInt64(index * 8)
        }
        return word
    }

    /// `BEG M353 M92 O328 | P0304 C0506?`, and the same for a composite.
    private mutating func readSegment(_ words: [Substring]) {
        guard let name = words.first else { return }
        let bar = words.firstIndex(of: "|") ?? words.endIndex
        let firstRule = rules.count
        var mandatory: UInt64 = 0
        for word in words[1..<bar] {
            guard let rule = rule(word) else { continue }
            rules.append(rule)
            if rule.isMandatory { mandatory |= 1 << UInt64(rules.count - firstRule) }
        }
        let notes = words[bar...].dropFirst().compactMap(Self.note)
        let count = rules.count - firstRule
        if name.count == 4 {
            compositeByNumber[String(name)] = composites.count
            composites.append(
                CompositeDefinition(
                    number: String(name), notes: notes, firstComponent: firstRule, componentCount: count,
                    mandatory: mandatory))
        } else {
            let id = SegmentID(name)
            segmentByID[id] = segments.count
            let rule = SegmentRule(
                firstElement: firstRule, elementCount: count, mandatory: mandatory, notes: notes, masks: &noteMasks)
            segments.append(SegmentDefinition(id: id, notes: notes, rule: rule))
        }
    }

    /// `M353`, `X380`, `OC040`, `OC056*10` for one that may be repeated ten times.
    private func rule(_ word: Substring) -> ElementRule? {
        let parts = word.dropFirst().split(separator: "*")
        let number = parts.first.map(String.init) ?? ""
        let repeats = parts.count > 1 ? UInt16(parts[1]) ?? 1 : 1
        let isMandatory = word.first == "M"
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
    private static func note(_ word: Substring) -> SyntaxNote? {
        let isUncertain = word.hasSuffix("?")
        let body = isUncertain ? word.dropLast() : word
        guard let letter = body.utf8.first, let kind = SyntaxNote.Kind(rawValue: letter) else { return nil }
        let digits = Array(body.utf8.dropFirst())
        guard digits.count >= 4, digits.count % 2 == 0, digits.allSatisfy(isDigit) else { return nil }
        let values = digits.map { $0 - UInt8(ascii: "0") }
        let positions = stride(from: 0, to: values.count, by: 2).map { values[$0] * 10 + values[$0 + 1] }
        return SyntaxNote(kind: kind, positions: positions, isUncertain: isUncertain)
    }
}

/// The lines of a text as words; blank lines and lines that start with `#` left out, and a line indented deeper than
/// the first joined to the one before.
struct TextLines: Sequence {
    private var lines: [[Substring]] = []

    init(_ text: StaticString, joiningIndented: Bool = true) {
        // By bytes: the texts are read at start-up, and characters would cost ten times as much.
        for line in text.description.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " ")).map(Substring.init)
            guard let first = words.first, first.utf8.first != UInt8(ascii: "#") else { continue }
            if joiningIndented, line.first == UInt8(ascii: " "), !lines.isEmpty {
                lines[lines.count - 1].append(contentsOf: words)
            } else {
                lines.append(words)
            }
        }
    }

    func makeIterator() -> IndexingIterator<[[Substring]]> { lines.makeIterator() }
}
