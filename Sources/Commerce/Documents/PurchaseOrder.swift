/// Orders goods from a seller (850).
public struct PurchaseOrder: Document {
    /// The kind of document, as its JSON calls it.
    public static var kind: Text { "PurchaseOrder" }

    /// The document's identity; its number is that of the order (BEG03).
    public var head = DocumentHead(kind: PurchaseOrder.kind)
    /// What the document does (BEG01, element 353): 00 a new order, 01 a cancellation, 05 a replacement.
    public var purpose = Text()
    /// The kind of order (BEG02, element 92), such as SA for a stand-alone order.
    public var orderType = Text()
    /// The release of a blanket order (BEG04).
    public var releaseNumber = Text()
    /// The date of the order (BEG05).
    public var orderDate: CalendarDate?
    /// The contract (BEG06).
    public var contractNumber = Text()
    /// The acknowledgment the buyer asks for (BEG07, element 587).
    public var acknowledgmentType = Text()
    /// The invoice the buyer asks for (BEG08, element 1019).
    public var invoiceType = Text()
    /// The kind of contract (BEG09, element 1166).
    public var contractType = Text()
    /// The category of the purchase (BEG10, element 1232).
    public var purchaseCategory = Text()
    /// Who may see the order (BEG11, element 786).
    public var securityLevel = Text()
    /// The kind of transaction (BEG12, element 640).
    public var transactionType = Text()
    /// The currency of the prices (CUR).
    public var currency = Currency()
    /// The buyer's department (REF DP).
    public var departmentNumber = Text()
    /// The contract as a reference (REF CT).
    public var contractReference = Text()
    /// The order number of the buyer's customer (REF CO).
    public var customerOrderNumber = Text()
    /// The promotion or deal (REF PD).
    public var promotionNumber = Text()
    /// The seller's number at the buyer (REF IA).
    public var internalVendorNumber = Text()
    /// The seller's identifier (REF VR).
    public var vendorIdentifier = Text()
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The surgical case of a bill-only order (REF 3H).
    public var caseNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// Taxpayers and exemptions (TAX).
    public var taxRegistrations: List<TaxRegistration> = []
    /// Who pays the freight (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// Prices that hold for the order (CTP).
    public var prices: List<Price> = []
    /// Conditions on how the order is met (CSH).
    public var salesRequirements: List<SalesRequirement> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// When to pay (ITD).
    public var paymentTerms: List<PaymentTerms> = []
    /// The requested delivery (DTM 002).
    public var requestedDeliveryDate: CalendarDate?
    /// The time of the requested delivery (DTM 002).
    public var requestedDeliveryTime: TimeOfDay?
    /// The requested shipment (DTM 010).
    public var requestedShipDate: CalendarDate?
    /// The first day for shipping (DTM 037).
    public var shipNotBeforeDate: CalendarDate?
    /// The last day for shipping (DTM 038).
    public var shipNotAfterDate: CalendarDate?
    /// The first day for delivering (DTM 064).
    public var deliverNotBeforeDate: CalendarDate?
    /// The last day for delivering (DTM 063).
    public var deliverNotAfterDate: CalendarDate?
    /// The day after which the order is off (DTM 001).
    public var cancelAfterDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// What the order is for (PID).
    public var descriptions: List<ItemDescription> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// How to pack and mark (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// The packages (TD1).
    public var lading: List<Lading> = []
    /// Who carries the goods (TD5).
    public var routing: List<CarrierRouting> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// Marks on packages (MAN).
    public var marks: List<Mark> = []
    /// Taxes (TXI).
    public var taxes: List<Tax> = []
    /// Amounts of money in the heading (AMT).
    public var amounts: List<QualifiedAmount> = []
    /// How long it takes (LDT).
    public var leadTimes: List<LeadTime> = []
    /// Further items (LIN).
    public var itemGroups: List<ItemGroup> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// Instructions and other messages (N9, MSG).
    public var notes: List<ReferenceNote> = []
    /// The parties (N1).
    public var parties: List<Party> = []
    /// The lines (PO1).
    public var lines: List<OrderLine> = []
    /// The sums to check it by (CTT, AMT).
    public var totals: Totals?
    /// All that the fields above have no place for.
    public var extras: [Extra] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        head.code(&json)
        json.field("purpose", &purpose)
        json.field("orderType", &orderType)
        json.field("releaseNumber", &releaseNumber)
        json.field("orderDate", &orderDate)
        json.field("contractNumber", &contractNumber)
        json.field("acknowledgmentType", &acknowledgmentType)
        json.field("invoiceType", &invoiceType)
        json.field("contractType", &contractType)
        json.field("purchaseCategory", &purchaseCategory)
        json.field("securityLevel", &securityLevel)
        json.field("transactionType", &transactionType)
        json.field("currency", &currency)
        json.field("departmentNumber", &departmentNumber)
        json.field("contractReference", &contractReference)
        json.field("customerOrderNumber", &customerOrderNumber)
        json.field("promotionNumber", &promotionNumber)
        json.field("internalVendorNumber", &internalVendorNumber)
        json.field("vendorIdentifier", &vendorIdentifier)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("caseNumber", &caseNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("taxRegistrations", &taxRegistrations)
        json.field("freightTerms", &freightTerms)
        json.field("prices", &prices)
        json.field("salesRequirements", &salesRequirements)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("paymentTerms", &paymentTerms)
        json.field("requestedDeliveryDate", &requestedDeliveryDate)
        json.field("requestedDeliveryTime", &requestedDeliveryTime)
        json.field("requestedShipDate", &requestedShipDate)
        json.field("shipNotBeforeDate", &shipNotBeforeDate)
        json.field("shipNotAfterDate", &shipNotAfterDate)
        json.field("deliverNotBeforeDate", &deliverNotBeforeDate)
        json.field("deliverNotAfterDate", &deliverNotAfterDate)
        json.field("cancelAfterDate", &cancelAfterDate)
        json.field("otherDates", &otherDates)
        json.field("descriptions", &descriptions)
        json.field("measurements", &measurements)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("equipment", &equipment)
        json.field("marks", &marks)
        json.field("taxes", &taxes)
        json.field("amounts", &amounts)
        json.field("leadTimes", &leadTimes)
        json.field("itemGroups", &itemGroups)
        json.field("attachments", &attachments)
        json.field("hazardNotices", &hazardNotices)
        json.field("notes", &notes)
        json.field("parties", &parties)
        json.field("lines", &lines)
        json.field("totals", &totals)
        json.field("extras", &extras)
    }
}
