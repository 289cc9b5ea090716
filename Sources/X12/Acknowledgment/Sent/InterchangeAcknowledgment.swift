/// A TA1: the verdict on an interchange's envelope.
public struct InterchangeAcknowledgment: Sendable, Equatable {
    /// TA101: ISA13 of the interchange acknowledged, nine digits.
    public var controlNumber: String
    /// TA102 and TA103: its ISA09 and ISA10.
    public var date: String, time: String
    /// TA104: A, E or R.
    public var verdict: Verdict
    /// TA105: the note code, 0 with A only.
    public var note: UInt8

    /// Judges an interchange by the findings on its envelope: the gravest tells the note code, among equals the first.
    public init(header: InterchangeHeader, findings: [Finding]) {
        // All three are mandatory and of fixed width, so what is malformed cannot be sent back as it is.
        func digits(_ text: String, _ width: Int) -> String {
            let kept = String(
                text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }.prefix(width).map(Character.init))
            return String(repeating: "0", count: width - kept.utf8.count) + kept
        }
        controlNumber = digits(header.controlNumber, 9)
        date = digits(header.element(9), 6)
        time = digits(header.element(10), 4)
        verdict = Verdict(of: findings.filter { $0.code.entry.ack.interchange != nil })
        let grave: Severity = verdict == .rejected ? .error : .warning
        let cause = findings.first { $0.severity == grave && $0.code.entry.ack.interchange != nil }
        note = verdict == .accepted ? 0 : cause?.code.entry.ack.interchange ?? 0
    }

    /// TA105 as written: three digits.
    public var noteCode: String { InterchangeWriter.filled(Int(note), 3) }

    func write(to writer: inout SegmentWriter) {
        writer.segment("TA1", controlNumber, date, time, verdict.letter, noteCode)
    }
}
