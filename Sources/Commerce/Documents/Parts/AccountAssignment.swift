/// Says which accounts a line or a document is charged to (loop FA1).
public struct AccountAssignment: JSONObject, Sendable, Equatable {
    /// Who keeps the account codes (FA101, element 559).
    public var agency = Text()
    /// What is charged (FA102, element 1300).
    public var code = Text()
    /// A for an allowance, C for a charge (FA103, element 248).
    public var indicator = Text()
    /// The accounts, departments and projects (FA2).
    public var codes: List<AccountCode> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("agency", &agency)
        json.field("code", &code)
        json.field("indicator", &indicator)
        json.field("codes", &codes)
    }
}

/// Keeps one code of an account assignment (FA2).
public struct AccountCode: JSONObject, Sendable, Equatable {
    /// What the code is (FA201, element 1196), such as the account or the department.
    public var kind = Text()
    /// The code (FA202).
    public var value = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("value", &value)
    }
}
