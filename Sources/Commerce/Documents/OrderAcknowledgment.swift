/// Answers an order: what the seller accepts, changes or rejects (855).
public struct OrderAcknowledgment: Document {
    /// The kind of document, as its JSON calls it.
    public static var kind: Text { "OrderAcknowledgment" }

    /// The document's identity; its number is that of the order it answers (BAK03).
    public var head = DocumentHead(kind: OrderAcknowledgment.kind)
    /// What the document does (BAK01, element 353): 00 the first answer, 06 a confirmation.
    public var purpose = Text()
    /// The answer as a whole (BAK02, element 587), such as AC for accepted with changes.
    public var acknowledgmentType = Text()
    /// The date of the order (BAK04).
    public var orderDate: CalendarDate?
    /// The release of a blanket order (BAK05).
    public var releaseNumber = Text()
    /// The reference of the request (BAK06).
    public var requestReference = Text()
    /// The contract (BAK07).
    public var contractNumber = Text()
    /// The seller's own number for the order or the answer (BAK08).
    public var sellerReference = Text()
    /// The date of the answer (BAK09).
    public var acknowledgmentDate: CalendarDate?
    /// The kind of transaction (BAK10, element 640).
    public var transactionType = Text()
    /// The currency of the prices (CUR).
    public var currency = Currency()
    /// The buyer's department (REF DP).
    public var departmentNumber = Text()
    /// The contract as a reference (REF CT).
    public var contractReference = Text()
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The order number of the buyer's customer (REF CO).
    public var customerOrderNumber = Text()
    /// The seller's number at the buyer (REF IA).
    public var internalVendorNumber = Text()
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
    /// The delivery as now scheduled (DTM 067).
    public var scheduledDeliveryDate: CalendarDate?
    /// The time of the scheduled delivery (DTM 067).
    public var scheduledDeliveryTime: TimeOfDay?
    /// The shipment as now scheduled (DTM 068).
    public var scheduledShipDate: CalendarDate?
    /// The promised delivery (DTM 069).
    public var promisedDeliveryDate: CalendarDate?
    /// The promised shipment (DTM 079).
    public var promisedShipDate: CalendarDate?
    /// The delivery the buyer asked for (DTM 002).
    public var requestedDeliveryDate: CalendarDate?
    /// The shipment the buyer asked for (DTM 010).
    public var requestedShipDate: CalendarDate?
    /// The shipment (DTM 011).
    public var shipDate: CalendarDate?
    /// The estimated delivery (DTM 017).
    public var estimatedDeliveryDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// What the order is for (PID).
    public var descriptions: List<ItemDescription> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// How the goods are packed and marked (PKG).
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
    /// How long it takes (LDT).
    public var leadTimes: List<LeadTime> = []
    /// Further items (LIN).
    public var itemGroups: List<ItemGroup> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// Messages that belong to a reference (N9, MSG).
    public var notes: List<ReferenceNote> = []
    /// The parties (N1).
    public var parties: List<Party> = []
    /// The lines (PO1).
    public var lines: List<AcknowledgmentLine> = []
    /// The sums to check it by (CTT, AMT).
    public var totals: Totals?
    /// All that the fields above have no place for.
    public var extras: [Extra] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        head.code(&json)
        json.field("purpose", &purpose)
        json.field("acknowledgmentType", &acknowledgmentType)
        json.field("orderDate", &orderDate)
        json.field("releaseNumber", &releaseNumber)
        json.field("requestReference", &requestReference)
        json.field("contractNumber", &contractNumber)
        json.field("sellerReference", &sellerReference)
        json.field("acknowledgmentDate", &acknowledgmentDate)
        json.field("transactionType", &transactionType)
        json.field("currency", &currency)
        json.field("departmentNumber", &departmentNumber)
        json.field("contractReference", &contractReference)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("customerOrderNumber", &customerOrderNumber)
        json.field("internalVendorNumber", &internalVendorNumber)
        json.field("caseNumber", &caseNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("taxRegistrations", &taxRegistrations)
        json.field("freightTerms", &freightTerms)
        json.field("prices", &prices)
        json.field("salesRequirements", &salesRequirements)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("paymentTerms", &paymentTerms)
        json.field("scheduledDeliveryDate", &scheduledDeliveryDate)
        json.field("scheduledDeliveryTime", &scheduledDeliveryTime)
        json.field("scheduledShipDate", &scheduledShipDate)
        json.field("promisedDeliveryDate", &promisedDeliveryDate)
        json.field("promisedShipDate", &promisedShipDate)
        json.field("requestedDeliveryDate", &requestedDeliveryDate)
        json.field("requestedShipDate", &requestedShipDate)
        json.field("shipDate", &shipDate)
        json.field("estimatedDeliveryDate", &estimatedDeliveryDate)
        json.field("otherDates", &otherDates)
        json.field("descriptions", &descriptions)
        json.field("measurements", &measurements)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("equipment", &equipment)
        json.field("marks", &marks)
        json.field("taxes", &taxes)
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

// MARK: - Meaning

extension OrderAcknowledgment {
    /// The answer as a whole in plain words, the code itself where none are known.
    public var meaning: Text {
        switch acknowledgmentType {
        case "AC": "accepted with changes"
        case "AD": "accepted, no change, with lines"
        case "AE": "accepted but for the lines given"
        case "AH": "on hold"
        case "AK": "acknowledged, no change"
        case "AP": "replenishment acknowledged"
        case "AT": "accepted"
        case "NA": "no acknowledgment needed"
        case "RD": "rejected, with lines"
        case "RF": "rejected for the lines given"
        case "RJ": "rejected"
        case "RN": "rejected, not as agreed"
        case "RO": "rejected with a counter-offer"
        case "RV": "rejected, against the industry's practice"
        default: acknowledgmentType
        }
    }
}
