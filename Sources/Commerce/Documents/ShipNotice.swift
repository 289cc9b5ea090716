/// Announces a shipment and what is in which package (856).
public struct ShipNotice: Document {
    /// The kind of document, as its JSON calls it.
    public static var kind: Text { "ShipNotice" }

    /// The document's identity; its number is that of the shipment (BSN02).
    public var head = DocumentHead(kind: ShipNotice.kind)
    /// What the document does (BSN01, element 353): 00 a new notice, 01 a cancellation, 05 a replacement.
    public var purpose = Text()
    /// The day the notice was made (BSN03).
    public var createdDate: CalendarDate?
    /// The time the notice was made (BSN04).
    public var createdTime: TimeOfDay?
    /// How the levels nest (BSN05, element 1005): 0001 shipment, order, pack, item.
    public var structure = Text()
    /// The kind of transaction (BSN06, element 640).
    public var transactionType = Text()
    /// Why it was sent (BSN07, element 641).
    public var statusReason = Text()
    /// The shipment (DTM 011), where the heading has it.
    public var shipDate: CalendarDate?
    /// The time of the shipment (DTM 011).
    public var shipTime: TimeOfDay?
    /// The estimated delivery (DTM 017), where the heading has it.
    public var estimatedDeliveryDate: CalendarDate?
    /// The time of the estimated delivery (DTM 017).
    public var estimatedDeliveryTime: TimeOfDay?
    /// All other dates of the heading (DTM).
    public var otherDates: List<QualifiedDate> = []
    /// The levels that are in no other, normally one shipment (HL).
    public var levels: List<ShipmentLevel> = []
    /// The sums to check it by (CTT).
    public var totals: Totals?
    /// All that the fields above have no place for.
    public var extras: [Extra] = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        head.code(&json)
        json.field("purpose", &purpose)
        json.field("createdDate", &createdDate)
        json.field("createdTime", &createdTime)
        json.field("structure", &structure)
        json.field("transactionType", &transactionType)
        json.field("statusReason", &statusReason)
        json.field("shipDate", &shipDate)
        json.field("shipTime", &shipTime)
        json.field("estimatedDeliveryDate", &estimatedDeliveryDate)
        json.field("estimatedDeliveryTime", &estimatedDeliveryTime)
        json.field("otherDates", &otherDates)
        json.field("levels", &levels)
        json.field("totals", &totals)
        json.field("extras", &extras)
    }
}
