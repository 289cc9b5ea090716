/// A part of a guide for people, whatever it is written in.
enum GuideBlock {
    /// A heading of level 2 or 3; the anchor names it in links.
    case heading(Int, String, anchor: String)
    /// A paragraph.
    case paragraph(String)
    /// A list, a line each.
    case list([String])
    /// A table. Cells that begin with a backquote and end with one are code.
    case table(heads: [String], rows: [[String]])
    /// Text as it is sent, with what it is.
    case sample(title: String, String)
}

/// A guide for people, as title, lead and blocks.
struct GuideText {
    var title: String
    var lead: [String]
    var blocks: [GuideBlock] = []

    /// The headings of level 2 with their anchors.
    var contents: [(title: String, anchor: String)] {
        blocks.compactMap { block in
            if case .heading(2, let title, let anchor) = block { (title, anchor) } else { nil }
        }
    }
}
