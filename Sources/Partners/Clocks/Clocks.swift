/// Says how long a partner's answers may take.
public struct Clocks: Sendable, Hashable {
    /// When the partner is at work.
    public var calendar = BusinessCalendar()
    /// Until when what we send must be answered by a TA1, 997 or 999; nil when no answer is expected.
    public var acknowledgment: Term? = Term(24, .hours)
    /// Until when an order must be answered by an 855; nil when none is expected.
    public var orderAcknowledgment: Term?
    /// Until when an order must be followed by an 856; nil when none is expected.
    public var shipNotice: Term?
    /// Until when an order must be followed by an 810; nil when none is expected.
    public var invoice: Term?
    /// Until when a person must have looked at what is held although it was accepted on the wire.
    public var held = Term(8, .businessHours)
    /// What holds for a set, such as 850, instead of ``acknowledgment``; nil for a set whose answer is not expected.
    public var sets: [String: Term?] = [:]

    /// Makes the clocks of the base layer: an acknowledgment within 24 hours.
    public init() {}

    /// Until when a set must be acknowledged; nil when no answer is expected.
    public func acknowledgment(of set: String) -> Term? { sets[set] ?? acknowledgment }
}
