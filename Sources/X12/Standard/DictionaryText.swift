/// Reads the text of a version's elements, segments and code lists. The texts are part of the program and tested, so
/// a line that does not parse is left out rather than reported.
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

    init(_ text: StandardText.Version) {
        for line in TextLines(text.elements) { readElement(line) }
        readCodes(TextLines(text.codes))
        for line in TextLines(text.segments) { readSegment(line) }
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
        elementByNumber[String(words[0])] = elements.count
        elements.append(
            ElementDefinition(
                number: String(words[0]), name: words.dropFirst(3).joined(separator: " "), type: type,
                decimals: decimals, minimum: minimum, maximum: maximum))
    }

    /// `353: 00 01 04`, or `open 156: AK AL` for a list that is not enforced; a list goes on over lines that start
    /// with no `number:`.
    private mutating func readCodes(_ lines: TextLines) {
        var number: String?
        var list: [UInt64] = []
        func flush(_ codes: inout CodeTables, _ tables: inout [String: Int]) {
            if let number { tables[number] = codes.add(list) }
            list.removeAll(keepingCapacity: true)
        }
        for words in lines {
            var words = words[...]
            let isOpen = words.first == "open"
            if isOpen { words = words.dropFirst() }
            if let head = words.first, head.hasSuffix(":") {
                flush(&codes, &tableByNumber)
                number = isOpen ? nil : String(head.dropLast())
                words = words.dropFirst()
            }
            for word in words { list.append(Self.packed(word)) }
        }
        flush(&codes, &tableByNumber)
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

    /// `M353`, `X380`, `OC040`.
    private func rule(_ word: Substring) -> ElementRule? {
        let number = String(word.dropFirst())
        let isMandatory = word.first == "M"
        if let composite = compositeByNumber[number] {
            let first = rules[composites[composite].firstComponent]
            return ElementRule(
                type: .composite, isMandatory: isMandatory, minimum: 0, maximum: .max, codeTable: -1,
                composite: Int16(composite), definition: first.definition)
        }
        guard let index = elementByNumber[number] else { return nil }
        let element = elements[index]
        return ElementRule(
            type: element.type, isMandatory: isMandatory, minimum: UInt16(clamping: element.minimum),
            maximum: UInt16(clamping: element.maximum), codeTable: Int16(tableByNumber[number] ?? -1), composite: -1,
            definition: UInt16(index))
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
