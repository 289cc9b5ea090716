import X12

/// Is one place at which two acknowledgments say something else.
struct AnswerDifference: Equatable {
    /// Names the kind, such as `997:AK501`.
    var key: String
    var before: String?
    var after: String?

    /// Compares two answers that were written with the same numbers and dates; nil stands for none.
    static func find(_ before: [UInt8]?, _ after: [UInt8]?) -> [AnswerDifference] {
        guard before != after else { return [] }
        let one = before.flatMap { Answer($0) }
        let other = after.flatMap { Answer($0) }
        guard let one, let other else {
            return [AnswerDifference(key: "\(kind(one))-\(kind(other))", before: one?.kind, after: other?.kind)]
        }
        guard one.kind == other.kind else {
            return [AnswerDifference(key: "\(one.kind)-\(other.kind)", before: one.kind, after: other.kind)]
        }
        var found: [AnswerDifference] = []
        if one.marks != other.marks {
            found.append(
                AnswerDifference(key: "\(one.kind):delimiters", before: one.shownMarks, after: other.shownMarks))
        }
        return found + compare(one, other)
    }

    private static func kind(_ answer: Answer?) -> String { answer?.kind ?? "none" }

    /// Compares the segments between what both begin and end with: those of a kind with one another, in their order.
    private static func compare(_ one: Answer, _ other: Answer) -> [AnswerDifference] {
        var left = one.segments[...]
        var right = other.segments[...]
        while let first = left.first, first == right.first {
            left.removeFirst()
            right.removeFirst()
        }
        while let last = left.last, last == right.last {
            left.removeLast()
            right.removeLast()
        }
        var counts: [[String]: Int] = [:]
        for segment in right { counts[segment, default: 0] += 1 }
        var gone: [[String]] = []
        for segment in left {
            if let count = counts[segment], count > 0 { counts[segment] = count - 1 } else { gone.append(segment) }
        }
        var new: [[String]] = []
        for segment in right.reversed() {
            if let count = counts[segment], count > 0 {
                counts[segment] = count - 1
                new.append(segment)
            }
        }
        new.reverse()
        var found: [AnswerDifference] = []
        for segment in gone {
            if let index = new.firstIndex(where: { $0.first == segment.first }) {
                found += elements(segment, new.remove(at: index), one.kind)
            } else {
                found.append(
                    AnswerDifference(
                        key: "\(one.kind):\(segment.first ?? "")-gone", before: segment.joined(separator: "*"),
                        after: nil))
            }
        }
        for segment in new {
            found.append(
                AnswerDifference(
                    key: "\(one.kind):\(segment.first ?? "")-new", before: nil, after: segment.joined(separator: "*")))
        }
        return found
    }

    private static func elements(_ one: [String], _ other: [String], _ kind: String) -> [AnswerDifference] {
        (1..<max(one.count, other.count, 1)).compactMap { index in
            let before = index < one.count ? one[index] : ""
            let after = index < other.count ? other[index] : ""
            guard before != after else { return nil }
            return AnswerDifference(
                key: "\(kind):\(one[0])\(index < 10 ? "0" : "")\(index)", before: before, after: after)
        }
    }
}

/// An answer as we write it, in segments.
private struct Answer {
    /// `TA1`, `997` or `999`.
    var kind: String
    var segments: [[String]]
    /// What separates elements, repetitions and components, what ends segments, and what follows.
    var marks: [UInt8]

    init?(_ bytes: [UInt8]) {
        guard bytes.count > 105 else { return nil }
        let element = bytes[3]
        let end = bytes[105]
        let suffix = bytes[106...].prefix { $0 == 0x0D || $0 == 0x0A }
        marks = [element, bytes[104], end] + suffix
        segments = bytes.split(separator: end).map { segment in
            let body = segment.drop { $0 == 0x0D || $0 == 0x0A }
            return body.split(separator: element, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }.filter { $0 != [""] }
        // ISA16, and ISA11 where it is one, are delimiters.
        if !segments.isEmpty, segments[0].count == 17 {
            marks += Array(segments[0][11].utf8)
            segments[0][11] = ""
            segments[0][16] = ""
        }
        kind =
            segments.first { $0[0] == "ST" && $0.count > 1 }?[1]
            ?? (segments.contains { $0[0] == "TA1" } ? "TA1" : "")
        guard !kind.isEmpty else { return nil }
    }

    var shownMarks: String {
        marks.map { byte in
            switch byte {
            case 0x0D: "CR"
            case 0x0A: "LF"
            default: String(UnicodeScalar(byte))
            }
        }.joined(separator: " ")
    }
}
