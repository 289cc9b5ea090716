public import Commerce
import X12

extension Invoice {
    /// Lines, counts, and the total against lines, allowances, charges and taxes.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        var numbers = Repetition()
        for index in lines.indices {
            quantities.add(lines[index].quantity.value)
            if numbers.repeats(lines[index].number) {
                breaches.add(.lineRepeated, "IT1", 1, lines[index].number, "line \(lines[index].number) stands twice")
            }
            CheckDigit.check(lines[index].identifiers, segment: "IT1", first: 6, &breaches)
            lines[index].allowancesAndCharges.check(&breaches)
            lines[index].taxes.check(&breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        checkTotal(&breaches)
        checkDiscount(&breaches)
        parties.check(&breaches)
        allowancesAndCharges.check(&breaches)
        taxes.check(&breaches)
        for terms in paymentTerms { terms.check(&breaches) }
        checkWindow(shipDate, invoiceDate, "BIG", 1, "invoiced before it was shipped", &breaches)
        checkWindow(servicePeriodStart, servicePeriodEnd, "DTM", 2, "the period ends before it begins", &breaches)
        checkFreight(&breaches)
        return breaches
    }

    // MARK: - Total

    /// TDS01 against what the invoice comes to, in one of the ways in which suppliers count.
    private func checkTotal(_ breaches: inout [Breach]) {
        guard let totalAmount, let bound = tolerance, let parts = parts() else { return }
        let readings = parts.readings
        let isRead = readings.contains { reading in
            guard let difference = totalAmount.subtracting(reading) else { return true }
            return !(bound < difference || bound < difference.negated)
        }
        guard !isRead, let expected = readings.first else { return }
        breaches.add(
            .invoiceTotal, "TDS", 1, totalAmount,
            "TDS01 says \(totalAmount); lines, allowances, charges and taxes make \(expected)")
    }

    /// A cent a line: partners round per line or per total.
    private var tolerance: Decimal? { Decimal(mantissa: Int128(max(lines.count, 1)), scale: 2) }

    /// What adds up to the total.
    private struct Parts {
        var lines = RunningSum()
        /// Allowances, charges and taxes of lines.
        var onLines = RunningSum()
        /// Those of the summary.
        var inSummary = RunningSum()
        /// Discounts (C310) of each: a total before terms leaves them out.
        var discountOnLines = RunningSum()
        var discountInSummary = RunningSum()
        var hasBoth = false

        /// What the total may be: all of it, first; where lines and summary both have allowances and charges, the summary
        /// may repeat those of the lines; and discounts may be left out.
        var readings: [Decimal] {
            guard let lines = lines.value, let onLines = onLines.value, let inSummary = inSummary.value,
                let discountOnLines = discountOnLines.value, let discountInSummary = discountInSummary.value
            else { return [] }
            var readings = [lines.adding(onLines)?.adding(inSummary)]
            if hasBoth {
                readings += [lines.adding(inSummary), lines.adding(onLines)]
            }
            let discounts = discountOnLines.adding(discountInSummary)
            if let discounts, discounts.mantissa != 0 {
                readings.append(lines.adding(onLines)?.adding(inSummary)?.subtracting(discounts))
                if hasBoth {
                    readings.append(lines.adding(inSummary)?.subtracting(discountInSummary))
                    readings.append(lines.adding(onLines)?.subtracting(discountOnLines))
                }
            }
            return readings.compactMap { $0?.rounded(scale: 2) }
        }
    }

    /// The parts; nil when a line has no price.
    private func parts() -> Parts? {
        var parts = Parts()
        var isOnLines = false
        for index in lines.indices {
            guard let amount = extendedPrice(lines[index].quantity.value, lines[index].price, lines[index].priceBasis)
            else { return nil }
            parts.lines.add(amount)
            for entry in lines[index].allowancesAndCharges {
                isOnLines = isOnLines || entry.effect.mantissa != 0
                parts.onLines.add(entry.effect)
                if entry.code == "C310" { parts.discountOnLines.add(entry.effect) }
            }
            for tax in lines[index].taxes { parts.onLines.add(tax.effect) }
        }
        var isInSummary = false
        for entry in allowancesAndCharges {
            isInSummary = isInSummary || entry.effect.mantissa != 0
            parts.inSummary.add(entry.effect)
            if entry.code == "C310" { parts.discountInSummary.add(entry.effect) }
        }
        for tax in taxes { parts.inSummary.add(tax.effect) }
        parts.hasBoth = isOnLines && isInSummary
        return parts
    }

    // MARK: - Discount and freight

    /// TDS03 is TDS01 less TDS04; TDS04 is a percentage (ITD03) of TDS02.
    private func checkDiscount(_ breaches: inout [Breach]) {
        guard let cent = Decimal(mantissa: 1, scale: 2) else { return }
        func differs(_ one: Decimal, _ other: Decimal?) -> Bool {
            guard let other, let difference = one.subtracting(other) else { return false }
            return cent < difference || cent < difference.negated
        }
        if let totalAmount, let discountedAmount, let discountAmount,
            differs(discountedAmount, totalAmount.subtracting(discountAmount))
        {
            breaches.add(
                .terms, "TDS", 3, discountedAmount,
                "TDS03 says \(discountedAmount); TDS01 \(totalAmount) less the discount \(discountAmount) is another")
        }
        if let discountableAmount, let discountAmount, paymentTerms.count == 1,
            let percent = paymentTerms[0].discountPercent, let product = discountableAmount.multiplied(by: percent),
            let expected = Decimal(mantissa: product.mantissa, scale: product.scale + 2)?.rounded(scale: 2),
            differs(discountAmount, expected)
        {
            breaches.add(
                .terms, "TDS", 4, discountAmount,
                "TDS04 says \(discountAmount); \(percent) % of \(discountableAmount) is \(expected)")
        }
    }

    /// Freight is charged (SAC D240) though the buyer pays the carrier (FOB01 CC).
    private func checkFreight(_ breaches: inout [Breach]) {
        guard freightTerms.contains(where: { $0.payment == "CC" }),
            let freight = allowancesAndCharges.first(where: { $0.isCharge && $0.code == "D240" })?.amount,
            freight.mantissa != 0
        else { return }
        breaches.add(.freightTerms, "FOB", 1, "CC", "the buyer pays the carrier, but \(freight) of freight is charged")
    }
}

extension AllowanceCharge {
    /// What it does to the invoice's total: only SAC01 A and C change it, and SAC12 04 (credited to the customer's
    /// account) and 05 (charged to the vendor) are settled elsewhere. Taxes beside it that make its own amount are what
    /// it consists of, and count once.
    var effect: Decimal {
        if handling == "04" || handling == "05" { return Decimal(0) }
        let own = signedAmount ?? Decimal(0)
        var sum = RunningSum()
        for tax in taxes { sum.add(tax.effect) }
        guard let taxes = sum.value, let amount, !taxes.isEqualInValue(to: amount) else { return own }
        return own.adding(taxes) ?? own
    }
}

extension Tax {
    /// What it adds to the total: nothing when exempt, already included or for information (TXI07 I, O).
    var effect: Decimal {
        relationship == "I" || relationship == "O" ? Decimal(0) : amount ?? Decimal(0)
    }
}
