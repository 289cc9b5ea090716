public import Commerce
import X12

extension PurchaseOrder {
    /// Lines, counts, totals, windows, and what the type of the order calls for.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var numbers = Repetition()
        for index in lines.indices {
            quantities.add(lines[index].quantity.value)
            numbers.check(lines[index].number, &breaches)
            CheckDigit.check(lines[index].identifiers, segment: "PO1", first: 6, &breaches)
            // Few lines are, and a call copies the line.
            if lines[index].isDivided { lines[index].checkDivision(&breaches) }
            if let quantity = lines[index].quantity.value, quantity.mantissa <= 0 {
                breaches.add(
                    .lineQuantity, "PO1", 2, quantity,
                    "line \(lines[index].number) orders \(quantity), which is nothing")
            }
            checkWindow(
                lines[index].shipNotBeforeDate, lines[index].shipNotAfterDate, "DTM", 2, "ship window of a line",
                &breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        checkTotal(&breaches)
        checkDates(&breaches)
        checkType(&breaches)
        parties.check(&breaches)
        allowancesAndCharges.check(&breaches)
        return breaches
    }

    private func checkDates(_ breaches: inout [Breach]) {
        checkWindow(shipNotBeforeDate, shipNotAfterDate, "DTM", 2, "the ship window ends before it begins", &breaches)
        checkWindow(
            deliverNotBeforeDate, deliverNotAfterDate, "DTM", 2, "the delivery window ends before it begins", &breaches)
        checkWindow(
            requestedDeliveryDate, cancelAfterDate, "DTM", 2, "it is cancelled before the day of delivery", &breaches)
        for terms in paymentTerms { terms.check(&breaches) }
    }

    /// A release or a blanket order names its number or contract, a drop shipment where it goes.
    private func checkType(_ breaches: inout [Breach]) {
        switch orderType {
        case "RL", "BK", "BL":
            if releaseNumber.isEmpty, contractNumber.isEmpty, contractReference.isEmpty {
                breaches.add(
                    .orderType, "BEG", 2, orderType, "neither a release (BEG04) nor a contract (BEG06, REF CT) is named"
                )
            }
        case "DS":
            let goes =
                parties.contains { $0.role == "ST" && !$0.address.city.isEmpty }
                || lines.indices.contains { index in
                    lines[index].parties.contains { $0.role == "ST" && !$0.address.city.isEmpty }
                }
            if !goes {
                breaches.add(
                    .orderType, "BEG", 2, orderType, "a drop shipment needs the address of the ship-to (N1 ST)")
            }
        default: break
        }
    }

    /// AMT TT behind CTT is the extended total of the order.
    private func checkTotal(_ breaches: inout [Breach]) {
        guard let total = totals?.amounts.first(where: { $0.qualifier == "TT" })?.amount else { return }
        var sum = RunningSum()
        for index in lines.indices {
            guard let amount = extendedPrice(lines[index].quantity.value, lines[index].price, lines[index].priceBasis)
            else { return }
            sum.add(amount)
        }
        guard let value = sum.value, let difference = value.subtracting(total),
            let bound = Decimal(mantissa: Int128(max(lines.count, 1)), scale: 2),
            bound < difference || bound < difference.negated
        else { return }
        breaches.add(.orderTotal, "AMT", 2, total, "AMT TT says \(total), the lines make \(value)")
    }
}

extension OrderAcknowledgment {
    /// Lines, counts, what is answered against what it says, and the kind of answer against its lines.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var numbers = Repetition()
        for index in lines.indices {
            quantities.add(lines[index].quantity.value)
            numbers.check(lines[index].number, &breaches)
            CheckDigit.check(lines[index].identifiers, segment: "PO1", first: 6, &breaches)
            // Few lines are, and a call copies the line.
            if lines[index].isDivided { lines[index].checkDivision(&breaches) }
            lines[index].outcomes.check(answering: lines[index].number, lines[index].quantity, &breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        checkKind(&breaches)
        parties.check(&breaches)
        allowancesAndCharges.check(&breaches)
        for terms in paymentTerms { terms.check(&breaches) }
        return breaches
    }

    /// BAK02 AD says that nothing is changed, RD that nothing is accepted.
    private func checkKind(_ breaches: inout [Breach]) {
        guard acknowledgmentType == "AD" || acknowledgmentType == "RD" else { return }
        for index in lines.indices {
            for outcome in lines[index].outcomes {
                let contradicts =
                    acknowledgmentType == "AD"
                    ? outcome.disposition != .accepted && outcome.disposition != .unknown
                    : outcome.disposition != .rejected && outcome.disposition != .unknown
                guard contradicts else { continue }
                breaches.add(
                    .answerKind, "BAK", 2, acknowledgmentType,
                    "BAK02 \(acknowledgmentType) says that \(acknowledgmentType == "AD" ? "nothing is changed" : "nothing is accepted"), but line \(lines[index].number) is answered \(outcome.status)"
                )
                return
            }
        }
    }
}

extension List<LineOutcome> {
    /// ACK01 against the quantity, the date and the item that stand with it; `number` and `quantity` are those of the
    /// line that is answered.
    fileprivate func check(answering number: Text, _ quantity: Quantity, _ breaches: inout [Breach]) {
        guard !isEmpty else { return }
        var sum = RunningSum()
        for index in indices {
            let answered = self[index].quantity
            sum.add(answered.value)
            if !answered.unit.isEmpty, !quantity.unit.isEmpty, answered.unit != quantity.unit {
                breaches.add(
                    .lineUnit, "ACK", 3, answered.unit,
                    "line \(number) is in \(quantity.unit), its answer in \(answered.unit)")
            }
            if let reason = contradiction(at: index, quantity) {
                breaches.add(
                    .outcome, "ACK", 1, self[index].status,
                    "line \(number) is answered \(self[index].status): \(reason)")
            }
        }
        if let ordered = quantity.value, let answered = sum.value, ordered < answered {
            breaches.add(
                .outcome, "ACK", 2, answered, "line \(number) is for \(ordered), its answers are for \(answered)")
        }
    }

    private func contradiction(at index: Int, _ quantity: Quantity) -> String? {
        var isWhole: Bool? {
            guard count == 1, let ordered = quantity.value, let answered = self[index].quantity.value else {
                return nil
            }
            return answered.isEqualInValue(to: ordered)
        }
        switch self[index].status {
        case "IA" where isWhole == false: return "the quantity is another than ordered"
        case "IQ" where isWhole == true: return "the quantity is the one ordered"
        case "IS" where self[index].identifiers.isEmpty: return "no substitute is named"
        case "DR" where self[index].date == nil && self[index].dates.isEmpty: return "no date is given"
        default: return nil
        }
    }
}
