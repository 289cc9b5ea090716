public import Commerce
import X12

extension Invoice {
    /// Line count, hash total, and TDS01 against lines, allowances, charges and taxes.
    public func breaches() -> [Breach] {
        var breaches: [Breach] = []
        var quantities = QuantitySums()
        for line in lines.indices {
            quantities.add(lines[line].quantity.value)
            CheckDigit.check(lines[line].identifiers, segment: "IT1", first: 6, &breaches)
        }
        totals?.check(counting: lines.count, quantities, &breaches)
        if let totalAmount, let expected = computedTotal,
            let difference = totalAmount.subtracting(expected), let bound = tolerance,
            bound < difference || bound < difference.negated
        {
            breaches.append(
                Breach(
                    code: .invoiceTotal, segment: "TDS", element: 1, value: totalAmount.description,
                    reason: "TDS01 says \(totalAmount); lines, allowances, charges and taxes make \(expected)"))
        }
        return breaches
    }

    /// A cent a line: partners round per line or per total.
    private var tolerance: Decimal? { Decimal(mantissa: Int128(max(lines.count, 1)), scale: 2) }

    /// Lines plus charges less allowances plus taxes, before the terms discount; `nil` when a line has no price or a
    /// basis that cannot be computed, or on overflow.
    var computedTotal: Decimal? {
        var total = Decimal(0)
        func add(_ amount: Decimal?) -> Bool {
            guard let amount, let next = total.adding(amount) else { return false }
            total = next
            return true
        }
        for line in lines.indices {
            guard let quantity = lines[line].quantity.value, let price = lines[line].price,
                let scale = lines[line].priceBasis.priceScale, let product = quantity.multiplied(by: price),
                let extended = Decimal(mantissa: product.mantissa, scale: product.scale + scale)?.rounded(scale: 2),
                add(extended)
            else { return nil }
            for entry in lines[line].allowancesAndCharges where !add(entry.effect) { return nil }
            for tax in lines[line].taxes where !add(tax.effect) { return nil }
        }
        for entry in allowancesAndCharges where !add(entry.effect) { return nil }
        for tax in taxes where !add(tax.effect) { return nil }
        return total.rounded(scale: 2)
    }
}

extension Text {
    /// The powers of ten by which a price basis (639) divides a price; `nil` for a basis that is no power of ten.
    fileprivate var priceScale: Int? {
        switch self {
        case "HP", "HF": 2
        case "TP": 3
        case "PN": 1
        default: 0
        }
    }
}

extension AllowanceCharge {
    /// What it does to the invoice's total: only SAC01 A and C change it, and SAC12 04 (credited to the customer's
    /// account) and 05 (charged to the vendor) are settled elsewhere.
    var effect: Decimal {
        if handling == "04" || handling == "05" { return Decimal(0) }
        var result = signedAmount ?? Decimal(0)
        for tax in taxes { result = result.adding(tax.effect) ?? result }
        return result
    }
}

extension Tax {
    /// What it adds to the total: nothing when exempt, already included or for information (TXI07 I, O).
    var effect: Decimal {
        relationship == "I" || relationship == "O" ? Decimal(0) : amount ?? Decimal(0)
    }
}
