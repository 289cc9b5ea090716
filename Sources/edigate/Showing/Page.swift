/// A document laid out for a person: what to say and in which order, without saying how it looks.
struct Page {
    /// A part of the page under a heading.
    struct Section {
        var title: String
        var content: Content
    }

    /// What stands under a heading.
    enum Content {
        /// Names and values.
        case facts([(name: String, value: String)])
        /// Lines in columns; what belongs to a line follows it, indented.
        case table(heads: [String], rows: [Row])
        /// A tree, each entry with its depth from 0.
        case tree([(depth: Int, text: String)])
        /// Lines of words.
        case lines([String])
    }

    /// A line of a table.
    struct Row {
        var cells: [String]
        var details: [String] = []
        /// What its first cell says at a glance.
        var mark: Mark?
    }

    /// How good what a line tells is.
    enum Mark: String {
        case good, bad, open
    }

    /// What the document is, such as `Purchase order 4500178263`.
    var title: String
    /// Where it came from, in a line.
    var origin = ""
    var sections: [Section] = []

    mutating func add(_ title: String, _ content: Content) {
        let isEmpty =
            switch content {
            case .facts(let facts): facts.isEmpty
            case .table(_, let rows): rows.isEmpty
            case .tree(let entries): entries.isEmpty
            case .lines(let lines): lines.isEmpty
            }
        if !isEmpty { sections.append(Section(title: title, content: content)) }
    }
}
