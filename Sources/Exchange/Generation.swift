public import Commerce
public import Partners
import Translation
public import X12

/// Turns canonical documents into interchanges: one per receiver, or, for documents that came from X12 and go back
/// as they came, one per interchange they came from.
public struct Generation {
    /// Where envelopes come from.
    public enum Envelope: Sendable {
        /// A partner's profile.
        case profile(Profile)
        /// The profile of each document's `partner`; documents without a known partner go back as they came.
        case directory(PartnerDirectory)
        /// Each document's `source`.
        case source
    }

    /// An interchange ready to be sent.
    public struct Interchange: Sendable {
        /// The partner's id, or empty.
        public var partner: String
        /// ISA13.
        public var controlNumber: String
        /// The documents in it: kind, business number and id.
        public var documents: [DocumentHead]
        /// The bytes.
        public var bytes: [UInt8]
        /// What was changed in the documents for the receiver, a line each.
        public var notes: [String] = []
    }

    /// A document that cannot be sent.
    public struct Failure: Error, Sendable {
        /// Which of the documents, from 0.
        public var document: Int
        /// What is wrong, a message each.
        public var messages: [String]
    }

    private let envelope: Envelope
    private let time: EnvelopeTime
    private let firstNumber: Int
    private let generator = SetGenerator()

    /// Makes a generation.
    ///
    /// - Parameters:
    ///   - envelope: Where envelopes come from.
    ///   - number: ISA13 and GS06 of the first interchange under a profile; they count up from there.
    ///   - time: The moment that envelopes under a profile carry.
    public init(_ envelope: Envelope, number: Int, time: EnvelopeTime) {
        self.envelope = envelope
        firstNumber = number
        self.time = time
    }

    /// Writes documents.
    ///
    /// - Parameters:
    ///   - bytes: Bytes that hold documents.
    ///   - documents: Where in them each lies.
    /// - Returns: The interchanges, in the order of their first documents, and what could not be written.
    public func write(_ bytes: [UInt8], _ documents: [Range<Int>]) -> (sent: [Interchange], failed: [Failure]) {
        var failures: [Failure] = []
        var parcels: [Parcel] = []
        var places: [String: Int] = [:]
        for (index, range) in documents.enumerated() {
            var address: Address?
            let made = generator.generate(bytes, in: range) { kind, head in
                self.address(head).map { found in
                    address = found
                    guard let profile = found.profile else {
                        return SetGenerator.Form(
                            standard: found.standard, delimiters: found.template.delimiters,
                            suffix: found.template.suffix)
                    }
                    return SetGenerator.Form(sendingTo: profile, kind, in: found.standard, on: time.day)
                }
            }
            switch made.flatMap({ $0.leaving(under: address?.profile) }) {
            case .failure(let failure): failures.append(Failure(document: index, messages: failure.messages))
            case .success(let set):
                guard let address else { continue }
                if let last = parcels.indices.last, parcels[last].address.key == address.key {
                    parcels[last].sets.append((index, set))
                } else if let known = places[address.key] {
                    parcels[known].sets.append((index, set))
                } else {
                    places[address.key] = parcels.count
                    parcels.append(Parcel(address: address, sets: [(index, set)]))
                }
            }
        }
        var sent: [Interchange] = []
        for parcel in parcels {
            let number = firstNumber + sent.count
            guard let interchange = interchange(of: parcel, number, bytes, documents, &failures) else { continue }
            sent.append(interchange)
        }
        return (sent, failures)
    }

    /// Writes a parcel. Documents whose sets our own reader would refuse are left out and told, and the others still go.
    private func interchange(
        of parcel: Parcel, _ number: Int, _ bytes: [UInt8], _ documents: [Range<Int>], _ failures: inout [Failure]
    ) -> Interchange? {
        var parcel = parcel
        var fields: [DocumentKind: [FieldPlace]] = [:]
        while !parcel.sets.isEmpty {
            let interchange = parcel.write(number: number, time: time)
            let refusals = Self.refused(interchange.bytes, parcel.address.rules)
            guard let first = refusals.first else { return interchange }
            let blamed = Dictionary(grouping: refusals) { $0.set ?? parcel.sets.count }
                .filter { $0.key < parcel.sets.count }
            guard !blamed.isEmpty else {
                // What is wrong with the whole stops all of it.
                let more = refusals.count > 1 ? " (and \(refusals.count - 1) more)" : ""
                failures += parcel.sets.map { Failure(document: $0.index, messages: [first.message() + more]) }
                return nil
            }
            for (ordinal, refusals) in blamed.sorted(by: { $0.key < $1.key }) {
                let (index, set) = parcel.sets[ordinal]
                let paths = generator.paths(
                    of: bytes, in: documents[index], standard: parcel.address.standard,
                    delimiters: parcel.address.template.delimiters)
                let places = fields[set.kind] ?? FieldRecorder.places(of: set.kind, in: parcel.address.standard)
                fields[set.kind] = places
                failures.append(Failure(document: index, messages: refusals.map { $0.message(paths, places) }))
            }
            parcel.sets = parcel.sets.enumerated().filter { blamed[$0.offset] == nil }.map(\.element)
        }
        return nil
    }
}

// MARK: - Addresses

extension Generation {
    /// Where a document goes.
    private struct Address {
        var key: String
        var partner: String
        var template: EnvelopeTemplate
        var standard: Standard
        /// The envelope it came in, when it goes back as it came.
        var source: DocumentSource?
        /// The profile it goes by, when it does not go back as it came.
        var profile: Profile?
        /// What the receiver holds it to.
        var rules = Rules()
    }

    private func address(_ head: DocumentHead) -> Result<Address, SetGenerator.Failure> {
        switch envelope {
        case .profile(let profile): return address(profile, usage: nil)
        case .directory(let directory):
            guard let profile = directory.profile(head.partner.string) else { return sourceAddress(head) }
            return address(profile, usage: Profile.Usage(indicator: head.source.interchange.usage.string))
        case .source: return sourceAddress(head)
        }
    }

    private func address(_ profile: Profile, usage: Profile.Usage?) -> Result<Address, SetGenerator.Failure> {
        let usages =
            usage.map { [$0] } ?? (profile.stage == .production ? [.production, .test] : [.test, .production])
        for usage in usages {
            guard let template = profile.outboundTemplate(usage: usage),
                let standard = Standard.version(template.groupVersion)
            else { continue }
            return .success(
                Address(
                    key: "\(profile.id) \(template.usage)", partner: profile.id, template: template,
                    standard: standard, source: nil, profile: profile, rules: Rules(sendingTo: profile)))
        }
        return .failure(
            SetGenerator.Failure([
                "partner \(profile.id) has no identities for \(usages.map(\.indicator).joined(separator: " or "))"
            ]))
    }

    private func sourceAddress(_ head: DocumentHead) -> Result<Address, SetGenerator.Failure> {
        let source = head.source
        guard !source.interchange.sender.isEmpty, let standard = Standard.version(source.group.version.string),
            let element = source.delimiters.element.byte, let segment = source.delimiters.segment.byte,
            let component = source.delimiters.component.byte
        else {
            return .failure(
                SetGenerator.Failure([
                    "no envelope: the document carries none in its source, and no partner's profile is in play for it "
                        + "(--partners or --root says where profiles are, `partner` in the document which one)"
                ]))
        }
        var template = EnvelopeTemplate(
            sender: PartyID(
                qualifier: source.interchange.senderQualifier.string, id: source.interchange.sender.string),
            receiver: PartyID(
                qualifier: source.interchange.receiverQualifier.string, id: source.interchange.receiver.string),
            applicationSender: source.group.sender.string, applicationReceiver: source.group.receiver.string)
        template.usage = source.interchange.usage.string
        template.interchangeVersion = source.interchange.version.string
        template.groupVersion = source.group.version.string
        template.asksForAcknowledgment = source.interchange.acknowledgmentRequested == "1"
        template.delimiters = Delimiters(
            element: element, segment: segment, component: component, repetition: source.delimiters.repetition.byte)
        guard source.interchange.sender.count <= 15, source.interchange.receiver.count <= 15,
            source.interchange.senderQualifier.count <= 2, source.interchange.receiverQualifier.count <= 2,
            source.interchange.controlNumber.count <= 9, Int(source.interchange.controlNumber.string) != nil
        else {
            return .failure(
                SetGenerator.Failure(["the envelope in the document's source has a value that no ISA can hold"]))
        }
        template.suffix = Profile.Suffix(rawValue: source.delimiters.suffix.string)?.bytes ?? []
        guard template.delimiters.areUsable else {
            return .failure(SetGenerator.Failure(["the delimiters in the document's source cannot be told apart"]))
        }
        let interchange = source.interchange
        return .success(
            Address(
                key: "\(source.sha256) \(interchange.sender) \(interchange.receiver) \(interchange.controlNumber)",
                partner: head.partner.string, template: template, standard: standard, source: source))
    }

    /// The sets of one interchange.
    private struct Parcel {
        var address: Address
        var sets: [(index: Int, set: SetGenerator.Generated)]

        func write(number: Int, time: EnvelopeTime) -> Interchange {
            let source = address.source
            let number = source.flatMap { Int($0.interchange.controlNumber.string) } ?? number
            let moment = source.map { EnvelopeTime(date: "20\($0.interchange.date)", time: $0.interchange.time.string) }
            var writer = InterchangeWriter(address.template, number: number, time: moment ?? time)
            var open = ""
            var ordinal = 0
            var groups = 0
            for (_, set) in sets {
                let came = set.head.source.group
                let group =
                    source == nil
                    ? set.functionalCode
                    : "\(came.code) \(came.controlNumber) \(came.sender) \(came.receiver) \(came.version)"
                if group != open {
                    writer.endGroup()
                    open = group
                    ordinal = 0
                    if source != nil {
                        writer.beginGroup(GroupHeader(set.head.source.group))
                    } else {
                        writer.beginGroup(code: set.functionalCode, number: number + groups)
                    }
                    groups += 1
                }
                ordinal += 1
                writer.set(
                    set.set,
                    number: source == nil
                        ? InterchangeWriter.filled(ordinal, 4) : set.head.source.set.controlNumber.string,
                    convention: source == nil ? "" : set.head.source.set.convention.string,
                    segments: set.segments, count: set.segmentCount)
            }
            return Interchange(
                partner: address.partner, controlNumber: InterchangeWriter.filled(number, 9),
                documents: sets.map(\.set.head), bytes: writer.finish(), notes: sets.flatMap(\.set.notes))
        }
    }
}

extension GroupHeader {
    init(_ source: SourceGroup) {
        self.init()
        code = source.code.string
        sender = source.sender.string
        receiver = source.receiver.string
        date = source.date.string
        time = source.time.string
        controlNumber = source.controlNumber.string
        agency = source.agency.string
        version = source.version.string
    }
}

extension Text {
    /// The one character of a delimiter, as a byte of Latin-1; `nil` for anything else.
    var byte: UInt8? {
        let scalars = string.unicodeScalars
        guard scalars.count == 1, let scalar = scalars.first, scalar.value < 256 else { return nil }
        return UInt8(scalar.value)
    }
}
