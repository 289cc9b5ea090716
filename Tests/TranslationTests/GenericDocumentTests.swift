import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

@testable import Translation

/// A generic document holds any set of any structure, and gives it back element for element.
@Suite struct GenericDocumentTests {
    /// Puts every set that validates into a generic document, through JSON and back.
    private struct Traveller: InterchangeVisitor {
        var header: InterchangeHeader?
        var version = ""
        var trips: [(set: String, before: [[String]], after: [[String]], faults: [WriteFault], json: String)] = []
        var validator = SetValidator()

        mutating func groupBegan(_ header: GroupHeader, ordinal: Int) { version = header.version }
        mutating func groupEnded(claimed: String?, received: Int) {}

        mutating func set(
            _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
            positions: FilePositions
        ) {
            guard let standard = Standard.version(version), let structure = standard.structure(of: envelope.set),
                let delimiters = header?.delimiters, !entries.isEmpty
            else { return }
            validator.validate(
                bytes: bytes, index: index, range: entries, standard: standard, structure: structure,
                delimiters: delimiters, policy: SeverityPolicy(), positions: positions)
            var reader = TransactionSetReader(
                bytes: bytes, index: index, range: entries, places: validator.places, structure: structure,
                standard: standard, delimiters: delimiters, nesting: nil)
            var document = reader.read(entries, head: DocumentHead())
            var json = JSONWriter()
            json.write(&document)
            var jsonReader = JSONReader()
            guard case .success(let read) = jsonReader.read(TransactionSet.self, from: json.bytes) else { return }
            #expect(read == document)
            var writer = TransactionSetWriter(
                standard: standard, delimiters: delimiters, suffix: [],
                isLatin1: read.head.source.encoding == "latin1")
            let (written, count) = writer.write(read)
            let before = entries.dropFirst().compactMap { entry -> [String]? in
                let entry = index.entries[entry]
                return entry.id == "SE"
                    ? nil : Self.elements(bytes[Int(entry.start)..<Int(index.marks[Int(entry.lastMark)])], delimiters)
            }
            let after = written.split(separator: delimiters.segment).map { Self.elements($0, delimiters) }
            #expect(count == after.count)
            trips.append((envelope.set, before, after, writer.faults, json.string))
        }

        /// The elements of a segment, trailing empty ones left out, of composites trailing empty components.
        private static func elements(_ bytes: ArraySlice<UInt8>, _ delimiters: Delimiters) -> [String] {
            var elements = bytes.split(separator: delimiters.element, omittingEmptySubsequences: false).map { element in
                var element = element
                while element.last == delimiters.component { element.removeLast() }
                return String(decoding: element, as: UTF8.self)
            }
            while elements.count > 1, elements.last == "" { elements.removeLast() }
            return elements
        }

        static func over(_ bytes: [UInt8]) throws -> Traveller {
            var reader = InterchangeReader(MemorySource(bytes))
            var traveller = Traveller()
            while let survey = try reader.next() {
                traveller.header = survey.header
                try reader.visit(survey, &traveller)
            }
            return traveller
        }
    }

    static let files =
        Repository.files(in: "Samples", suffix: ".x12") + Repository.files(in: "Tests/Fixtures", suffix: ".x12")
        + Repository.files(in: "../shared/corpus", suffix: ".edi")

    /// Delimiters where none may stand and control characters are told, never sent; all else comes back.
    @Test(arguments: files)
    func `a set of any kind, right or wrong, comes back element for element`(file: URL) throws {
        for trip in try Traveller.over([UInt8](try Data(contentsOf: file))).trips where trip.faults.isEmpty {
            #expect(trip.before == trip.after)
        }
    }

    @Test func `all sets there is a structure for are read as trees of their loops`() throws {
        let trips = try Self.files.flatMap { try Traveller.over([UInt8](try Data(contentsOf: $0))).trips }
        let sets = Set(trips.map(\.set))
        #expect(
            sets.isSuperset(of: ["810", "820", "824", "832", "846", "850", "855", "856", "860", "861", "864", "865"]))
    }

    private func document(_ body: [String], set: String = "860", version: String = "004010") throws -> TransactionSet {
        let outcomes = try Outcomes.of(Draft(set, [body], version: version))
        #expect(outcomes.letters.contains { $0 != "R" }, "\(outcomes.names())")
        var reader = JSONReader()
        return try reader.read(TransactionSet.self, from: try #require(outcomes.documents.first?.json)).get()
    }

    @Test func `values have the type the standard gives them, and a spelling of its own is kept beside`() throws {
        let document = try document([
            "BCH*04*SA*PO1**2*20261121", "SAC*C*D240***500*Z*12.50", "ITD*01*3*.5**007", "DTM*002*20261204*0830",
            "POC*1*QI*024*12.*CA>>2*84.50", "SAC*A*C310***00500",
        ])
        var found: [String: SetValue] = [:]
        var raw: [String: SetValue] = [:]
        func collect(_ segments: [SetSegment]) {
            for segment in segments {
                for element in segment.elements.list {
                    found["\(segment.segment)\(element.position)"] = element.value
                }
                for element in segment.raw.list { raw["\(segment.segment)\(element.position)"] = element.value }
                collect(segment.segments)
            }
        }
        collect(document.segments)
        #expect(found["BCH6"] == .simple("2026-11-21"))
        #expect(found["SAC5"] == .simple("5.00"))
        #expect(raw["SAC5"] == .simple("00500"))
        #expect(found["SAC7"] == .simple("12.50"))
        #expect(found["DTM3"] == .simple("08:30"))
        #expect(found["ITD3"] == .simple("0.5"))
        #expect(found["ITD5"] == .simple("7"))
        #expect(found["POC3"] == .simple("24"))
        #expect(found["POC5"] == .composite(["CA", "", "2"]))
        #expect(raw.keys.sorted() == ["ITD3", "ITD5", "POC3", "POC4", "SAC5"])
        #expect(document.names.contains(NamedText(name: "POC05-3", text: "Multiplier")))
        #expect((document.head.number, document.set) == ("PO1", "860"))
    }

    @Test func `loops nest, and neighbours of one name are told apart by where they stand`() throws {
        let document = try document([
            "BCH*04*SA*PO1**2*20261121", "SAC*A*C310***500", "CUR*BY*USD", "N1*ST*CLINIC", "N3*1 MAIN STREET",
            "N1*BT*HOSPITAL",
            "POC*1*QI*24*12*CA*84.5", "SAC*C*D240***500", "N1*ST*WARD", "N3*7 SIDE STREET", "LM*DE", "LQ*0*A",
            "POC*2*DI*1*1*CA", "LS*LDT", "LDT*AF*3*DA", "QTY*63*3", "LDT*AG*4*DA", "LE*LDT", "N1*ST*WARD", "CTT*2",
        ])
        #expect(
            Self.show(document.segments)
                == "BCH SAC(CUR) N1(N3) N1 POC(SAC N1(N3) LM(LQ)) POC(LS(LDT(QTY) LDT LE) N1) CTT")
    }

    private static func show(_ segments: [SetSegment]) -> String {
        segments.map { "\($0.segment)" + ($0.segments.isEmpty ? "" : "(\(show($0.segments)))") }.joined(separator: " ")
    }

    // MARK: - From JSON

    private func written(_ json: String, version: String = "004010", delimiters: Delimiters = Delimiters())
        throws -> Result<String, SetGenerator.Failure>
    {
        let standard = try #require(Standard.version(version))
        return SetGenerator().generate(
            Array(json.utf8), in: 0..<json.utf8.count, standard: standard, delimiters: delimiters
        )
        .map { String(decoding: $0.segments, as: UTF8.self) }
    }

    private func change(_ segments: String) -> String {
        #"{"kind":"TransactionSet","set":"860","segments":[\#(segments)]}"#
    }

    @Test func `an ERP's JSON is written as the standard types it`() throws {
        let text = try written(
            change(
                #"{"segment":"BCH","elements":{"BCH01":"04","BCH06":"2026-11-21","BCH03":"PO1"}},"#
                    + #"{"elements":{"SAC01":"C","SAC05":"12.5"},"segment":"SAC"},{"segment":"POC","elements":"#
                    + #"{"POC03":"24.00","POC05":{"3":"2","1":"CA"}},"segments":[{"segment":"DTM","elements":{"DTM03":"08:30"}}]}"#
            )
        ).get()
        #expect(text == "BCH*04**PO1***20261121~SAC*C****1250~POC***24.00**CA>>2~DTM***0830~")
    }

    @Test func `a spelling counts only while it means the value`() throws {
        for (value, expected) in [("7", "ITD*****007~"), ("8", "ITD*****8~")] {
            let json = change(#"{"segment":"ITD","elements":{"ITD05":"\#(value)"},"raw":{"ITD05":"007"}}"#)
            #expect(try written(json).get() == expected)
        }
        let forged = change(#"{"segment":"MSG","elements":{"MSG01":"A"},"raw":{"MSG01":"A~SE*1*1"}}"#)
        #expect(try written(forged).get() == "MSG*A~")
    }

    @Test func `an element that may repeat is an array, and one value of it too`() throws {
        let json = #"{"segment":"CTX","elements":{"CTX01":[{"1":"A","2":"1"},{"1":"B"}]}}"#
        let document = #"{"kind":"TransactionSet","set":"864","segments":[\#(json)]}"#
        let delimiters = Delimiters(element: 0x2A, segment: 0x7E, component: 0x3E, repetition: 0x5E)
        #expect(try written(document, version: "005010", delimiters: delimiters).get() == "CTX*A>1^B~")
        guard case .failure(let failure) = try written(document, version: "005010") else {
            Issue.record("a repetition without separator was written")
            return
        }
        #expect(failure.messages.first?.contains("no repetition separator") == true)
    }

    static let refusals: [(String, String)] = [
        (#"{"kind":"TransactionSet","segments":[]}"#, "$.set: version 004010 has no set without number"),
        (#"{"kind":"TransactionSet","set":"850"}"#, "$.set: the 850 has a kind of its own; write a PurchaseOrder"),
        (#"{"kind":"TransactionSet","set":"997"}"#, "$.set: the gateway itself writes the 997"),
        (#"{"kind":"TransactionSet","set":"999"}"#, "$.set: the gateway itself writes the 999"),
        (#"{"kind":"TransactionSet","set":"123"}"#, "$.set: version 004010 has no 123"),
        (#"{"kind":"TransactionSet","set":"860","lines":[]}"#, "$.lines: unknown key"),
        (#"{"kind":"TransactionSet","set":"860","set":"860"}"#, "$.set: the key \"set\" stands twice"),
        (#"{"kind":"TransactionSet","set":860}"#, "$.set: expected a string"),
    ]

    static let segmentRefusals: [(String, String)] = [
        (#"{"segment":"bch"}"#, "$.segments[0].segment: \"bch\" is no identifier"),
        (#"{"segment":"SE"}"#, "$.segments[0].segment: \"SE\" is no identifier"),
        (#"{"segment":"ISA"}"#, "$.segments[0].segment: \"ISA\" is no identifier"),
        (#"{"segment":"BCH*04~SE"}"#, "is no identifier"), (#"{"segment":"B"}"#, "is no identifier"),
        (#"{"segment":"1CH"}"#, "is no identifier"),
        (#"{"elements":{"BCH01":"04"}}"#, "$.segments[0].segment: the segment has no identifier"),
        (#"{"segment":"BCH","elements":{"POC01":"1"}}"#, "$.segments[0].elements.POC01: expected an element of BCH"),
        (#"{"elements":{"POC01":"1"},"segment":"BCH"}"#, "its elements are those of POC, but the segment is BCH"),
        (
            #"{"segment":"BCH","elements":{"BCH00":"1"}}"#,
            "expected an element of BCH such as \"BCH03\", found \"BCH00\""
        ),
        (#"{"segment":"BCH","elements":{"BCH1":"1"}}"#, "expected an element of BCH"),
        (#"{"segment":"BCH","elements":{"BCH01":"1","BCH01":"2"}}"#, "the key \"BCH01\" stands twice"),
        (#"{"segment":"BCH","elements":{"BCH01":4}}"#, "expected a string, an object of components or an array"),
        (#"{"segment":"BCH","elements":{"BCH01":["1",["2"]]}}"#, "expected a string, an object of components"),
        (#"{"segment":"POC","elements":{"POC05":{"0":"EA"}}}"#, "expected a component's number"),
        (#"{"segment":"POC","elements":{"POC05":{"1000":"EA"}}}"#, "expected a component's number"),
        (#"{"segment":"POC","elements":{"POC05":{"1":{"1":"EA"}}}}"#, "expected a string"),
        (#"{"segment":"MSG","elements":{"MSG01":"A*B"}}"#, "$.segments[0].elements.MSG01: the value holds a delimiter"),
        (#"{"segment":"MSG","elements":{"MSG01":"A~SE*2*0001~"}}"#, "the value holds a delimiter"),
        (#"{"segment":"MSG","elements":{"MSG01":"A\nB"}}"#, "a control character"),
        (
            #"{"segment":"MSG","elements":{"MSG01":{"2":"A>B"}}}"#,
            "$.segments[0].elements.MSG01: the value holds"
        ),
        (
            #"{"segment":"SAC","elements":{"SAC05":"1.234"}}"#,
            "$.segments[0].elements.SAC05: the value has more decimals"
        ),
        (
            #"{"segment":"POC","segments":[{"segment":"N1","segments":[{"segment":"ST"}]}]}"#,
            "$.segments[0].segments[0].segments[0].segment: \"ST\" is no identifier"
        ),
    ]

    @Test(
        arguments: refusals
            + segmentRefusals.map { (#"{"kind":"TransactionSet","set":"860","segments":[\#($0.0)]}"#, $0.1) })
    func `bad JSON is refused with its place`(json: String, message: String) throws {
        guard case .failure(let failure) = try written(json) else {
            Issue.record("written: \(json)")
            return
        }
        #expect(failure.messages.joined(separator: "\n").contains(message), "\(failure.messages)")
    }

    @Test func `depth bombs are refused`() throws {
        for (open, close) in [
            (#"{"segment":"POC","segments":["#, "]}"), (#"{"segment":"POC","elements":{"POC01":"#, "}}"), ("[", "]"),
        ] {
            let json = change(String(repeating: open, count: 100_000) + String(repeating: close, count: 100_000))
            guard case .failure(let failure) = try written(json) else {
                Issue.record("written")
                return
            }
            #expect(failure.messages.count == 1)
        }
        var deep = SetSegment("POC")
        for _ in 0..<1000 {
            var outer = SetSegment("POC")
            outer.segments = [deep]
            deep = outer
        }
        var document = TransactionSet()
        document.segments = [deep]
        var writer = TransactionSetWriter(
            standard: try #require(Standard.version("004010")), delimiters: Delimiters(), suffix: [], isLatin1: false)
        _ = writer.write(document)
        #expect(writer.faults.map(\.reason) == ["segments nest too deep"])
    }

    @Test func `two hundred thousand segments go both ways`() throws {
        let lines = (1...2000).flatMap { line in
            ["LIN*\(line)*VN*A\(line)"] + (1...99).map { "QTY*33*\($0)*EA" }
        }
        let outcomes = try Outcomes.of(Draft("846", [["BIA*00*DD*X*20261121"] + lines]))
        #expect(outcomes.letters == "A")
        let json = try #require(outcomes.documents.first?.json)
        let text = try written(String(decoding: json, as: UTF8.self)).get()
        #expect(text.utf8.split(separator: 0x7E).count == 200_001)
    }

    @Test func `faults of one document are told a hundred times at most`() throws {
        let segments = Array(repeating: #"{"segment":"se"}"#, count: 500).joined(separator: ",")
        guard case .failure(let failure) = try written(change(segments)) else {
            Issue.record("written")
            return
        }
        #expect(failure.messages.count == TransactionSetWriter.mostFaults)
    }
}
