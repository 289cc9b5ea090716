public import Partners

/// Is one interchange of a scenario: one that we send, or one that the partner is played with.
public struct TestMessage: Sendable, Equatable {
    /// What it is in the scenario.
    public enum Part: String, Sendable {
        /// The order (850).
        case order
        /// The same order, cancelled (850, BEG01 01).
        case cancellation
        /// The answer (855).
        case acknowledgment
        /// A ship notice (856).
        case notice
        /// An invoice (810).
        case invoice
        /// A set that is not of an order's way.
        case other
        /// A 997, 999 or TA1.
        case answer
    }

    /// The scenario.
    public var scenario: Scenario
    /// What it is.
    public var part: Part
    /// The set, such as `850`; for answers 997, 999 or TA1.
    public var set: String
    /// From the partner or to it.
    public var direction: Profile.Direction
    /// Its file, such as `01-happy-path-850.x12`.
    public var fileName: String
    /// ISA13 and GS06.
    public var number: Int
    /// GS01.
    public var functionalCode: String
    /// The interchange.
    public var bytes: [UInt8]
}
