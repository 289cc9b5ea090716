/// Says what the seller does with a line, or with a part of its quantity (ACK).
public struct LineOutcome: JSONObject, Sendable, Equatable {
    /// What the seller does (ACK01, element 668), such as IA for accepted as ordered.
    public var status = Text()
    /// The quantity it holds for (ACK02, ACK03).
    public var quantity = Quantity()
    /// What happens at the date (ACK04, element 374), such as 068 for the scheduled shipment.
    public var dateQualifier = Text()
    /// The date (ACK05).
    public var date: CalendarDate?
    /// The reference of the request (ACK06).
    public var requestReference = Text()
    /// The item, a substitute where the status says so (ACK07 to ACK26).
    public var identifiers: List<ItemIdentifier> = []
    /// Who keeps the industry code (ACK27, element 559).
    public var agency = Text()
    /// The part of the agency's list (ACK28).
    public var source = Text()
    /// The reason as a code of the industry (ACK29).
    public var industryCode = Text()
    /// Further dates (DTM).
    public var dates: List<QualifiedDate> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("status", &status)
        json.field("quantity", &quantity)
        json.field("dateQualifier", &dateQualifier)
        json.field("date", &date)
        json.field("requestReference", &requestReference)
        json.field("identifiers", &identifiers)
        json.field("agency", &agency)
        json.field("source", &source)
        json.field("industryCode", &industryCode)
        json.field("dates", &dates)
    }
}

// MARK: - Meaning

extension LineOutcome {
    /// What a status comes to for the buyer.
    public enum Disposition: Sendable {
        /// It comes as ordered.
        case accepted
        /// It comes with another quantity, price or date.
        case changed
        /// Another item comes.
        case substituted
        /// It comes later.
        case backordered
        /// The seller has not decided.
        case held
        /// It does not come.
        case rejected
        /// The status is none of the standard's.
        case unknown
    }

    /// What the status comes to for the buyer.
    public var disposition: Disposition {
        switch status {
        case "IA", "AA", "AC", "AR": .accepted
        case "IC", "IE", "IP", "IQ", "DR", "SP", "BP": .changed
        case "IS": .substituted
        case "IB": .backordered
        case "IF", "IH", "IW": .held
        case "ID", "IR", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8": .rejected
        default: .unknown
        }
    }

    /// The status in plain words, the code itself where none are known.
    public var meaning: Text {
        switch status {
        case "AA": "accepted, forwarded to another supplier location"
        case "AC": "accepted and shipped"
        case "AR": "accepted, released to ship"
        case "BP": "accepted, part ships, the rest is backordered"
        case "DR": "accepted, date moved"
        case "IA": "accepted as ordered"
        case "IB": "backordered"
        case "IC": "accepted with changes"
        case "ID": "deleted"
        case "IE": "accepted, price not final"
        case "IF": "held, description incomplete"
        case "IH": "held"
        case "IP": "accepted, price changed"
        case "IQ": "accepted, quantity changed"
        case "IR": "rejected"
        case "IS": "accepted with a substitute"
        case "IW": "held until a waiver"
        case "R1": "rejected, not on the contract"
        case "R2": "rejected, bad product number"
        case "R3": "rejected, bad unit"
        case "R4": "rejected, contract item unavailable"
        case "R5": "rejected, order again as just in time"
        case "R6": "rejected, order again as extended delivery"
        case "R7": "rejected, order again as drop shipment"
        case "R8": "rejected, order again as surge"
        case "SP": "accepted, date to follow"
        default: status
        }
    }
}
