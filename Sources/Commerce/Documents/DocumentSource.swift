/// Says where in which file a document stood and what its envelopes said.
public struct DocumentSource: JSONObject, Sendable, Equatable {
    /// The file's name.
    public var file = Text()
    /// The SHA-256 of the interchange's bytes, in hexadecimal.
    public var sha256 = Text()
    /// The byte of the file at which the set's ST begins, from 0.
    public var offset: Int?
    /// The number of bytes from ST to the end of SE.
    public var length: Int?
    /// The delimiters of the interchange.
    public var delimiters = SourceDelimiters()
    /// The encoding of the bytes.
    public var encoding = Text()
    /// The interchange (ISA).
    public var interchange = SourceInterchange()
    /// The functional group (GS).
    public var group = SourceGroup()
    /// The transaction set (ST).
    public var `set` = SourceSet()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("file", &file)
        json.field("sha256", &sha256)
        json.field("offset", &offset)
        json.field("length", &length)
        json.field("delimiters", &delimiters)
        json.field("encoding", &encoding)
        json.field("interchange", &interchange)
        json.field("group", &group)
        json.field("set", &set)
    }
}

/// Keeps the delimiters of an interchange.
public struct SourceDelimiters: JSONObject, Sendable, Equatable {
    /// The element separator, such as `*`.
    public var element = Text()
    /// The component separator (ISA16), such as `>`.
    public var component = Text()
    /// The segment terminator, such as `~`.
    public var segment = Text()
    /// The repetition separator (ISA11), where the version has one.
    public var repetition = Text()
    /// The line break behind each terminator: `LF`, `CR`, `CRLF` or nothing.
    public var suffix = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("element", &element)
        json.field("component", &component)
        json.field("segment", &segment)
        json.field("repetition", &repetition)
        json.field("suffix", &suffix)
    }
}

/// Keeps what an interchange header said (ISA).
public struct SourceInterchange: JSONObject, Sendable, Equatable {
    /// The scheme of the sender's identifier (ISA05, element I05).
    public var senderQualifier = Text()
    /// The sender (ISA06), without the blanks that fill it.
    public var sender = Text()
    /// The scheme of the receiver's identifier (ISA07, element I05).
    public var receiverQualifier = Text()
    /// The receiver (ISA08), without the blanks that fill it.
    public var receiver = Text()
    /// The date as sent, YYMMDD (ISA09).
    public var date = Text()
    /// The time as sent, HHMM (ISA10).
    public var time = Text()
    /// The standards identifier (ISA11), where it is no repetition separator and not U.
    public var standards = Text()
    /// The version of the envelope (ISA12), such as 00401.
    public var version = Text()
    /// The control number with its leading zeros (ISA13).
    public var controlNumber = Text()
    /// Whether a TA1 is asked for (ISA14), 1 when it is.
    public var acknowledgmentRequested = Text()
    /// P for production, T for test (ISA15).
    public var usage = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("senderQualifier", &senderQualifier)
        json.field("sender", &sender)
        json.field("receiverQualifier", &receiverQualifier)
        json.field("receiver", &receiver)
        json.field("date", &date)
        json.field("time", &time)
        json.field("standards", &standards)
        json.field("version", &version)
        json.field("controlNumber", &controlNumber)
        json.field("acknowledgmentRequested", &acknowledgmentRequested)
        json.field("usage", &usage)
    }
}

/// Keeps what a functional group header said (GS).
public struct SourceGroup: JSONObject, Sendable, Equatable {
    /// The functional identifier (GS01), such as PO.
    public var code = Text()
    /// The application that sent it (GS02).
    public var sender = Text()
    /// The application it is for (GS03).
    public var receiver = Text()
    /// The date as sent, CCYYMMDD (GS04).
    public var date = Text()
    /// The time as sent (GS05).
    public var time = Text()
    /// The control number as sent (GS06).
    public var controlNumber = Text()
    /// The agency that keeps the standard (GS07), X for X12.
    public var agency = Text()
    /// The version of the standard (GS08), such as 004010.
    public var version = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("code", &code)
        json.field("sender", &sender)
        json.field("receiver", &receiver)
        json.field("date", &date)
        json.field("time", &time)
        json.field("controlNumber", &controlNumber)
        json.field("agency", &agency)
        json.field("version", &version)
    }
}

/// Keeps what a transaction set header said (ST).
public struct SourceSet: JSONObject, Sendable, Equatable {
    /// The transaction set (ST01), such as 850.
    public var id = Text()
    /// The control number as sent (ST02).
    public var controlNumber = Text()
    /// The implementation convention the set follows (ST03), such as `005010X231A1`.
    public var convention = Text()
    /// The place of the set among all of its interchange, from 1.
    public var ordinal: Int?
    /// The qualifiers that its sender writes in the place of usual ones, by its profile.
    public var qualifiers: [SourceQualifier] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("id", &id)
        json.field("controlNumber", &controlNumber)
        json.field("convention", &convention)
        json.field("ordinal", &ordinal)
        json.field("qualifiers", &qualifiers)
    }
}

/// A qualifier by which a date or reference is told from its like, and the one that stood in its place.
public struct SourceQualifier: JSONObject, Sendable, Equatable {
    /// The segment, such as DTM.
    public var segment = Text()
    /// The qualifier whose field the value went to, such as 002.
    public var usual = Text()
    /// The qualifier that was sent, such as 074.
    public var agreed = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("segment", &segment)
        json.field("usual", &usual)
        json.field("agreed", &agreed)
    }
}
