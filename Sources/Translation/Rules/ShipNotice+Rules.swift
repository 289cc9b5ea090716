public import Commerce
import X12

extension ShipNotice {
    /// CTT01 counts the HL segments; SSCC and GTIN check digits. The HL tree itself is judged where it is read, since
    /// the document has it nested already.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var count = 0
        // Through a span: a subscript or a closure would copy each level for the call.
        let slots = levels.slots.span
        for index in 0..<levels.count { slots[index].check(&count, &quantities, &breaches) }
        totals?.check(counting: count, quantities, &breaches)
        return breaches
    }
}

extension ShipmentLevel {
    /// Checks this level and those below it; the reader bounds how deep they nest.
    fileprivate func check(_ count: inout Int, _ quantities: inout QuantitySums, _ breaches: inout [Breach]) {
        count += 1
        quantities.add(shippedQuantity.value)
        CheckDigit.check(identifiers, segment: "LIN", first: 2, &breaches)
        for mark in marks {
            if let breach = CheckDigit.breach(ofMark: mark.qualifier, mark.value) { breaches.append(breach) }
        }
        let below = contains.slots.span
        for index in 0..<contains.count { below[index].check(&count, &quantities, &breaches) }
    }
}
