/// What a partner's TA1 says about an interchange that we sent.
public struct ReceivedInterchangeAnswer: Sendable, Equatable {
    /// TA101: ISA13 of the interchange answered.
    public var controlNumber: String
    /// TA102: its ISA09.
    public var date: String
    /// TA103: its ISA10.
    public var time: String
    /// TA104 as sent (element I17: A, E, R).
    public var letter: String
    /// TA105 as sent (element I18), three digits; `000` goes with A only.
    public var noteCode: String
    /// The offset in the file of the TA1.
    public var offset: Int

    /// Makes an answer.
    public init(
        controlNumber: String, date: String, time: String, letter: String, noteCode: String, offset: Int = 0
    ) {
        self.controlNumber = controlNumber
        self.date = date
        self.time = time
        self.letter = letter
        self.noteCode = noteCode
        self.offset = offset
    }

    /// What became of the interchange; `nil` for a letter that element I17 does not have.
    public var verdict: Verdict? { Verdict(received: letter, of: .interchange) }
}

// MARK: - Findings

extension ReceivedInterchangeAnswer {
    /// The highest code that element I18 has.
    static let highestNoteCode = 31

    /// What in it cannot be read or contradicts itself, with default severities.
    public var findings: [Finding] {
        var findings: [Finding] = []
        func report(_ code: FindingCode, _ element: Int, _ value: String, _ reason: String) {
            findings.append(
                Finding(
                    code, severity: code.entry.severity, segment: "TA1", element: element, offset: offset,
                    value: Array(value.utf8.prefix(Finding.longestValue)), detail: .reason(reason)))
        }
        if controlNumber.utf8.count != 9 || !controlNumber.utf8.allSatisfy(isDigit) {
            report(.answerUnreadable, 1, controlNumber, "is no interchange control number: nine digits")
        }
        let isListed =
            noteCode.utf8.count == 3 && noteCode.utf8.allSatisfy(isDigit)
            && Int(noteCode).map { $0 <= Self.highestNoteCode } == true
        if !isListed { report(.answerCode, 5, noteCode, "is no note code: element I18 has 000 to 031") }
        switch verdict {
        case nil: report(.answerUnreadable, 4, letter, "is neither A, E nor R")
        case .accepted? where isListed && noteCode != "000":
            report(.answerContradiction, 5, noteCode, "goes with E or R, but TA104 is A")
        case .acceptedWithErrors? where noteCode == "000", .rejected? where noteCode == "000":
            report(.answerContradiction, 5, noteCode, "goes with A only, but TA104 is \(letter)")
        default: break
        }
        return findings
    }
}
