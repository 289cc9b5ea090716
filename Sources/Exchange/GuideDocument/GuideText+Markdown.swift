extension GuideText {
    /// The guide in Markdown, with tables as GitHub has them.
    func markdown() -> String {
        var lines = ["# \(Self.plain(title))", ""]
        for line in lead { lines += [Self.plain(line), ""] }
        for block in blocks {
            switch block {
            case .heading(let level, let title, _):
                lines.append(String(repeating: "#", count: level) + " " + Self.plain(title))
            case .paragraph(let text): lines.append(Self.plain(text))
            case .list(let items): lines += items.map { "- \(Self.plain($0))" }
            case .table(let heads, let rows):
                lines.append("| " + heads.map(Self.cell).joined(separator: " | ") + " |")
                lines.append("|" + heads.map { _ in "---|" }.joined())
                lines += rows.map { "| " + $0.map(Self.cell).joined(separator: " | ") + " |" }
            case .sample(let title, let text):
                lines += ["\(Self.plain(title)):", "", "```"]
                lines += text.split(separator: "\n").map(String.init) + ["```"]
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String { plain(text).replacing("|", with: "\\|") }

    /// A text in which nothing of the partner's means something to Markdown; code stays code.
    private static func plain(_ text: String) -> String {
        var result = ""
        var isCode = false
        for character in text.unicodeScalars {
            if character == "`" { isCode.toggle() }
            if !isCode, "<>*_[]\\".unicodeScalars.contains(character) { result += "\\" }
            if character.value < 0x20 { result += " " } else { result.unicodeScalars.append(character) }
        }
        return result
    }
}
