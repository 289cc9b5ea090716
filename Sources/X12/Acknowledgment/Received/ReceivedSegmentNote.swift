/// A fault that a partner found in a segment we sent: an AK3 or IK3 loop.
public struct ReceivedSegmentNote: Sendable, Equatable {
    /// AK301: the segment's identifier; of a missing segment that of the absent one.
    public var segment = ""
    /// AK302: its ordinal in the set, counted from ST = 1; of a missing one where its absence was noticed. `nil` when
    /// it is no number.
    public var position: Int?
    /// AK303: the loop, as the partner calls it; often empty.
    public var loop = ""
    /// AK304 (element 720) or IK304 (620); empty where the partner leaves it out.
    public var code = ""
    /// The CTX under the IK3: what it is about in business terms, or what triggered the rule.
    public var contexts: [ReceivedContext] = []
    /// The faults of its elements.
    public var elements: [ReceivedElementNote] = []

    /// Makes a note that says nothing yet.
    public init() {}
}
