public import X12

/// A sample file as inference sees it: its envelopes and sets, read by the standard alone.
public struct SampleFile: Sendable {
    /// The file, as the user named it.
    public var file: String
    /// The interchanges, in order.
    public internal(set) var interchanges: [Interchange] = []

    /// An interchange.
    public struct Interchange: Sendable {
        /// The ISA.
        public var header: InterchangeHeader
        /// How segments are laid out.
        public var suffix: [UInt8]
        /// The groups, with their sets.
        public internal(set) var groups: [Group] = []
        /// Errors of the envelope, by the name of the finding.
        public var errors: [String]
    }

    /// A functional group.
    public struct Group: Sendable {
        /// The GS.
        public var header: GroupHeader
        /// The sets, those that no structure is known for left out.
        public internal(set) var sets: [SampleSet] = []
        /// ST01 of the sets that no structure is known for.
        public internal(set) var unknown: [String] = []
        /// Errors of GS and GE, by the name of the finding.
        public internal(set) var errors: [String] = []
    }
}

/// One transaction set of a sample.
public struct SampleSet: Sendable {
    /// ST01.
    public var set: String
    /// The version it was read by, such as `004010`.
    public var version: String
    /// ST02.
    public var controlNumber: String
    /// Its segments, ST and SE left out.
    public var segments: [SampleSegment] = []
    /// What the standard finds wrong.
    public var errors: [SampleFault] = []
}

/// What the standard finds wrong at a place of a sample.
public struct SampleFault: Sendable, Hashable {
    /// The finding's name, such as `E-ELEMENT-LONG`.
    public var code: String
    /// The segment or element, such as `PO104`.
    public var place: String
}

/// One segment of a sample, in its place.
public struct SampleSegment: Sendable {
    /// The identifier.
    public var id: String
    /// The index of its node in the set's structure; -1 for one that has no place.
    public var node: Int
    /// The index in the set's segments of the one that opened the loop occurrence around it, of an HL its parent; -1 for
    /// none.
    public var owner: Int
    /// The elements as sent, composites and repetitions in one.
    public var elements: [String]

    /// Element `position` (from 1); empty when it is not sent.
    public subscript(_ position: Int) -> String {
        elements.indices.contains(position - 1) ? elements[position - 1] : ""
    }
}
