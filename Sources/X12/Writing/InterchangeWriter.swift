/// Everything of an interchange's envelope but its control numbers.
public struct EnvelopeTemplate: Sendable, Equatable {
    /// ISA05/06.
    public var sender: PartyID
    /// ISA07/08.
    public var receiver: PartyID
    /// GS02.
    public var applicationSender: String
    /// GS03.
    public var applicationReceiver: String
    /// ISA15: P, T or I.
    public var usage = "P"
    /// ISA12.
    public var interchangeVersion = "00401"
    /// GS08.
    public var groupVersion = "004010"
    /// ISA14: whether a TA1 is asked for.
    public var asksForAcknowledgment = false
    /// The delimiters.
    public var delimiters = Delimiters()
    /// What follows each terminator.
    public var suffix: [UInt8] = []

    /// Makes a template from the identities.
    public init(sender: PartyID, receiver: PartyID, applicationSender: String, applicationReceiver: String) {
        self.sender = sender
        self.receiver = receiver
        self.applicationSender = applicationSender
        self.applicationReceiver = applicationReceiver
    }

    /// The envelope that answers an interchange: sender and receiver swapped, its delimiters, usage and versions.
    public init(answering header: InterchangeHeader, group: GroupHeader?) {
        self.init(
            sender: header.receiver, receiver: header.sender, applicationSender: group?.receiver ?? header.receiver.id,
            applicationReceiver: group?.sender ?? header.sender.id)
        usage = header.usage.isEmpty ? "P" : header.usage
        let version = header.element(12)
        if version.utf8.count == 5 { interchangeVersion = version }
        if header.delimiters.areUsable { delimiters = header.delimiters }
        clean()
    }

    /// Takes out what would end an element of the envelope too early: the values are what somebody sent.
    private mutating func clean() {
        let delimiters = delimiters
        func clean(_ text: String) -> String {
            String(decoding: text.utf8.filter { !delimiters.contains($0) && $0 > 0x1F && $0 < 0x7F }, as: UTF8.self)
        }
        sender = PartyID(qualifier: clean(sender.qualifier), id: clean(sender.id))
        receiver = PartyID(qualifier: clean(receiver.qualifier), id: clean(receiver.id))
        applicationSender = clean(applicationSender)
        applicationReceiver = clean(applicationReceiver)
        usage = clean(usage)
        interchangeVersion = clean(interchangeVersion)
    }

    /// The template for groups of a version: ISA12 not older than they are, and from 00402 on with a repetition
    /// separator, which ISA11 then holds.
    public func carrying(_ version: String) -> EnvelopeTemplate {
        var template = self
        let release = String(decoding: version.utf8.prefix(5), as: UTF8.self)
        if release.utf8.count == 5, release > template.interchangeVersion { template.interchangeVersion = release }
        if template.interchangeVersion >= "00402", template.delimiters.repetition == nil {
            template.delimiters.repetition = "^!|%&".utf8.first { !template.delimiters.contains($0) }
            template.clean()
        }
        return template
    }

    /// The template with other delimiters, its values fit for them.
    public func using(_ delimiters: Delimiters, suffix: [UInt8]) -> EnvelopeTemplate {
        var template = self
        template.delimiters = delimiters
        template.suffix = suffix
        template.clean()
        return template
    }
}

/// A moment as envelopes write it. The clock stands at the rim; here it is an argument.
public struct EnvelopeTime: Sendable, Equatable {
    /// CCYYMMDD.
    public var date: String
    /// HHMM.
    public var time: String

    /// Makes a moment; the date must be CCYYMMDD and the time HHMM.
    public init(date: String, time: String) {
        self.date = date
        self.time = time
    }
}

/// Writes interchanges: ISA fixed width, groups and sets counted.
public struct InterchangeWriter: Sendable {
    private var writer: SegmentWriter
    private let template: EnvelopeTemplate
    private let time: EnvelopeTime
    private let controlNumber: Int
    private var groups = 0
    private var group: (number: String, sets: Int)?

    /// Begins an interchange.
    ///
    /// - Parameters:
    ///   - template: The envelope.
    ///   - number: ISA13, 1 to 999,999,999.
    ///   - time: ISA09/10, GS04/05.
    public init(_ template: EnvelopeTemplate, number: Int, time: EnvelopeTime) {
        self.template = template
        self.time = time
        controlNumber = number
        writer = SegmentWriter(delimiters: template.delimiters, suffix: template.suffix)
        writer.begin("ISA")
        for _ in 0..<2 {
            writer.element("00", width: 2)
            writer.element("", width: 10)
        }
        for party in [template.sender, template.receiver] {
            writer.element(party.qualifier, width: 2)
            writer.element(party.id, width: 15)
        }
        writer.element(String(decoding: time.date.utf8.suffix(6), as: UTF8.self), width: 6)
        writer.element(time.time, width: 4)
        writer.element(CollectionOfOne(template.delimiters.repetition ?? UInt8(ascii: "U")))
        writer.element(template.interchangeVersion, width: 5)
        writer.element(Self.filled(number, 9))
        writer.element(template.asksForAcknowledgment ? "1" : "0")
        writer.element(template.usage, width: 1)
        writer.element(CollectionOfOne(template.delimiters.component))
        writer.end()
    }

    /// A number, which is not negative, filled with zeros to `width` digits.
    public static func filled(_ number: Int, _ width: Int) -> String {
        var rest = number
        let text = unsafe String(unsafeUninitializedCapacity: max(width, 0)) { digits in
            for place in stride(from: width - 1, through: 0, by: -1) {
                unsafe digits[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            return max(width, 0)
        }
        return rest == 0 && number >= 0 ? text : String(number)
    }

    /// Writes a TA1, before any group.
    public mutating func acknowledgment(_ acknowledgment: InterchangeAcknowledgment) {
        acknowledgment.write(to: &writer)
    }

    /// Begins a functional group, from and to the template's application codes and in its version where no others are
    /// given.
    public mutating func beginGroup(
        code: String, number: Int, from sender: String? = nil, to receiver: String? = nil, version: String? = nil
    ) {
        var header = GroupHeader()
        header.code = code
        header.sender = sender ?? template.applicationSender
        header.receiver = receiver ?? template.applicationReceiver
        header.date = time.date
        header.time = time.time
        header.controlNumber = String(number)
        header.agency = "X"
        header.version = version ?? template.groupVersion
        beginGroup(header)
    }

    /// Begins a functional group with a GS of one's own.
    public mutating func beginGroup(_ header: GroupHeader) {
        endGroup()
        groups += 1
        group = (header.controlNumber, 0)
        writer.segment(
            "GS", header.code, header.sender, header.receiver, header.date, header.time, header.controlNumber,
            header.agency, header.version)
    }

    /// Writes a set around segments that were written with the same delimiters; a convention is ST03.
    public mutating func set(
        _ id: String, number: String, convention: String = "", segments: [UInt8], count: Int
    ) {
        group?.sets += 1
        writer.segment("ST", id, number, convention)
        writer.append(segments, count: count)
        writer.segment("SE", String(count + 2), number)
    }

    /// Ends the group.
    public mutating func endGroup() {
        guard let group else { return }
        writer.segment("GE", String(group.sets), group.number)
        self.group = nil
    }

    /// Ends the interchange and gives its bytes.
    public mutating func finish() -> [UInt8] {
        endGroup()
        writer.segment("IEA", String(groups), Self.filled(controlNumber, 9))
        return writer.bytes
    }
}
