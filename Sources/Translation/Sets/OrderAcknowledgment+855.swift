public import Commerce
import X12

extension OrderAcknowledgment {
    /// Walks an 855 from BAK to CTT.
    public mutating func code855(_ set: inout some SetCoding) {
        set.segment("BAK") { s in
            s.text(1, &purpose)
            s.text(2, &acknowledgmentType)
            s.text(3, &head.number)
            s.date(4, &orderDate)
            s.text(5, &releaseNumber)
            s.text(6, &requestReference)
            s.text(7, &contractNumber)
            s.text(8, &sellerReference)
            s.date(9, &acknowledgmentDate)
            s.text(10, &transactionType)
        }
        set.segment("CUR") { currency.codeElements(&$0) }
        codeReferences(&set)
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.each("TAX", &taxRegistrations) { $0.codeElements(&$1) }
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.each("CTP", &prices) { $0.codeElements(&$1) }
        set.each("CSH", &salesRequirements) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.each("ITD", &paymentTerms) { $0.codeElements(&$1) }
        codeDates(&set)
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.each("PKG", &packagingInstructions) { $0.codeElements(&$1) }
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        set.each("MAN", &marks) { $0.codeElements(&$1) }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
        set.each("LDT", &leadTimes) { $0.codeElements(&$1) }
        set.each("LIN", &itemGroups) { $0.codeElements(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
        set.loop("PO1", &lines) { $0.code855(&$1) }
        set.loop("CTT", &totals) { $0.code(&$1) }
    }

    private mutating func codeReferences(_ set: inout some SetCoding) {
        set.segment("REF", where: "DP") { $0.text(2, &departmentNumber) }
        set.segment("REF", where: "CT") { $0.text(2, &contractReference) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "CO") { $0.text(2, &customerOrderNumber) }
        set.segment("REF", where: "IA") { $0.text(2, &internalVendorNumber) }
        set.segment("REF", where: "3H") { $0.text(2, &caseNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }

    private mutating func codeDates(_ set: inout some SetCoding) {
        set.segment("DTM", where: "067") { s in
            s.date(2, &scheduledDeliveryDate)
            s.time(3, &scheduledDeliveryTime)
        }
        set.segment("DTM", where: "068") { $0.date(2, &scheduledShipDate) }
        set.segment("DTM", where: "069") { $0.date(2, &promisedDeliveryDate) }
        set.segment("DTM", where: "079") { $0.date(2, &promisedShipDate) }
        set.segment("DTM", where: "002") { $0.date(2, &requestedDeliveryDate) }
        set.segment("DTM", where: "010") { $0.date(2, &requestedShipDate) }
        set.segment("DTM", where: "011") { $0.date(2, &shipDate) }
        set.segment("DTM", where: "017") { $0.date(2, &estimatedDeliveryDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
    }
}

extension AcknowledgmentLine {
    /// Walks the loop PO1 of an 855.
    mutating func code855(_ set: inout some SetCoding) {
        set.segment("PO1") { s in
            s.text(1, &number)
            s.decimal(2, &quantity.value)
            s.text(3, &quantity.unit)
            s.decimal(4, &price)
            s.text(5, &priceBasis)
            s.pairs(6...25, &identifiers)
        }
        set.each("LIN", &itemGroups) { $0.codeElements(&$1) }
        set.segment("CUR") { currency.codeElements(&$0) }
        set.each("PO3", &priceChanges) { $0.codeElements(&$1) }
        set.each("CTP", &prices) { $0.codeElements(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.loop("PID", &descriptions) { $0.code(&$1) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "FJ") { $0.text(2, &lineItemControlNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.each("ITD", &paymentTerms) { $0.codeElements(&$1) }
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.each("SDQ", &storeAllocations) { $0.codeElements(&$1) }
        set.segment("DTM", where: "067") { $0.date(2, &scheduledDeliveryDate) }
        set.segment("DTM", where: "068") { $0.date(2, &scheduledShipDate) }
        set.segment("DTM", where: "069") { $0.date(2, &promisedDeliveryDate) }
        set.segment("DTM", where: "079") { $0.date(2, &promisedShipDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.loop("ACK", &outcomes) { $0.code(&$1) }
        set.each("MAN", &marks) { $0.codeElements(&$1) }
        set.each("AMT", &amounts) { $0.codeElements(&$1) }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
        set.loop("QTY", &quantities) { $0.codeLoop(&$1) }
        set.loop("PKG", &packagingInstructions) { $0.codeLoop(&$1) }
        set.loop("SCH", &schedules) { $0.code(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.each("IT8", &saleConditions) { $0.codeElements(&$1) }
        set.each("CSH", &salesRequirements) { $0.codeElements(&$1) }
        set.each("TAX", &taxRegistrations) { $0.codeElements(&$1) }
        set.each("LDT", &leadTimes) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("N1", &parties) { $0.codeOnLine(&$1) }
        set.loop("SLN", &subLines) { $0.code855(&$1) }
    }
}
