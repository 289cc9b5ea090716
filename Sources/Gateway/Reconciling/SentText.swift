import Ledger
import X12

/// The segments of a set that we wrote, for showing what a partner says about them.
struct SentText {
    /// The segments in order, ST first.
    let segments: [[UInt8]]
    /// The set's bytes.
    let bytes: [UInt8]
    private let delimiters: Delimiters

    /// Takes a set out of the interchange that it stands in.
    init?(_ interchange: [UInt8], offset: Int, length: Int) {
        guard interchange.count > 105, offset >= 0, length > 0, offset <= interchange.count - length else { return nil }
        // We wrote it: the ISA is 106 bytes, and its delimiters stand where the standard has them.
        delimiters = Delimiters(
            element: interchange[3], segment: interchange[105], component: interchange[104])
        bytes = Array(interchange[offset..<offset + length])
        segments = bytes.split(separator: delimiters.segment).map { part in
            Array(part.drop { $0 == 0x0A || $0 == 0x0D })
        }.filter { !$0.isEmpty }
    }

    /// A segment by its ordinal from ST = 1, cut to a line of a terminal.
    func line(_ ordinal: Int) -> String? {
        guard segments.indices.contains(ordinal - 1) else { return nil }
        let segment = segments[ordinal - 1]
        let text = String(decoding: segment.prefix(100), as: UTF8.self)
        return segment.count > 100 ? text + "…" : text
    }

    /// An element of a segment, both counted from 1.
    func element(_ position: Int, of ordinal: Int) -> String? {
        guard segments.indices.contains(ordinal - 1) else { return nil }
        let parts = segments[ordinal - 1].split(
            separator: delimiters.element, omittingEmptySubsequences: false)
        return parts.indices.contains(position) ? String(decoding: parts[position].prefix(80), as: UTF8.self) : nil
    }
}

extension SentText {
    /// What a partner found in the set, a line for each fault, each put beside what was sent.
    func describe(_ notes: [ReceivedSegmentNote], most: Int = 20) -> [String] {
        var lines: [String] = []
        for note in notes.prefix(most) {
            let place = note.position.map { "segment \($0)" } ?? "segment"
            let code = note.code.isEmpty ? "" : " code \(note.code)"
            lines.append("\(place) \(note.segment)\(code)" + (note.position.flatMap(line).map { ": \($0)" } ?? ""))
            for element in note.elements.prefix(most) {
                let position = element.element ?? 0
                let sent = note.position.flatMap { self.element(position, of: $0) }
                var text = "  element \(position)"
                if let component = element.component { text += "-\(component)" }
                if !element.number.isEmpty { text += " (\(element.number))" }
                text += " code \(element.code)"
                if let value = element.value { text += ", they read \"\(value)\"" }
                if let sent { text += ", we sent \"\(sent)\"" }
                lines.append(text)
            }
        }
        if notes.count > most { lines.append("and \(notes.count - most) more segments") }
        return lines
    }
}
