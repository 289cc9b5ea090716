/// Asks for payment, or credits one (810).
public struct Invoice: Document {
    /// The kind of document, as its JSON calls it.
    public static var kind: Text { "Invoice" }

    /// The document's identity; its number is that of the invoice (BIG02).
    public var head = DocumentHead(kind: Invoice.kind)
    /// The date of the invoice (BIG01).
    public var invoiceDate: CalendarDate?
    /// The date of the order (BIG03).
    public var orderDate: CalendarDate?
    /// The purchase order (BIG04).
    public var orderNumber = Text()
    /// The release of a blanket order (BIG05).
    public var releaseNumber = Text()
    /// The number of the order change (BIG06).
    public var changeSequence = Text()
    /// The kind of invoice (BIG07, element 640), such as DI for a debit, CR for a credit.
    public var transactionType = Text()
    /// What the document does (BIG08, element 353).
    public var purpose = Text()
    /// What its receiver should do (BIG09, element 306).
    public var action = Text()
    /// Another invoice it belongs to, such as the one that is credited (BIG10).
    public var relatedInvoiceNumber = Text()
    /// Notes in free words (NTE).
    public var remarks: List<Note> = []
    /// The currency of the amounts (CUR).
    public var currency = Currency()
    /// The buyer's department (REF DP).
    public var departmentNumber = Text()
    /// The contract (REF CT).
    public var contractReference = Text()
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The order number of the buyer's customer (REF CO).
    public var customerOrderNumber = Text()
    /// The seller's number at the buyer (REF IA).
    public var internalVendorNumber = Text()
    /// The bill of lading (REF BM).
    public var billOfLading = Text()
    /// The carrier's PRO number (REF CN).
    public var carrierReference = Text()
    /// The packing list (REF PK).
    public var packingSlip = Text()
    /// The surgical case of a bill-only order (REF 3H).
    public var caseNumber = Text()
    /// The invoice that this one corrects or credits (REF OI).
    public var originalInvoiceNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// The parties (N1).
    public var parties: List<Party> = []
    /// When to pay (ITD).
    public var paymentTerms: List<PaymentTerms> = []
    /// The shipment (DTM 011).
    public var shipDate: CalendarDate?
    /// The time of the shipment (DTM 011).
    public var shipTime: TimeOfDay?
    /// The delivery (DTM 035).
    public var deliveryDate: CalendarDate?
    /// The first day of the service (DTM 150).
    public var servicePeriodStart: CalendarDate?
    /// The last day of the service (DTM 151).
    public var servicePeriodEnd: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// Who pays the freight (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// What the invoice is for (PID).
    public var descriptions: List<ItemDescription> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// How the goods are packed and marked (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// Messages that belong to a reference (N9, MSG).
    public var notes: List<ReferenceNote> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// Codes of an industry's own lists (LM).
    public var industryCodes: List<IndustryCodes> = []
    /// The accounts it is charged to (FA1).
    public var accounting: List<AccountAssignment> = []
    /// The lines (IT1).
    public var lines: List<InvoiceLine> = []
    /// The total before the discount of the payment terms (TDS01).
    public var totalAmount: Decimal?
    /// The part of the total that the discount is of (TDS02).
    public var discountableAmount: Decimal?
    /// The total after the discount (TDS03).
    public var discountedAmount: Decimal?
    /// The discount (TDS04).
    public var discountAmount: Decimal?
    /// Taxes on the whole (TXI).
    public var taxes: List<Tax> = []
    /// How the goods were shipped (CAD).
    public var carrier = CarrierDetail()
    /// Further amounts (AMT).
    public var amounts: List<QualifiedAmount> = []
    /// What is taken off or added on the whole (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// What was shipped in all (ISS).
    public var shipmentSummaries: List<ShipmentSummary> = []
    /// The sums to check it by (CTT).
    public var totals: Totals?
    /// All that the fields above have no place for.
    public var extras: [Extra] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        head.code(&json)
        json.field("invoiceDate", &invoiceDate)
        json.field("orderDate", &orderDate)
        json.field("orderNumber", &orderNumber)
        json.field("releaseNumber", &releaseNumber)
        json.field("changeSequence", &changeSequence)
        json.field("transactionType", &transactionType)
        json.field("purpose", &purpose)
        json.field("action", &action)
        json.field("relatedInvoiceNumber", &relatedInvoiceNumber)
        json.field("remarks", &remarks)
        json.field("currency", &currency)
        json.field("departmentNumber", &departmentNumber)
        json.field("contractReference", &contractReference)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("customerOrderNumber", &customerOrderNumber)
        json.field("internalVendorNumber", &internalVendorNumber)
        json.field("billOfLading", &billOfLading)
        json.field("carrierReference", &carrierReference)
        json.field("packingSlip", &packingSlip)
        json.field("caseNumber", &caseNumber)
        json.field("originalInvoiceNumber", &originalInvoiceNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("parties", &parties)
        json.field("paymentTerms", &paymentTerms)
        json.field("shipDate", &shipDate)
        json.field("shipTime", &shipTime)
        json.field("deliveryDate", &deliveryDate)
        json.field("servicePeriodStart", &servicePeriodStart)
        json.field("servicePeriodEnd", &servicePeriodEnd)
        json.field("otherDates", &otherDates)
        json.field("freightTerms", &freightTerms)
        json.field("descriptions", &descriptions)
        json.field("measurements", &measurements)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("notes", &notes)
        json.field("attachments", &attachments)
        json.field("industryCodes", &industryCodes)
        json.field("accounting", &accounting)
        json.field("lines", &lines)
        json.field("totalAmount", &totalAmount)
        json.field("discountableAmount", &discountableAmount)
        json.field("discountedAmount", &discountedAmount)
        json.field("discountAmount", &discountAmount)
        json.field("taxes", &taxes)
        json.field("carrier", &carrier)
        json.field("amounts", &amounts)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("shipmentSummaries", &shipmentSummaries)
        json.field("totals", &totals)
        json.field("extras", &extras)
    }
}
