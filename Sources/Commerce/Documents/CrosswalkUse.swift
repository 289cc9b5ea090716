/// Records that a crosswalk gave a value of the partner's in our own terms, or one of ours in the partner's.
///
/// The body of a document keeps what was said; this stands beside it, so that nothing is lost and each number of ours
/// can be traced to the row it came from.
public struct CrosswalkUse: JSONObject, Equatable, Sendable {
    /// The JSON path of the value, such as `$.lines[0].identifiers[1]`.
    public var at = Text()
    /// The table: `items`, `units`, `locations`, `parties`, `carriers`, `reasons` or `contracts`.
    public var table = Text()
    /// The scheme of the partner's value, such as `VP`, where it has one.
    public var scheme = Text()
    /// The partner's value.
    public var theirs = Text()
    /// Our value.
    public var ours = Text()
    /// How many of our units one of the partner's holds, in the table of units.
    public var factor: Decimal?
    /// The quantity in our unit, in the table of units.
    public var quantity: Decimal?
    /// The line of the table's file; nil when no row fitted and the table's default was taken.
    public var row: Int?
    /// The version of the table.
    public var version = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("at", &at)
        json.field("table", &table)
        json.field("scheme", &scheme)
        json.field("theirs", &theirs)
        json.field("ours", &ours)
        json.field("factor", &factor)
        json.field("quantity", &quantity)
        json.field("row", &row)
        json.field("version", &version)
    }
}
