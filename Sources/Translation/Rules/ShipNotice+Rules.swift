public import Commerce
import X12

extension ShipNotice {
    /// CTT01 counts the HL segments; SSCC and GTIN check digits. The HL tree itself is judged where it is read, since
    /// the document has it nested already.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var count = 0
        Self.check(levels, &count, &quantities, &breaches)
        totals?.check(counting: count, quantities, &breaches)
        return breaches
    }

    /// Checks levels and those below them; the reader bounds how deep they nest. Field by field through the list: a level
    /// handed to a call would be copied for it, with all its lists.
    private static func check(
        _ levels: List<ShipmentLevel>, _ count: inout Int, _ quantities: inout QuantitySums,
        _ breaches: inout [Breach]
    ) {
        for index in levels.indices {
            count += 1
            quantities.add(levels[index].shippedQuantity.value)
            CheckDigit.check(levels[index].identifiers, segment: "LIN", first: 2, &breaches)
            for mark in levels[index].marks.indices {
                let qualifier = levels[index].marks[mark].qualifier
                if let breach = CheckDigit.breach(ofMark: qualifier, levels[index].marks[mark].value) {
                    breaches.append(breach)
                }
            }
            check(levels[index].contains, &count, &quantities, &breaches)
        }
    }
}
