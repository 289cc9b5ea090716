/// Counts or measures something: a number and its unit.
public struct Quantity: JSONObject, Sendable, Equatable {
    /// The number.
    public var value: Decimal?
    /// The unit as sent (element 355), such as EA or BX.
    public var unit = Text()

    /// Makes an empty quantity, to be filled.
    public init() {}

    /// Makes a quantity.
    public init(value: Decimal?, unit: Text) {
        self.value = value
        self.unit = unit
    }

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("value", &value)
        json.field("unit", &unit)
    }

    /// The unit in UN/ECE Recommendation 20 or 21, empty where no equal is known.
    public var unitUNECE: Text { Quantity.unitUNECE(of: unit) }

    /// Gives the UN/ECE code of an X12 unit (element 355), empty where no equal is known.
    public static func unitUNECE(of unit: Text) -> Text {
        switch unit {
        // Pieces. Recommendation 20 writes a package of recommendation 21 as X and its code.
        case "EA": "EA"
        case "PC": "H87"
        case "UN": "C62"
        case "PR": "PR"
        case "DZ": "DZN"
        case "HU": "CEN"
        case "TH": "MIL"
        case "ST", "SE": "SET"
        case "KT": "KT"
        case "BG": "XBG"
        case "BO": "XBO"
        case "BX": "XBX"
        case "CA": "XCS"
        case "CT": "XCT"
        case "DR": "XDR"
        case "PK": "XPK"
        case "PL": "XPX"
        case "RL", "RO": "XRO"
        // Weight.
        case "GR": "GRM"
        case "KG": "KGM"
        case "LB": "LBR"
        case "OZ": "ONZ"
        case "TN": "STN"
        // Length, area, volume.
        case "CM": "CMT"
        case "FT": "FOT"
        case "IN": "INH"
        case "MM": "MMT"
        case "MR": "MTR"
        case "YD": "YRD"
        case "SF": "FTK"
        case "SY": "YDK"
        case "SM": "MTK"
        case "CF": "FTQ"
        case "GA": "GLL"
        case "LT": "LTR"
        case "ML": "MLT"
        // Time.
        case "HR": "HUR"
        case "DA": "DAY"
        case "WK": "WEE"
        case "MO": "MON"
        case "YR": "ANN"
        default: ""
        }
    }
}
