/// What a partner's 997 or 999 says about one set that we sent: an AK2 loop.
public struct ReceivedSetAnswer: Sendable, Equatable {
    /// AK201: ST01, such as `850`.
    public var set = ""
    /// AK202: ST02 as text, leading zeros included.
    public var controlNumber = ""
    /// AK203: ST03, the guide the set named, from 005010 on; else empty.
    public var guide = ""
    /// AK501 or IK501 as sent (element 717: A, E, R, M, W, X); empty without AK5.
    public var letter = ""
    /// AK502 to AK506 (element 718) or IK502 to IK506 (618), as sent.
    public var codes: [String] = []
    /// The faults located, in order.
    public var notes: [ReceivedSegmentNote] = []
    /// The ordinal of its AK2 in the acknowledgment, counted from ST = 1; 0 when notes came without AK2.
    public var segmentIndex = 0

    /// Makes an answer that says nothing yet.
    public init() {}

    /// What became of the set; `nil` when AK501 is missing or a letter that element 717 does not have.
    public var verdict: Verdict? { Verdict(received: letter, of: .set) }
}
