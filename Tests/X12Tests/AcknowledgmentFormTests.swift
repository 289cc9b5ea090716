import Testing
import X12

/// The same faults, answered by each set in each version.
@Suite struct AcknowledgmentFormTests {
    private static let group: GroupHeader = {
        var group = GroupHeader()
        group.code = "PO"
        group.controlNumber = "42"
        group.version = "005010"
        return group
    }()

    private static let set: SetEnvelope = {
        var set = SetEnvelope()
        set.set = "850"
        set.controlNumber = "0007"
        set.convention = "005010UCS"
        return set
    }()

    /// A reference whose second repetition has a third component too many, then a date, then a code.
    private static let faults: [Finding] = {
        var surplus = Finding(
            .extraComponent, severity: .error, segment: "REF", segmentIndex: 4, element: 4, component: 7, offset: 0,
            value: Array("X".utf8))
        surplus.repetition = 2
        let repeated = Finding(
            .repetitionInElement, severity: .error, segment: "REF", segmentIndex: 4, element: 2, offset: 0,
            value: Array("Y".utf8))
        let misplaced = Finding(.unexpectedSegment, severity: .error, segment: "REF", segmentIndex: 4, offset: 0)
        let group = Finding(.setAgainstGroup, severity: .warning, segment: "ST", segmentIndex: 1, element: 1, offset: 0)
        return [group, misplaced, repeated, surplus]
    }()

    private func lines(_ form: AcknowledgmentForm, _ findings: [Finding] = faults, unit: String? = nil) -> [String] {
        var answer = FunctionalAcknowledgment(
            group: Self.group, form: form, delimiters: Delimiters(component: 0x3A, repetition: 0x5E))
        let bytes = Array("BEG*00*SA*\(unit ?? "")**20261101~".utf8) + [UInt8](repeating: 0, count: 64)
        var index = SegmentIndex()
        index.reset(start: 0, delimiters: Delimiters())
        index.extend(bytes: bytes, to: bytes.count - 64)
        answer.add(
            Self.set, findings: findings,
            unit: unit == nil ? nil : BusinessUnit(of: "850", entries: 0..<1, bytes: bytes, index: index))
        let twice = Finding(.duplicateGroup, severity: .error, segment: "GS", element: 6, offset: 0)
        answer.finish(findings: [twice], claimed: "1")
        return String(decoding: answer.segments, as: UTF8.self).split(separator: "~").map(String.init)
    }

    @Test(arguments: ["004010", "004030", "004010VICS"])
    func `before 005010 a 997 has no version, guide or repetition, and the codes of its time`(version: String) {
        #expect(
            lines(AcknowledgmentForm(version: version)) == [
                "AK1*PO*42", "AK2*850*0007", "AK3*REF*4**2", "AK3*REF*4**8", "AK4*2**3*Y", "AK4*4:7**3*X", "AK5*R*5",
                "AK9*R*1*1*0*6",
            ])
    }

    @Test(arguments: ["005010", "006030"])
    func `from 005010 on a 997 names version, guide and repetition`(version: String) {
        #expect(
            lines(AcknowledgmentForm(version: version)) == [
                "AK1*PO*42*005010", "AK2*850*0007*005010UCS", "AK3*REF*4**2", "AK3*REF*4**8", "AK4*2**12*Y",
                "AK4*4:7:2**13*X", "AK5*R*5*18", "AK9*R*1*1*0*19",
            ])
    }

    @Test func `a 999 notes the same with its own segments, and says which document it is about`() {
        #expect(
            lines(AcknowledgmentForm(kind: .implementation, version: "005010"), unit: "PO-1") == [
                "AK1*PO*42*005010", "AK2*850*0007*005010UCS", "IK3*REF*4**2", "CTX*BEG03:PO-1", "IK3*REF*4**8",
                "CTX*BEG03:PO-1", "IK4*2**12*Y", "IK4*4:7:2**13*X", "IK5*R*5*18", "AK9*R*1*1*0*19",
            ])
    }

    @Test func `a 999 has the guide's codes, and names what made a conditional rule apply`() {
        func finding(_ code: FindingCode, _ at: Int, _ element: Int = 0) -> Finding {
            var finding = Finding(code, severity: .error, segment: "N1", segmentIndex: at, element: element, offset: 0)
            finding.origin = RuleOrigin(file: "guide.json5", line: 7, statement: "N1: required", because: "")
            return finding
        }
        var missing = finding(.guideCondition, 6)
        missing.trigger = RuleTrigger(segment: "REF", segmentIndex: 3, element: 1)
        var unused = finding(.guideConditionNotUsed, 7, 3)
        unused.trigger = RuleTrigger(segment: "N1", segmentIndex: 5, element: 4, component: 2)
        let faults = [
            finding(.guideLoopMinimum, 4), finding(.guideCode, 5, 1), missing, unused, finding(.guideLong, 8, 2),
        ]
        #expect(
            lines(AcknowledgmentForm(kind: .implementation, version: "005010"), faults).dropFirst(2) == [
                "IK3*N1*4**I7", "IK3*N1*5**8", "IK4*1**I6", "IK3*N1*6**I6", "CTX*SITUATIONAL TRIGGER*REF*3**1",
                "IK3*N1*7**8", "IK4*3**I13", "CTX*SITUATIONAL TRIGGER*N1*5**4:2", "IK3*N1*8**8", "IK4*2**5",
                "IK5*R*5*I5", "AK9*R*1*1*0*19",
            ])
        #expect(
            lines(AcknowledgmentForm(), faults).dropFirst(2) == [
                "AK3*N1*4**3", "AK3*N1*5**8", "AK4*1**7", "AK3*N1*6**3", "AK3*N1*7**8", "AK4*3**10", "AK3*N1*8**8",
                "AK4*2**5", "AK5*R*5", "AK9*R*1*1*0*6",
            ])
    }

    @Test func `there is no 999 before 005010, so one that answers an earlier group is written in 005010`() {
        var earlier = Self.group
        earlier.version = "004010VICS"
        let form = AcknowledgmentForm(answering: earlier, by: .implementation)
        #expect(form.version == "005010" && form.convention.isEmpty)
        #expect(AcknowledgmentForm(answering: earlier).version == "004010")
    }

    @Test func `the version is that of the group, the agreed one, or the nearest there is`() {
        #expect(AcknowledgmentForm(answering: Self.group, in: "004010").version == "004010")
        #expect(AcknowledgmentForm(version: "003040").version == "004010")
        #expect(AcknowledgmentForm(version: "RUBBISH").version == "004010")
        #expect(AcknowledgmentForm(version: "").version == "004010")
    }

    @Test func `a guide in the version of a 999 is its ST03`() {
        let form = AcknowledgmentForm(kind: .implementation, version: "005010X231A1")
        #expect(form.release == "005010" && form.convention == "005010X231A1")
        #expect(AcknowledgmentForm(kind: .implementation, version: "005010*~").convention.isEmpty)
        #expect(AcknowledgmentForm(kind: .functional, version: "005010X231A1").convention.isEmpty)
    }

    @Test(arguments: [
        (ValueCopying.none, ["AK4*2*127*5", "AK4*5*373*8"]),
        (ValueCopying.all, ["AK4*2*127*5*LONG", "AK4*5*373*8*BAD"]),
        (ValueCopying(masked: ["REF02"]), ["AK4*2*127*5", "AK4*5*373*8*BAD"]),
        (ValueCopying(masked: ["REF"]), ["AK4*2*127*5", "AK4*5*373*8*BAD"]),
        (ValueCopying(masked: ["373"]), ["AK4*2*127*5*LONG", "AK4*5*373*8"]),
    ])
    func `values go back as the profile allows`(copying: ValueCopying, notes: [String]) throws {
        let standard = try #require(Standard.version("004010"))
        func item(_ segment: SegmentID, _ element: Int) throws -> ElementDefinition? {
            standard.element(element, of: try #require(standard.segmentIndex(of: segment)))
        }
        let findings = [
            Finding(
                .tooLong, severity: .error, segment: "REF", segmentIndex: 3, element: 2, offset: 0,
                value: Array("LONG".utf8), item: try item("REF", 2)),
            Finding(
                .date, severity: .error, segment: "BEG", segmentIndex: 9, element: 5, offset: 0,
                value: Array("BAD".utf8), item: try item("BEG", 5)),
        ]
        #expect(lines(AcknowledgmentForm(copying: copying), findings).filter { $0.hasPrefix("AK4") } == notes)
    }

    @Test func `a 997 has at most 99 AK4 in a loop and five codes`() {
        let many = (1...150).map {
            Finding(.missingElement, severity: .error, segment: "REF", segmentIndex: 3, element: $0 % 90 + 1, offset: 0)
        }
        let codes: [FindingCode] = [.unsupportedSet, .setTrailer, .setControl, .segmentCount, .setID, .setNumber]
        let set = codes.map { Finding($0, severity: .error, segment: "ST", segmentIndex: 1, offset: 0) }
        let written = lines(AcknowledgmentForm(), set + many)
        #expect(written.count { $0.hasPrefix("AK4") } == 99)
        #expect(written.contains("AK5*R*1*2*3*4*5"))
    }
}

/// The envelope fits what it carries.
@Suite struct AcknowledgmentEnvelopeTests {
    private let template = EnvelopeTemplate(
        sender: PartyID(qualifier: "ZZ", id: "US"), receiver: PartyID(qualifier: "ZZ", id: "THEM"),
        applicationSender: "US", applicationReceiver: "T^M")

    @Test func `a later version raises ISA12 and brings a repetition separator`() {
        let raised = template.carrying("005010")
        #expect(raised.interchangeVersion == "00501" && raised.delimiters.repetition == UInt8(ascii: "^"))
        #expect(raised.applicationReceiver == "TM")
        #expect(template.carrying("004010") == template)
        #expect(raised.carrying("004010") == raised)
    }
}
