import Commerce
import X12

extension DocumentSource {
    /// The part of a document's source that all sets of an interchange share.
    init(_ interchange: InterchangeOutcome, file: String) {
        self.init()
        self.file = Text(file)
        sha256 = Text(interchange.digest?.hex ?? "")
        guard let header = interchange.survey.header else { return }
        let used = header.delimiters
        delimiters.element = Text([used.element])
        delimiters.component = Text([used.component])
        delimiters.segment = Text([used.segment])
        delimiters.suffix =
            switch header.suffix {
            case [0x0A]: "LF"
            case [0x0D]: "CR"
            case [0x0D, 0x0A]: "CRLF"
            default: ""
            }
        if let repetition = used.repetition { delimiters.repetition = Text([repetition]) }
        self.interchange.senderQualifier = Text(header.sender.qualifier)
        self.interchange.sender = Text(header.sender.id)
        self.interchange.receiverQualifier = Text(header.receiver.qualifier)
        self.interchange.receiver = Text(header.receiver.id)
        self.interchange.date = Text(header.element(9))
        self.interchange.time = Text(header.element(10))
        self.interchange.standards = Text(header.element(11))
        self.interchange.version = Text(header.element(12))
        self.interchange.controlNumber = Text(header.controlNumber)
        self.interchange.acknowledgmentRequested = Text(header.element(14))
        self.interchange.usage = Text(header.usage)
    }
}

extension SourceGroup {
    init(_ header: GroupHeader) {
        self.init()
        code = Text(header.code)
        sender = Text(header.sender)
        receiver = Text(header.receiver)
        date = Text(header.date)
        time = Text(header.time)
        controlNumber = Text(header.controlNumber)
        agency = Text(header.agency)
        version = Text(header.version)
    }
}

extension SourceSet {
    init(_ envelope: SetEnvelope) {
        self.init()
        id = Text(envelope.set)
        controlNumber = Text(envelope.controlNumber)
        convention = Text(envelope.convention)
        ordinal = envelope.ordinal
    }
}

extension Text {
    /// A text of single bytes, each a character of Latin-1.
    init(_ bytes: [UInt8]) {
        self.init(String(bytes.map { Character(UnicodeScalar($0)) }))
    }
}
