import InterchangeTestSupport
import Testing

@testable import X12

/// The structural index against a naive split of the same bytes.
@Suite struct SegmentIndexTests {
    /// A segment as both ways of reading tell it: identifier, elements, and whether a byte in it wants a closer look.
    private struct Segment: Equatable {
        var start: Int
        var values: [[UInt8]]
        var isOdd: Bool
    }

    private static func isLayout(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

    /// Splits at every terminator, skips layout before each segment, leaves out empty ones.
    private func split(_ bytes: [UInt8], _ delimiters: Delimiters) -> [Segment] {
        var segments: [Segment] = []
        var start = 0
        for (end, byte) in bytes.enumerated() where byte == delimiters.segment {
            while start < end, Self.isLayout(bytes[start]) { start += 1 }
            if start < end {
                let content = bytes[start..<end]
                let values = content.split(separator: delimiters.element, omittingEmptySubsequences: false)
                // A strange identifier is no segment of any set: only the values want a closer look.
                let isOdd = values.dropFirst().joined().contains {
                    $0 < 0x20 && $0 != 0x09 || $0 >= 0x7F || $0 == delimiters.component || $0 == delimiters.repetition
                }
                segments.append(Segment(start: start, values: values.map(Array.init), isOdd: isOdd))
            }
            start = end + 1
        }
        return segments
    }

    private func indexed(_ bytes: [UInt8], _ delimiters: Delimiters, steps: [Int]) -> [Segment] {
        let padded = bytes + [UInt8](repeating: 0, count: 128)
        var index = SegmentIndex()
        index.reset(start: 0, delimiters: delimiters)
        for step in steps { index.extend(bytes: padded, to: min(step, bytes.count)) }
        index.extend(bytes: padded, to: bytes.count)
        let odd = Set(index.oddEntries.map(Int.init))
        return index.entries.enumerated().map { number, entry in
            var start = Int(entry.start)
            let values = (entry.firstMark...entry.lastMark).map { mark in
                defer { start = Int(index.marks[Int(mark)]) + 1 }
                return Array(bytes[start..<Int(index.marks[Int(mark)])])
            }
            return Segment(start: Int(entry.start), values: values, isOdd: odd.contains(number))
        }
    }

    /// Bytes dense with delimiters, layout and odd bytes; `letters` are the plain ones.
    private func bytes(_ count: Int, _ delimiters: Delimiters, _ random: inout Seeded) -> [UInt8] {
        let rare: [UInt8] = [0x0A, 0x0D, 0x20, 0x01, 0x7F, 0x80, 0xC3, 0xFF, delimiters.component]
        return (0..<count).map { _ in
            switch UInt8.random(in: 0..<100, using: &random) {
            case 0..<12: delimiters.element
            case 12..<18: delimiters.segment
            case 18..<22: rare[Int.random(in: 0..<rare.count, using: &random)]
            default: UInt8.random(in: 0x41...0x5A, using: &random)
            }
        }
    }

    @Test(arguments: [1, 63, 64, 65, 127, 128, 129, 4095, 4096, 4097, 8192, 9000])
    func `the index finds what a naive split finds`(length: Int) {
        var random = Seeded(UInt64(length))
        for _ in 0..<(length < 1000 ? 300 : 10) {
            var separators = Array(UInt8(0x21)...0x2F).shuffled(using: &random)
            separators.append(contentsOf: [0x0A, 0x1E, 0xD6])
            let delimiters = Delimiters(
                element: separators[0], segment: separators[Int.random(in: 1..<separators.count, using: &random)],
                component: 0x3A, repetition: 0x5E)
            let bytes = bytes(length, delimiters, &random)
            let steps = (0..<3).map { _ in Int.random(in: 0...length, using: &random) }.sorted()
            let expected = split(bytes, delimiters)
            let found = indexed(bytes, delimiters, steps: steps)
            #expect(found.map(\.start) == expected.map(\.start))
            #expect(found.map(\.values) == expected.map(\.values))
            // A segment may be noted though it needs no look; one that needs it must be noted.
            let missed = zip(found, expected).filter { $1.isOdd && !$0.isOdd }
            #expect(missed.count == 0)
        }
    }

    @Test func `clean segments are not noted for a closer look, with line breaks behind them or not`() {
        for newline in ["", "\n", "\r\n", "\r\n\r\n", "\n    "] {
            let text = (0..<400).map { "REF*DP*\($0)~" }.joined(separator: newline)
            let found = indexed(Array(text.utf8), Delimiters(), steps: [])
            #expect(found.count == 400)
            let noted = found.filter(\.isOdd).count
            #expect(noted == 0)
        }
    }

    @Test(arguments: [
        ("N1*A", "N1"), ("PO1*A", "PO1"), ("P*A", ""), ("PO11*A", ""), ("*A", ""), ("SE", "SE"), ("po1*A", "po1"),
    ])
    func `an identifier has two or three characters`(segment: String, id: String) {
        let bytes = Array((segment + "~").utf8) + [UInt8](repeating: 0, count: 128)
        var index = SegmentIndex()
        index.reset(start: 0, delimiters: Delimiters())
        index.extend(bytes: bytes, to: segment.utf8.count + 1)
        #expect(index.entries.map(\.id.description) == [id])
    }

    @Test func `line breaks inside segments are told, those between segments are not`() {
        let text = "\nREF*A~\r\nRE\nF*B~\n\nREF*C\r\nD~\n"
        let bytes = Array(text.utf8)
        var index = SegmentIndex()
        index.reset(start: 0, delimiters: Delimiters())
        index.extend(bytes: bytes + [UInt8](repeating: 0, count: 128), to: bytes.count)
        #expect(index.lineBreaks == [11, 23, 24])
    }
}
