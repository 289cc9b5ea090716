/// The tables of one partner.
public struct Crosswalks: Sendable {
    /// The tables, by what they are about.
    public var tables: [CrosswalkTable: Crosswalk] = [:]

    /// No tables.
    public init() {}

    /// The table about something; nil when the partner has none.
    public subscript(table: CrosswalkTable) -> Crosswalk? { tables[table] }

    /// Whether there is no table.
    public var isEmpty: Bool { tables.isEmpty }
}
