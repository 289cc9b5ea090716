extension Page {
    /// Prints the page on the terminal.
    func printText() {
        Terminal.print(Terminal.styled(title, .bold))
        if !origin.isEmpty { Terminal.print(Terminal.styled(origin, .faint)) }
        for section in sections {
            Terminal.print("")
            Terminal.print(Terminal.styled(section.title, .bold))
            switch section.content {
            case .facts(let facts):
                let width = facts.map(\.name.count).max() ?? 0
                for fact in facts {
                    let blanks = String(repeating: " ", count: width - fact.name.count + 2)
                    Terminal.print("  " + fact.name + blanks + printable(fact.value))
                }
            case .table(let heads, let rows): Self.print(heads, rows)
            case .tree(let entries):
                for entry in entries {
                    Terminal.print("  " + String(repeating: "  ", count: entry.depth) + printable(entry.text))
                }
            case .lines(let lines):
                for line in lines { Terminal.print("  " + printable(line)) }
            }
        }
    }

    private static func print(_ heads: [String], _ rows: [Row]) {
        let widths = heads.indices.map { column in
            max(
                heads[column].count,
                rows.map { $0.cells.indices.contains(column) ? printable($0.cells[column]).count : 0 }.max() ?? 0)
        }
        func line(_ cells: [String], _ style: Terminal.Style? = nil) -> String {
            var text = " "
            for (column, cell) in cells.enumerated() {
                let cell = printable(cell)
                let isLast = column == cells.count - 1
                text +=
                    " " + (column == 0 ? style.map { Terminal.styled(cell, $0) } ?? cell : cell)
                    + (isLast ? "" : String(repeating: " ", count: widths[column] - cell.count + 1))
            }
            return text
        }
        Terminal.print(Terminal.styled(line(heads), .faint))
        for row in rows {
            Terminal.print(line(row.cells, row.mark?.style))
            for detail in row.details {
                Terminal.print("  " + String(repeating: " ", count: widths[0] + 2) + printable(detail))
            }
        }
    }
}

extension Page.Mark {
    /// The style of the terminal.
    fileprivate var style: Terminal.Style {
        switch self {
        case .good: .green
        case .bad: .red
        case .open: .yellow
        }
    }
}
