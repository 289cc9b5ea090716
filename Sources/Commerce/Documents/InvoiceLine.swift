/// Invoices one item (loop IT1 of an 810).
public struct InvoiceLine: JSONObject, Sendable, Equatable {
    /// The line's number as sent (IT101).
    public var number = Text()
    /// The invoiced quantity (IT102, IT103).
    public var quantity = Quantity()
    /// The price of a unit (IT104).
    public var price: Decimal?
    /// What the price is for (IT105, element 639), such as CT for a contract price.
    public var priceBasis = Text()
    /// What the item is called (IT106 to IT125).
    public var identifiers: List<ItemIdentifier> = []
    /// Further quantities (QTY).
    public var quantities: List<QualifiedQuantity> = []
    /// Taxes on it (TXI).
    public var taxes: List<Tax> = []
    /// Further prices (CTP).
    public var prices: List<Price> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// What the item is (PID).
    public var descriptions: List<ItemDescription> = []
    /// How it is packed and marked (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// How it is packed (PO4).
    public var packaging: List<Packaging> = []
    /// When to pay (ITD).
    public var paymentTerms: List<PaymentTerms> = []
    /// The purchase order, where the lines are of several (REF PO).
    public var orderNumber = Text()
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The packing list (REF PK).
    public var packingSlip = Text()
    /// The lot (REF LT).
    public var lotNumber = Text()
    /// The serial number (REF SE).
    public var serialNumber = Text()
    /// The line's number in the seller's system (REF FJ).
    public var lineItemControlNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// The shares of stores (SDQ).
    public var storeAllocations: List<StoreAllocation> = []
    /// The shipment (DTM 011).
    public var shipDate: CalendarDate?
    /// The delivery (DTM 035).
    public var deliveryDate: CalendarDate?
    /// The day the item expires (DTM 036).
    public var expiryDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// How it was shipped (CAD).
    public var carriers: List<CarrierDetail> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// The currency of its prices, where it is another (CUR).
    public var currency = Currency()
    /// How far it is fulfilled (IT3).
    public var fulfillments: List<FulfillmentStatus> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// Codes of an industry's own lists (LM).
    public var industryCodes: List<IndustryCodes> = []
    /// The accounts it is charged to (FA1).
    public var accounting: List<AccountAssignment> = []
    /// The parts of the item (SLN).
    public var subLines: List<SubLine> = []
    /// Parties to this line (N1).
    public var parties: List<Party> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("quantity", &quantity)
        json.field("price", &price)
        json.field("priceBasis", &priceBasis)
        json.field("identifiers", &identifiers)
        json.field("quantities", &quantities)
        json.field("taxes", &taxes)
        json.field("prices", &prices)
        json.field("measurements", &measurements)
        json.field("descriptions", &descriptions)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("packaging", &packaging)
        json.field("paymentTerms", &paymentTerms)
        json.field("orderNumber", &orderNumber)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("packingSlip", &packingSlip)
        json.field("lotNumber", &lotNumber)
        json.field("serialNumber", &serialNumber)
        json.field("lineItemControlNumber", &lineItemControlNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("storeAllocations", &storeAllocations)
        json.field("shipDate", &shipDate)
        json.field("deliveryDate", &deliveryDate)
        json.field("expiryDate", &expiryDate)
        json.field("otherDates", &otherDates)
        json.field("carriers", &carriers)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("currency", &currency)
        json.field("fulfillments", &fulfillments)
        json.field("attachments", &attachments)
        json.field("industryCodes", &industryCodes)
        json.field("accounting", &accounting)
        json.field("subLines", &subLines)
        json.field("parties", &parties)
    }
}
