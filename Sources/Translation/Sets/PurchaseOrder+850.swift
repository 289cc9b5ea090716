public import Commerce
import X12

extension PurchaseOrder {
    /// Walks an 850 from BEG to CTT.
    public mutating func code850(_ set: inout some SetCoding) {
        set.segment("BEG") { s in
            s.text(1, &purpose)
            s.text(2, &orderType)
            s.text(3, &head.number)
            s.text(4, &releaseNumber)
            s.date(5, &orderDate)
            s.text(6, &contractNumber)
            s.text(7, &acknowledgmentType)
            s.text(8, &invoiceType)
            s.text(9, &contractType)
            s.text(10, &purchaseCategory)
            s.text(11, &securityLevel)
            s.text(12, &transactionType)
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
        set.loop("AMT", &amounts) { $0.codeLoop(&$1) }
        set.each("LDT", &leadTimes) { $0.codeElements(&$1) }
        set.each("LIN", &itemGroups) { $0.codeElements(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
        set.loop("PO1", &lines) { $0.code850(&$1) }
        set.loop("CTT", &totals) { $0.code(&$1) }
    }

    private mutating func codeReferences(_ set: inout some SetCoding) {
        set.segment("REF", where: "DP") { $0.text(2, &departmentNumber) }
        set.segment("REF", where: "CT") { $0.text(2, &contractReference) }
        set.segment("REF", where: "CO") { $0.text(2, &customerOrderNumber) }
        set.segment("REF", where: "PD") { $0.text(2, &promotionNumber) }
        set.segment("REF", where: "IA") { $0.text(2, &internalVendorNumber) }
        set.segment("REF", where: "VR") { $0.text(2, &vendorIdentifier) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "3H") { $0.text(2, &caseNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }

    private mutating func codeDates(_ set: inout some SetCoding) {
        set.segment("DTM", where: "002") { s in
            s.date(2, &requestedDeliveryDate)
            s.time(3, &requestedDeliveryTime)
        }
        set.segment("DTM", where: "010") { $0.date(2, &requestedShipDate) }
        set.segment("DTM", where: "037") { $0.date(2, &shipNotBeforeDate) }
        set.segment("DTM", where: "038") { $0.date(2, &shipNotAfterDate) }
        set.segment("DTM", where: "064") { $0.date(2, &deliverNotBeforeDate) }
        set.segment("DTM", where: "063") { $0.date(2, &deliverNotAfterDate) }
        set.segment("DTM", where: "001") { $0.date(2, &cancelAfterDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
    }
}

extension OrderLine {
    /// Walks the loop PO1 of an 850.
    mutating func code850(_ set: inout some SetCoding) {
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
        set.each("CN1", &contracts) { $0.codeElements(&$1) }
        set.each("PO3", &priceChanges) { $0.codeElements(&$1) }
        set.loop("CTP", &prices) { $0.codeLoop(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.loop("PID", &descriptions) { $0.code(&$1) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.segment("REF", where: "DP") { $0.text(2, &departmentNumber) }
        set.segment("REF", where: "CT") { $0.text(2, &contractReference) }
        set.segment("REF", where: "CO") { $0.text(2, &customerOrderNumber) }
        set.segment("REF", where: "FJ") { $0.text(2, &lineItemControlNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.each("CSH", &salesRequirements) { $0.codeElements(&$1) }
        set.each("ITD", &paymentTerms) { $0.codeElements(&$1) }
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.each("SDQ", &storeAllocations) { $0.codeElements(&$1) }
        codeDates(&set)
        set.each("TD1", &lading) { $0.codeElements(&$1) }
        set.each("TD5", &routing) { $0.codeElements(&$1) }
        set.each("MAN", &marks) { $0.codeElements(&$1) }
        Message.code(&messages, &set)
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
        set.loop("QTY", &quantities) { $0.codeLoop(&$1) }
        set.loop("SCH", &schedules) { $0.code(&$1) }
        set.loop("PKG", &packagingInstructions) { $0.codeLoop(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.each("IT8", &saleConditions) { $0.codeElements(&$1) }
        set.each("TAX", &taxRegistrations) { $0.codeElements(&$1) }
        set.each("IT3", &fulfillments) { $0.codeElements(&$1) }
        set.each("TD3", &equipment) { $0.codeElements(&$1) }
        set.each("TD4", &hazardNotices) { $0.codeElements(&$1) }
        set.loop("LM", &industryCodes) { $0.code(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("N1", &parties) { $0.codeOnLine(&$1) }
        set.loop("SLN", &subLines) { $0.code850(&$1) }
        set.loop("AMT", &amounts) { $0.codeLoop(&$1) }
    }

    private mutating func codeDates(_ set: inout some SetCoding) {
        set.segment("DTM", where: "002") { $0.date(2, &requestedDeliveryDate) }
        set.segment("DTM", where: "010") { $0.date(2, &requestedShipDate) }
        set.segment("DTM", where: "037") { $0.date(2, &shipNotBeforeDate) }
        set.segment("DTM", where: "038") { $0.date(2, &shipNotAfterDate) }
        set.segment("DTM", where: "001") { $0.date(2, &cancelAfterDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
    }
}
