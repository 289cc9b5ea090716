/// Says who a patient is, where implants are billed by the case (DMG).
public struct Demographics: JSONObject, Sendable, Equatable {
    /// How the birth date is written (DMG01, element 1250).
    public var dateFormat = Text()
    /// The birth date as sent (DMG02).
    public var birthDate = Text()
    /// The gender (DMG03, element 1068).
    public var gender = Text()
    /// The marital status (DMG04, element 1067).
    public var maritalStatus = Text()
    /// The citizenship (DMG06, element 1066).
    public var citizenship = Text()
    /// The country, ISO 3166 (DMG07).
    public var country = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("dateFormat", &dateFormat)
        json.field("birthDate", &birthDate)
        json.field("gender", &gender)
        json.field("maritalStatus", &maritalStatus)
        json.field("citizenship", &citizenship)
        json.field("country", &country)
    }
}
