public import Commerce
import X12

extension ShipNotice {
    /// CTT01 counts the HL segments; check digits, packages and dates. The HL tree itself is judged where it is read,
    /// since the document has it nested already.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var tally = ShipmentTally()
        levels.check(&tally, &breaches)
        totals?.check(counting: tally.levels, tally.quantities, &breaches)
        checkWindow(shipDate, estimatedDeliveryDate, "DTM", 2, "it arrives before it is shipped", &breaches)
        for index in levels.indices {
            checkWindow(
                levels[index].shipDate, levels[index].estimatedDeliveryDate, "DTM", 2,
                "it arrives before it is shipped",
                &breaches)
            levels[index].lading.checkPackages(tally, &breaches)
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

// Rules of a level stand here as rules of the list it is in: a call on a level would copy it.
extension List<ShipmentLevel> {
    /// Checks these levels and those below them; the reader bounds how deep they nest.
    fileprivate func check(_ tally: inout ShipmentTally, _ breaches: inout [Breach]) {
        for index in indices {
            tally.levels += 1
            switch self[index].level {
            case "T": tally.pallets += 1
            case "P": tally.packages += 1
            default: break
            }
            tally.quantities.add(self[index].shippedQuantity.value)
            CheckDigit.check(self[index].identifiers, segment: "LIN", first: 2, &breaches)
            self[index].parties.check(&breaches)
            if !tally.isContentTold {
                let told = breaches.count
                checkContent(at: index, &breaches)
                tally.isContentTold = told < breaches.count
            }
            self[index].marks.check(&tally, &breaches)
            self[index].contains.check(&tally, &breaches)
        }
    }

    /// An order names its number, an item says what and how much.
    private func checkContent(at index: Int, _ breaches: inout [Breach]) {
        let level = self[index].level
        switch level {
        case "O" where self[index].order.number.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an order without its number (PRF01)")
        case "I" where self[index].shippedQuantity.value == nil && self[index].subLines.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an item without the quantity shipped (SN102)")
        case "I" where self[index].identifiers.isEmpty:
            breaches.add(.levelContent, "HL", 3, level, "an item without what it is called (LIN03)")
        default: break
        }
    }
}

extension List<Mark> {
    /// SSCCs have the right check digit, and each stands on one package.
    fileprivate func check(_ tally: inout ShipmentTally, _ breaches: inout [Breach]) {
        for index in indices {
            let qualifier = self[index].qualifier
            guard qualifier == "GM" || qualifier == "AA" else { continue }
            let value = self[index].value
            if let breach = CheckDigit.breach(ofMark: qualifier, value) { breaches.append(breach) }
            if tally.marks.repeats(value) {
                breaches.add(.packageRepeated, "MAN", 2, value, "the package \(value) stands twice")
            }
        }
    }
}

extension List<Lading> {
    /// TD102 counts cartons or pallets, of those that are listed.
    fileprivate func checkPackages(_ tally: ShipmentTally, _ breaches: inout [Breach]) {
        guard tally.packages > 0 || tally.pallets > 0, !isEmpty else { return }
        let counts = compactMap(\.quantity)
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
