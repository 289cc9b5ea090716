import Commerce

/// Reads the lines of a file of separated values (RFC 4180), one at a time: commas, semicolons or tabs, whichever the
/// first line uses; quotes round cells that hold one; any line end; a byte order mark before all.
struct SeparatedValues {
    private let bytes: [UInt8]
    private var at: Int
    private let separator: UInt8
    /// The line of the file that the last record began on, from 1.
    private(set) var line = 0
    private var nextLine = 1
    /// Whether the file ended inside quotes.
    private(set) var isUnclosed = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = bytes[at...].prefix { $0 != 0x0A && $0 != 0x0D }
        let choices = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        separator = choices.first(where: first.contains) ?? choices[0]
    }

    /// The cells of the next record that is not blank, without the blanks round them; nil at the end.
    mutating func next() -> [Text]? {
        while at < bytes.count {
            let cells = record()
            if cells.contains(where: { !$0.isEmpty }) { return cells }
        }
        return nil
    }

    private mutating func record() -> [Text] {
        line = nextLine
        var cells: [Text] = []
        while true {
            cells.append(cell())
            guard at < bytes.count, bytes[at] == separator else { break }
            at += 1
        }
        // A line ends with LF, CR or both.
        if at < bytes.count, bytes[at] == 0x0D { at += 1 }
        if at < bytes.count, bytes[at] == 0x0A { at += 1 }
        nextLine += 1
        return cells
    }

    private mutating func cell() -> Text {
        while at < bytes.count, bytes[at] == 0x20 { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
            let start = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
            return trimmed(bytes[start..<at])
        }
        at += 1
        var content: [UInt8] = []
        var isClosed = false
        while at < bytes.count, !isClosed {
            let byte = bytes[at]
            at += 1
            if byte != UInt8(ascii: "\"") {
                if byte == 0x0A { nextLine += 1 }
                content.append(byte)
            } else if at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
                content.append(byte)
                at += 1
            } else {
                isClosed = true
            }
        }
        if !isClosed { isUnclosed = true }
        // What follows the closing quote belongs to the cell: dropping it would change the value in silence.
        while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
            content.append(bytes[at])
            at += 1
        }
        return trimmed(content[...])
    }

    private func trimmed(_ cell: ArraySlice<UInt8>) -> Text {
        let end = cell.lastIndex { $0 != 0x20 } ?? cell.startIndex - 1
        let start = cell.firstIndex { $0 != 0x20 } ?? cell.startIndex
        guard start <= end else { return Text() }
        return Text(Array(cell[start...end]).span)
    }
}
