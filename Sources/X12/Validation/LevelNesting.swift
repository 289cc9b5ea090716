/// Which levels of an HL tree may stand at its root and below which others, by HL03 (element 735).
///
/// A nesting is written as paths from the root, such as `S>O>T>P>I`, or `SOTPI` where every code has one letter;
/// several paths allow what any of them does.
public struct LevelNesting: Sendable, Equatable {
    /// The paths it was made of, as written.
    public private(set) var paths: [String] = []
    /// Codes of levels that may stand at the root.
    private var roots: [UInt16] = []
    /// Parent and child codes that may follow each other, parent in the upper half.
    private var pairs: [UInt32] = []

    /// Reads paths; `nil` when one is empty or a code has no one or two letters or digits.
    public init?(paths: [String]) {
        for path in paths {
            let codes =
                path.contains(">")
                ? path.split(separator: ">", omittingEmptySubsequences: false).map { Array($0.utf8) }
                : path.utf8.map { [$0] }
            let packed = codes.map { Self.isCode($0) ? Self.packed($0.span) : 0 }
            guard let root = packed.first, !packed.contains(0) else { return nil }
            if !roots.contains(root) { roots.append(root) }
            for (above, below) in zip(packed, packed.dropFirst()) {
                let pair = UInt32(above) << 16 | UInt32(below)
                if !pairs.contains(pair) { pairs.append(pair) }
            }
            self.paths.append(path)
        }
        if paths.isEmpty { return nil }
    }

    /// What a hierarchical structure code (BSN05, element 1005) calls for; `nil` for one that leaves the tree open,
    /// such as ZZZZ.
    ///
    /// The list names shipment, order, pack and item; a tare may stand above packs and a subpack in a pack by custom.
    public static func structure(_ code: String) -> LevelNesting? {
        switch code {
        case "0001": LevelNesting(paths: ["SOTPQI", "SOPI", "SOTI", "SOI", "SOTPI"])
        case "0002": LevelNesting(paths: ["SOITPQ", "SOIP"])
        case "0003": LevelNesting(paths: ["STPQOI", "SPOI"])
        case "0004": LevelNesting(paths: ["SOI"])
        default: nil
        }
    }

    /// A code of one or two bytes as a number; 0 for any other.
    public static func packed(_ code: Span<UInt8>) -> UInt16 {
        switch code.count {
        case 1: UInt16(code[0])
        case 2: UInt16(code[0]) | UInt16(code[1]) << 8
        default: 0
        }
    }

    /// Whether a level, its code packed, may stand below another; `nil` stands for the root.
    public func allows(_ level: UInt16, below above: UInt16?) -> Bool {
        guard let above else { return roots.contains(level) }
        return pairs.contains(UInt32(above) << 16 | UInt32(level))
    }

    /// The levels that may be above one, as people write them; "the root" among them where it may stand there.
    public func places(of level: UInt16) -> [String] {
        let above = pairs.filter { UInt16(truncatingIfNeeded: $0) == level }.map { Self.name(UInt16($0 >> 16)) }
        return roots.contains(level) ? ["the root"] + above : above
    }

    /// The code that was packed.
    public static func name(_ packed: UInt16) -> String {
        let bytes = [UInt8(truncatingIfNeeded: packed), UInt8(packed >> 8)].filter { $0 != 0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isCode(_ bytes: [UInt8]) -> Bool {
        (1...2).contains(bytes.count)
            && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }
}
