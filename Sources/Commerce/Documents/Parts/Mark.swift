/// Identifies a package by what is printed on it, such as an SSCC-18 (MAN).
public struct Mark: JSONObject, Sendable, Equatable {
    /// What kind of mark it is (MAN01, element 88), such as GM for an SSCC-18.
    public var qualifier = Text()
    /// The mark, or the first of a range (MAN02).
    public var value = Text()
    /// The last mark of the range (MAN03).
    public var lastValue = Text()
    /// What kind the second mark is (MAN04, element 88), such as CP for the carrier's package number.
    public var otherQualifier = Text()
    /// The second mark, or the first of a range (MAN05).
    public var otherValue = Text()
    /// The last of the second range (MAN06).
    public var otherLastValue = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("value", &value)
        json.field("lastValue", &lastValue)
        json.field("otherQualifier", &otherQualifier)
        json.field("otherValue", &otherValue)
        json.field("otherLastValue", &otherLastValue)
    }
}
