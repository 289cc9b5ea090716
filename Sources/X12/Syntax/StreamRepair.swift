/// Takes out of a stream what would upset the structural index: line breaks inside segments, and delimiters of several
/// bytes. Applied to bytes as they are read, so that any size streams through.
struct StreamRepair: Sendable {
    /// What to do with line breaks.
    enum LineBreaks: Sendable {
        /// They are data or layout: leave them.
        case keep
        /// The file was wrapped: drop them.
        case drop
        /// They end segments, in more than one style: make each the terminator.
        case terminate
    }

    /// What to do with line breaks.
    var lineBreaks: LineBreaks
    /// Delimiters of several bytes, and what stands for each afterwards.
    var wide: [WideDelimiter]
    /// The byte that stands for a segment terminator afterwards.
    var terminator: UInt8

    private var pending: [UInt8] = []
    private var removed = 0

    init(lineBreaks: LineBreaks, wide: [WideDelimiter], terminator: UInt8) {
        self.lineBreaks = lineBreaks
        self.wide = wide
        self.terminator = terminator
    }

    /// Rewrites `bytes[from..<from + count]` in place.
    ///
    /// - Returns: The end of what stays; a delimiter cut off by the end of the read is kept back for the next.
    mutating func apply(
        to bytes: inout [UInt8], from: Int, count: Int, isAtEnd: Bool, positions: inout FilePositions
    ) -> Int {
        var input = pending
        input.append(contentsOf: bytes[from..<from + count])
        pending.removeAll()
        var read = 0
        var write = from
        while read < input.count {
            let byte = input[read]
            if byte >= 0xC2, !wide.isEmpty {
                let rest = input[read...]
                if let found = wide.first(where: { rest.starts(with: $0.bytes) }) {
                    bytes[write] = found.stand
                    write += 1
                    read += found.bytes.count
                    note(found.bytes.count - 1, at: write, &positions)
                    continue
                }
                if !isAtEnd, wide.contains(where: { $0.bytes.count > rest.count && $0.bytes.starts(with: rest) }) {
                    pending = Array(rest)
                    break
                }
            }
            if byte == 0x0A || byte == 0x0D, lineBreaks != .keep {
                if lineBreaks == .drop {
                    read += 1
                    note(1, at: write, &positions)
                    continue
                }
                bytes[write] = terminator
            } else {
                bytes[write] = byte
            }
            write += 1
            read += 1
        }
        return write
    }

    private mutating func note(_ count: Int, at position: Int, _ positions: inout FilePositions) {
        removed += count
        positions.noteRemoval(at: position, total: removed)
    }
}

extension FilePositions {
    /// Notes that bytes were taken out before `position`, `total` in all since the repair began.
    mutating func noteRemoval(at position: Int, total: Int) {
        if removals.last?.position == position { removals.removeLast() }
        removals.append((position, total))
    }

    /// Moves the window forward by `count` bytes.
    mutating func shift(by count: Int) {
        base += count
        guard !removals.isEmpty else { return }
        // The last removal at or before the new start still counts for all positions behind it.
        var kept: [(position: Int, removed: Int)] = []
        var carried = 0
        for removal in removals {
            if removal.position <= count {
                carried = removal.removed
            } else {
                if kept.isEmpty, carried > 0 { kept.append((0, carried)) }
                kept.append((removal.position - count, removal.removed))
            }
        }
        if kept.isEmpty, carried > 0 { kept.append((0, carried)) }
        removals = kept
    }
}
