public import Commerce

/// What a profile says of one table.
public struct CrosswalkTerms: Sendable, Equatable {
    /// What happens on a miss.
    public var onMiss = CrosswalkMiss.hold
    /// What a miss becomes under ``CrosswalkMiss/default``.
    public var defaultValue = Text()
    /// Who answers for the table, in words.
    public var owner = ""
    /// What the rows are known as; empty for a digest of the file.
    public var version = Text()
    /// After how many days without a new file the table is stale; nil for never.
    public var maxAge: Int?

    /// Holds on a miss.
    public init() {}
}

extension Crosswalk {
    mutating func apply(_ terms: CrosswalkTerms) {
        onMiss = terms.onMiss
        defaultValue = terms.defaultValue
        owner = terms.owner
        maxAge = terms.maxAge
        if !terms.version.isEmpty { version = terms.version }
    }
}
