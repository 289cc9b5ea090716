import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Collects the segments of every set, elements as text, trailing empty elements and components left out: what must survive a round trip.
struct SegmentCollector: InterchangeVisitor {
    var sets: [[[String]]] = []
    var component: Character = ">"

    mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {}
    mutating func groupEnded(claimed: String?, received: Int) {}

    mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions
    ) {
        var segments: [[String]] = []
        for entry in index.entries[entries] where entry.id != "ST" && entry.id != "SE" {
            var elements: [String] = []
            var start = Int(entry.start)
            for mark in index.marks[Int(entry.firstMark)...Int(entry.lastMark)] {
                elements.append(String(decoding: bytes[start..<Int(mark)], as: UTF8.self))
                start = Int(mark) + 1
            }
            for index in elements.indices {
                while elements[index].last == component { elements[index].removeLast() }
            }
            while elements.count > 1, elements.last?.isEmpty == true { elements.removeLast() }
            segments.append(elements)
        }
        sets.append(segments)
    }

    static func sets(of bytes: [UInt8]) throws -> [[[String]]] {
        var reader = InterchangeReader(MemorySource(bytes))
        var collector = SegmentCollector()
        while let survey = try reader.next() {
            collector.component = Character(UnicodeScalar(survey.header?.delimiters.component ?? 0x3E))
            try reader.visit(survey, &collector)
        }
        return collector.sets
    }
}

/// Keeps documents, and which sets they came from.
final class Documents: OutcomeSink {
    var lines: [[UInt8]] = []
    /// For each set of the file whether it became a document.
    var isTranslated: [Bool] = []
    private var made: Set<Int> = []

    func setJudged(_ set: SetOutcome) { isTranslated.append(false) }
    func documentMade(_ document: DocumentOutcome) {
        lines.append(document.json)
        isTranslated[isTranslated.count - 1] = true
    }
}

@Suite struct RoundTrip {
    static let files =
        Repository.files(in: "Samples/network", suffix: ".x12") + Repository.files(in: "Samples/retail", suffix: ".x12")
        + Repository.files(in: "Samples/sets", suffix: ".x12")
        + Repository.files(in: "Samples/batch", suffix: ".x12") + Repository.files(in: "Samples/bad", suffix: ".x12")
        + Repository.files(in: "Tests/Fixtures/004010", suffix: ".x12")
        + Repository.files(in: "Tests/Fixtures/997", suffix: ".x12")
        + Repository.files(in: "../shared/corpus", suffix: ".edi")

    @Test(arguments: [
        ["1**S", "2*3*I", "3*1*O"], ["1**S", "2*9*O", "3*9*O", "4*2*I"], ["1**S", "2*3*O", "3*2*I"],
        ["7*7*S", "7*7*S"],
        ["1**S", "2*1*O", "3*2*I", "2*1*O", "3*2*I"], ["4*3*I", "1*2*S", "2*1*O", "3*2*I"],
        ["A**S", "02*A*O", "2*02*I"],
        (1...30).map { "\($0)*\($0 - 1)*I" }, (1...30).map { "\($0)*\($0 + 1)*I" },
        (1...300).map { "\($0)*\(($0 * 7919) % 311)*\($0 % 3 == 0 ? "S" : "P")" },
    ])
    func `an HL tree of any kind comes back as it came`(levels: [String]) throws {
        let body = levels.enumerated().flatMap { ["HL*\($1)", "REF*ZZ*\($0)", "MEA**LN*1.50*FT"] }
        try check(Draft("856", [["BSN*00*SHP1*20261119*0830"] + body + ["CTT*\(levels.count)"]]).bytes(), "HL tree")
    }

    @Test(arguments: files)
    func `an accepted set comes back element for element`(file: URL) throws {
        try check([UInt8](try Data(contentsOf: file)), file.lastPathComponent)
    }

    private func check(_ bytes: [UInt8], _ name: String) throws {
        let documents = Documents()
        var options = ExchangeOptions()
        options.judgesRejected = true
        var exchange = Exchange(MemorySource(bytes), options: options)
        try exchange.run(documents)

        var input: [UInt8] = []
        var ranges: [Range<Int>] = []
        for line in documents.lines {
            ranges.append(input.count..<input.count + line.count)
            input += line
        }
        let time = EnvelopeTime(date: "20261121", time: "0605")
        let (sent, failed) = Generation(.source, number: 1, time: time).write(input, ranges)
        for failure in failed {
            Issue.record("\(name): document \(failure.document): \(failure.messages)")
        }
        let before = zip(try SegmentCollector.sets(of: bytes), documents.isTranslated).filter(\.1).map(\.0)
        let after = try sent.flatMap { try SegmentCollector.sets(of: $0.bytes) }
        guard failed.isEmpty else { return }
        #expect(before.count == after.count)
        for (one, other) in zip(before, after) { #expect(one == other) }
    }
}
