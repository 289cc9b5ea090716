/// Says what is done with control numbers that come again, or out of their order.
public struct DuplicatePolicy: Sendable, Hashable {
    /// What is done.
    public enum Action: String, CaseIterable, Sendable {
        /// It is held until a person lets it in.
        case hold
        /// It is processed, and a person is told.
        case alert
        /// It is processed.
        case ignore
    }

    /// For how many days a control number may not come again with other bytes, 1 to 3650. The same bytes are known for
    /// what they are however late they come.
    public var window = 90
    /// For how many days the number of a document may not come again, 1 to 3650.
    public var documentWindow = 400
    /// When ISA13 falls back, as after the sender's system was set up anew.
    public var onReset = Action.alert
    /// When ISA13 skips numbers or comes late.
    public var onOutOfSequence = Action.ignore
    /// When a GS06 comes again in another interchange.
    public var onGroup = Action.alert

    /// Makes the policy of the base layer.
    public init() {}
}
