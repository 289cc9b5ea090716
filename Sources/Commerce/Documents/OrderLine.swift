/// Orders one item (loop PO1 of an 850).
public struct OrderLine: JSONObject, Sendable, Equatable {
    /// The line's number as sent (PO101).
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
    /// The contract it is bought under (CN1).
    public var contracts: List<ContractTerms> = []
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
    /// The buyer's department (REF DP).
    public var departmentNumber = Text()
    /// The contract (REF CT).
    public var contractReference = Text()
    /// The order number of the buyer's customer (REF CO).
    public var customerOrderNumber = Text()
    /// The line's number in the seller's system (REF FJ).
    public var lineItemControlNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// Conditions on how the line is met (CSH).
    public var salesRequirements: List<SalesRequirement> = []
    /// When to pay (ITD).
    public var paymentTerms: List<PaymentTerms> = []
    /// Who pays the freight (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// The shares of stores (SDQ).
    public var storeAllocations: List<StoreAllocation> = []
    /// The requested delivery (DTM 002).
    public var requestedDeliveryDate: CalendarDate?
    /// The requested shipment (DTM 010).
    public var requestedShipDate: CalendarDate?
    /// The first day for shipping (DTM 037).
    public var shipNotBeforeDate: CalendarDate?
    /// The last day for shipping (DTM 038).
    public var shipNotAfterDate: CalendarDate?
    /// The day after which the line is off (DTM 001).
    public var cancelAfterDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// The packages (TD1).
    public var lading: List<Lading> = []
    /// Who carries the goods (TD5).
    public var routing: List<CarrierRouting> = []
    /// Marks on packages (MAN).
    public var marks: List<Mark> = []
    /// Words about the line (MSG).
    public var messages: List<Message> = []
    /// Taxes on it (TXI).
    public var taxes: List<Tax> = []
    /// Further quantities (QTY).
    public var quantities: List<QualifiedQuantity> = []
    /// The parts of the quantity at their dates (SCH).
    public var schedules: List<Schedule> = []
    /// How to pack and mark (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// The conditions of sale (IT8).
    public var saleConditions: List<SaleConditions> = []
    /// Tax numbers and exemptions (TAX).
    public var taxRegistrations: List<TaxRegistration> = []
    /// How far it is fulfilled (IT3).
    public var fulfillments: List<FulfillmentStatus> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// Codes of an industry's own lists (LM).
    public var industryCodes: List<IndustryCodes> = []
    /// Messages that belong to a reference (N9).
    public var notes: List<ReferenceNote> = []
    /// Parties to this line, such as another ship-to (N1).
    public var parties: List<Party> = []
    /// The parts of the item (SLN).
    public var subLines: List<SubLine> = []
    /// Amounts of money (AMT).
    public var amounts: List<QualifiedAmount> = []

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
        json.field("contracts", &contracts)
        json.field("priceChanges", &priceChanges)
        json.field("prices", &prices)
        json.field("measurements", &measurements)
        json.field("descriptions", &descriptions)
        json.field("packaging", &packaging)
        json.field("departmentNumber", &departmentNumber)
        json.field("contractReference", &contractReference)
        json.field("customerOrderNumber", &customerOrderNumber)
        json.field("lineItemControlNumber", &lineItemControlNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("salesRequirements", &salesRequirements)
        json.field("paymentTerms", &paymentTerms)
        json.field("freightTerms", &freightTerms)
        json.field("storeAllocations", &storeAllocations)
        json.field("requestedDeliveryDate", &requestedDeliveryDate)
        json.field("requestedShipDate", &requestedShipDate)
        json.field("shipNotBeforeDate", &shipNotBeforeDate)
        json.field("shipNotAfterDate", &shipNotAfterDate)
        json.field("cancelAfterDate", &cancelAfterDate)
        json.field("otherDates", &otherDates)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("marks", &marks)
        json.field("messages", &messages)
        json.field("taxes", &taxes)
        json.field("quantities", &quantities)
        json.field("schedules", &schedules)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("attachments", &attachments)
        json.field("saleConditions", &saleConditions)
        json.field("taxRegistrations", &taxRegistrations)
        json.field("fulfillments", &fulfillments)
        json.field("equipment", &equipment)
        json.field("hazardNotices", &hazardNotices)
        json.field("industryCodes", &industryCodes)
        json.field("notes", &notes)
        json.field("parties", &parties)
        json.field("subLines", &subLines)
        json.field("amounts", &amounts)
    }
}
