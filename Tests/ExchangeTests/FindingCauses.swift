import Exchange
import InterchangeTestSupport
import Testing
import X12

/// For each finding that bytes alone can cause, an input that causes it.
enum FindingCauses {
    /// Small limits, so that a set can be too large.
    static var options: ExchangeOptions {
        var options = ExchangeOptions()
        options.limits.window = 4096
        options.limits.largestSet = 64 * 1024
        options.judgesRejected = true
        return options
    }

    /// Those that envelopes, structure, elements and repairs cause.
    static let wire: [(FindingCode, [UInt8])] = header + groups + sets + segments + elements + repairs

    /// Those that other layers cause: partners, the ledger, business rules.
    static let elsewhere: Set<FindingCode> = [
        .unknownSender, .unknownReceiver, .testData, .duplicateInterchange, .lineCount, .hashTotal, .hierarchySequence,
        .hierarchyParent, .hierarchyDepth, .hierarchyChild, .invoiceTotal, .checkDigit, .negativeAcknowledgment,
        .answerUnreadable, .answerContradiction, .answerCode, .untranslatable, .numberReset, .numberSequence,
        .groupRepeated, .documentRepeated,
        .documentConflict, .orderUnknown, .orderLine, .overAcknowledged, .overShipped, .overInvoiced, .orderPrice,
        .orderUnit,
        // Crosswalks: see CrosswalkTests.
        .crosswalkMiss, .crosswalkPassed, .crosswalkConflict, .crosswalkUnit, .contractPrice,
        // Business rules: see BusinessRuleTests.
        .lineRepeated, .lineQuantity, .lineUnit, .lineSplit, .dateWindow, .orderType, .orderTotal, .outcome,
        .answerKind, .allowanceSign, .allowanceAmount, .taxExempt, .terms, .packageCount, .packageRepeated,
        .levelContent, .identifierForm, .identifierRepeated, .partyRepeated, .freightTerms,
        // A partner's guide and policy: see GuideTests, RepairPolicyTests.
        .guideRequired, .guideNotUsed, .guideCode, .guideShort, .guideLong, .guidePattern, .guideMaximum, .guideMinimum,
        .guideLoopMaximum, .guideLoopMinimum, .guideCondition, .guideConditionNotUsed, .guideRule, .lineEnds,
        .hierarchyDuplicate, .hierarchyOrder, .hierarchyCycle, .hierarchyLevel, .hierarchyShipment, .hierarchyCount,
    ]

    private static func isa(_ part: String, _ other: String) -> [UInt8] {
        var draft = Draft("850")
        draft.segments[0] = draft.segments[0].replacing(part, with: other)
        return draft.bytes()
    }

    /// A later group in an envelope whose ISA11 separates nothing.
    private static var repeatless: [UInt8] {
        var draft = Draft("850", [Body.order], version: "005010")
        draft.segments[0] = draft.segments[0].replacing("*^*", with: "*U*")
        return draft.bytes()
    }

    private static func order(_ lines: String...) -> [UInt8] {
        Draft("850", [["BEG*00*SA*PO1001**20261101"] + lines + ["PO1**1*EA"]]).bytes()
    }

    private static func changed(_ start: String, _ other: String) -> [UInt8] {
        Draft("850").replacing(start, with: other).bytes()
    }

    private static let header: [(FindingCode, [UInt8])] = [
        (.interchangeHeader, Array("ISA*00*~".utf8)), (.terminator, Draft("850").bytes(Delimiters(segment: 0x58))),
        (.elementSeparator, Draft("850").bytes(Delimiters(element: 0x41))),
        (.componentSeparator, isa("*P*>", "*P*A")), (.controlStandard, isa("*U*", "*^*")),
        (.repetitionSeparator, repeatless),
        (.interchangeVersion, isa("00401", "0040X")), (.authorization, isa("ISA*00", "ISA*ZZ")),
        (.security, isa("*00*          *ZZ", "*ZZ*          *ZZ")), (.senderQualifier, isa("*ZZ*SENDER", "*??*SENDER")),
        (.senderID, isa("SENDER  ", "        ")), (.receiverQualifier, isa("*ZZ*RECEIVER", "*??*RECEIVER")),
        (.receiverID, isa("RECEIVER", "        ")), (.interchangeDate, isa("*261121*", "*261321*")),
        (.interchangeTime, isa("*0605*", "*2505*")),
        (.interchangeNumber, Draft("850", [Body.order], number: 0).bytes()),
        (.acknowledgmentRequest, isa("*0*P*", "*2*P*")), (.usage, isa("*0*P*", "*0*X*")),
        (.groupCount, changed("IEA", "IEA*2*000000001")), (.interchangeControl, changed("IEA", "IEA*1*000000002")),
        (.interchangeTrailer, Draft("850").removing("IEA").bytes()),
        (.strayOutsideGroup, Draft("850").inserting("REF*DP*1", before: "GS").bytes()),
        (.strayOutsideSet, Draft("850").inserting("REF*DP*1", before: "GE").bytes()), (.notX12, Array("hello".utf8)),
    ]

    private static let groups: [(FindingCode, [UInt8])] = [
        (.groupHeader, changed("GS", "GS*PO*SENDER*RECEIVER*20261321*0605*1*X*004010")),
        (.groupCode, changed("GS", "GS*??*SENDER*RECEIVER*20261121*0605*1*X*004010")),
        (.groupVersion, changed("GS", "GS*PO*SENDER*RECEIVER*20261121*0605*1*X*003040")),
        (.groupTrailer, Draft("850").removing("GE").bytes()), (.groupControl, changed("GE", "GE*1*2")),
        (.setCount, changed("GE", "GE*2*1")),
        (
            .groupNumber,
            Draft("850").replacing("GS", with: "GS*PO*SENDER*RECEIVER*20261121*0605*X*X*004010")
                .replacing("GE", with: "GE*1*X").bytes()
        ), (.duplicateGroup, twoGroups),
    ]

    /// Two groups of one number.
    private static var twoGroups: [UInt8] {
        var draft = Draft("850")
        let group = draft.segments[1..<(draft.segments.count - 1)]
        draft.segments.insert(contentsOf: group, at: 1)
        return draft.replacing("IEA", with: "IEA*2*000000001").bytes()
    }

    private static let sets: [(FindingCode, [UInt8])] = [
        (.unsupportedSet, Draft("999", [["AK1*PO*1"]]).bytes()), (.setTrailer, Draft("850").removing("SE").bytes()),
        (.setControl, changed("SE", "SE*15*0002")), (.segmentCount, changed("SE", "SE*14*0001")),
        (.setID, changed("ST", "ST*85*0001")), (.setNumber, changed("ST", "ST*850*1")),
        (
            .duplicateSet,
            Draft("850", [Body.order, Body.order]).replacing("ST*850*0002", with: "ST*850*0001")
                .replacing("SE*15*0002", with: "SE*15*0001").bytes()
        ),
        (.setAgainstGroup, Draft("850", [Body.order], code: "IN").bytes()),
        (.setTooLarge, Draft("850", [Body.order + Array(repeating: "PO1**1*EA", count: 10_000)]).bytes()),
    ]

    private static let segments: [(FindingCode, [UInt8])] = [
        (.unknownSegment, order("ZZZ*1")), (.foreignSegment, order("HL*1**S")), (.unexpectedSegment, order("LQ*1*A")),
        (.missingSegment, Draft("850", [["PO1**1*EA"]]).bytes()),
        (
            .loopRepeat,
            Draft("850", [["BEG*00*SA*PO1001**20261101"] + Array(repeating: "SAC*N*D240", count: 26) + ["PO1"]]).bytes()
        ),
        (.segmentMaximum, order("CUR*BY*USD", "CUR*BY*USD")),
        (.segmentOrder, order("REF*DP*12", "CUR*BY*USD", "FOB*PC")),
    ]

    private static var repeated: [UInt8] {
        var draft = Draft("850").replacing("N3", with: "N3*1^2")
        draft.segments[0] = draft.segments[0].replacing("*U*00401*", with: "*^*00402*")
        return draft.bytes()
    }

    private static let elements: [(FindingCode, [UInt8])] = [
        (.missingElement, changed("BEG", "BEG*00**PO1001**20261101")), (.condition, changed("REF", "REF*DP")),
        (.exclusion, order("TD3*TL*********2B01")), (.uncertainCondition, order("TXI*ST")),
        (.uncertainExclusion, counted(Draft("810").inserting("YNQ*A1*Y********TEXT", before: "N1"), 1).bytes()),
        (.extraElement, changed("FOB", "FOB*PC*********X")),
        (.extraComponent, order("MEA*PD*LN*5*EA>>>>>>>>>>>>>>>1")),
        (.tooShort, changed("N4", "N4*T*OH*44114*US")), (.tooLong, changed("N4", "N4*TOWN*OHI*44114*US")),
        (.number, changed("PO1*1", "PO1*1*TEN*EA")), (.controlCharacter, changed("N3", "N3*1 \u{1}")),
        (.nonASCII, changed("N3", "N3*STRASSE Ä")), (.componentInElement, changed("N3", "N3*1>2")),
        (.repetitionInElement, repeated), (.code, changed("REF", "REF*QQQ*1")),
        (
            .loopIdentifier,
            Draft(
                "850", [["BEG*00*SA*PO1001**20261101", "PO1**1*EA", "LS*LDT", "LDT*AF*3*DA", "LE*N1"]]
            ).bytes()
        ),
        (.date, changed("DTM", "DTM*002*20260229")), (.time, changed("DTM", "DTM*002*20260228*2460")),
        (.blanks, changed("N3", "N3*1 MAIN ")), (.trailingSeparators, changed("N3", "N3*1**")),
    ]

    private static let repairs: [(FindingCode, [UInt8])] = {
        let good = Draft("850").bytes()
        let text = String(decoding: good, as: UTF8.self)
        return [
            (.byteOrderMark, [0xEF, 0xBB, 0xBF] + good), (.leadingJunk, Array("X-Header: 1\n".utf8) + good),
            (.trailingJunk, good + Array("-- end\n".utf8)),
            (.headerWidth, isa("*SENDER         *", "*SENDER*")),
            (.missingComponentSeparator, Array(text.replacing("*P*>~", with: "*P*~").utf8)),
            (
                .wrappedLines,
                Array(text.replacing("\n", with: "").replacing("LARKMOOR", with: "LARK\nMOOR").utf8)
            ),
            (.leadingBlanks, Array(text.replacing("\nREF", with: "\n  REF").utf8)),
            (.emptySegment, Array(text.replacing("\nREF", with: "\n~REF").utf8)),
            (.unterminated, Array(text.dropLast(2).utf8)),
            (.wideTerminator, Array(text.replacing("~", with: "Ö").utf8)),
            (.wideSeparator, Array(text.replacing("*", with: "¶").utf8)),
            (.unprintableDelimiter, Draft("850").bytes(Delimiters(element: 0x1D), newline: "")),
            (.delimiterChange, good + Draft("850", number: 2).bytes(Delimiters(element: 0x7C))),
            (.versionMismatch, isa("U*00401", "U*00305")),
        ]
    }()
}

@Suite struct FindingCatalogueTests {
    @Test func `every kind of finding has a cause, here or in another layer`() {
        let caused = FindingCauses.wire.map(\.0)
        #expect(Set(caused).count == caused.count)
        #expect(Set(caused).isDisjoint(with: FindingCauses.elsewhere))
        let without = FindingCode.allCases.filter { !caused.contains($0) && !FindingCauses.elsewhere.contains($0) }
        #expect(without == [])
    }

    @Test(arguments: FindingCauses.wire.map(\.0))
    func `a cause has its finding and no other`(code: FindingCode) throws {
        let bytes = try #require(FindingCauses.wire.first { $0.0 == code }?.1)
        let outcomes = try Outcomes.of(bytes, options: FindingCauses.options)
        var codes = outcomes.findings.map(\.code)
        // Repetitions begin with 00402, and 004010 groups belong to 00401.
        if code == .repetitionInElement { codes.removeAll { $0 == .versionMismatch } }
        #expect(codes == [code])
    }

    @Test(arguments: FindingCauses.wire.map(\.0))
    func `a finding weighs as its name says, and names place, rule and remedy`(code: FindingCode) throws {
        let bytes = try #require(FindingCauses.wire.first { $0.0 == code }?.1)
        let outcomes = try Outcomes.of(bytes, options: FindingCauses.options)
        let finding = try #require(outcomes.findings.first { $0.code == code })
        let letter = code.entry.name.prefix(2)
        #expect(finding.severity == (letter == "E-" ? .error : letter == "W-" ? .warning : .note))
        #expect(finding.offset >= 0 && finding.offset <= bytes.count)
        #expect(!finding.message.isEmpty && !finding.rule.isEmpty && !finding.remedy.isEmpty)
        let isRefused = finding.severity == .error
        let verdicts =
            outcomes.interchanges.map(\.verdict) + outcomes.groups.map(\.verdict) + outcomes.sets.map(\.verdict)
        // A file without a readable ISA has no verdict: there is nobody to answer.
        #expect(verdicts.contains(.rejected) == isRefused || outcomes.interchanges.isEmpty)
    }

    @Test func `the names of findings are their own`() {
        let names = FindingCode.allCases.map(\.entry.name)
        #expect(Set(names).count == names.count)
        for code in FindingCode.allCases { #expect(FindingCode(name: code.entry.name) == code) }
    }
}
