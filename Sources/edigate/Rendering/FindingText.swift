import X12

/// A finding as a person meets it: what and where, the segment with the place marked, the rule, what the 997 says,
/// what to do.
struct FindingText {
    let file: String
    let finding: Finding
    /// The set it is about, such as `850 0001`, or empty.
    let set: String
    /// The segment's bytes and their offset in the file, where they can be shown.
    let excerpt: Excerpt?

    var lines: [String] {
        let style: Terminal.Style =
            finding.severity == .error ? .red : finding.severity == .warning ? .yellow : .faint
        let value = finding.valueText.map { " \"\(printable($0))\"" } ?? ""
        var lines = [
            Terminal.styled("\(finding.severity.name)[\(finding.code.entry.name)]", style) + " "
                + Terminal.styled(headline(value), .bold),
            "  " + Terminal.styled(place, .faint),
        ]
        if let excerpt { lines += excerpt.lines(marking: finding) }
        let codes = FindingAcknowledgment(finding).preview
        lines.append("  rule  \(finding.rule)" + (codes.isEmpty ? "" : "    \(codes)"))
        lines.append("  do    \(finding.remedy)")
        return lines
    }

    private func headline(_ value: String) -> String {
        // The value stands between the place and what is wrong with it.
        let message = finding.message
        guard !value.isEmpty, let colon = message.firstIndex(of: ":") else { return message + value }
        return message[...colon] + value + message[message.index(after: colon)...]
    }

    private var place: String {
        var parts = [file]
        if !set.isEmpty { parts.append(set) }
        if finding.segmentIndex > 0 { parts.append("segment \(finding.segmentIndex)") }
        if finding.element > 0 { parts.append("element \(finding.element)") }
        if finding.component > 0 { parts.append("component \(finding.component)") }
        parts.append("byte \(finding.offset)")
        return parts.joined(separator: " · ")
    }
}

/// Text with what a terminal would not show replaced.
func printable(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "·" : Character($0) })
}

/// A segment as it stands in the file.
struct Excerpt {
    var bytes: [UInt8]
    var offset: Int

    /// The longest part of a segment that is shown.
    private static let width = 96

    func lines(marking finding: Finding) -> [String] {
        lines(
            segment: finding.segmentIndex, from: max(finding.offset - offset, 0),
            length: max(finding.value?.count ?? 1, 1))
    }

    /// The segment with its number in front, and a caret under each byte from `from` on.
    func lines(segment: Int, from: Int, length: Int) -> [String] {
        let text = bytes.map { $0 < 0x20 || $0 > 0x7E ? UInt8(ascii: ".") : $0 }
        var mark = max(from, 0)
        var shown = text[...]
        if mark > Self.width / 2 {
            let cut = min(mark - Self.width / 2, text.count)
            shown = text[cut...]
            mark -= cut
        }
        shown = shown.prefix(Self.width)
        let number = segment > 0 ? String(segment) : ""
        let margin = String(repeating: " ", count: max(4 - number.count, 0)) + number
        let length = min(max(length, 1), max(shown.count - mark, 1))
        return [
            "\(margin) | " + String(decoding: shown, as: UTF8.self),
            "     | " + String(repeating: " ", count: min(mark, shown.count))
                + Terminal.styled(
                    String(repeating: "^", count: length), .red),
        ]
    }

    /// Reads the segment around an offset.
    static func around(_ finding: Finding, in source: inout some ByteSource, terminator: UInt8) -> Excerpt? {
        let reach = 512
        let start = max(finding.offset - reach, 0)
        var bytes = [UInt8](repeating: 0, count: reach * 2)
        var count = 0
        unsafe bytes.withUnsafeMutableBytes { raw in
            count = (try? unsafe source.read(at: start, into: raw)) ?? 0
        }
        let mark = min(finding.offset - start, count)
        let before = bytes[..<mark].lastIndex(of: terminator).map { $0 + 1 } ?? 0
        let after = bytes[mark..<max(count, mark)].firstIndex(of: terminator).map { $0 + 1 } ?? count
        var from = before
        while from < mark, bytes[from] == 0x0A || bytes[from] == 0x0D { from += 1 }
        guard from < after else { return nil }
        return Excerpt(bytes: Array(bytes[from..<after]), offset: start + from)
    }
}

/// What a finding causes in the acknowledgment.
struct FindingAcknowledgment {
    let finding: Finding

    init(_ finding: Finding) { self.finding = finding }

    /// The segments it causes, as text; empty for a note.
    var preview: String {
        guard finding.severity > .note else { return "" }
        let codes = finding.acknowledgmentCodes
        if let code = codes.interchange {
            return "TA1  \(finding.severity == .error ? "R" : "E")*\(InterchangeWriter.filled(Int(code), 3))"
        }
        if let code = codes.group { return "997  AK9*…*\(code)" }
        if let code = codes.set { return "997  AK5*R*\(code)" }
        guard let code = codes.segment else { return "" }
        let segment = "997  AK3*\(finding.segment)*\(finding.segmentIndex)**\(code)"
        guard let element = codes.element else { return segment }
        let number = finding.item?.number ?? ""
        var note = "AK4*\(finding.element)\(finding.component > 0 ? ":\(finding.component)" : "")*\(number)*\(element)"
        if let value = finding.value, element > 2, !value.contains(where: { $0 < 0x20 || $0 > 0x7E }) {
            note += "*" + String(decoding: value, as: UTF8.self)
        }
        return segment + "  " + note
    }
}
