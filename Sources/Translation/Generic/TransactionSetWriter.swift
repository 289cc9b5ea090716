import Commerce
import X12

/// Writes a ``TransactionSet`` element for element: trailing separators are left out, nothing else is added or lost.
struct TransactionSetWriter {
    /// What cannot be sent.
    private(set) var faults: [WriteFault] = []

    private let standard: Standard
    private let delimiters: Delimiters
    private let suffix: [UInt8]
    private let isLatin1: Bool
    private let isForbidden: [Bool]

    private var output: [UInt8] = []
    /// Whether something that was appended since this was cleared holds a delimiter or a control character.
    private var hasForbidden = false
    private var count = 0
    /// The JSON path of each segment written, where that is noted.
    private(set) var paths: [String] = []
    private let notesPaths: Bool

    /// More faults of one document than this are not told.
    static let mostFaults = 100

    init(
        standard: Standard, delimiters: Delimiters, suffix: [UInt8], isLatin1: Bool, notesPaths: Bool = false
    ) {
        self.notesPaths = notesPaths
        self.standard = standard
        self.delimiters = delimiters
        self.suffix = suffix
        self.isLatin1 = isLatin1
        isForbidden = (0..<256).map { delimiters.contains(UInt8($0)) || $0 < 0x20 }
    }

    /// The segments between ST and SE, and how many there are.
    mutating func write(_ document: TransactionSet) -> (bytes: [UInt8], segments: Int) {
        write(document.segments, "$", depth: 1)
        return (output, count)
    }

    // MARK: - Segments

    private mutating func write(_ segments: [SetSegment], _ path: String, depth: Int) {
        // The JSON reader's own bound; a document made otherwise may be deeper.
        guard depth <= JSONReader.maximumDepth else { return fail(path, "segments nest too deep") }
        var index = 0
        while index < segments.count {
            if segments[index].segment == "HL" {
                let end = segments[index...].firstIndex { $0.segment != "HL" } ?? segments.count
                if !writeByPosition(segments[index..<end], path, depth: depth) {
                    for place in index..<end { write(segments[place], "\(path).segments[\(place)]", depth: depth) }
                }
                index = end
            } else {
                write(segments[index], "\(path).segments[\(index)]", depth: depth)
                index += 1
            }
        }
    }

    private mutating func write(_ segment: SetSegment, _ path: String, depth: Int) {
        writeAlone(segment, path)
        if !segment.segments.isEmpty { write(segment.segments, path, depth: depth + 1) }
    }

    /// Writes a tree of HL in the order in which they stood; false, nothing being written, when positions do not say.
    /// A tree that was changed since has others, and then its own order counts.
    private mutating func writeByPosition(_ levels: ArraySlice<SetSegment>, _ path: String, depth: Int) -> Bool {
        guard levels.first?.position != nil else { return false }
        var blocks: [(position: Int, level: SetSegment, path: String)] = []
        guard collect(levels, path, depth: depth, &blocks) else { return false }
        blocks.sort { $0.position < $1.position }
        guard zip(blocks, 1...).allSatisfy({ $0.position == $1 }) else { return false }
        for block in blocks { write(block.level, block.path, depth: depth) }
        return true
    }

    /// Collects the HL of a tree, each without those below it; false when one has no position.
    private func collect(
        _ levels: ArraySlice<SetSegment>, _ path: String, depth: Int,
        _ blocks: inout [(position: Int, level: SetSegment, path: String)]
    ) -> Bool {
        guard depth <= JSONReader.maximumDepth else { return false }
        for index in levels.indices {
            guard let position = levels[index].position else { return false }
            let own = "\(path).segments[\(index)]"
            var level = levels[index]
            let below = level.segments.firstIndex { $0.segment == "HL" } ?? level.segments.count
            level.segments.removeSubrange(below...)
            // A level's own segments all come before those below it.
            guard levels[index].segments[below...].allSatisfy({ $0.segment == "HL" }) else { return false }
            blocks.append((position, level, own))
            guard collect(levels[index].segments[below...], own, depth: depth + 1, &blocks) else { return false }
        }
        return true
    }

    // MARK: - Elements

    private mutating func writeAlone(_ segment: SetSegment, _ path: String) {
        if notesPaths { paths.append(path) }
        guard Self.isIdentifier(segment.segment) else {
            let reason =
                segment.segment.isEmpty
                ? "the segment has no identifier"
                : "\"\(Self.shown(segment.segment))\" is no identifier of a segment in a set"
            return fail("\(path).segment", reason)
        }
        for elements in [segment.elements, segment.raw]
        where !elements.named.isEmpty && elements.named != segment.segment {
            return fail(path, "its elements are those of \(elements.named), but the segment is \(segment.segment)")
        }
        let definition = standard.segmentIndex(of: SegmentID(segment.segment.string))
        unsafe segment.segment.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
        var written = 0
        for element in segment.elements.list {
            let start = output.count
            for _ in written..<element.position { output.append(delimiters.element) }
            let begin = output.count
            let raw = segment.raw.isEmpty ? nil : segment.raw[element.position]
            if raw == nil || !write(raw, meaning: element.value, element.position, definition) {
                write(element.value, element.position, definition, segment.segment, path)
            }
            // An element of nothing leaves nothing behind.
            if output.count == begin {
                output.removeSubrange(start...)
            } else {
                written = element.position
            }
        }
        output.append(delimiters.segment)
        output.append(contentsOf: suffix)
        count += 1
    }

    /// Writes a spelling when it still means the value.
    private mutating func write(_ raw: SetValue?, meaning value: SetValue, _ element: Int, _ segment: Int?) -> Bool {
        guard let raw, means(raw, value, element, segment) else { return false }
        let start = output.count
        hasForbidden = false
        append(raw, element, segment, isRaw: true)
        if hasForbidden {
            output.removeSubrange(start...)
            return false
        }
        return true
    }

    private func means(_ raw: SetValue, _ value: SetValue, _ element: Int, _ segment: Int?) -> Bool {
        switch (raw, value) {
        case (.simple(let spelt), .simple(let text)):
            return TypedValue.read(spelt, as: segment.flatMap { standard.element(element, of: $0) }).value == text
        case (.composite(let spelt), .composite(let texts)):
            return spelt.count == texts.count
                && zip(spelt, texts).enumerated().allSatisfy { index, pair in
                    TypedValue.read(pair.0, as: segment.flatMap { standard.component(index + 1, of: element, in: $0) })
                        .value == pair.1
                }
        case (.repeated(let spelt), .repeated(let values)):
            return spelt.count == values.count
                && zip(spelt, values).allSatisfy { means($0, $1, element, segment) }
        default: return false
        }
    }

    private mutating func write(_ value: SetValue, _ element: Int, _ segment: Int?, _ id: Text, _ path: String) {
        let place = "\(path).elements.\(id)\(element < 10 ? "0" : "")\(element)"
        if case .repeated(let values) = value, values.count > 1, delimiters.repetition == nil {
            fail(place, "the element repeats, and the interchange has no repetition separator; send one value")
        }
        hasForbidden = false
        if !append(value, element, segment, isRaw: false) {
            fail(place, "the value has more decimals than the element carries; round it")
        }
        if hasForbidden {
            fail(place, "the value holds a delimiter of this interchange or a control character; take it out")
        }
    }

    /// Appends a value; false when a number has more decimals than its element.
    @discardableResult
    private mutating func append(_ value: SetValue, _ element: Int, _ segment: Int?, isRaw: Bool) -> Bool {
        switch value {
        case .simple(let text):
            let definition = isRaw ? nil : segment.flatMap { standard.element(element, of: $0) }
            return append(text, definition)
        case .composite(let components):
            var fits = true
            var written = 0
            for (index, component) in components.enumerated() where !component.isEmpty {
                for _ in written..<index { output.append(delimiters.component) }
                written = index
                let definition =
                    isRaw ? nil : segment.flatMap { standard.component(index + 1, of: element, in: $0) }
                fits = append(component, definition) && fits
            }
            return fits
        case .repeated(let values):
            var fits = true
            for (index, value) in values.enumerated() {
                if index > 0, let repetition = delimiters.repetition { output.append(repetition) }
                fits = append(value, element, segment, isRaw: isRaw) && fits
            }
            return fits
        }
    }

    private mutating func append(_ text: Text, _ definition: ElementDefinition?) -> Bool {
        let (written, fits) = TypedValue.written(text, as: definition)
        // What is sent is judged, not what JSON has: 08:30 goes as 0830.
        written.withBytes { bytes in
            for index in 0..<bytes.count where isForbidden[Int(bytes[index])] { hasForbidden = true }
        }
        if isLatin1 {
            for scalar in written.string.unicodeScalars {
                output.append(UInt8(truncatingIfNeeded: min(scalar.value, 0xFF)))
            }
        } else {
            unsafe written.withUnsafeBytes { unsafe output.append(contentsOf: $0) }
        }
        return fits
    }

    // MARK: - Faults

    private mutating func fail(_ place: String, _ reason: String) {
        if faults.count < Self.mostFaults { faults.append(WriteFault(place: place, reason: reason)) }
    }

    /// Two or three capital letters and digits, the first a letter, that name no segment of an envelope.
    private static func isIdentifier(_ id: Text) -> Bool {
        let isWord = id.withBytes { bytes in
            guard (2...3).contains(bytes.count), (0x41...0x5A).contains(bytes[0]) else { return false }
            for index in 1..<bytes.count {
                guard (0x41...0x5A).contains(bytes[index]) || (0x30...0x39).contains(bytes[index]) else { return false }
            }
            return true
        }
        return isWord && !["ISA", "IEA", "GS", "GE", "ST", "SE", "TA1"].contains(id.string)
    }

    private static func shown(_ text: Text) -> String { String(text.string.prefix(20)) }
}
