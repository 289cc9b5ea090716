extension Ledger {
    /// Tells which way an interchange or a document goes.
    public enum Direction: String, Sendable, ColumnValue {
        /// Says that it came from the partner.
        case incoming = "in"
        /// Says that it goes to the partner.
        case outgoing = "out"
    }

    /// Tells how an interchange, a functional group or a transaction set was judged.
    public enum Verdict: String, Sendable, ColumnValue {
        /// Says that there was nothing to refuse.
        case accepted = "A"
        /// Says that it was accepted although errors were noted.
        case acceptedWithErrors = "E"
        /// Says that some of a functional group's sets were rejected; a word for groups only.
        case partiallyAccepted = "P"
        /// Says that it was refused.
        case rejected = "R"
    }

    /// Tells how far a document or an acknowledgment has come.
    public enum Progress: String, Sendable, ColumnValue {
        /// Says that it waits to be delivered.
        case pending
        /// Says that it was handed on.
        case delivered
        /// Says that it waits for a person.
        case held
    }
}
