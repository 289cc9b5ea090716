/// Turns positions in a window into offsets in the file: by a constant, and where a repair took bytes out before the
/// index was made, by what was taken out up to there.
public struct FilePositions: Sendable {
    /// The file's offset of the window's first byte.
    public var base: Int
    /// Positions in the window behind which more bytes had been taken out, and how many in all, ascending.
    var removals: [(position: Int, removed: Int)]

    /// Makes a plain shift.
    public init(base: Int = 0) {
        self.base = base
        removals = []
    }

    /// The offset in the file of the byte at `position` in the window.
    public func offset(of position: Int) -> Int {
        var low = 0
        var high = removals.count
        while low < high {
            let middle = (low + high) / 2
            if removals[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return base + position + (low > 0 ? removals[low - 1].removed : 0)
    }
}
