import Commerce

/// Changes single members of a JSON5 text and leaves everything else of it as it is, comments and layout included.
public struct ProfileEdit: Sendable {
    /// The text as it is now.
    public private(set) var bytes: [UInt8]

    /// Begins with a text that the JSON reader accepts.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Writes a value at the path of a member of the outermost object, or of an object in it that is there.
    ///
    /// - Parameters:
    ///   - path: The member, such as `stage` or `envelope.isa14`.
    ///   - value: The value as JSON5.
    ///   - neighbour: The path of the member behind which one that is not there yet is put; the last where it is not
    ///     there either.
    /// - Returns: False when the object around it is not there.
    public mutating func set(_ path: String, to value: String, behind neighbour: String = "") -> Bool {
        let places = PlaceIndex(bytes)
        let full = "$.\(path)"
        if let range = places.range(of: full) {
            bytes.replaceSubrange(range, with: value.utf8)
            return true
        }
        guard let parent = PlaceIndex.parent(of: full), let object = places.range(of: parent),
            let name = path.split(separator: ".").last, bytes[object.lowerBound] == UInt8(ascii: "{")
        else { return false }
        guard let last = places.member("$.\(neighbour)") ?? places.lastMember(of: parent) else {
            bytes.replaceSubrange(object, with: "{ \(name): \(value) }".utf8)
            return true
        }
        let isOnLines = bytes[object].contains(0x0A)
        let indent = isOnLines ? "\n" + String(repeating: " ", count: places.column(of: last.key) - 1) : " "
        var at = last.value.upperBound
        var text = ",\(indent)\(name): \(value)"
        // A comma behind the member, and a comment behind that, stay on its line.
        if comma(behind: at) == nil, isOnLines, let end = endOfLine(from: at), end > at {
            bytes.insert(contentsOf: "\(indent)\(name): \(value)".utf8, at: end)
            text = ","
        }
        if let comma = comma(behind: at) {
            at = isOnLines ? endOfLine(from: comma + 1) ?? comma + 1 : comma + 1
            text = "\(indent)\(name): \(value),"
        }
        bytes.insert(contentsOf: text.utf8, at: at)
        return true
    }

    /// Takes a member away with its comma, and its line when nothing else stands there; false when there is none.
    public mutating func remove(_ path: String) -> Bool {
        let places = PlaceIndex(bytes)
        guard let key = places.key(of: "$.\(path)"), let value = places.range(of: "$.\(path)") else { return false }
        var range = key..<value.upperBound
        if let comma = comma(behind: value.upperBound) { range = key..<comma + 1 }
        let lineStart = bytes[..<key].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let isFirst = bytes[lineStart..<key].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if isFirst, let end = blankEnd(from: range.upperBound) { range = lineStart..<end }
        bytes.removeSubrange(range)
        return true
    }

    /// The comma behind a value, blanks between.
    private func comma(behind at: Int) -> Int? {
        var at = at
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        return at < bytes.count && bytes[at] == UInt8(ascii: ",") ? at : nil
    }

    /// The end of the line, its break left out, when only a comment stands on it; nil otherwise.
    private func endOfLine(from start: Int) -> Int? {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let rest = bytes[start..<end].drop { $0 <= 0x20 }
        return rest.isEmpty || rest.starts(with: "//".utf8) ? end : nil
    }

    /// Behind the line's break, when only blanks stand before it; nil otherwise.
    private func blankEnd(from start: Int) -> Int? {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        return bytes[start..<end].allSatisfy { $0 <= 0x20 } ? min(end + 1, bytes.count) : nil
    }
}
