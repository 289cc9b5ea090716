public import Commerce
import X12

extension Invoice {
    /// Walks an 810 from BIG to CTT.
    public mutating func code810(_ set: inout some SetCoding) {
        set.segment("BIG") { s in
            s.date(1, &invoiceDate)
            s.text(2, &head.number)
            s.date(3, &orderDate)
            s.text(4, &orderNumber)
            s.text(5, &releaseNumber)
            s.text(6, &changeSequence)
            s.text(7, &transactionType)
            s.text(8, &purpose)
            s.text(9, &action)
            s.text(10, &relatedInvoiceNumber)
        }
        set.each("NTE", &remarks) { $0.codeElements(&$1) }
        set.segment("CUR") { currency.codeElements(&$0) }
        codeReferences(&set)
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
        set.each("ITD", &paymentTerms) { $0.codeElements(&$1) }
        codeDates(&set)
        set.each("FOB", &freightTerms) { $0.codeElements(&$1) }
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.each("PKG", &packagingInstructions) { $0.codeElements(&$1) }
        set.loop("N9", &notes) { $0.code810(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.loop("LM", &industryCodes) { $0.code(&$1) }
        set.loop("FA1", &accounting) { $0.code(&$1) }
        set.loop("IT1", &lines) { $0.code810(&$1) }
        codeSummary(&set)
    }

    private mutating func codeReferences(_ set: inout some SetCoding) {
        set.segment("REF", where: "DP") { $0.text(2, &departmentNumber) }
        set.segment("REF", where: "CT") { $0.text(2, &contractReference) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "CO") { $0.text(2, &customerOrderNumber) }
        set.segment("REF", where: "IA") { $0.text(2, &internalVendorNumber) }
        set.segment("REF", where: "BM") { $0.text(2, &billOfLading) }
        set.segment("REF", where: "CN") { $0.text(2, &carrierReference) }
        set.segment("REF", where: "PK") { $0.text(2, &packingSlip) }
        set.segment("REF", where: "3H") { $0.text(2, &caseNumber) }
        set.segment("REF", where: "OI") { $0.text(2, &originalInvoiceNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
    }

    private mutating func codeDates(_ set: inout some SetCoding) {
        set.segment("DTM", where: "011") { s in
            s.date(2, &shipDate)
            s.time(3, &shipTime)
        }
        set.segment("DTM", where: "035") { $0.date(2, &deliveryDate) }
        set.segment("DTM", where: "150") { $0.date(2, &servicePeriodStart) }
        set.segment("DTM", where: "151") { $0.date(2, &servicePeriodEnd) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
    }

    private mutating func codeSummary(_ set: inout some SetCoding) {
        set.segment("TDS") { s in
            s.amount(1, &totalAmount)
            s.amount(2, &discountableAmount)
            s.amount(3, &discountedAmount)
            s.amount(4, &discountAmount)
        }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
        set.segment("CAD") { carrier.codeElements(&$0) }
        set.each("AMT", &amounts) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code810(&$1) }
        set.loop("ISS", &shipmentSummaries) { $0.code(&$1) }
        Totals.code(&totals, &set)
    }
}

extension InvoiceLine {
    /// Walks the loop IT1 of an 810.
    mutating func code810(_ set: inout some SetCoding) {
        set.segment("IT1") { s in
            s.text(1, &number)
            s.decimal(2, &quantity.value)
            s.text(3, &quantity.unit)
            s.decimal(4, &price)
            s.text(5, &priceBasis)
            s.pairs(6...25, &identifiers)
        }
        set.each("QTY", &quantities) { $0.codeElements(&$1) }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
        set.each("CTP", &prices) { $0.codeElements(&$1) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
        set.loop("PID", &descriptions) { $0.code(&$1) }
        set.each("PKG", &packagingInstructions) { $0.codeElements(&$1) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.each("ITD", &paymentTerms) { $0.codeElements(&$1) }
        set.segment("REF", where: "PO") { $0.text(2, &orderNumber) }
        set.segment("REF", where: "VN") { $0.text(2, &vendorOrderNumber) }
        set.segment("REF", where: "PK") { $0.text(2, &packingSlip) }
        set.segment("REF", where: "LT") { $0.text(2, &lotNumber) }
        set.segment("REF", where: "SE") { $0.text(2, &serialNumber) }
        set.segment("REF", where: "FJ") { $0.text(2, &lineItemControlNumber) }
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PER", &contacts) { $0.codeElements(&$1) }
        set.each("SDQ", &storeAllocations) { $0.codeElements(&$1) }
        set.segment("DTM", where: "011") { $0.date(2, &shipDate) }
        set.segment("DTM", where: "035") { $0.date(2, &deliveryDate) }
        set.segment("DTM", where: "036") { $0.date(2, &expiryDate) }
        set.each("DTM", &otherDates) { $0.codeElements(&$1) }
        set.each("CAD", &carriers) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code810(&$1) }
        set.segment("CUR") { currency.codeElements(&$0) }
        set.each("IT3", &fulfillments) { $0.codeElements(&$1) }
        set.each("PWK", &attachments) { $0.codeElements(&$1) }
        set.loop("LM", &industryCodes) { $0.code(&$1) }
        set.loop("FA1", &accounting) { $0.code(&$1) }
        set.loop("SLN", &subLines) { $0.code810(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
    }
}
