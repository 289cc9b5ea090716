/// Is one place at which two JSON texts say something else.
public struct JSONDifference: Sendable, Hashable {
    /// Where, such as `lines[2].quantity.unit`; empty for the whole text.
    public var path: String
    /// The value in the first text as JSON; nil when there is none.
    public var before: String?
    /// The value in the second text as JSON; nil when there is none.
    public var after: String?

    /// Makes a difference.
    public init(path: String, before: String? = nil, after: String? = nil) {
        self.path = path
        self.before = before
        self.after = after
    }

    /// The path without the places in lists, such as `lines.quantity.unit`: what differs, wherever it does.
    public var field: String {
        var field = ""
        var isIndex = false
        for character in path {
            if character == "[" { isIndex = true }
            if !isIndex { field.append(character) }
            if character == "]" { isIndex = false }
        }
        return field
    }

    /// Finds where two texts differ, down to single values.
    ///
    /// Lists that are not equally long are compared from both ends, so that one entry more is one difference.
    ///
    /// - Parameters:
    ///   - before: A JSON text as ``JSONWriter`` writes it; of any other, places may be wrong.
    ///   - after: Another.
    ///   - each: Takes each difference, in the order of the first text.
    /// - Complexity: O(length · depth).
    public static func find(_ before: [UInt8], _ after: [UInt8], each: (JSONDifference) -> Void) {
        JSONComparison(one: JSONScan(before), other: JSONScan(after)).compare(
            before.indices, after.indices, "", depth: 0, each)
    }
}

/// Compares two texts value by value.
private struct JSONComparison {
    let one: JSONScan
    let other: JSONScan

    func compare(
        _ left: Range<Int>, _ right: Range<Int>, _ path: String, depth: Int, _ each: (JSONDifference) -> Void
    ) {
        guard one.bytes[left] != other.bytes[right] else { return }
        let kind = one.kind(left)
        guard kind == other.kind(right), depth < JSONReader.maximumDepth else {
            return each(JSONDifference(path: path, before: one.text(left), after: other.text(right)))
        }
        switch kind {
        case .object: compareMembers(left, right, path, depth: depth, each)
        case .list: compareElements(left, right, path, depth: depth, each)
        case .value: each(JSONDifference(path: path, before: one.text(left), after: other.text(right)))
        }
    }

    private func compareMembers(
        _ left: Range<Int>, _ right: Range<Int>, _ path: String, depth: Int, _ each: (JSONDifference) -> Void
    ) {
        let before = one.members(left)
        let after = other.members(right)
        let values = Dictionary(after.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.map(\.key))
        func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
        for member in before {
            if let value = values[member.key] {
                compare(member.value, value, place(member.key), depth: depth &+ 1, each)
            } else {
                each(JSONDifference(path: place(member.key), before: one.text(member.value), after: nil))
            }
        }
        for member in after where !known.contains(member.key) {
            each(JSONDifference(path: place(member.key), before: nil, after: other.text(member.value)))
        }
    }

    private func compareElements(
        _ left: Range<Int>, _ right: Range<Int>, _ path: String, depth: Int, _ each: (JSONDifference) -> Void
    ) {
        let before = one.elements(left)
        let after = other.elements(right)
        let shorter = min(before.count, after.count)
        func isSame(_ first: Int, _ second: Int) -> Bool { one.bytes[before[first]] == other.bytes[after[second]] }
        var start = 0
        while start < shorter, isSame(start, start) { start &+= 1 }
        var end = 0
        while end < shorter &- start, isSame(before.count &- 1 &- end, after.count &- 1 &- end) { end &+= 1 }
        for index in start..<shorter &- end {
            compare(before[index], after[index], "\(path)[\(index)]", depth: depth &+ 1, each)
        }
        for index in shorter &- end..<max(before.count &- end, shorter &- end) {
            each(JSONDifference(path: "\(path)[\(index)]", before: one.text(before[index]), after: nil))
        }
        for index in shorter &- end..<max(after.count &- end, shorter &- end) {
            each(JSONDifference(path: "\(path)[\(index)]", before: nil, after: other.text(after[index])))
        }
    }
}
