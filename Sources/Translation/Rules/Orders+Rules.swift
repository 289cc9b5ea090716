public import Commerce
import X12

extension PurchaseOrder {
    /// Line count, hash total, check digits.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        for line in lines.indices {
            quantities.add(lines[line].quantity.value)
            CheckDigit.check(lines[line].identifiers, segment: "PO1", first: 6, &breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        return breaches
    }
}

extension OrderAcknowledgment {
    /// Line count, hash total, check digits.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        for line in lines.indices {
            quantities.add(lines[line].quantity.value)
            CheckDigit.check(lines[line].identifiers, segment: "PO1", first: 6, &breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        return breaches
    }
}
