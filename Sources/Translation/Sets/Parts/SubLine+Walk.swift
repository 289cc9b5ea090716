import Commerce
import X12

extension SubLine {
    /// Walks the elements of SLN.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &number)
        segment.text(2, &parentNumber)
        segment.text(3, &relationship)
        segment.decimal(4, &quantity.value)
        segment.text(5, component: 1, &quantity.unit)
        segment.decimal(6, &price)
        segment.text(7, &priceBasis)
        segment.text(8, &priceRelationship)
        segment.pairs(9...28, &identifiers)
    }
}

extension SubLine {
    /// Walks the loop SLN of an order.
    mutating func code850(_ set: inout some SetCoding) {
        set.segment("SLN") { codeElements(&$0) }
        Message.code(&messages, &set)
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("DTM", &dates) { $0.codeElements(&$1) }
        set.each("PO3", &priceChanges) { $0.codeElements(&$1) }
        set.each("CTP", &prices) { $0.codeElements(&$1) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.loop("QTY", &quantities) { $0.codeLoop(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
    }

    /// Walks the loop SLN of an acknowledgment.
    mutating func code855(_ set: inout some SetCoding) {
        set.segment("SLN") { codeElements(&$0) }
        Message.code(&messages, &set)
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("PO3", &priceChanges) { $0.codeElements(&$1) }
        set.each("CTP", &prices) { $0.codeElements(&$1) }
        set.each("ACK", &outcomes) { $0.codeElements(&$1) }
        set.loop("SAC", &allowancesAndCharges) { $0.code(&$1) }
        set.each("DTM", &dates) { $0.codeElements(&$1) }
        set.each("PO4", &packaging) { $0.codeElements(&$1) }
        set.loop("QTY", &quantities) { $0.codeLoop(&$1) }
        set.loop("N9", &notes) { $0.code(&$1) }
        set.loop("N1", &parties) { $0.code(&$1) }
    }

    /// Walks the loop SLN of an invoice.
    mutating func code810(_ set: inout some SetCoding) {
        set.segment("SLN") { codeElements(&$0) }
        set.each("DTM", &dates) { $0.codeElements(&$1) }
        set.each("REF", &references) { $0.codeElements(&$1) }
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
        set.each("SAC", &allowancesAndCharges) { $0.codeElements(&$1) }
        set.each("TXI", &taxes) { $0.codeElements(&$1) }
    }
}
