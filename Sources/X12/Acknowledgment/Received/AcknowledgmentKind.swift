/// The set that answers a functional group.
public enum AcknowledgmentKind: String, Sendable, CaseIterable {
    /// The 997: syntax only, with AK segments.
    case functional = "997"
    /// The 999: syntax and companion guide, with IK segments (from 005010).
    case implementation = "999"
}
