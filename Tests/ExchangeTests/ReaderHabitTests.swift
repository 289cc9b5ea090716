import Exchange
import InterchangeTestSupport
import Testing
import X12

/// The ways in which files differ from what the standard has: each is read, and each repair is named and counted.
@Suite struct ReaderHabitTests {
    /// A file, and the repairs it takes with their counts.
    struct Habit: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var repairs: [FindingCode: Int] = [:]
        var testDescription: String { name }
        /// The segment terminator, read off the only place that all have: the end of a set.
        var terminator: String {
            let text = String(decoding: bytes, as: UTF8.self)
            let known = ["~", "Ö", "€"].first { (mark: String) in text.contains(mark) }
            return known ?? (bytes.contains(0x0D) ? "\r" : "\n")
        }
    }

    /// An 850 with one fault behind everything that could be repaired: the quantity of the second line is `TEN`.
    static let draft = Draft("850").replacing("PO1*2", with: "PO1*2*TEN*BX*4**VN*A2")
    private static let text = String(decoding: draft.bytes(newline: ""), as: UTF8.self)

    private static func lines(_ newline: String) -> [UInt8] { draft.bytes(newline: newline) }

    private static func wrapped(_ bytes: [UInt8], at width: Int, newline: String = "\n") -> [UInt8] {
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if index > 0, index % width == 0 { result += Array(newline.utf8) }
            result.append(byte)
        }
        return result
    }

    static let habits: [Habit] = [
        Habit(name: "no line breaks", bytes: lines("")), Habit(name: "LF", bytes: lines("\n")),
        Habit(name: "CR", bytes: lines("\r")), Habit(name: "CRLF", bytes: lines("\r\n")),
        Habit(name: "blank lines", bytes: lines("\n\n\r\n")),
        Habit(name: "LF as terminator", bytes: draft.bytes(Delimiters(segment: 0x0A), newline: "")),
        Habit(name: "CR as terminator", bytes: draft.bytes(Delimiters(segment: 0x0D), newline: "")),
        Habit(name: "CR as terminator, LF behind", bytes: draft.bytes(Delimiters(segment: 0x0D), newline: "\n")),
        Habit(
            name: "byte order mark", bytes: [0xEF, 0xBB, 0xBF] + lines("\n"), repairs: [.byteOrderMark: 1]),
        Habit(
            name: "leading junk", bytes: Array("Subject: order\n\n".utf8) + lines("\n"), repairs: [.leadingJunk: 1]),
        Habit(
            name: "byte order mark behind junk", bytes: Array("#\n".utf8) + [0xEF, 0xBB, 0xBF] + lines("\n"),
            repairs: [.leadingJunk: 1, .byteOrderMark: 1]),
        Habit(
            name: "unpadded ISA", bytes: replaced("*SENDER         *ZZ*RECEIVER       *", "*SENDER*ZZ*RECEIVER*"),
            repairs: [.headerWidth: 1]),
        Habit(
            name: "long ISA", bytes: replaced("*SENDER         *", "*SENDER                *"),
            repairs: [.headerWidth: 1]),
        Habit(name: "ISA16 missing", bytes: replaced("*P*>~", "*P*~"), repairs: [.missingComponentSeparator: 1]),
        Habit(
            name: "ISA16 missing, line feeds", bytes: Array(text.replacing("*P*>~", "*P*~").replacing("~", "~\n").utf8),
            repairs: [.missingComponentSeparator: 1]),
        Habit(
            name: "ISA16 missing, CRLF", bytes: Array(text.replacing("*P*>~", "*P*~").replacing("~", "~\r\n").utf8),
            repairs: [.missingComponentSeparator: 1]),
        Habit(name: "wide terminator", bytes: replaced("~", "Ö"), repairs: [.wideTerminator: 1]),
        Habit(name: "wide terminator, LF", bytes: replaced("~", "Ö\n"), repairs: [.wideTerminator: 1]),
        Habit(name: "three-byte terminator", bytes: replaced("~", "€"), repairs: [.wideTerminator: 1]),
        Habit(name: "unterminated", bytes: Array(text.dropLast().utf8), repairs: [.unterminated: 1]),
        Habit(
            name: "unterminated, LF behind", bytes: Array((text.dropLast() + "\r\n\u{1A}").utf8),
            repairs: [.unterminated: 1]),
        Habit(
            name: "empty segments", bytes: Array(text.replacing("REF*", "~~REF*").replacing("DTM*", "\n~DTM*").utf8),
            repairs: [.emptySegment: 3]),
        Habit(name: "indentation", bytes: replaced("~N", "~\n    N"), repairs: [.leadingBlanks: 3]),
        Habit(name: "tabs", bytes: replaced("~PO1", "~\n\tPO1"), repairs: [.leadingBlanks: 2]),
        Habit(name: "wrapped at 80", bytes: wrapped(lines(""), at: 80), repairs: [.wrappedLines: 1]),
        Habit(
            name: "wrapped at 80 by CRLF", bytes: wrapped(lines(""), at: 80, newline: "\r\n"),
            repairs: [.wrappedLines: 1]),
        Habit(name: "wrapped at 105", bytes: wrapped(lines(""), at: 105), repairs: [.wrappedLines: 1]),
        Habit(name: "wrapped at 7", bytes: wrapped(lines(""), at: 7), repairs: [.wrappedLines: 1]),
        Habit(
            name: "wrapped, wide terminator", bytes: wrapped(replaced("~", "Ö"), at: 81),
            repairs: [.wrappedLines: 1, .wideTerminator: 1]),
    ]

    private static func replaced(_ part: String, _ other: String) -> [UInt8] { Array(text.replacing(part, other).utf8) }

    @Test(arguments: habits)
    func `a habit is read through, and its repair named and counted`(habit: Habit) throws {
        let outcomes = try Outcomes.of(habit.bytes)
        #expect(outcomes.interchanges.count == 1)
        #expect(outcomes.interchanges.first?.survey.repairs == habit.repairs)
        #expect(Set(outcomes.interchanges.flatMap(\.findings).map(\.code)) == Set(habit.repairs.keys))
        #expect(outcomes.file.isEmpty)
        #expect(outcomes.sets.flatMap(\.findings).map(\.code) == [.number])
    }

    @Test(arguments: habits)
    func `a finding behind a repair points at the byte of the file as it came`(habit: Habit) throws {
        for window in [1024, 4096, 512 * 1024] {
            let finding = try #require(try Outcomes.of(habit.bytes, window: window).sets.first?.findings.first)
            // A wrap may fall inside the value.
            #expect(habit.bytes[finding.offset] == UInt8(ascii: "T"))
            #expect(habit.bytes[finding.offset - 1] == UInt8(ascii: "*") || habit.bytes[finding.offset - 1] == 0x0A)
        }
    }

    @Test(arguments: habits)
    func `the range of an interchange ends with its terminator, and that of a set too`(habit: Habit) throws {
        let outcomes = try Outcomes.of(habit.bytes)
        let range = try #require(outcomes.interchanges.first?.survey.range)
        let inside = String(decoding: habit.bytes[range], as: UTF8.self)
        #expect(inside.hasPrefix("ISA*"))
        let isLineEnded = habit.name.contains("as terminator")
        #expect(inside.last?.isNewline == isLineEnded)
        #expect((inside.last?.isNumber == true) == (habit.repairs[.unterminated] != nil))
        let set = try #require(outcomes.sets.first?.envelope)
        let text = String(decoding: habit.bytes[set.offset..<set.offset + set.length], as: UTF8.self)
        #expect(text.hasPrefix("S") && text.last?.isNewline == isLineEnded && text.last?.isNumber == false)
    }

    @Test func `line feeds as terminator with carriage returns mixed in are read`() throws {
        var text = String(decoding: Self.draft.bytes(Delimiters(segment: 0x0A), newline: ""), as: UTF8.self)
        text = text.replacing("\nREF", "\r\nREF").replacing("\nCTT", "\r\nCTT")
        let outcomes = try Outcomes.of(Array(text.utf8))
        #expect(outcomes.interchanges.map(\.verdict.letter) == ["A"])
        #expect(outcomes.sets.flatMap(\.findings).map(\.code) == [.number])
        #expect(outcomes.interchanges.first?.survey.repairs[.wrappedLines] == 1)
    }

    @Test func `junk behind an interchange is told with its place`() throws {
        let good = Draft("850").bytes()
        let outcomes = try Outcomes.of(good + Array("\n\n-- end of file".utf8))
        #expect(outcomes.file.map(\.code) == [.trailingJunk])
        #expect(outcomes.file.map(\.offset) == [good.count + 2])
    }

    @Test func `blank lines and an end-of-file character behind an interchange are nothing`() throws {
        #expect(try Outcomes.of(Draft("850").bytes() + Array("\r\n\n  \u{1A}".utf8)).findings.isEmpty)
    }

    @Test func `interchanges of one file have their own delimiters and habits`() throws {
        for one in Self.habits {
            for other in Self.habits where one.repairs[.unterminated] == nil {
                let outcomes = try Outcomes.of(one.bytes + Array("\n".utf8) + other.bytes, window: 4096)
                var second = other.repairs
                if one.terminator != other.terminator { second[.delimiterChange] = 1 }
                #expect(
                    outcomes.interchanges.map(\.survey.repairs) == [one.repairs, second],
                    "\(one.name), \(other.name)")
                #expect(
                    outcomes.sets.map { $0.findings.map(\.code) } == [[.number], [.number]],
                    "\(one.name), \(other.name)")
            }
        }
    }

    @Test(arguments: [
        Delimiters(element: 0x7C, segment: 0x27, component: 0x3A),
        Delimiters(element: 0x5E, segment: 0x0A, component: 0x7C),
        Delimiters(element: 0x2B, segment: 0x27, component: 0x3A),
        Delimiters(element: 0x1D, segment: 0x1C, component: 0x1F),
        Delimiters(element: 0x3E, segment: 0x7E, component: 0x2A),
        Delimiters(element: 0xA4, segment: 0xB6, component: 0xA7),
    ])
    func `delimiters are those the ISA declares`(delimiters: Delimiters) throws {
        let outcomes = try Outcomes.of(Draft("810").bytes(delimiters, newline: ""))
        #expect(outcomes.interchanges.first?.survey.header?.delimiters == delimiters)
        let isPrintable = [delimiters.element, delimiters.segment, delimiters.component].allSatisfy {
            (0x20...0x7E).contains($0) || $0 == 0x0A
        }
        #expect(outcomes.names() == (isPrintable ? [] : ["R-DELIMITER-UNPRINTABLE"]))
        #expect(outcomes.letters == "A")
    }
}

extension String {
    fileprivate func replacing(_ part: String, _ other: String) -> String { replacing(part, with: other) }
}
