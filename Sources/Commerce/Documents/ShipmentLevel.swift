/// Describes a shipment, an order in it, a pallet, a package or an item (loop HL of an 856).
public struct ShipmentLevel: JSONObject, Sendable, Equatable {
    /// What it is (HL03, element 735): S shipment, O order, T pallet, P package, I item.
    public var level = Text()
    /// Whether levels follow below, as sent (HL04, element 736): 1 yes, 0 no.
    public var hasContents = Text()
    /// The line's number (LIN01).
    public var number = Text()
    /// What the item is called (LIN02 to LIN31).
    public var identifiers: List<ItemIdentifier> = []
    /// The number of the line in the order, or of this shipped line (SN101).
    public var lineNumber = Text()
    /// The shipped quantity (SN102, SN103).
    public var shippedQuantity = Quantity()
    /// The quantity shipped so far (SN104).
    public var shippedToDate: Decimal?
    /// The ordered quantity (SN105, SN106).
    public var orderedQuantity = Quantity()
    /// How the returnable container is loaded (SN107, element 728).
    public var containerLoad = Text()
    /// What became of the order line (SN108, element 668), such as AC for accepted and shipped.
    public var lineStatus = Text()
    /// The parts of the item (SLN).
    public var subLines: List<SubLine> = []
    /// The purchase order (PRF).
    public var order = OrderReference()
    /// How it is packed (PO4).
    public var packaging: List<Packaging> = []
    /// What the item is (PID).
    public var descriptions: List<ItemDescription> = []
    /// Measured properties (MEA).
    public var measurements: List<Measurement> = []
    /// How it is packed and marked (PKG).
    public var packagingInstructions: List<PackagingInstruction> = []
    /// The packages and their weight (TD1).
    public var lading: List<Lading> = []
    /// Who carries it (TD5).
    public var routing: List<CarrierRouting> = []
    /// Trailers and containers (TD3).
    public var equipment: List<Equipment> = []
    /// The bill of lading (REF BM).
    public var billOfLading = Text()
    /// The carrier's PRO number (REF CN).
    public var carrierReference = Text()
    /// The carrier's tracking number (REF 2I).
    public var trackingNumber = Text()
    /// The packing list (REF PK).
    public var packingSlip = Text()
    /// The seller's invoice (REF IV).
    public var invoiceNumber = Text()
    /// The buyer's department (REF DP).
    public var departmentNumber = Text()
    /// The seller's number at the buyer (REF IA).
    public var internalVendorNumber = Text()
    /// The seller's order number (REF VN).
    public var vendorOrderNumber = Text()
    /// The lot (REF LT).
    public var lotNumber = Text()
    /// The serial number (REF SE).
    public var serialNumber = Text()
    /// All other references (REF).
    public var references: List<Reference> = []
    /// Whom to ask (PER).
    public var contacts: List<Contact> = []
    /// What is printed on the package, such as its SSCC (MAN).
    public var marks: List<Mark> = []
    /// The shipment (DTM 011).
    public var shipDate: CalendarDate?
    /// The time of the shipment (DTM 011).
    public var shipTime: TimeOfDay?
    /// The estimated delivery (DTM 017).
    public var estimatedDeliveryDate: CalendarDate?
    /// The time of the estimated delivery (DTM 017).
    public var estimatedDeliveryTime: TimeOfDay?
    /// The delivery as now scheduled (DTM 067).
    public var scheduledDeliveryDate: CalendarDate?
    /// The day the item expires (DTM 036).
    public var expiryDate: CalendarDate?
    /// The day the item was made (DTM 094).
    public var manufactureDate: CalendarDate?
    /// All other dates (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// Who pays the freight (FOB).
    public var freightTerms: List<FreightTerms> = []
    /// The parties (N1).
    public var parties: List<Party> = []
    /// The shares of stores (SDQ).
    public var storeAllocations: List<StoreAllocation> = []
    /// What is taken off or added (SAC).
    public var allowancesAndCharges: List<AllowanceCharge> = []
    /// Papers that go with it (PWK).
    public var attachments: List<Attachment> = []
    /// What to heed when it is handled (TD4).
    public var hazardNotices: List<HazardNotice> = []
    /// Codes of an industry's own lists (LM).
    public var industryCodes: List<IndustryCodes> = []
    /// The currency of its prices, where it is another (CUR).
    public var currency = Currency()
    /// The loads it is divided into (CLD).
    public var loads: List<LoadDetail> = []
    /// The levels in it, in order.
    public var contains: List<ShipmentLevel> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("level", &level)
        json.field("hasContents", &hasContents)
        json.field("number", &number)
        json.field("identifiers", &identifiers)
        json.field("lineNumber", &lineNumber)
        json.field("shippedQuantity", &shippedQuantity)
        json.field("shippedToDate", &shippedToDate)
        json.field("orderedQuantity", &orderedQuantity)
        json.field("containerLoad", &containerLoad)
        json.field("lineStatus", &lineStatus)
        json.field("subLines", &subLines)
        json.field("order", &order)
        json.field("packaging", &packaging)
        json.field("descriptions", &descriptions)
        json.field("measurements", &measurements)
        json.field("packagingInstructions", &packagingInstructions)
        json.field("lading", &lading)
        json.field("routing", &routing)
        json.field("equipment", &equipment)
        json.field("billOfLading", &billOfLading)
        json.field("carrierReference", &carrierReference)
        json.field("trackingNumber", &trackingNumber)
        json.field("packingSlip", &packingSlip)
        json.field("invoiceNumber", &invoiceNumber)
        json.field("departmentNumber", &departmentNumber)
        json.field("internalVendorNumber", &internalVendorNumber)
        json.field("vendorOrderNumber", &vendorOrderNumber)
        json.field("lotNumber", &lotNumber)
        json.field("serialNumber", &serialNumber)
        json.field("references", &references)
        json.field("contacts", &contacts)
        json.field("marks", &marks)
        json.field("shipDate", &shipDate)
        json.field("shipTime", &shipTime)
        json.field("estimatedDeliveryDate", &estimatedDeliveryDate)
        json.field("estimatedDeliveryTime", &estimatedDeliveryTime)
        json.field("scheduledDeliveryDate", &scheduledDeliveryDate)
        json.field("expiryDate", &expiryDate)
        json.field("manufactureDate", &manufactureDate)
        json.field("otherDates", &otherDates)
        json.field("freightTerms", &freightTerms)
        json.field("parties", &parties)
        json.field("storeAllocations", &storeAllocations)
        json.field("allowancesAndCharges", &allowancesAndCharges)
        json.field("attachments", &attachments)
        json.field("hazardNotices", &hazardNotices)
        json.field("industryCodes", &industryCodes)
        json.field("currency", &currency)
        json.field("loads", &loads)
        json.field("contains", &contains)
    }
}
