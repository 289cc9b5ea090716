/// Gives codes of an industry's own lists (loop LM).
public struct IndustryCodes: JSONObject, Sendable, Equatable {
    /// Who keeps the lists (LM01, element 559).
    public var agency = Text()
    /// The part of the agency's lists (LM02).
    public var source = Text()
    /// The codes (LQ).
    public var codes: List<IndustryCode> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("agency", &agency)
        json.field("source", &source)
        json.field("codes", &codes)
    }
}

/// Keeps one code of an industry's list (LQ).
public struct IndustryCode: JSONObject, Sendable, Equatable {
    /// The list (LQ01, element 1270).
    public var list = Text()
    /// The code (LQ02).
    public var code = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("list", &list)
        json.field("code", &code)
    }
}
