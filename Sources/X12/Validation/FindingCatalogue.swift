extension FindingCode {
    /// The one table of findings: name, default severity, acknowledgment codes, title, remedy.
    ///
    /// Severities by the table of the design; codes by the 997's lists 720, 723, 718 and 716 and the TA1's I18.
    static func catalogue(_ code: FindingCode) -> Entry {
        switch code {
        case .interchangeHeader:
            interchange("E-ISA", 22, "the ISA cannot be read", "send an ISA of sixteen elements, 106 bytes in all")
        case .terminator:
            interchange(
                "E-ISA-TERMINATOR", 4, "the segment terminator is unusable", "end segments with ~ or a line feed")
        case .elementSeparator:
            interchange("E-ISA-ELEMENT-SEPARATOR", 26, "the element separator is unusable", "separate elements with *")
        case .componentSeparator:
            interchange(
                "E-ISA-COMPONENT-SEPARATOR", 27, "ISA16 is unusable as component separator", "send > or : in ISA16")
        case .repetitionSeparator:
            interchange(
                "W-ISA-REPETITION-SEPARATOR", 26, "ISA11 is unusable as repetition separator",
                "send ^ in ISA11 from version 00402 on", .warning)
        case .controlStandard:
            interchange("W-ISA-STANDARD", 2, "ISA11 is not U", "send U in ISA11 up to version 00401", .warning)
        case .interchangeVersion:
            interchange("W-ISA-VERSION", 17, "ISA12 is not a version", "send 00401 in ISA12", .warning)
        case .authorization:
            interchange("W-ISA-AUTHORIZATION", 10, "ISA01 is not in its list", "send 00 in ISA01", .warning)
        case .security:
            interchange("W-ISA-SECURITY", 12, "ISA03 is not in its list", "send 00 in ISA03", .warning)
        case .senderQualifier:
            interchange("E-ISA-SENDER-QUALIFIER", 5, "ISA05 is no qualifier", "send the agreed qualifier in ISA05")
        case .senderID:
            interchange("E-ISA-SENDER", 6, "ISA06 is no identifier", "send your agreed identifier in ISA06")
        case .receiverQualifier:
            interchange("E-ISA-RECEIVER-QUALIFIER", 7, "ISA07 is no qualifier", "send the agreed qualifier in ISA07")
        case .receiverID:
            interchange("E-ISA-RECEIVER", 8, "ISA08 is no identifier", "send our agreed identifier in ISA08")
        case .interchangeDate:
            interchange("E-ISA-DATE", 14, "ISA09 is no date", "send the date as YYMMDD")
        case .interchangeTime:
            interchange("E-ISA-TIME", 15, "ISA10 is no time", "send the time as HHMM")
        case .interchangeNumber:
            interchange("E-ISA-NUMBER", 18, "ISA13 is no control number", "send nine digits in ISA13, not all zero")
        case .acknowledgmentRequest:
            interchange("E-ISA-ACK-REQUEST", 19, "ISA14 is neither 0 nor 1", "send 0, or 1 to ask for a TA1")
        case .usage:
            interchange("E-ISA-USAGE", 20, "ISA15 is neither P, T nor I", "send P for production, T for test")
        case .groupCount:
            interchange("E-IEA-COUNT", 21, "IEA01 does not count the groups", "count the GS segments in IEA01")
        case .interchangeControl:
            interchange("E-IEA-NUMBER", 1, "IEA02 is not ISA13", "repeat ISA13 in IEA02")
        case .interchangeTrailer:
            interchange("E-IEA-MISSING", 23, "the interchange ends without IEA", "send the whole file again")
        case .strayOutsideGroup:
            interchange(
                "E-INTERCHANGE-STRAY", 22, "a segment stands outside the groups", "leave nothing between GE and GS")
        case .strayOutsideSet:
            interchange(
                "E-GROUP-STRAY", 22, "a segment stands between the sets of a group", "leave nothing between SE and ST")
        case .notX12:
            Entry(
                name: "E-FILE", severity: .error, ack: AcknowledgmentCodes(), title: "there is no interchange here",
                remedy: "send an X12 interchange, which begins with ISA")
        case .unknownSender:
            interchange("E-SENDER-UNKNOWN", 6, "no partner has this sender", "add the identity to a partner's profile")
        case .unknownReceiver:
            interchange("E-RECEIVER-UNKNOWN", 9, "the receiver is not us", "send to the identity agreed with us")
        case .testData:
            interchange(
                "E-TEST-DATA", 20, "the usage does not fit the partner's stage", "send ISA15 as agreed for this stage")
        case .duplicateInterchange:
            interchange(
                "E-INTERCHANGE-DUPLICATE", 25, "another interchange had this control number",
                "give each interchange its own ISA13")
        default: groupAndSet(code)
        }
    }

    private static func groupAndSet(_ code: FindingCode) -> Entry {
        switch code {
        case .groupHeader:
            interchange("W-GS", 24, "an element of the GS is malformed", "send the GS as the standard has it", .warning)
        case .groupCode:
            group("E-GS-CODE", 1, "GS01 is not a code we take", "send the functional code of the sets in GS01")
        case .groupVersion:
            group("E-GS-VERSION", 2, "GS08 is not a version we take", "send a version agreed with us, such as 004010")
        case .groupTrailer: group("E-GE-MISSING", 3, "the group ends without GE", "end each group with GE")
        case .groupControl: group("E-GE-NUMBER", 4, "GE02 is not GS06", "repeat GS06 in GE02")
        case .setCount: group("E-GE-COUNT", 5, "GE01 does not count the sets", "count the ST segments in GE01")
        case .groupNumber: group("E-GS-NUMBER", 6, "GS06 is no control number", "send one to nine digits in GS06")
        case .duplicateGroup:
            group(
                "E-GS-DUPLICATE", 19, "an earlier group of the interchange has this GS06",
                "number the groups of an interchange apart")
        case .unsupportedSet:
            set("E-ST-UNSUPPORTED", 1, "the set is not one we take", "send only sets agreed with us")
        case .setTrailer: set("E-SE-MISSING", 2, "the set ends without SE", "end each set with SE")
        case .setControl: set("E-SE-NUMBER", 3, "SE02 is not ST02", "repeat ST02 in SE02")
        case .segmentCount: set("E-SE-COUNT", 4, "SE01 does not count the segments", "count ST to SE, both included")
        case .setID: set("E-ST-ID", 6, "ST01 is missing or no set identifier", "send the set's number in ST01")
        case .setNumber:
            set("E-ST-NUMBER", 7, "ST02 is missing or malformed", "send a control number of four to nine characters")
        case .duplicateSet:
            set("E-ST-DUPLICATE", 23, "an earlier set of the group has this ST02", "number the sets of a group apart")
        case .setAgainstGroup:
            Entry(
                name: "W-ST-GROUP", severity: .warning, ack: AcknowledgmentCodes(set: 18),
                title: "the set does not belong in a group of this GS01", remedy: "send the set's own code in GS01")
        case .setTooLarge:
            set("E-ST-SIZE", 1, "the set is larger than the limit", "split it, or raise the limit")
        default: segmentAndElement(code)
        }
    }

    private static func segmentAndElement(_ code: FindingCode) -> Entry {
        switch code {
        case .unknownSegment: segment("E-SEGMENT-UNKNOWN", 1, "no such segment", "leave the segment out")
        case .unexpectedSegment:
            segment("E-SEGMENT-UNEXPECTED", 2, "the segment cannot stand here", "move it to its place in the set")
        case .missingSegment: segment("E-SEGMENT-MISSING", 3, "a mandatory segment is missing", "send the segment")
        case .loopRepeat:
            segment("E-LOOP-REPEAT", 4, "the loop repeats too often", "send fewer of them, or split the set")
        case .segmentMaximum: segment("E-SEGMENT-MAXIMUM", 5, "the segment is used too often", "send fewer of them")
        case .foreignSegment:
            segment("E-SEGMENT-FOREIGN", 6, "the segment is not part of this set", "leave the segment out")
        case .segmentOrder:
            segment("E-SEGMENT-ORDER", 7, "the segment is out of order", "keep the order of the standard")
        case .missingElement: element("E-ELEMENT-MISSING", 1, "a mandatory element is missing", "send the element")
        case .condition: element("E-ELEMENT-CONDITION", 2, "an element that others call for is missing", "send it too")
        case .uncertainCondition:
            element("W-ELEMENT-CONDITION", 2, "an element that others may call for is missing", "send it too", .warning)
        case .exclusion: element("E-ELEMENT-EXCLUSION", 10, "elements that exclude each other", "send one of them")
        case .uncertainExclusion:
            element("W-ELEMENT-EXCLUSION", 10, "elements that may exclude each other", "send one of them", .warning)
        case .extraElement: element("E-ELEMENT-EXTRA", 3, "more elements than the segment has", "leave the surplus out")
        case .extraComponent:
            element("E-COMPONENT-EXTRA", 13, "more components than the composite has", "leave the surplus out")
        case .tooShort: element("E-ELEMENT-SHORT", 4, "shorter than allowed", "pad or complete the value")
        case .tooLong: element("E-ELEMENT-LONG", 5, "longer than allowed", "shorten the value")
        case .number: element("E-ELEMENT-NUMBER", 6, "not a number", "send digits as the type has them")
        case .controlCharacter:
            element("E-ELEMENT-CONTROL", 6, "a control character in data", "send printable characters")
        case .nonASCII:
            element("W-ELEMENT-CHARACTER", 6, "a character outside ASCII", "keep to the agreed character set", .warning)
        case .componentInElement:
            element(
                "E-ELEMENT-COMPONENT", 13, "components in an element that has none",
                "do not use ISA16 inside data, or choose another separator")
        case .repetitionInElement:
            element(
                "E-ELEMENT-REPETITION", 12, "more repetitions than the element may have",
                "send fewer, or the value once")
        case .code: element("W-ELEMENT-CODE", 7, "the code is not in the list", "send a code from the list", .warning)
        case .loopIdentifier:
            element("W-LOOP-ID", 7, "LE names another loop than its LS", "repeat LS01 in LE01", .warning)
        case .date: element("E-ELEMENT-DATE", 8, "not a date", "send the date as CCYYMMDD, for example 20261201")
        case .time: element("E-ELEMENT-TIME", 9, "not a time", "send the time as HHMM or HHMMSS")
        case .blanks:
            note("N-ELEMENT-BLANKS", "blanks at the edge of a value", "send the value without padding")
        case .trailingSeparators:
            note("N-SEGMENT-TRAILING", "separators behind the last element", "end the segment behind its last value")
        default: guide(code)
        }
    }

    /// What a companion guide restricts. The 997 has no codes of its own for guides: the nearest of the standard's.
    private static func guide(_ code: FindingCode) -> Entry {
        switch code {
        case .guideRequired:
            guide("G-REQUIRED", segment: 3, element: 1, "the partner's guide requires it", "send it")
        case .guideNotUsed:
            guide(
                "G-NOT-USED", segment: 2, element: 10, own: GuideCodes(segment: 4, element: 10),
                "the partner's guide has no use for it", "leave it out")
        case .guideCode:
            guide(
                "G-CODE", segment: 8, element: 7, own: GuideCodes(element: 6), "the value is not in the guide's list",
                "send a value of the guide")
        case .guideShort:
            guide("G-SHORT", segment: 8, element: 4, "shorter than the guide allows", "complete the value")
        case .guideLong: guide("G-LONG", segment: 8, element: 5, "longer than the guide allows", "shorten the value")
        case .guidePattern:
            guide(
                "G-PATTERN", segment: 8, element: 7, own: GuideCodes(element: 12),
                "not of the form the guide asks for", "send it as the guide says")
        case .guideMaximum:
            guide("G-MAXIMUM", segment: 5, element: nil, "more segments than the guide allows", "send fewer")
        case .guideMinimum:
            guide(
                "G-MINIMUM", segment: 3, element: nil, own: GuideCodes(segment: 8),
                "fewer segments than the guide asks for", "send more")
        case .guideLoopMaximum:
            guide("G-LOOP-MAXIMUM", segment: 4, element: nil, "more loops than the guide allows", "send fewer")
        case .guideLoopMinimum:
            guide(
                "G-LOOP-MINIMUM", segment: 3, element: nil, own: GuideCodes(segment: 7),
                "fewer loops than the guide asks for", "send more")
        case .guideCondition:
            guide(
                "G-CONDITION", segment: 3, element: 2, own: GuideCodes(segment: 6, element: 9),
                "the guide requires it in this case", "send it too")
        case .guideConditionNotUsed:
            guide(
                "G-CONDITION-NOT-USED", segment: 2, element: 10, own: GuideCodes(segment: 9, element: 13),
                "the guide has no use for it in this case", "leave it out")
        case .guideRule:
            guide(
                "G-RULE", segment: 8, element: 7, own: GuideCodes(element: 6),
                "values that the guide's rule does not allow together", "correct them")
        default: repair(code)
        }
    }

    private static func guide(
        _ name: String, segment: UInt8, element: UInt8?, own: GuideCodes = GuideCodes(), _ title: String,
        _ remedy: String
    ) -> Entry {
        Entry(
            name: name, severity: .error, ack: AcknowledgmentCodes(segment: segment, element: element),
            guideCodes: own, title: title, remedy: remedy)
    }

    /// Repairs are notes; where a profile makes one an error, the interchange is refused with its note code (I18).
    private static func repair(_ code: FindingCode) -> Entry {
        switch code {
        case .byteOrderMark:
            repair("R-BOM", 22, "a byte order mark before the ISA", "send ASCII without byte order mark")
        case .leadingJunk: repair("R-LEADING-JUNK", 22, "bytes before the ISA", "begin the file with ISA")
        case .trailingJunk: repair("R-TRAILING-JUNK", 22, "bytes behind the IEA", "end the file behind IEA")
        case .headerWidth:
            repair(
                "R-ISA-WIDTH", 22, "the ISA is not of fixed width", "pad ISA elements, so that the ISA has 106 bytes")
        case .missingComponentSeparator:
            repair("R-ISA16-MISSING", 27, "ISA16 is missing", "send the component separator")
        case .wrappedLines: repair("R-WRAPPED", 22, "line breaks inside segments", "do not wrap lines")
        case .leadingBlanks: repair("R-LEADING-BLANKS", 22, "blanks before a segment", "send no indentation")
        case .emptySegment: repair("R-EMPTY-SEGMENT", 22, "an empty segment", "send one terminator per segment")
        case .unterminated: repair("R-UNTERMINATED", 23, "the last segment has no terminator", "terminate the IEA")
        case .wideTerminator:
            repair(
                "R-WIDE-TERMINATOR", 4, "the segment terminator takes several bytes", "use a terminator of one byte")
        case .wideSeparator:
            repair(
                "R-WIDE-SEPARATOR", 26, "a separator takes several bytes", "use separators of one byte, such as * and >"
            )
        case .unprintableDelimiter:
            repair("R-DELIMITER-UNPRINTABLE", 22, "a delimiter cannot be printed", "use delimiters such as * > ~")
        case .delimiterChange:
            repair(
                "R-DELIMITER-CHANGE", 22, "other delimiters than in the interchange before",
                "use the same delimiters throughout a file")
        case .lineEnds:
            repair("R-LINE-ENDS", 22, "line breaks behind segment terminators", "send one segment behind the other")
        case .versionMismatch:
            Entry(
                name: "N-ISA-VERSION", severity: .note, ack: AcknowledgmentCodes(interchange: 3),
                title: "ISA12 and GS08 name different releases", remedy: "send 00401 in ISA12 for 004010 groups")
        default: business(code)
        }
    }

    private static func business(_ code: FindingCode) -> Entry {
        switch code {
        case .lineCount:
            rule("B-LINE-COUNT", "CTT01 does not count the lines", "count the lines (in an 856 the HL) in CTT01")
        case .hashTotal:
            rule("B-HASH-TOTAL", "CTT02 is not the hash of the quantities", "sum the quantities, or leave CTT02 out")
        case .hierarchySequence:
            rule("B-HL-SEQUENCE", "HL01 does not count up from 1", "number HL segments 1, 2, 3, …")
        case .hierarchyParent:
            rule("B-HL-PARENT", "HL02 names no HL", "name the parent's HL01 in HL02")
        case .hierarchyDepth:
            rule("B-HL-DEPTH", "the HL tree is deeper than the limit", "send shipment, order, tare, pack, item", .error)
        case .hierarchyChild: rule("B-HL-CHILD", "HL04 is not true", "send 1 when children follow, else 0")
        case .hierarchyDuplicate:
            rule("B-HL-DUPLICATE", "HL01 stands twice", "give every HL of the set its own number")
        case .hierarchyOrder:
            rule("B-HL-ORDER", "HL02 names a later HL", "send every HL before those below it")
        case .hierarchyCycle:
            rule("B-HL-CYCLE", "HL02 leads back to the HL itself", "name the HL above in HL02")
        case .hierarchyLevel:
            rule(
                "B-HL-LEVEL", "the level may not stand there",
                "nest levels as BSN05 says, or agree on a `hierarchy` in the profile")
        case .hierarchyShipment:
            rule("B-HL-SHIPMENT", "there is not exactly one shipment level", "send one HL of level S, the first")
        case .hierarchyCount:
            rule("B-HL-COUNT", "the set has more HL than the limit", "send a set for each shipment", .error)
        case .invoiceTotal:
            rule("B-INVOICE-TOTAL", "TDS01 is not the sum of the invoice", "total lines, charges, allowances and taxes")
        case .negativeAcknowledgment:
            rule(
                "B-ACK-NEGATIVE", "a partner did not accept what we sent",
                "read the codes in it; `edigate quarantine requeue` writes the document anew and sends it, once the profile is mended",
                .error)
        case .answerUnreadable:
            rule(
                "B-ACK-UNREADABLE", "what a partner answered cannot be read",
                "ask the partner what became of what we sent, record it by `edigate acks settle`, and ask for one that can be read",
                .error)
        case .answerContradiction:
            rule(
                "B-ACK-CONTRADICTION", "a partner's acknowledgment contradicts itself",
                "go by the verdict on each set, and ask the partner to mend its acknowledgments")
        case .answerCode:
            rule(
                "B-ACK-CODE", "a code in a partner's acknowledgment is not in its list",
                "ask the partner what it means by the code")
        case .lineRepeated:
            rule("B-LINE-NUMBER", "a line number stands twice", "number every line of its own")
        case .lineQuantity:
            rule("B-LINE-QUANTITY", "a line orders nothing", "order more than nothing, or leave the line out")
        case .lineUnit:
            rule(
                "B-LINE-UNIT", "a part of the line is in another unit",
                "say schedules, stores and answers in the unit of the line")
        case .lineSplit:
            rule("B-LINE-SPLIT", "the parts are not the whole line", "make schedules and stores add up to the line")
        case .dateWindow:
            rule("B-DATE-WINDOW", "one date comes before another that it must follow", "send the dates in their order")
        case .orderType:
            rule("B-ORDER-TYPE", "the type of the order calls for more", "send what the type calls for")
        case .orderTotal:
            rule("B-ORDER-TOTAL", "AMT TT is not the sum of the lines", "total the lines, or leave AMT out")
        case .outcome:
            rule(
                "B-OUTCOME", "the answer to a line contradicts itself",
                "make status, quantity, date and item say the same")
        case .answerKind:
            rule("B-ANSWER-KIND", "BAK02 says otherwise than the lines", "send the BAK02 that fits the lines")
        case .allowanceSign:
            rule("B-ALLOWANCE-SIGN", "an allowance is negative", "send SAC05 without a sign: SAC01 gives it")
        case .allowanceAmount:
            rule("B-ALLOWANCE-AMOUNT", "SAC05 is not the rate for the quantity", "make amount, rate and quantity agree")
        case .taxExempt:
            rule("B-TAX-EXEMPT", "an exempt tax has an amount", "leave out the amount, or the exemption")
        case .terms:
            rule("B-TERMS", "the terms of payment contradict themselves", "make days, dates and amounts agree")
        case .packageCount:
            rule("B-PACKAGE-COUNT", "TD102 does not count the packages", "count the packages or pallets in TD102")
        case .packageRepeated:
            rule("B-PACKAGE-REPEATED", "two packages have one number", "give every package its own SSCC")
        case .levelContent:
            rule(
                "B-LEVEL-CONTENT", "a level says too little", "send order number, item and quantity at their levels",
                .note)
        case .identifierForm:
            rule(
                "B-IDENTIFIER", "an identifier has not the form of its scheme",
                "check the number at its source, or its qualifier")
        case .identifierRepeated:
            rule(
                "B-IDENTIFIER-REPEATED", "a qualifier stands twice on one line", "send each kind of number once a line",
                .note)
        case .partyRepeated:
            rule("B-PARTY-REPEATED", "two parties have one role", "send one party a role, others at the lines", .note)
        case .freightTerms:
            rule(
                "B-FREIGHT-TERMS", "freight is charged though the buyer pays the carrier",
                "leave out the charge, or FOB01 CC", .note)
        case .checkDigit: rule("B-CHECK-DIGIT", "the check digit is wrong", "check the number at its source")
        case .numberReset:
            rule("B-NUMBER-RESET", "the control number fell back", "ask the partner whether its numbers began anew")
        case .numberSequence:
            rule(
                "B-NUMBER-SEQUENCE", "the control number is out of its order",
                "ask the partner for the interchanges that did not come")
        case .groupRepeated:
            rule(
                "B-GROUP-REPEATED", "the group's control number came before",
                "ask the partner whether it sent the group twice")
        case .documentRepeated:
            rule(
                "B-DOCUMENT-REPEATED", "the same document came before under other control numbers",
                "make sure that it is worked once: discard one of the two")
        case .documentConflict:
            rule(
                "B-DOCUMENT-CONFLICT", "another document of this number came before",
                "ask the partner which of the two stands; a replacement says so (purpose 05)")
        case .crosswalkMiss:
            rule(
                "B-CROSSWALK-MISS", "a crosswalk has no row for a value",
                "add the row with `edigate crosswalk load`, then requeue what waits", .error)
        case .crosswalkPassed:
            rule(
                "B-CROSSWALK-PASSED", "a crosswalk has no row for a value, and the document went on",
                "add the row with `edigate crosswalk load`", .note)
        case .crosswalkConflict:
            rule(
                "B-CROSSWALK-CONFLICT", "the names of an item lead to different items of ours",
                "ask the partner which item it means, or correct the crosswalk", .error)
        case .crosswalkUnit:
            rule(
                "B-CROSSWALK-UNIT", "a unit of ours is another quantity in the partner's unit",
                "write the document in the partner's unit", .error)
        case .contractPrice:
            rule(
                "B-CONTRACT-PRICE", "the price is not the one of the contract",
                "settle the price with the partner, or correct the crosswalk of contracts")
        case .orderUnknown:
            rule("B-ORDER-UNKNOWN", "the order it names is not known", "ask the partner which order it means")
        case .orderLine:
            rule("B-ORDER-LINE", "the order has no such line", "ask the partner which line it means")
        case .overAcknowledged:
            rule("B-OVER-ACKNOWLEDGED", "more is promised than was ordered", "settle the quantity with the partner")
        case .overShipped:
            rule("B-OVER-SHIPMENT", "more was shipped than was ordered", "refuse what is too much, or change the order")
        case .overInvoiced:
            rule("B-OVER-INVOICE", "more is invoiced than was shipped", "pay for what came, ask for a credit")
        case .orderPrice:
            rule("B-ORDER-PRICE", "the price is not the agreed one", "settle the price before the invoice is paid")
        case .orderUnit:
            rule("B-ORDER-UNIT", "the unit is not the ordered one", "settle the unit with the partner")
        default:
            rule(
                "B-UNTRANSLATABLE", "the set could not be put in canonical form",
                "tell us; the set is kept in quarantine",
                .error)
        }
    }
}

// MARK: - Rows

extension FindingCode {
    private static func interchange(
        _ name: String, _ code: UInt8, _ title: String, _ remedy: String, _ severity: Severity = .error
    ) -> Entry {
        Entry(
            name: name, severity: severity, ack: AcknowledgmentCodes(interchange: code), title: title, remedy: remedy)
    }

    private static func group(_ name: String, _ code: UInt8, _ title: String, _ remedy: String) -> Entry {
        Entry(name: name, severity: .error, ack: AcknowledgmentCodes(group: code), title: title, remedy: remedy)
    }

    private static func set(_ name: String, _ code: UInt8, _ title: String, _ remedy: String) -> Entry {
        Entry(name: name, severity: .error, ack: AcknowledgmentCodes(set: code), title: title, remedy: remedy)
    }

    private static func segment(_ name: String, _ code: UInt8, _ title: String, _ remedy: String) -> Entry {
        Entry(name: name, severity: .error, ack: AcknowledgmentCodes(segment: code), title: title, remedy: remedy)
    }

    private static func element(
        _ name: String, _ code: UInt8, _ title: String, _ remedy: String, _ severity: Severity = .error
    ) -> Entry {
        Entry(
            name: name, severity: severity, ack: AcknowledgmentCodes(segment: 8, element: code), title: title,
            remedy: remedy)
    }

    private static func note(_ name: String, _ title: String, _ remedy: String) -> Entry {
        Entry(name: name, severity: .note, ack: AcknowledgmentCodes(), title: title, remedy: remedy)
    }

    private static func repair(_ name: String, _ code: UInt8, _ title: String, _ remedy: String) -> Entry {
        interchange(name, code, title, remedy, .note)
    }

    private static func rule(_ name: String, _ title: String, _ remedy: String, _ severity: Severity = .warning)
        -> Entry
    {
        Entry(name: name, severity: severity, ack: AcknowledgmentCodes(), title: title, remedy: remedy)
    }
}
