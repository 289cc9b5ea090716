import Commerce
import Exchange
import Gateway
import X12

/// `edigate inspect`: what a file is made of.
enum Inspect: Command {
    static let name = "inspect"
    static let summary = "envelopes, sets, counts, delimiters, repairs of X12 files"
    static let options: [Option] = [.flag("--tree")]
    static let help = """
        usage: edigate inspect IN [--tree]

        Shows each interchange with its delimiters and repairs, its groups and sets with counts; with --tree every
        segment in its loop, HL loops below the HL that HL02 names, those without a place marked `?`. The number is
        that of the segment in its set. Judges nothing but the envelope.

        example: edigate inspect --tree Samples/network/corvane-medical/in/856-4500178263.x12
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("file"))
        var hasInterchange = false
        for item in files.items {
            do throws(SourceError) {
                var reader = InterchangeReader(try open(item))
                var inspector = Inspector(isTree: arguments.has("--tree"), isJSON: arguments.isJSON)
                inspector.file(item.name)
                while let survey = try reader.next() {
                    hasInterchange = true
                    inspector.interchange(survey)
                    try reader.visit(survey, &inspector)
                }
                inspector.end(reader.fileFindings)
            } catch {
                throw .environment("\(item.name): \(error.reason)")
            }
        }
        return hasInterchange ? .done : .negative
    }

    private static func open(_ item: InputFiles.Item) throws(SourceError) -> FileSource {
        item.path == "-" ? try FileSource.spool(0) : try FileSource(path: item.path)
    }
}

/// Prints interchanges, groups and sets as the reader meets them.
struct Inspector: InterchangeVisitor {
    let isTree: Bool
    let isJSON: Bool
    private var json = OutcomeJSON()
    private var delimiters = Delimiters()
    private var version = ""
    private var group = GroupHeader()
    private var validator = SetValidator()

    init(isTree: Bool, isJSON: Bool) {
        self.isTree = isTree
        self.isJSON = isJSON
    }

    func file(_ name: String) {
        if !isJSON { Terminal.print(Terminal.styled(name, .bold)) }
    }

    mutating func interchange(_ survey: InterchangeSurvey) {
        guard let header = survey.header else {
            if isJSON {
                json.beginRecord("interchange")
                json.text("code", FindingCode.interchangeHeader.entry.name)
                json.number("offset", survey.range.lowerBound)
                Terminal.write(json.endRecord())
            } else {
                Terminal.print("  byte \(survey.range.lowerBound): an ISA that cannot be read")
            }
            return
        }
        delimiters = header.delimiters
        let repairs = survey.repairs.sorted { $0.key.rawValue < $1.key.rawValue }
        if isJSON {
            json.beginRecord("interchange")
            json.text("sender", header.sender.description)
            json.text("receiver", header.receiver.description)
            json.text("controlNumber", header.controlNumber)
            json.text("version", header.element(12))
            json.text("usage", header.usage)
            json.number("offset", survey.range.lowerBound)
            json.number("length", survey.range.count)
            json.number("groups", survey.groupCount)
            json.number("sets", survey.setCount)
            json.number("segments", survey.segmentCount)
            json.text("delimiters", Self.show(delimiters))
            for (code, count) in repairs { json.number(code.entry.name, count) }
            Terminal.write(json.endRecord())
            return
        }
        Terminal.print(
            printable(
                "  interchange \(header.controlNumber)  \(header.sender) → \(header.receiver)  usage \(header.usage)")
                + printable("  ISA12 \(header.element(12))")
                + "  bytes \(survey.range.lowerBound)–\(survey.range.upperBound)")
        Terminal.print(
            "    delimiters \(Self.show(delimiters))  groups \(survey.groupCount)  sets \(survey.setCount)"
                + "  segments \(survey.segmentCount)" + (header.asksForAcknowledgment ? "  asks for TA1" : ""))
        for (code, count) in repairs {
            Terminal.print("    repair \(code.entry.name) ×\(count)  \(code.entry.title)")
        }
        for answer in survey.interchangeAnswers {
            Terminal.print(
                "    TA1 \(answer.controlNumber) \(answer.date) \(answer.time) \(answer.letter) \(answer.noteCode)")
        }
        for finding in survey.findings where finding.severity > .note {
            Terminal.print("    \(finding.severity.name) \(finding.code.entry.name) \(finding.message)")
        }
        for (ordinal, findings) in survey.groupFindings.sorted(by: { $0.key < $1.key }) {
            for finding in findings {
                Terminal.print(
                    "    group \(ordinal): \(finding.severity.name) \(finding.code.entry.name) \(finding.message)")
            }
        }
    }

    mutating func groupBegan(_ header: GroupHeader, ordinal: Int) {
        group = header
        version = header.version
        if isJSON {
            json.beginRecord("group")
            json.text("code", header.code)
            json.text("controlNumber", header.controlNumber)
            json.text("sender", header.sender)
            json.text("receiver", header.receiver)
            json.text("version", header.version)
            Terminal.write(json.endRecord())
        } else {
            Terminal.print(
                printable(
                    "    group \(header.code) \(header.controlNumber)  \(header.sender) → \(header.receiver)"
                        + "  \(header.version)  \(header.date) \(header.time)"))
        }
    }

    mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions
    ) {
        let structure = Standard.version(version)?.structure(of: envelope.set)
        if isJSON {
            json.beginRecord("set")
            json.text("set", envelope.set)
            json.text("controlNumber", envelope.controlNumber)
            json.number("segments", envelope.segmentCount)
            json.number("offset", envelope.offset)
            json.number("length", envelope.length)
            Terminal.write(json.endRecord())
        } else {
            let problems = envelope.findings.map(\.code.entry.name).joined(separator: ", ")
            Terminal.print(
                "      \(envelope.set) \(envelope.controlNumber)  \(envelope.segmentCount) segments, "
                    + "\(envelope.length) bytes at \(envelope.offset)"
                    + (structure.map { "  " + Terminal.styled($0.title, .faint) } ?? "")
                    + (problems.isEmpty ? "" : "  " + Terminal.styled(problems, .red)))
        }
        if isTree, !isJSON { printTree(structure, entries, bytes, index, positions) }
    }

    private mutating func printTree(
        _ structure: SetStructure?, _ entries: Range<Int>, _ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex,
        _ positions: FilePositions
    ) {
        var lines = entries.indices.map { SetTree.Line(ordinal: $0 - entries.lowerBound, depth: 0, isStray: false) }
        if let structure, let standard = Standard.version(version) {
            validator.validate(
                bytes: bytes, index: index, range: entries, standard: standard, structure: structure,
                delimiters: delimiters, policy: SeverityPolicy(), positions: positions)
            lines =
                SetTree(places: validator.places, structure: structure) { ordinal in
                    let entry = index.entries[entries.lowerBound + ordinal]
                    return (
                        Self.element(1, of: entry, bytes, index.marks), Self.element(2, of: entry, bytes, index.marks)
                    )
                }.lines
        }
        for line in lines {
            let entry = index.entries[entries.lowerBound + line.ordinal]
            let end = Int(index.marks[Int(entry.lastMark)])
            let text = String(decoding: bytes[Int(entry.start)..<min(end, Int(entry.start) + 120)], as: UTF8.self)
            let number = String(line.ordinal + 1)
            let margin = String(repeating: " ", count: max(6 - number.utf8.count, 0))
            Terminal.print(
                "  \(line.isStray ? "?" : " ")" + Terminal.styled(margin + number, .faint) + "  "
                    + String(repeating: "  ", count: line.depth) + printable(text))
        }
    }

    private static func element(
        _ number: Int, of entry: SegmentIndex.Entry, _ bytes: borrowing [UInt8], _ marks: [UInt32]
    ) -> Text {
        guard number <= entry.elementCount else { return "" }
        return Text(
            bytes.span, from: Int(marks[Int(entry.firstMark) + number - 1]) + 1,
            to: Int(marks[Int(entry.firstMark) + number]))
    }

    mutating func groupEnded(claimed: String?, received: Int) {}

    func end(_ findings: [Finding]) {
        if isJSON {
            var json = OutcomeJSON()
            for finding in findings {
                json.beginRecord("file")
                json.text("code", finding.code.entry.name)
                json.number("offset", finding.offset)
                Terminal.write(json.endRecord())
            }
        } else {
            for finding in findings { Terminal.print("  byte \(finding.offset): \(finding.code.entry.title)") }
        }
    }

    static func show(_ delimiters: Delimiters) -> String {
        func name(_ byte: UInt8) -> String {
            switch byte {
            case 0x0A: "LF"
            case 0x0D: "CR"
            case 0x21...0x7E: String(UnicodeScalar(byte))
            default: "0x" + String(byte, radix: 16, uppercase: true)
            }
        }
        return "\(name(delimiters.element)) \(name(delimiters.component)) \(name(delimiters.segment))"
            + (delimiters.repetition.map { " \(name($0))" } ?? "")
    }
}
