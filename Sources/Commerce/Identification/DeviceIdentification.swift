/// Takes a unique device identifier (UDI) apart: which device, which lot, which piece, made and expiring when.
///
/// Read from a GS1 element string, with its identifiers in parentheses or with separators, and from an HIBC, primary and
/// secondary data in one. In JSON it stands beside the value it was read from, for those who need the parts; the value
/// alone counts on the way out.
public struct DeviceIdentification: JSONObject, Sendable, Equatable {
    /// Who issues the identifiers: `GS1` or `HIBCC`.
    public var issuer = Text()
    /// The device: a GTIN (AI 01), or labeler, product and unit of measure of an HIBC.
    public var deviceIdentifier = Text()
    /// The lot or batch (AI 10).
    public var lot = Text()
    /// The serial number (AI 21).
    public var serial = Text()
    /// The last day of use (AI 17). A month alone stands for its last day.
    public var expiryDate: CalendarDate?
    /// The day it was made (AI 11).
    public var productionDate: CalendarDate?
    /// How many pieces it holds (AI 30, 37; HIBC quantity).
    public var quantity: Int?
    /// What else the string says, by application identifier.
    public var others: [ElementStringPart] = []
    /// Whether check digit or check character are right. Not in the JSON.
    public var isChecked = true

    /// Makes an empty value, to be filled.
    public init() {}

    /// The first year of the century that years of two digits stand for.
    static let firstYear = 1980

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("issuer", &issuer)
        json.field("deviceIdentifier", &deviceIdentifier)
        json.field("lot", &lot)
        json.field("serial", &serial)
        json.field("expiryDate", &expiryDate)
        json.field("productionDate", &productionDate)
        json.field("quantity", &quantity)
        json.field("others", &others)
    }

    /// Reads a UDI; nil for any other value.
    ///
    /// - Parameter value: The value as it stands in an element.
    /// - Complexity: O(length); a look at its beginning for what is no UDI.
    public init?(_ value: Text) {
        guard value.mayBeDeviceIdentification else { return nil }
        let bytes = value.withBytes { span in (0..<span.count).map { span[$0] } }
        guard let read = Self.elementString(bytes[...]) ?? Self.healthIndustryBarCode(bytes[...]) else { return nil }
        self = read
    }

    /// The same as one string: an element string with parentheses, or an HIBC; empty when there is no device.
    public var text: Text {
        if deviceIdentifier.isEmpty { return Text() }
        return Text(issuer == "HIBCC" ? healthIndustryBarCode : elementString)
    }
}

/// Keeps one part of an element string: an application identifier and its data.
public struct ElementStringPart: JSONObject, Sendable, Equatable {
    /// The application identifier, two to four digits.
    public var identifier = Text()
    /// The data.
    public var value = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    init(_ identifier: Text, _ value: Text) {
        self.identifier = identifier
        self.value = value
    }

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("identifier", &identifier)
        json.field("value", &value)
    }
}

extension Text {
    /// Whether the beginning allows a UDI, so that most values cost no more than a look at it.
    @inline(__always)
    var mayBeDeviceIdentification: Bool {
        // The shortest GS1 string, a GTIN with its identifier, is 16 long and thus on the heap; an HIBC may be shorter.
        if let words { return words.low & 0xFF == UInt64(UInt8(ascii: "+")) }
        return withBytes { bytes in
            switch bytes[0] {
            case UInt8(ascii: "("), UInt8(ascii: "]"), UInt8(ascii: "+"), 0x1D: true
            case UInt8(ascii: "0"): bytes[1] == UInt8(ascii: "1")
            default: false
            }
        }
    }
}

extension JSONCoding {
    /// Codes the parts of a value that is a UDI, beside it. Reading, they count only where there is no value.
    @inline(__always)
    mutating func deviceIdentification(of value: inout Text) {
        if Self.isReading {
            var parts: DeviceIdentification?
            field("udi", &parts)
            if let parts, value.isEmpty { value = parts.text }
        } else if value.mayBeDeviceIdentification {
            var parts = DeviceIdentification(value)
            field("udi", &parts)
        }
    }
}
