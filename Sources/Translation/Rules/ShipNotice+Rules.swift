public import Commerce
import X12

extension ShipNotice {
    /// HL numbers, parents and child codes; CTT01 counts the HL segments; SSCC and GTIN check digits.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var count = 0
        // Through a span: a subscript of the array would copy each level for the call.
        let levels = levels.span
        for index in levels.indices { levels[index].check(&count, &quantities, &breaches) }
        // Numbers other than 1, 2, 3 … were kept with their spelling.
        for extra in extras where extra.segment == "HL" {
            for element in extra.elements where element.raw == true {
                let isOwn = element.element == 1
                breaches.append(
                    Breach(
                        code: isOwn ? .hierarchySequence : .hierarchyParent, segment: "HL",
                        element: element.element ?? 1, value: element.value.string,
                        reason: isOwn
                            ? "HL01 \(element.value) does not continue the count"
                            : "HL02 \(element.value) does not name the HL above"))
            }
        }
        totals?.check(counting: count, quantities, &breaches)
        return breaches
    }
}

extension ShipmentLevel {
    /// Checks this level and those below it; the reader bounds how deep they nest.
    fileprivate func check(_ count: inout Int, _ quantities: inout QuantitySums, _ breaches: inout [Breach]) {
        count += 1
        quantities.add(shippedQuantity.value)
        if hasContents == "1" && contains.isEmpty || hasContents == "0" && !contains.isEmpty {
            breaches.append(
                Breach(
                    code: .hierarchyChild, segment: "HL", element: 4, value: hasContents.string,
                    reason: "HL04 of level \(level) says \(hasContents), but \(contains.count) levels are below it"))
        }
        CheckDigit.check(identifiers, segment: "LIN", first: 2, &breaches)
        for mark in marks {
            if let breach = CheckDigit.breach(ofMark: mark.qualifier, mark.value) { breaches.append(breach) }
        }
        let below = contains.span
        for index in below.indices { below[index].check(&count, &quantities, &breaches) }
    }
}
