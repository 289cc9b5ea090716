public import Commerce
import X12

extension ShipmentLevel: HierarchyLevel {}

extension ShipNotice {
    /// Walks an 856 from BSN to CTT.
    public mutating func code856(_ set: inout some SetCoding) {
        set.segment("BSN") { s in
            s.text(1, &purpose)
            s.text(2, &head.number)
            s.date(3, &createdDate)
            s.time(4, &createdTime)
            s.text(5, &structure)
            s.text(6, &transactionType)
            s.text(7, &statusReason)
        }
        set.segment("DTM", where: "011") { s in
            s.date(2, &shipDate)
            s.time(3, &shipTime)
        }
        set.segment("DTM", where: "017") { s in
            s.date(2, &estimatedDeliveryDate)
            s.time(3, &estimatedDeliveryTime)
        }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
        set.hierarchy(&levels) { $0.code856(&$1) }
        Totals.code(&totals, &set)
    }
}

extension ShipmentLevel {
    /// Walks a loop HL without the levels in it.
    mutating func code856(_ set: inout some SetCoding) {
        set.segment("HL") { s in
            s.text(3, &level)
            s.text(4, &hasContents)
        }
        codeItem(&set)
        set.segment("PRF") { order.codeElements(&$0) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.each("PKG", &packagingInstructions) { $0.codeElements(&$1) }
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        codeReferences(&set)
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.each("MAN", &marks) { $0.codeElements(&$1) }
        codeDates(&set)
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
        set.each("SDQ", &storeAllocations) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.loop("LM", &industryCodes) { $0.code(&$1) }
        set.segment("CUR") { currency.codeElements(&$0) }
        set.loop("CLD", &loads) { $0.code(&$1) }
    }

    private mutating func codeItem(_ set: inout some SetCoding) {
        set.segment("LIN") { s in
            s.text(1, &number)
            s.pairs(2...31, &identifiers)
        }
        set.segment("SN1") { s in
            s.text(1, &lineNumber)
            s.decimal(2, &shippedQuantity.value)
            s.text(3, &shippedQuantity.unit)
            s.decimal(4, &shippedToDate)
            s.decimal(5, &orderedQuantity.value)
            s.text(6, &orderedQuantity.unit)
            s.text(7, &containerLoad)
            s.text(8, &lineStatus)
        }
        set.each("SLN", &subLines) { $0.codeElements(&$1) }
    }

    private mutating func codeReferences(_ set: inout some SetCoding) {
        set.segment("REF", where: "BM") { $0.text(2, &billOfLading) }
        set.segment("REF", where: "CN") { $0.text(2, &carrierReference) }
        set.segment("REF", where: "2I") { $0.text(2, &trackingNumber) }
        set.segment("REF", where: "PK") { $0.text(2, &packingSlip) }
        set.segment("REF", where: "IV") { $0.text(2, &invoiceNumber) }
        set.segment("REF", where: "DP") { $0.text(2, &departmentNumber) }
        set.segment("REF", where: "IA") { $0.text(2, &internalVendorNumber) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "LT") { $0.text(2, &lotNumber) }
        set.segment("REF", where: "SE") { $0.text(2, &serialNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }

    private mutating func codeDates(_ set: inout some SetCoding) {
        set.segment("DTM", where: "011") { s in
            s.date(2, &shipDate)
            s.time(3, &shipTime)
        }
        set.segment("DTM", where: "017") { s in
            s.date(2, &estimatedDeliveryDate)
            s.time(3, &estimatedDeliveryTime)
        }
        set.segment("DTM", where: "067") { $0.date(2, &scheduledDeliveryDate) }
        set.segment("DTM", where: "036") { $0.date(2, &expiryDate) }
        set.segment("DTM", where: "094") { $0.date(2, &manufactureDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
    }
}
