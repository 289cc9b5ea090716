/// The ways in which a good interchange is made bad: one rule each, at one place.
enum RuleBreak: String, CaseIterable, Sendable {
    // Segments
    case segmentMissing, loopMissing, segmentUnknown, segmentForeign, segmentStray, segmentOutOfOrder
    case segmentAboveMaximum, loopAboveRepeat
    // Elements
    case elementMissing, componentMissing, pairedBroken, requiredBroken, exclusiveBroken, conditionalBroken, listBroken
    case componentNoteBroken, elementsTooMany, componentsTooMany, repetitionsTooMany, componentInElement
    case tooShort, tooLong, numberTooLong
    case numberCharacter, controlCharacter, characterBeyondASCII, codeUnknown, dateWrong, timeWrong, blankMandatory,
        loopNamedOtherwise
    // Sets
    case trailerNumber, trailerCount, trailerMissing, setNumberTwice, setNumberShort, setUnknown
    // Groups
    case groupTrailerNumber, groupTrailerCount, groupTrailerMissing, groupVersion, groupNumber, groupCode,
        groupElementsTooMany
    // Interchanges
    case interchangeTrailerNumber, interchangeTrailerCount, interchangeTrailerMissing, authorization, security
    case senderQualifier, receiverQualifier, interchangeDate, interchangeTime, interchangeVersion, interchangeNumber
    case acknowledgmentRequest, usage
}

/// Where a fault is told: the list its code is from says which.
enum CodeList: Sendable {
    /// 720, in AK304.
    case segment
    /// 723, in AK403.
    case element
    /// 718, in AK502 to AK506.
    case set
    /// 716, in AK905 to AK909.
    case group
    /// I18, in TA105.
    case interchange
}

extension RuleBreak {
    /// What the acknowledgment must say: the table is written by hand from the lists of the standard, and from nothing
    /// that the program has.
    ///
    /// `isTolerated` marks the faults that are told and accepted (E) by default: codes not in a list, characters beyond
    /// ASCII, and header elements of no consequence.
    var expected: (list: CodeList, code: Int, isTolerated: Bool) {
        switch self {
        // 720: 1 unrecognized segment ID, 2 unexpected, 3 mandatory segment missing, 4 loop occurs over maximum times,
        // 5 segment exceeds maximum use, 6 not in defined transaction set, 7 not in proper sequence.
        case .segmentUnknown: (.segment, 1, false)
        case .segmentStray: (.segment, 2, false)
        case .segmentMissing, .loopMissing: (.segment, 3, false)
        case .loopAboveRepeat: (.segment, 4, false)
        case .segmentAboveMaximum: (.segment, 5, false)
        case .segmentForeign: (.segment, 6, false)
        case .segmentOutOfOrder: (.segment, 7, false)
        // 723: 1 mandatory missing, 2 conditional required missing, 3 too many elements, 4 too short, 5 too long,
        // 6 invalid character, 7 invalid code value, 8 invalid date, 9 invalid time, 10 exclusion violated.
        case .elementMissing, .componentMissing, .blankMandatory: (.element, 1, false)
        case .pairedBroken, .requiredBroken, .conditionalBroken, .listBroken, .componentNoteBroken: (.element, 2, false)
        case .elementsTooMany: (.element, 3, false)
        // 12 and 13, too many repetitions and components, came with 005010; before, all surplus is too many elements.
        case .componentsTooMany, .componentInElement, .repetitionsTooMany: (.element, 3, false)
        case .tooShort: (.element, 4, false)
        case .tooLong, .numberTooLong: (.element, 5, false)
        case .numberCharacter, .controlCharacter: (.element, 6, false)
        case .characterBeyondASCII: (.element, 6, true)
        case .codeUnknown, .loopNamedOtherwise: (.element, 7, true)
        case .dateWrong: (.element, 8, false)
        case .timeWrong: (.element, 9, false)
        case .exclusiveBroken: (.element, 10, false)
        // 718: 1 not supported, 2 trailer missing, 3 control numbers differ, 4 count of segments, 6 missing or invalid
        // identifier, 7 missing or invalid control number, 23 control number not unique.
        case .setUnknown: (.set, 1, false)
        case .trailerMissing: (.set, 2, false)
        case .trailerNumber: (.set, 3, false)
        case .trailerCount: (.set, 4, false)
        case .setNumberShort: (.set, 7, false)
        case .setNumberTwice: (.set, 23, false)
        // 716: 1 group not supported, 2 version not supported, 3 trailer missing, 4 control numbers differ, 5 count of
        // sets, 6 control number violates syntax.
        case .groupCode: (.group, 1, false)
        case .groupVersion: (.group, 2, false)
        case .groupTrailerMissing: (.group, 3, false)
        case .groupTrailerNumber: (.group, 4, false)
        case .groupTrailerCount: (.group, 5, false)
        case .groupNumber: (.group, 6, false)
        // I18.
        case .interchangeTrailerNumber: (.interchange, 1, false)
        case .senderQualifier: (.interchange, 5, false)
        case .receiverQualifier: (.interchange, 7, false)
        case .authorization: (.interchange, 10, true)
        case .security: (.interchange, 12, true)
        case .interchangeDate: (.interchange, 14, false)
        case .interchangeTime: (.interchange, 15, false)
        case .interchangeVersion: (.interchange, 17, true)
        case .interchangeNumber: (.interchange, 18, false)
        case .acknowledgmentRequest: (.interchange, 19, false)
        case .usage: (.interchange, 20, false)
        case .interchangeTrailerCount: (.interchange, 21, false)
        case .interchangeTrailerMissing: (.interchange, 23, false)
        case .groupElementsTooMany: (.interchange, 24, true)
        }
    }

    /// The code in a version: 005010 brought 12 and 13 for repetitions and components.
    func code(in version: String) -> Int {
        guard version >= "005010" else { return expected.code }
        switch self {
        case .componentsTooMany, .componentInElement: return 13
        case .repetitionsTooMany: return 12
        default: return expected.code
        }
    }
}
