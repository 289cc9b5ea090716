/// Names a part of a line, such as a component of a kit or a prepack's size (SLN).
public struct SubLine: JSONObject, Sendable, Equatable {
    /// The sub-line's number (SLN01).
    public var number = Text()
    /// The number of the sub-line above it (SLN02).
    public var parentNumber = Text()
    /// What it is to the line (SLN03, element 662): I included, A added, S a substitute.
    public var relationship = Text()
    /// The quantity for one unit of the line (SLN04, SLN05-1).
    public var quantity = Quantity()
    /// The price of a unit (SLN06).
    public var price: Decimal?
    /// What the price is for (SLN07, element 639).
    public var priceBasis = Text()
    /// Whether the price is in that of the line (SLN08, element 662).
    public var priceRelationship = Text()
    /// What the item is called (SLN09 to SLN28).
    public var identifiers: List<ItemIdentifier> = []
    /// Words about it (MSG).
    public var messages: List<Message> = []
    /// What the item is (PID).
    public var descriptions: List<ItemDescription> = []
    /// References (REF).
    public var references: List<Reference> = []
    /// Dates (DTM).
    public var dates: List<QualifiedDate> = []
    /// Other prices and their reasons (PO3).
    public var priceChanges: List<PriceChange> = []
    /// Further prices (CTP).
    public var prices: List<Price> = []
    /// How it is packed (PO4).
    public var packaging: List<Packaging> = []
    /// What the seller does with it (ACK), in an acknowledgment.
    public var outcomes: List<LineOutcome> = []
    /// Taxes on it (TXI), on an invoice.
    public var taxes: List<Tax> = []
    /// Messages that belong to a reference (N9).
    public var notes: List<ReferenceNote> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// Further quantities (QTY).
    public var quantities: List<QualifiedQuantity> = []
    /// Parties to this item (N1).
    public var parties: List<Party> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("parentNumber", &parentNumber)
        json.field("relationship", &relationship)
        json.field("quantity", &quantity)
        json.field("price", &price)
        json.field("priceBasis", &priceBasis)
        json.field("priceRelationship", &priceRelationship)
        json.field("identifiers", &identifiers)
        json.field("messages", &messages)
        json.field("descriptions", &descriptions)
        json.field("references", &references)
        json.field("dates", &dates)
        json.field("priceChanges", &priceChanges)
        json.field("prices", &prices)
        json.field("packaging", &packaging)
        json.field("outcomes", &outcomes)
        json.field("taxes", &taxes)
        json.field("notes", &notes)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("quantities", &quantities)
        json.field("parties", &parties)
    }
}
