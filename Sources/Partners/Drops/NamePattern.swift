/// A pattern of file names: `*` stands for any characters, `?` for one, all else for itself in upper or lower case.
public struct NamePattern: Sendable, Hashable {
    /// The pattern as it is written, such as `*.filepart`.
    public let text: String
    private let bytes: [UInt8]

    /// Reads a pattern; nil for one that is empty, longer than a file name may be, or has a slash.
    public init?(_ text: String) {
        guard (1...255).contains(text.utf8.count), !text.utf8.contains(0x2F) else { return nil }
        self.text = text
        bytes = text.utf8.map(Self.lowered)
    }

    /// Says whether a file name fits.
    ///
    /// - Complexity: O(length of the name × length of the pattern) at worst.
    public func matches(_ name: String) -> Bool {
        // Most names differ from most patterns in their first or last byte.
        guard Self.fits(name.utf8.first, bytes.first), Self.fits(name.utf8.last, bytes.last) else { return false }
        let name = name.utf8.map(Self.lowered)
        var (at, place) = (0, 0)
        // Where the last star stands, and up to which byte it has been let reach.
        var star: (at: Int, place: Int)?
        while place < name.count {
            if at < bytes.count, bytes[at] == UInt8(ascii: "*") {
                star = (at, place)
                at &+= 1
            } else if at < bytes.count, bytes[at] == name[place] || bytes[at] == UInt8(ascii: "?") {
                at &+= 1
                place &+= 1
            } else if let last = star {
                star = (last.at, last.place &+ 1)
                at = last.at &+ 1
                place = last.place &+ 1
            } else {
                return false
            }
        }
        while at < bytes.count, bytes[at] == UInt8(ascii: "*") { at &+= 1 }
        return at == bytes.count
    }

    /// Whether a byte at an end of a name may stand at that end of a pattern.
    private static func fits(_ byte: UInt8?, _ pattern: UInt8?) -> Bool {
        guard let byte, let pattern else { return true }
        return pattern == UInt8(ascii: "*") || pattern == UInt8(ascii: "?") || pattern == lowered(byte)
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
