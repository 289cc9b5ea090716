/// Finds the parts of JSON texts without making values of them.
package struct JSONScan {
    /// What a value is.
    package enum Kind { case object, list, value }

    package let bytes: [UInt8]

    /// Scans a text as ``JSONWriter`` writes it.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// What stands in a range.
    package func kind(_ range: Range<Int>) -> Kind {
        switch range.isEmpty ? 0 : bytes[range.lowerBound] {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .list
        default: .value
        }
    }

    /// The text of a range.
    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The members of the object in a range.
    package func members(_ range: Range<Int>) -> [(key: String, value: Range<Int>)] {
        elements(range).compactMap { member in
            guard let colon = endOfString(from: member.lowerBound, before: member.upperBound) else { return nil }
            return (text(member.lowerBound &+ 1..<colon &- 1), colon &+ 1..<member.upperBound)
        }
    }

    /// What commas part in the object or list in a range.
    package func elements(_ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var depth = 0
        var at = range.lowerBound
        var start = at &+ 1
        while at < range.upperBound {
            switch bytes[at] {
            case UInt8(ascii: "\""):
                at = endOfString(from: at, before: range.upperBound) ?? range.upperBound
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth &-= 1
                if depth == 0, at > start { found.append(start..<at) }
            case UInt8(ascii: ",") where depth == 1:
                found.append(start..<at)
                start = at &+ 1
            default: break
            }
            at &+= 1
        }
        return found
    }

    /// Behind the closing quote of the string that begins there and is followed by something; nil when there is none.
    private func endOfString(from start: Int, before end: Int) -> Int? {
        guard start < end, bytes[start] == UInt8(ascii: "\"") else { return nil }
        var at = start &+ 1
        while at < end, bytes[at] != UInt8(ascii: "\"") { at &+= bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        return at &+ 1 < end ? at &+ 1 : nil
    }
}
