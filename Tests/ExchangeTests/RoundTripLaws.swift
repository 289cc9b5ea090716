import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import Translation
import X12

/// The laws of the way there and back, over sets that hold all the standard allows: every element has a value that no
/// other element of the set has, which must be found in the JSON and again in the X12; and what comes out of a document
/// gives the document again.
///
/// `EDIGATE_ROUND_TRIPS` says how many sets; `.ci/run` asks for ten thousand. The article RoundTrips says what is
/// normalised on the way; nothing else may differ.
@Suite struct RoundTripLaws {
    static let total = Int(ProcessInfo.processInfo.environment["EDIGATE_ROUND_TRIPS"] ?? "") ?? 120
    static let kinds = ["850", "855", "856", "810"]

    /// What became of the sets of one source.
    struct Row {
        var source: String
        var sets = 0
        var equal = 0
        /// Sets that came back equal but for a rule of the article.
        var normalised: [String: Int] = [:]
        var different = 0

        var line: String {
            let rules = normalised.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            func cell(_ text: String, _ width: Int) -> String {
                String(repeating: " ", count: max(0, width - text.count)) + text
            }
            return source + String(repeating: " ", count: max(1, 34 - source.count)) + cell(String(sets), 7)
                + cell(String(equal), 8) + cell(String(different), 11) + "  " + (rules.isEmpty ? "-" : rules)
        }
    }

    @Test func `every element has its own value, and all of them come back`() throws {
        var rows: [Row] = []
        for version in Standard.versions {
            let standard = try #require(Standard.version(version))
            for set in Self.kinds {
                guard let generator = SpecimenGenerator(standard, set: set) else { continue }
                var row = Row(source: "generated \(version) \(set)")
                let share = max(Self.total / (Standard.versions.count * Self.kinds.count), 2)
                for seed in 1...UInt64(share) {
                    let densities = SpecimenGenerator.Density.allCases
                    let specimen = Self.unique(
                        generator.specimen(seed: seed, density: densities[Int(seed) % densities.count]), standard)
                    try check(specimen, &row)
                }
                rows.append(row)
            }
        }
        for source in ["Samples", "Tests/Fixtures", "../shared/corpus"] {
            let files = Repository.files(in: source, suffix: source.hasSuffix("corpus") ? ".edi" : ".x12")
            guard !files.isEmpty else { continue }
            var row = Row(source: source.hasSuffix("corpus") ? "corpus" : source)
            for file in files { try check(Repository.bytes(file.path), &row) }
            rows.append(row)
        }
        print("source                               sets   equal  not equal  normalised")
        for row in rows { print(row.line) }
        #expect(rows.allSatisfy { $0.different == 0 })
    }

    // MARK: - Sets

    private func check(_ specimen: Specimen, _ row: inout Row) throws {
        let bytes = specimen.bytes()
        let document = try #require(try Outcomes.of(bytes).documents.first, "\(row.source)")
        let json = Set(document.json.split { $0 == UInt8(ascii: "\"") }.map { String(decoding: $0, as: UTF8.self) })
        let back = try back(document.json)
        let text = Set(back.split { specimen.delimiters.contains($0) }.map { String(decoding: $0, as: UTF8.self) })
        for value in Self.values(of: specimen) {
            #expect(json.contains(value), "\(row.source): \(value) is not in the JSON")
            #expect(text.contains(value), "\(row.source): \(value) is not in the X12")
        }
        try compare([document], bytes, back, &row)
    }

    private func check(_ bytes: [UInt8], _ row: inout Row) throws {
        let outcomes = try Outcomes.of(bytes)
        guard !outcomes.documents.isEmpty else { return }
        var lines: [UInt8] = []
        var ranges: [Range<Int>] = []
        for document in outcomes.documents {
            ranges.append(lines.count..<lines.count + document.json.count)
            lines += document.json
        }
        let (sent, failed) = Generation(.source, number: 1, time: Self.time).write(lines, ranges)
        #expect(failed.flatMap(\.messages) == [], "\(row.source)")
        let translated = zip(try SegmentCollector.sets(of: bytes), outcomes.isTranslated).filter(\.1).map(\.0)
        count(translated, try sent.flatMap { try SegmentCollector.sets(of: $0.bytes) }, &row)
    }

    private func compare(_ documents: [DocumentOutcome], _ bytes: [UInt8], _ back: [UInt8], _ row: inout Row) throws {
        count(try SegmentCollector.sets(of: bytes), try SegmentCollector.sets(of: back), &row)
        // Canonical to X12 to canonical: the same document but for where it came from.
        let again = try #require(try Outcomes.of(back).documents.first)
        #expect(
            try Self.content(of: again.json) == Self.content(of: documents[0].json), "\(row.source): another document")
    }

    /// What a document says, without its envelope: its fields by path.
    private static func content(of json: [UInt8]) throws -> [String: FieldListing.Value] {
        let kind = JSONReader.member("kind", of: json)?.string ?? ""
        return try LineageTests.fields(of: json, kind).filter { !$0.key.hasPrefix("$.source") && $0.key != "$.id" }
    }

    private func count(_ before: [[[String]]], _ after: [[[String]]], _ row: inout Row) {
        #expect(before.count == after.count)
        for (one, other) in zip(before, after) {
            row.sets += 1
            if one == other {
                row.equal += 1
            } else {
                row.different += 1
                Issue.record("\(row.source): \(zip(one, other).first { $0 != $1 }.map { "\($0) \($1)" } ?? "lengths")")
            }
        }
    }

    private static let time = EnvelopeTime(date: "20261121", time: "0605")

    private func back(_ json: [UInt8]) throws -> [UInt8] {
        let (sent, failed) = Generation(.source, number: 1, time: Self.time).write(json, [json.indices])
        #expect(failed.flatMap(\.messages) == [])
        return sent.first?.bytes ?? []
    }

    // MARK: - Values of their own

    /// The same specimen with a value of its own in each text that is long enough for one; what is counted, dated and
    /// taken from lists stays.
    static func unique(_ specimen: Specimen, _ standard: Standard) -> Specimen {
        var specimen = specimen
        var next = 0
        for index in specimen.sets[0].body.indices {
            let segment = specimen.sets[0].body[index]
            guard let definition = standard.segmentIndex(of: SegmentID(segment.id)) else { continue }
            for element in segment.elements.indices where segment.elements[element].count == 1 {
                guard segment.elements[element][0].count == 1,
                    let rule = standard.element(element + 1, of: definition), rule.type == .text, rule.maximum >= 6,
                    segment.id != "HL", segment.id != "LS", segment.id != "LE"
                else { continue }
                next += 1
                let value = mark(next, minimum: rule.minimum)
                guard value.utf8.count <= rule.maximum else { continue }
                specimen.sets[0].body[index].elements[element][0][0] = value
            }
        }
        return specimen
    }

    /// A text that no other number has within it, of six characters or `minimum`.
    private static func mark(_ number: Int, minimum: Int) -> String {
        let digits = InterchangeWriter.filled(number, 4)
        return "U" + String(repeating: "X", count: max(0, minimum - 6)) + digits + "V"
    }

    /// The values made by ``unique(_:_:)``.
    private static func values(of specimen: Specimen) -> [String] {
        specimen.sets[0].body.flatMap { segment in
            segment.elements.flatMap { $0.flatMap { $0 } }.filter { value in
                value.hasPrefix("U") && value.hasSuffix("V")
                    && value.dropFirst().dropLast().suffix(4).allSatisfy(\.isNumber)
                    && value.utf8.count >= 6
            }
        }
    }
}
