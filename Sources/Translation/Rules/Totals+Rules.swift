import Commerce
import X12

/// Element 347, hash total: the digits of each value summed without regard to decimal point or sign, leftmost digits
/// dropped beyond the element's ten.
func hashTotal(_ quantities: some Sequence<Decimal>) -> Int128 {
    var sum: Int128 = 0
    for quantity in quantities { sum = (sum + quantity.mantissa.magnitudeAsSigned) % 10_000_000_000 }
    return sum
}

extension Int128 {
    fileprivate var magnitudeAsSigned: Int128 { self < 0 ? 0 &- self : self }
}

/// The plain sum, or `nil` when it overflows.
func sum(_ values: some Sequence<Decimal>) -> Decimal? {
    var total = Decimal(0)
    for value in values {
        guard let next = total.adding(value) else { return nil }
        total = next
    }
    return total
}

extension Totals {
    /// CTT01 against the lines (in an 856 the HL segments), CTT02 against the hash of their quantities.
    ///
    /// Many partners send the plain sum in CTT02: either reading will do.
    func breaches(counting count: Int, quantities: [Decimal]) -> [Breach] {
        var breaches: [Breach] = []
        if let lineCount, lineCount != count {
            breaches.append(
                Breach(
                    code: .lineCount, segment: "CTT", element: 1, value: String(lineCount),
                    reason: "CTT01 says \(lineCount), counted \(count)"))
        }
        if let hash = self.hashTotal {
            let isHash = hash.mantissa == Translation.hashTotal(quantities) && hash.scale == 0
            let isSum = sum(quantities)?.isEqualInValue(to: hash) ?? false
            if !isHash, !isSum {
                breaches.append(
                    Breach(
                        code: .hashTotal, segment: "CTT", element: 2, value: hash.description,
                        reason: "CTT02 says \(hash); the hash is \(Translation.hashTotal(quantities))"
                            + (sum(quantities).map { ", the sum \($0)" } ?? "")))
            }
        }
        return breaches
    }
}
