import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Inputs that nobody means well with: findings or nothing, never a trap, and memory bounded by the set.
@Suite struct HostileInputTests {
    @Test func `an empty file and one of blanks hold no interchange`() throws {
        for bytes in [[], [0x0A], Array("  \r\n\t".utf8), [0x1A], [0xEF, 0xBB, 0xBF], [0], [0xEF], Array("I".utf8)] {
            #expect(try Outcomes.of(bytes).file.map(\.code) == [.notX12])
        }
    }

    @Test func `random bytes are no interchange`() throws {
        var random = Seeded(1)
        for size in [1, 3, 4, 105, 106, 107, 1000, 100_000] {
            let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(try Outcomes.of(bytes).sets.isEmpty)
        }
    }

    @Test(arguments: [
        "ISA", "ISA*", "ISA**", "ISA\u{0}", "ISA****************", "ISA****************~", "ISA*****************",
    ])
    func `the beginning of an ISA is a finding`(text: String) throws {
        let outcomes = try Outcomes.of(Array(text.utf8))
        #expect(!outcomes.findings.isEmpty)
        #expect(outcomes.sets.isEmpty)
    }

    @Test(arguments: Body.sets)
    func `a file cut off anywhere is refused, never taken for whole`(set: String) throws {
        let bytes = Draft(set).bytes(newline: "")
        for end in 0..<bytes.count - 1 {
            let outcomes = try Outcomes.of(Array(bytes[..<end]), window: 1024)
            #expect(outcomes.documents.isEmpty, "cut at \(end)")
            #expect(outcomes.findings.contains { $0.severity == .error }, "cut at \(end)")
        }
    }

    @Test func `a file cut off anywhere is judged alike in windows of any size`() throws {
        let bytes = Draft("850", [Body.order, Body.order]).bytes()
        for end in stride(from: 0, through: bytes.count, by: 7) {
            let cut = Array(bytes[..<end])
            #expect(try Outcomes.of(cut, window: 1024).digest == Outcomes.of(cut).digest, "cut at \(end)")
        }
    }

    @Test func `an unterminated file is read to its end, whatever its size against the window`() throws {
        for length in 1...140 {
            let draft = Draft("850").replacing(
                "N3",
                with: "N3*" + String(repeating: "7", count: min(length, 55)) + "*"
                    + String(repeating: "8", count: max(length - 55, 1) % 56))
            let bytes = Array(draft.bytes(newline: "").dropLast())
            for window in [256, 512] {
                let outcomes = try Outcomes.of(bytes, window: window)
                #expect(
                    outcomes.interchanges.first?.survey.repairs == [.unterminated: 1], "\(bytes.count) in \(window)")
            }
        }
    }

    @Test func `every byte as element separator, terminator and component separator is survived`() throws {
        for byte in UInt8.min...UInt8.max {
            for delimiters in [
                Delimiters(element: byte), Delimiters(segment: byte), Delimiters(component: byte),
                Delimiters(element: byte, segment: byte), Delimiters(element: 0x2A, segment: 0x7E, component: byte),
            ] {
                let outcomes = try Outcomes.of(Draft("850").bytes(delimiters), window: 1024)
                #expect(outcomes.documents.count <= 1)
            }
        }
    }

    @Test(arguments: ["A", "0", "E", "S"])
    func `letters and digits are no delimiters`(letter: String) throws {
        let byte = try #require(letter.utf8.first)
        #expect(try Outcomes.of(Draft("850").bytes(Delimiters(segment: byte))).documents.isEmpty)
        #expect(try Outcomes.of(Draft("850").bytes(Delimiters(element: byte))).documents.isEmpty)
        #expect(try Outcomes.of(Draft("850").bytes(Delimiters(component: byte))).documents.isEmpty)
    }

    @Test(arguments: [
        "GE*99999999999999999999*1", "GE**1", "GE", "GE*-1*1", "GE*1.0*1", "IEA*99999999999999999999*000000001", "IEA",
        "SE*99999999999999999999*0001", "SE", "SE*-15*0001",
    ])
    func `wrong counts refuse`(segment: String) throws {
        let draft = Draft("850").replacing(String(segment.prefix { $0 != "*" }), with: segment)
        #expect(try Outcomes.of(draft.bytes()).documents.isEmpty)
    }

    @Test func `ten megabytes in one element are one finding`() throws {
        let draft = Draft("850").replacing("REF", with: "REF*DP*" + String(repeating: "7", count: 10_000_000))
        let outcomes = try Outcomes.of(draft.bytes())
        #expect(outcomes.names() == ["E-ELEMENT-LONG"])
        #expect(outcomes.sets.first?.findings.first?.value?.count == 99)
    }

    @Test func `HL nested without end is held, not followed`() throws {
        let depth = 50_000
        let body = ["BSN*00*SHP1*20261119*0830"] + (1...depth).map { "HL*\($0)*\($0 == 1 ? "" : "\($0 - 1)")*I" }
        let outcomes = try Outcomes.of(Draft("856", [body]))
        #expect(outcomes.letters == "A")
        #expect(Set(outcomes.breaches) == ["B-HL-DEPTH", "B-LEVEL-CONTENT"])
        #expect(outcomes.documents.map(\.isHeld) == [true])
    }

    @Test func `HL that name each other or themselves as parents are told`() throws {
        for (first, second) in [("1", "1"), ("2", "1"), ("9", "9"), ("99999999999999999999", "1"), ("-1", "X")] {
            let body = ["BSN*00*SHP1*20261119*0830", "HL*1*\(first)*S", "HL*2*\(second)*O"]
            let outcomes = try Outcomes.of(Draft("856", [body]))
            #expect(outcomes.documents.count <= 1)
            if outcomes.letters == "A", first != "" { #expect(!outcomes.breaches.isEmpty) }
        }
    }

    @Test func `numbers of forty digits are refused, in envelopes too`() throws {
        let digits = String(repeating: "9", count: 40)
        for (start, segment) in [
            ("PO1*1", "PO1*1*\(digits)*EA"), ("CTT", "CTT*\(digits)*\(digits)"), ("SE", "SE*\(digits)*0001"),
            ("GE", "GE*1*\(digits)"), ("IEA", "IEA*1*\(digits)"), ("ST", "ST*850*\(digits)"),
            ("N3", "N3*1*\(digits)\(digits)"),
        ] {
            #expect(try Outcomes.of(Draft("850").replacing(start, with: segment).bytes()).documents.isEmpty)
        }
    }

    @Test func `a NUL byte anywhere is survived, and never silent from ISA05 on`() throws {
        let bytes = Draft("850").bytes(newline: "")
        for position in bytes.indices {
            var copy = bytes
            copy[position] = 0
            let outcomes = try Outcomes.of(copy, window: 1024)
            let isTold = outcomes.findings.contains { $0.severity > .note }
            #expect(isTold || position < 32, "NUL at \(position)")
        }
    }

    @Test func `quantities of extreme size and scale are added without a trap`() throws {
        for value in ["999999999999999", "-999999999999999", ".00000000000001", "9E99", "9E-99", "1E15", "-9E99"] {
            let lines = Array(repeating: "PO1**\(value)*EA*\(value)", count: 20)
            let outcomes = try Outcomes.of(Draft("850", [["BEG*00*SA*PO1001**20261101"] + lines + ["CTT*20*1"]]))
            #expect(outcomes.sets.count == 1)
            let items = Array(repeating: "IT1**\(value)*EA*\(value)", count: 20)
            let invoice = try Outcomes.of(Draft("810", [["BIG*20261121*INV1"] + items + ["TDS*1", "CTT*20*1"]]))
            #expect(invoice.sets.count == 1)
        }
    }

    @Test func `a million segments in a set are judged`() throws {
        // Without optimisation a twentieth has to do.
        let count = _isDebugAssertConfiguration() ? 50_000 : 1_000_000
        let body = ["BEG*00*SA*PO1001**20261101"] + Array(repeating: "REF*DP*12", count: count) + ["PO1**1*EA"]
        let outcomes = try Outcomes.of(Draft("850", [body]))
        #expect(outcomes.letters == "A")
        #expect(outcomes.sets.first?.envelope.segmentCount == count + 4)
    }
}
