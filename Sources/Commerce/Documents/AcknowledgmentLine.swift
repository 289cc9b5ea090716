/// Answers one line of an order (loop PO1 of an 855).
public struct AcknowledgmentLine: JSONObject, Sendable, Equatable {
    /// The number of the line in the order (PO101).
    public var number = Text()
    /// The ordered quantity (PO102, PO103).
    public var quantity = Quantity()
    /// The price of a unit (PO104).
    public var price: Decimal?
    /// What the price is for (PO105, element 639), such as CT for a contract price.
    public var priceBasis = Text()
    /// What the item is called (PO106 to PO125).
    public var identifiers: List<ItemIdentifier> = []
    /// Further items (LIN).
    public var itemGroups: List<ItemGroup> = []
    /// The currency of its prices, where it is another (CUR).
    public var currency = Currency()
    /// Other prices and their reasons (PO3).
    public var priceChanges: List<PriceChange> = []
    /// Further prices (CTP).
    public var prices: List<Price> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// What the item is (PID).
    public var descriptions: List<ItemDescription> = []
    /// How it is packed (PO4).
    public var packaging: List<Packaging> = []
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The line's number in the seller's system (REF FJ).
    public var lineItemControlNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// When to pay (ITD).
    public var paymentTerms: List<PaymentTerms> = []
    /// Who pays the freight (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// The shares of stores (SDQ).
    public var storeAllocations: List<StoreAllocation> = []
    /// The delivery as now scheduled (DTM 067).
    public var scheduledDeliveryDate: CalendarDate?
    /// The shipment as now scheduled (DTM 068).
    public var scheduledShipDate: CalendarDate?
    /// The promised delivery (DTM 069).
    public var promisedDeliveryDate: CalendarDate?
    /// The promised shipment (DTM 079).
    public var promisedShipDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// The packages (TD1).
    public var lading: List<Lading> = []
    /// Who carries the goods (TD5).
    public var routing: List<CarrierRouting> = []
    /// What the seller does with the line, an entry for each part of the quantity (ACK).
    public var outcomes: List<LineOutcome> = []
    /// Marks on packages (MAN).
    public var marks: List<Mark> = []
    /// Amounts of money (AMT).
    public var amounts: List<QualifiedAmount> = []
    /// Taxes on it (TXI).
    public var taxes: List<Tax> = []
    /// Further quantities (QTY).
    public var quantities: List<QualifiedQuantity> = []
    /// How it is packed and marked (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// The parts of the quantity at their dates (SCH).
    public var schedules: List<Schedule> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// The conditions of sale (IT8).
    public var saleConditions: List<SaleConditions> = []
    /// What is asked of the sale (CSH).
    public var salesRequirements: List<SalesRequirement> = []
    /// Tax numbers and exemptions (TAX).
    public var taxRegistrations: List<TaxRegistration> = []
    /// How long it takes (LDT).
    public var leadTimes: List<LeadTime> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// Messages that belong to a reference (N9).
    public var notes: List<ReferenceNote> = []
    /// Parties to this line (N1).
    public var parties: List<Party> = []
    /// The parts of the item (SLN).
    public var subLines: List<SubLine> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("quantity", &quantity)
        json.field("price", &price)
        json.field("priceBasis", &priceBasis)
        json.field("identifiers", &identifiers)
        json.field("itemGroups", &itemGroups)
        json.field("currency", &currency)
        json.field("priceChanges", &priceChanges)
        json.field("prices", &prices)
        json.field("measurements", &measurements)
        json.field("descriptions", &descriptions)
        json.field("packaging", &packaging)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("lineItemControlNumber", &lineItemControlNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("paymentTerms", &paymentTerms)
        json.field("freightTerms", &freightTerms)
        json.field("storeAllocations", &storeAllocations)
        json.field("scheduledDeliveryDate", &scheduledDeliveryDate)
        json.field("scheduledShipDate", &scheduledShipDate)
        json.field("promisedDeliveryDate", &promisedDeliveryDate)
        json.field("promisedShipDate", &promisedShipDate)
        json.field("otherDates", &otherDates)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("outcomes", &outcomes)
        json.field("marks", &marks)
        json.field("amounts", &amounts)
        json.field("taxes", &taxes)
        json.field("quantities", &quantities)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("schedules", &schedules)
        json.field("attachments", &attachments)
        json.field("saleConditions", &saleConditions)
        json.field("salesRequirements", &salesRequirements)
        json.field("taxRegistrations", &taxRegistrations)
        json.field("leadTimes", &leadTimes)
        json.field("equipment", &equipment)
        json.field("hazardNotices", &hazardNotices)
        json.field("notes", &notes)
        json.field("parties", &parties)
        json.field("subLines", &subLines)
    }
}
