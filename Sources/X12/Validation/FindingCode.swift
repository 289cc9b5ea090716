/// How much a finding weighs.
public enum Severity: UInt8, Comparable, Sendable, CaseIterable, BitwiseCopyable {
    /// Told, counted, without effect on any verdict.
    case note
    /// The set is accepted with errors (E) and the finding is in the acknowledgment.
    case warning
    /// The set is rejected (R).
    case error

    public static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }

    /// The name used in profiles, JSON and text.
    public var name: String {
        switch self {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
    }

    /// The severity of that name, or `nil`.
    public init?(name: some StringProtocol) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

/// The kinds of finding. What each means and causes stands in one table, ``catalogue``.
public enum FindingCode: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    // Interchange
    case interchangeHeader, terminator, elementSeparator, componentSeparator, repetitionSeparator
    case controlStandard, interchangeVersion
    case authorization, security, senderQualifier, senderID, receiverQualifier, receiverID
    case interchangeDate, interchangeTime, interchangeNumber, acknowledgmentRequest, usage
    case groupCount, interchangeControl, interchangeTrailer, strayOutsideGroup, strayOutsideSet, notX12
    case unknownSender, unknownReceiver, testData, duplicateInterchange
    // Functional group
    case groupHeader, groupCode, groupVersion, groupTrailer, groupControl, setCount, groupNumber, duplicateGroup
    // Transaction set
    case unsupportedSet, setTrailer, setControl, segmentCount, setID, setNumber, duplicateSet, setAgainstGroup,
        setTooLarge
    // Segment
    case unknownSegment, unexpectedSegment, missingSegment, loopRepeat, segmentMaximum, foreignSegment, segmentOrder
    // Element
    case missingElement, condition, uncertainCondition, exclusion, uncertainExclusion, extraElement, extraComponent
    case tooShort, tooLong, number, controlCharacter, nonASCII, componentInElement, repetitionInElement, code
    case loopIdentifier, date, time, blanks, trailingSeparators
    // Companion guide
    case guideRequired, guideNotUsed, guideCode, guideShort, guideLong, guidePattern, guideMaximum, guideMinimum
    case guideLoopMaximum, guideLoopMinimum, guideCondition, guideConditionNotUsed, guideRule
    // Repairs
    case byteOrderMark, leadingJunk, trailingJunk, headerWidth, missingComponentSeparator, wrappedLines, leadingBlanks
    case emptySegment, unterminated, wideTerminator, wideSeparator, unprintableDelimiter, delimiterChange, lineEnds,
        versionMismatch
    // Business rules
    case lineCount, hashTotal, hierarchySequence, hierarchyParent, hierarchyDepth, hierarchyChild, invoiceTotal
    case checkDigit, negativeAcknowledgment, answerUnreadable, answerContradiction, answerCode, untranslatable
    case hierarchyDuplicate, hierarchyOrder, hierarchyCycle, hierarchyLevel, hierarchyShipment, hierarchyCount
    // What is known of earlier documents
    case numberReset, numberSequence, groupRepeated, documentRepeated, documentConflict, orderUnknown, orderLine
    case overAcknowledged, overShipped, overInvoiced, orderPrice, orderUnit
    // A partner's crosswalks
    case crosswalkMiss, crosswalkPassed, crosswalkConflict, crosswalkUnit, contractPrice
    // What documents say of themselves
    case lineRepeated, lineQuantity, lineUnit, lineSplit, dateWindow, orderType
    case orderTotal, outcome, answerKind, allowanceSign, allowanceAmount, taxExempt
    case terms, packageCount, packageRepeated, levelContent, identifierForm, identifierRepeated
    case partyRepeated, freightTerms

    /// The finding of that name, such as `E-ELEMENT-DATE`, or `nil`.
    public init?(name: some StringProtocol) {
        let name = name.uppercased()
        guard let match = Self.allCases.first(where: { $0.entry.name == name }) else { return nil }
        self = match
    }

    /// The row of the catalogue.
    public var entry: Entry { Self.table[Int(rawValue)] }

    private static let table: [Entry] = allCases.map(catalogue)

    /// One row of the catalogue.
    public struct Entry: Sendable {
        /// The stable name. The letter tells the default severity (E, W, N), a repair (R), a companion
        /// guide's rule (G) or a business rule (B).
        public var name: String
        /// The severity when no profile says otherwise.
        public var severity: Severity
        /// The acknowledgment codes it causes.
        public var ack: AcknowledgmentCodes
        /// The codes of a 999 for what a companion guide asks, where lists 620 and 621 have their own.
        public var guideCodes = GuideCodes()
        /// What is wrong, in a few words.
        public var title: String
        /// What the sender should do.
        public var remedy: String
    }
}

/// The codes a finding causes in a 997 or TA1; `nil` where it causes none.
public struct AcknowledgmentCodes: Sendable, Equatable {
    /// AK304, element 720.
    public var segment: UInt8?
    /// AK403, element 723.
    public var element: UInt8?
    /// AK502 to AK506, element 718.
    public var set: UInt8?
    /// AK905 to AK909, element 716.
    public var group: UInt8?
    /// TA105, element I18.
    public var interchange: UInt8?

    /// Makes a row of codes; what is left out is caused by nothing.
    public init(
        segment: UInt8? = nil, element: UInt8? = nil, set: UInt8? = nil, group: UInt8? = nil, interchange: UInt8? = nil
    ) {
        self.segment = segment
        self.element = element
        self.set = set
        self.group = group
        self.interchange = interchange
    }
}

/// The codes that a 999 has for the faults against a companion guide: the numbers behind the I. `nil` where the code is
/// that of the 997.
public struct GuideCodes: Sendable, Equatable {
    /// IK304, element 620: 4 stands for `I4`.
    public var segment: UInt8?
    /// IK403, element 621.
    public var element: UInt8?

    /// Makes a row of codes.
    public init(segment: UInt8? = nil, element: UInt8? = nil) {
        self.segment = segment
        self.element = element
    }

    /// Whether the 999 has codes of its own, and so the fault is one against a guide.
    public var isEmpty: Bool { segment == nil && element == nil }
}

extension FindingCode {
    /// Whether this is a business rule: it never changes a 997, and at `error` holds the document.
    public var isBusinessRule: Bool { rawValue >= FindingCode.lineCount.rawValue }

    /// Whether this is about what a document says of itself, beyond counts, totals and trees.
    public var isSelfContradiction: Bool { rawValue > FindingCode.contractPrice.rawValue }

    /// Whether this names a repair.
    public var isRepair: Bool { entry.name.hasPrefix("R-") }
}
