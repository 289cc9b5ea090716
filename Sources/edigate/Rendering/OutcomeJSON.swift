import Commerce
import Exchange
import X12

/// The records of `validate --json`, one a line when its verdict is known.
struct OutcomeJSON {
    var writer = JSONWriter()

    /// Hands over what was written and begins anew.
    mutating func take() -> [UInt8] {
        defer { writer.removeAll() }
        return writer.bytes
    }

    mutating func set(_ outcome: SetOutcome) {
        writer.beginObject()
        text("type", "set")
        text("set", outcome.envelope.set)
        text("controlNumber", outcome.envelope.controlNumber)
        text("version", outcome.version)
        text("verdict", outcome.verdict.letter)
        number("segments", outcome.envelope.segmentCount)
        findings(outcome.findings + outcome.businessFindings)
        writer.endObject()
        writer.endLine()
    }

    mutating func group(_ outcome: GroupOutcome) {
        writer.beginObject()
        text("type", "group")
        text("code", outcome.header.code)
        text("controlNumber", outcome.header.controlNumber)
        text("verdict", outcome.verdict.letter)
        if let claimed = outcome.claimed { text("claimed", claimed) }
        number("received", outcome.received)
        number("accepted", outcome.accepted)
        findings(outcome.findings)
        writer.endObject()
        writer.endLine()
    }

    mutating func interchange(_ outcome: InterchangeOutcome, file: String) {
        writer.beginObject()
        text("type", "interchange")
        text("file", file)
        if let header = outcome.survey.header {
            text("sender", header.sender.description)
            text("receiver", header.receiver.description)
            text("controlNumber", header.controlNumber)
            text("usage", header.usage)
        }
        if let partner = outcome.rules.partner { text("partner", partner) }
        text("verdict", outcome.verdict.letter)
        if let judgement = outcome.judgement { text("ta1", judgement.noteCode) }
        writer.key("repairs")
        writer.beginObject()
        for (code, count) in outcome.survey.repairs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.key(code.entry.name)
            writer.int(count)
        }
        writer.endObject()
        findings(outcome.findings + outcome.businessFindings)
        writer.endObject()
        writer.endLine()
    }

    /// Findings about bytes outside any interchange.
    mutating func file(_ found: [Finding], name: String) {
        guard !found.isEmpty else { return }
        writer.beginObject()
        text("type", "file")
        text("file", name)
        findings(found)
        writer.endObject()
        writer.endLine()
    }

    private mutating func findings(_ list: [Finding]) {
        writer.key("findings")
        writer.beginArray()
        for finding in list { self.finding(finding) }
        writer.endArray()
    }

    mutating func finding(_ finding: Finding) {
        writer.beginObject()
        text("code", finding.code.entry.name)
        text("severity", finding.severity.name)
        if finding.segment.packed != 0 { text("segment", finding.segment.description) }
        if finding.segmentIndex > 0 { number("segmentIndex", finding.segmentIndex) }
        if finding.element > 0 { number("element", finding.element) }
        if finding.component > 0 { number("component", finding.component) }
        number("repetition", finding.element > 0 ? max(finding.repetition, 1) : 0)
        number("offset", finding.offset)
        if let value = finding.valueText { text("value", value) }
        text("message", finding.message)
        text("rule", finding.rule)
        if let origin = finding.origin {
            writer.key("origin")
            writer.beginObject()
            text("file", origin.file)
            number("line", origin.line)
            text("statement", origin.statement)
            if !origin.because.isEmpty { text("because", origin.because) }
            writer.endObject()
        }
        text("remedy", finding.remedy)
        writer.key("ack")
        writer.beginObject()
        let codes = finding.severity > .note ? finding.acknowledgmentCodes : AcknowledgmentCodes()
        for (name, code) in [
            ("segment", codes.segment), ("element", codes.element), ("set", codes.set), ("group", codes.group),
        ] {
            if let code { text(name, String(code)) }
        }
        if let code = codes.interchange { text("interchange", InterchangeWriter.filled(Int(code), 3)) }
        writer.endObject()
        writer.endObject()
    }

    mutating func text(_ key: String, _ value: String) {
        writer.key(key)
        writer.string(value)
    }

    mutating func number(_ key: String, _ value: Int) {
        writer.key(key)
        writer.int(value)
    }
}

// MARK: - Free records

extension OutcomeJSON {
    /// Begins a record of a type.
    mutating func beginRecord(_ type: String) {
        writer.beginObject()
        text("type", type)
    }

    /// Ends the record and hands over its line.
    mutating func endRecord() -> [UInt8] {
        writer.endObject()
        writer.endLine()
        return take()
    }

    /// Writes a list of texts.
    mutating func list(_ key: String, _ values: [String]) {
        writer.key(key)
        writer.beginArray()
        for value in values { writer.string(value) }
        writer.endArray()
    }
}
