import Commerce
import Exchange
import Partners

/// `edigate generate`: canonical JSON to X12.
enum Generate: Command {
    static let name = "generate"
    static let summary = "canonical documents (JSON) to X12"
    static let options: [Option] = [.value("--partner"), .value("--out"), .value("--number"), .value("--at")]
    static let help = """
        usage: edigate generate DOC… [--partner ID] [--out DIR] [--number N] [--at TIME]

        Writes canonical documents (JSON files, NDJSON, `-`) as X12, one interchange per receiver. The envelope comes
        from --partner's profile; else, when partners are given, from the profile of each document's partner; else
        from the document's source as it came. What our own reader would refuse does not leave.

        example: edigate translate Samples/retail/856-pick-and-pack.x12 | edigate generate -
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let files = try InputFiles(arguments.inputs("document"))
        let directory = try arguments.partners()?.directory
        let envelope: Generation.Envelope
        if let id = arguments.value("--partner") {
            guard let directory else { throw .usage("--partner needs --root or --partners") }
            envelope = .profile(try RuleChoice.profile(id, in: directory))
        } else {
            envelope = directory.map { .directory($0) } ?? .source
        }
        var number = try arguments.number("--number", in: 1...999_999_999) ?? 1
        let time = try Moment.envelope(arguments.value("--at"))
        var code = ExitCode.done
        for item in files.items {
            let bytes = try InputFiles.read(item)
            let documents = JSONValues.ranges(in: bytes)
            guard !documents.isEmpty else { throw .usage("\(item.name) holds no document") }
            let (sent, failed) = Generation(envelope, number: number, time: time).write(bytes, documents)
            number = (number + sent.count - 1) % 999_999_999 + 1
            for failure in failed {
                let line = bytes[..<documents[failure.document].lowerBound].count { $0 == 0x0A } + 1
                for message in failure.messages {
                    Terminal.complain("\(item.name), document \(failure.document + 1), line \(line): \(message)")
                }
                let isAddress = failure.messages.contains { $0.contains("envelope") }
                code = isAddress ? .usage : code == .usage ? .usage : .negative
            }
            for interchange in sent {
                for note in interchange.notes { Terminal.tell("\(item.name): \(note)") }
                if let folder = arguments.value("--out") {
                    let receiver = interchange.partner.isEmpty ? "interchange" : interchange.partner
                    try OutputFolder.write(
                        interchange.bytes, to: folder,
                        name: "\(OutputFolder.safe(receiver))_\(interchange.controlNumber).edi")
                } else {
                    Terminal.write(interchange.bytes)
                    if interchange.bytes.last != 0x0A { Terminal.write([0x0A]) }
                }
            }
        }
        return code
    }
}
