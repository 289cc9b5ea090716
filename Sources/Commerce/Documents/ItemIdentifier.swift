/// What something is called, by a scheme: a pair of X12 qualifier and value, mostly of a trade item (element 235).
public struct ItemIdentifier: JSONObject, Equatable, Sendable {
    /// The qualifier as sent, such as `UK`; ``schemeName`` says what it is.
    public var scheme = Text()
    /// The value, such as the GTIN's digits. A UDI is taken apart beside it in JSON (`udi`), for the reader alone.
    public var value = Text()

    /// Makes an empty identifier, to be filled.
    public init() {}

    /// Makes an identifier.
    public init(scheme: Text, value: Text) {
        self.scheme = scheme
        self.value = value
    }

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("scheme", &scheme)
        json.field("value", &value)
        json.deviceIdentification(of: &value)
    }
}

// MARK: - Schemes of trade items

extension ItemIdentifier {
    /// The plain name of a trade item's scheme (element 235), such as `GTIN-14`; the qualifier where none is known.
    public var schemeName: Text {
        switch scheme {
        case "UP": "GTIN-12"
        case "EN": "GTIN-13"
        case "UK": "GTIN-14"
        case "UA": "UPC case code"
        case "UI": "UPC consumer package code"
        case "IN", "BP", "PI": "buyer's item number"
        case "CB": "buyer's catalog number"
        case "VN", "VP": "vendor's item number"
        case "VC": "vendor's catalog number"
        case "MG": "manufacturer's part number"
        case "SK": "SKU"
        case "N4", "ND": "NDC"
        case "IB": "ISBN"
        case "LT": "lot number"
        case "SN": "serial number"
        case "EC": "engineering change level"
        default: scheme
        }
    }

    /// Says whether the value is a GTIN of 12, 13 or 14 digits by its scheme.
    public var isGTIN: Bool { scheme == "UK" || scheme == "UP" || scheme == "EN" }
}
