/// The elements of one indexed segment as text. Bytes that are not UTF-8 become replacement characters.
struct SegmentText: ~Copyable {
    private let elements: [String]

    /// The most of one element that is kept: no element of an acknowledgment has more than 99 characters, a repeated
    /// composite a few hundred.
    private static let longest = 1024

    /// Copies the first `count` elements.
    init(_ entry: SegmentIndex.Entry, first count: Int, bytes: borrowing [UInt8], index: borrowing SegmentIndex) {
        elements = (0..<min(count, entry.elementCount)).map { element in
            let start = Int(index.marks[Int(entry.firstMark) + element]) + 1
            let end = Int(index.marks[Int(entry.firstMark) + element + 1])
            return String(decoding: bytes[start..<max(start, min(end, start + Self.longest))], as: UTF8.self)
        }
    }

    /// An element; empty when it is not there.
    func text(_ element: Int) -> String { element <= elements.count ? elements[element - 1] : "" }

    /// An element as a whole number of at most ten digits, or `nil`.
    func number(_ element: Int) -> Int? { Self.number(text(element)) }

    /// Those of the elements that are not empty.
    func codes(_ range: ClosedRange<Int>) -> [String] { range.map { text($0) }.filter { !$0.isEmpty } }

    /// The components of an element, empty ones included; those of its first repetition.
    func components(_ element: Int, _ delimiters: Delimiters) -> [String] {
        let text = repetitions(element, delimiters).first ?? ""
        return text.utf8.split(separator: delimiters.component, maxSplits: 15, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }

    /// The repetitions of an element that are not empty.
    func repetitions(_ element: Int, _ delimiters: Delimiters) -> [String] {
        let text = text(element)
        guard let separator = delimiters.repetition else { return text.isEmpty ? [] : [text] }
        return text.utf8.split(separator: separator).map { String(Substring($0)) }
    }

    static func number(_ text: String) -> Int? {
        (1...10).contains(text.utf8.count) && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
    }
}
