/// Names a company, a place or a department and what it is to the document (loop N1).
public struct Party: JSONObject, Sendable, Equatable {
    /// What it is to the document (N101, element 98), such as ST for the ship-to.
    public var role = Text()
    /// The name (N102).
    public var name = Text()
    /// The identifier (N103, N104).
    public var identifier = PartyIdentifier()
    /// What it is to another party (N105, element 706).
    public var relationship = Text()
    /// The role of that party (N106, element 98).
    public var relatedRole = Text()
    /// A second name, such as a department (N201).
    public var additionalName = Text()
    /// A third name (N202).
    public var additionalName2 = Text()
    /// Where it is (N3, N4).
    public var address = Address()
    /// References of the party (REF).
    public var references: List<Reference> = []
    /// Whom to ask there (PER).
    public var contacts: List<Contact> = []
    /// The party's share of a line (QTY), in an order.
    public var quantities: List<QualifiedQuantity> = []
    /// Who a patient is (DMG).
    public var demographics: List<Demographics> = []
    /// Who pays the freight to it (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// The packages for it (TD1).
    public var lading: List<Lading> = []
    /// Who carries the goods to it (TD5).
    public var routing: List<CarrierRouting> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// How to pack and mark for it (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("role", &role)
        json.field("name", &name)
        json.field("identifier", &identifier)
        json.field("relationship", &relationship)
        json.field("relatedRole", &relatedRole)
        json.field("additionalName", &additionalName)
        json.field("additionalName2", &additionalName2)
        json.field("address", &address)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("quantities", &quantities)
        json.field("demographics", &demographics)
        json.field("freightTerms", &freightTerms)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("equipment", &equipment)
        json.field("hazardNotices", &hazardNotices)
        json.field("packagingInstructions", &packagingInstructions)
    }
}

/// Identifies a party or a place by a scheme.
public struct PartyIdentifier: JSONObject, Sendable, Equatable {
    /// The scheme's code as sent (N103, element 66), such as UL for a GLN.
    public var scheme = Text()
    /// The value (N104).
    public var value = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("scheme", &scheme)
        json.field("value", &value)
    }
}

// MARK: - Plain names

extension Party {
    /// The plain name of the role (element 98), such as `ship-to`; the code itself where none is known.
    public var roleName: Text {
        switch role {
        case "BY": "buyer"
        case "ST": "ship-to"
        case "BT": "bill-to"
        case "BS": "bill-to and ship-to"
        case "SE": "seller"
        case "SU": "supplier"
        case "VN": "vendor"
        case "SF": "ship-from"
        case "SH": "shipper"
        case "RI", "RE": "remit-to"
        case "PR": "payer"
        case "PE": "payee"
        case "II": "issuer of the invoice"
        case "CA": "carrier"
        case "MF": "manufacturer"
        case "SO": "sold-to"
        case "OB": "ordered-by"
        case "EN": "end user"
        case "Z7": "mark-for"
        default: role
        }
    }
}

extension PartyIdentifier {
    /// The plain name of the scheme (element 66), such as `GLN`; the code itself where none is known.
    public var schemeName: Text {
        switch scheme {
        case "UL": "GLN"
        case "1": "DUNS"
        case "9": "DUNS+4"
        case "2": "SCAC"
        case "12": "telephone number"
        case "91": "assigned by the seller"
        case "92": "assigned by the buyer"
        case "ZZ": "mutually defined"
        default: scheme
        }
    }
}
