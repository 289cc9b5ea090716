/// The place in a set that makes a conditional rule of a guide apply: the 999 names it in CTX.
public struct RuleTrigger: Sendable, Equatable {
    /// The segment.
    public var segment: SegmentID
    /// Its ordinal in the set, counted from ST = 1.
    public var segmentIndex: Int
    /// The element, from 1; 0 when the segment's presence is the condition.
    public var element: Int
    /// The component, from 1; 0 when it is the whole element.
    public var component: Int

    /// Makes a trigger.
    public init(segment: SegmentID, segmentIndex: Int, element: Int = 0, component: Int = 0) {
        self.segment = segment
        self.segmentIndex = segmentIndex
        self.element = element
        self.component = component
    }
}
