import Exchange
import InterchangeTestSupport
import Partners
import Testing
import X12

/// Each tolerated deviation: named, counted, without effect on data, and refused with a TA1 where a profile forbids it.
@Suite struct RepairPolicyTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var repair: FindingCode
        var bytes: [UInt8]
        var count = 1
        /// TA105 when it is forbidden.
        var note: String
        var testDescription: String { name }
    }

    private static let clean = Draft("850")
    private static let text = String(decoding: clean.bytes(newline: ""), as: UTF8.self)

    private static func changed(_ part: String, _ other: String) -> [UInt8] {
        Array(text.replacing(part, with: other).utf8)
    }

    private static func wrapped(at width: Int) -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in text.utf8.enumerated() {
            if index > 0, index % width == 0 { result += [0x0D, 0x0A] }
            result.append(byte)
        }
        return result
    }

    static let cases: [Case] = [
        Case(
            name: "byte order mark", repair: .byteOrderMark, bytes: [0xEF, 0xBB, 0xBF] + Array(text.utf8), note: "022"),
        Case(name: "leading junk", repair: .leadingJunk, bytes: Array(("Subject: x\n\n" + text).utf8), note: "022"),
        Case(name: "trailing junk", repair: .trailingJunk, bytes: Array((text + "\n-- end").utf8), note: "022"),
        Case(
            name: "blanks before segments", repair: .leadingBlanks, bytes: changed("~N", "~  N"), count: 3, note: "022"),
        Case(name: "wrapped at 80 columns", repair: .wrappedLines, bytes: wrapped(at: 80), note: "022"),
        Case(name: "wrapped inside the ISA", repair: .wrappedLines, bytes: wrapped(at: 41), note: "022"),
        Case(
            name: "short ISA", repair: .headerWidth,
            bytes: changed("*SENDER         *ZZ*RECEIVER       *", "*SENDER*ZZ*RECEIVER*"), note: "022"),
        Case(
            name: "long ISA", repair: .headerWidth, bytes: changed("*SENDER         *", "*SENDER            *"),
            note: "022"),
        Case(name: "ISA16 missing", repair: .missingComponentSeparator, bytes: changed("*P*>~", "*P*~"), note: "027"),
        Case(name: "unterminated", repair: .unterminated, bytes: Array(text.dropLast().utf8), note: "023"),
        Case(
            name: "empty segments", repair: .emptySegment, bytes: changed("~REF", "~~~REF"), count: 2, note: "022"),
        Case(name: "two-byte terminator", repair: .wideTerminator, bytes: changed("~", "Ö"), note: "004"),
        Case(name: "three-byte terminator", repair: .wideTerminator, bytes: changed("~", "€"), note: "004"),
        Case(name: "two-byte element separator", repair: .wideSeparator, bytes: changed("*", "¶"), note: "026"),
        Case(name: "two-byte component separator", repair: .wideSeparator, bytes: changed(">", "§"), note: "026"),
        Case(
            name: "separators of two and three bytes", repair: .wideSeparator,
            bytes: Array(text.replacing("*", with: "¦").replacing(">", with: "€").utf8), note: "026"),
        Case(
            name: "control characters as delimiters", repair: .unprintableDelimiter,
            bytes: clean.bytes(Delimiters(element: 0x1D, segment: 0x1C, component: 0x1F), newline: ""), note: "022"),
        Case(
            name: "bytes above 127 as delimiters", repair: .unprintableDelimiter,
            bytes: clean.bytes(Delimiters(element: 0xA6, segment: 0xB6, component: 0xA7), newline: ""), note: "022"),
        Case(
            name: "other delimiters than before", repair: .delimiterChange,
            bytes: Draft("850", number: 2).bytes(newline: "") + clean.bytes(Delimiters(element: 0x7C), newline: ""),
            note: "022"),
        Case(name: "LF behind terminators", repair: .lineEnds, bytes: clean.bytes(newline: "\n"), note: "022"),
        Case(name: "CRLF behind terminators", repair: .lineEnds, bytes: clean.bytes(newline: "\r\n"), note: "022"),
        Case(
            name: "line breaks behind some terminators", repair: .lineEnds, bytes: changed("~PO1", "~\nPO1"),
            note: "022"),
    ]

    /// Every value of every set, segment by segment.
    private struct Values: InterchangeVisitor {
        var segments: [[[UInt8]]] = []
        mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {}
        mutating func groupEnded(claimed: String?, received: Int) {}
        mutating func set(
            _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
            positions: FilePositions
        ) {
            for entry in index.entries[entries] {
                let marks = index.marks[Int(entry.firstMark)...Int(entry.lastMark)].map(Int.init)
                segments.append(
                    [entry.id.bytes] + zip(marks, marks.dropFirst()).map { Array(bytes[($0 + 1)..<$1]) })
            }
        }

        static func ofLast(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
            var reader = InterchangeReader(MemorySource(bytes))
            var values = Values()
            while let survey = try reader.next() {
                values.segments = []
                try reader.visit(survey, &values)
            }
            return values.segments
        }
    }

    @Test(arguments: cases)
    func `a repair is named and counted, and the data is what it was`(one: Case) throws {
        let outcomes = try Guided("850", []).judge(one.bytes)
        let last = try #require(outcomes.interchanges.last)
        switch one.repair {
        case .trailingJunk: #expect(outcomes.file.map(\.code) == [.trailingJunk])
        case .lineEnds: #expect(last.survey.lineEndsAt != nil && last.survey.repairs.isEmpty)
        default: #expect(last.survey.repairs == [one.repair: one.count])
        }
        #expect(last.verdict == .accepted)
        #expect(outcomes.documents.count == outcomes.interchanges.count)
        #expect(try Values.ofLast(one.bytes) == Values.ofLast(Self.clean.bytes(newline: "")))
    }

    @Test(arguments: cases, ["", "R-*"])
    func `a forbidden repair refuses the interchange, and the TA1 says why`(one: Case, family: String) throws {
        // A family forbids the layout of the other cases too.
        let check = family.isEmpty ? one.repair.entry.name : family
        let severity = "{ check: \"\(check)\", severity: \"error\" }"
        let outcomes = try Guided("850", [], severities: [severity]).judge(one.bytes)
        let last = try #require(outcomes.interchanges.last)
        #expect(last.verdict == .rejected)
        #expect(last.judgement?.verdict == .rejected)
        #expect(last.judgement?.noteCode == one.note)
        #expect(last.sendsInterchangeAcknowledgment)
        #expect(last.findings.filter { $0.severity == .error }.map(\.code) == [one.repair])
        #expect(outcomes.documents.count == outcomes.interchanges.count - 1)
        // Told with the interchange, and not once more with the file.
        #expect(outcomes.file.isEmpty)
    }

    @Test(arguments: cases)
    func `a repair weighed as warning is accepted with errors`(one: Case) throws {
        let severity = "{ check: \"\(one.repair.entry.name)\", severity: \"warning\" }"
        let outcomes = try Guided("850", [], severities: [severity]).judge(one.bytes)
        let last = try #require(outcomes.interchanges.last)
        #expect(last.judgement?.verdict == .acceptedWithErrors)
        #expect(last.judgement?.noteCode == one.note)
        #expect(outcomes.documents.count == outcomes.interchanges.count)
    }

    @Test func `all three delimiters of several bytes are read, through any window`() throws {
        let bytes = Array(
            Self.text.replacing("*", with: "¶").replacing(">", with: "§").replacing("~", with: "€\r\n").utf8)
        let clean = try Outcomes.of(Self.clean.bytes(newline: ""))
        for window in [1024, 4096, 512 * 1024] {
            let outcomes = try Outcomes.of(bytes, window: window)
            #expect(outcomes.interchanges.map(\.survey.repairs) == [[.wideTerminator: 1, .wideSeparator: 1]])
            #expect(outcomes.letters == "A")
            #expect(outcomes.documents.map(\.number) == clean.documents.map(\.number))
            #expect(outcomes.interchanges.first?.survey.range == 0..<(bytes.count - 2))
        }
        #expect(try Values.ofLast(bytes) == Values.ofLast(Self.clean.bytes(newline: "")))
    }

    @Test func `what follows an interchange in its file is junk only when it is none of ours`() throws {
        let severity = #"{ check: "R-TRAILING-JUNK", severity: "error" }"#
        let good = Draft("850").bytes()
        let next = Draft("850", number: 2).bytes()
        for between: [UInt8] in [
            [], [0x0D, 0x0A, 0x20], [0x1A], [0xEF, 0xBB, 0xBF], Array(repeating: 0x0A, count: 5000),
        ] {
            let outcomes = try Guided("850", [], severities: [severity]).judge(good + between + next)
            #expect(outcomes.interchanges.map(\.verdict) == [.accepted, .accepted], "\(between.prefix(4))")
        }
        let outcomes = try Guided("850", [], severities: [severity]).judge(good + Array("--\n".utf8) + next)
        #expect(outcomes.interchanges.map(\.verdict) == [.rejected, .accepted])
    }
}
