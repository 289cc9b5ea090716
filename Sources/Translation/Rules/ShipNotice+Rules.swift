public import Commerce
import X12

extension ShipNotice {
    /// CTT01 counts the HL segments; check digits, packages and dates. The HL tree itself is judged where it is read,
    /// since the document has it nested already.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var tally = ShipmentTally()
        // Through a span: a call would copy each level.
        let slots = levels.slots.span
        for index in levels.indices { slots[index].check(&tally, &breaches) }
        totals?.check(counting: tally.levels, tally.quantities, &breaches)
        checkWindow(shipDate, estimatedDeliveryDate, "DTM", 2, "it arrives before it is shipped", &breaches)
        for index in levels.indices {
            checkWindow(
                levels[index].shipDate, levels[index].estimatedDeliveryDate, "DTM", 2,
                "it arrives before it is shipped",
                &breaches)
            slots[index].checkPackages(tally, &breaches)
        }
        return breaches
    }
}

/// What the levels of a shipment add up to.
struct ShipmentTally {
    var levels = 0
    var pallets = 0
    var packages = 0
    var quantities = QuantitySums()
    var marks = Repetition()
    /// Whether a level that says too little was told: a supplier that leaves something out does so at every level.
    var isContentTold = false
}

extension ShipmentLevel {
    /// Checks this level and those below it; the reader bounds how deep they nest.
    fileprivate func check(_ tally: inout ShipmentTally, _ breaches: inout [Breach]) {
        tally.levels += 1
        switch level {
        case "T": tally.pallets += 1
        case "P": tally.packages += 1
        default: break
        }
        tally.quantities.add(shippedQuantity.value)
        CheckDigit.check(identifiers, segment: "LIN", first: 2, &breaches)
        parties.check(&breaches)
        if !tally.isContentTold {
            let told = breaches.count
            checkContent(&breaches)
            tally.isContentTold = told < breaches.count
        }
        for mark in marks {
            if let breach = CheckDigit.breach(ofMark: mark.qualifier, mark.value) { breaches.append(breach) }
            if mark.qualifier == "GM" || mark.qualifier == "AA", tally.marks.repeats(mark.value) {
                breaches.add(.packageRepeated, "MAN", 2, mark.value, "the package \(mark.value) stands twice")
            }
        }
        let below = contains.slots.span
        for index in contains.indices { below[index].check(&tally, &breaches) }
    }

    /// An order names its number, an item says what and how much.
    private func checkContent(_ breaches: inout [Breach]) {
        switch level {
        case "O" where order.number.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an order without its number (PRF01)")
        case "I" where shippedQuantity.value == nil && subLines.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an item without the quantity shipped (SN102)")
        case "I" where identifiers.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an item without what it is called (LIN03)")
        default: break
        }
    }

    /// TD102 counts cartons or pallets, of those that are listed.
    fileprivate func checkPackages(_ tally: ShipmentTally, _ breaches: inout [Breach]) {
        guard tally.packages > 0 || tally.pallets > 0, !lading.isEmpty else { return }
        let counts = lading.compactMap(\.quantity)
        let listed = [tally.packages, tally.pallets, tally.packages + tally.pallets]
        // Of several TD1 each may count another kind of package.
        guard let count = counts.first, !counts.contains(where: { listed.contains($0) }),
            !listed.contains(counts.reduce(0) { $0 &+ $1 })
        else { return }
        breaches.add(
            .packageCount, "TD1", 2, count,
            "TD102 says \(count); \(tally.packages) packages and \(tally.pallets) pallets are listed")
    }
}
