import Commerce
import X12

/// Element 347, hash total: the digits of each value summed without regard to decimal point or sign, leftmost digits
/// dropped beyond the element's ten.
func hashTotal(adding quantity: Decimal, to sum: Int128) -> Int128 {
    let bound: UInt64 = 10_000_000_000
    let digits = quantity.mantissa.magnitude
    // Division by 128 bits is a call; nearly all quantities go into a word.
    let last = UInt64(exactly: digits).map { $0 % bound } ?? UInt64(digits % UInt128(bound))
    let total = sum + Int128(last)
    return total < bound ? total : total - Int128(bound)
}

/// The quantities of a document's lines, as CTT02 may sum them. Filled line by line: a line is too large to copy.
struct QuantitySums {
    private(set) var hash: Int128 = 0
    private(set) var sum: Decimal? = Decimal(0)

    mutating func add(_ quantity: Decimal?) {
        guard let quantity else { return }
        hash = hashTotal(adding: quantity, to: hash)
        sum = sum?.adding(quantity)
    }
}

extension Totals {
    /// CTT01 against the lines (in an 856 the HL segments), CTT02 against the hash of their quantities.
    ///
    /// Many partners send the plain sum in CTT02: either reading will do.
    func check(counting count: Int, _ quantities: QuantitySums, _ breaches: inout [Breach]) {
        if let lineCount, lineCount != count {
            breaches.append(
                Breach(
                    code: .lineCount, segment: "CTT", element: 1, value: String(lineCount),
                    reason: "CTT01 says \(lineCount), counted \(count)"))
        }
        if let hash = hashTotal {
            let isHash = hash.mantissa == quantities.hash && hash.scale == 0
            let isSum = quantities.sum?.isEqualInValue(to: hash) ?? false
            if !isHash, !isSum {
                breaches.append(
                    Breach(
                        code: .hashTotal, segment: "CTT", element: 2, value: hash.description,
                        reason: "CTT02 says \(hash); the hash is \(quantities.hash)"
                            + (quantities.sum.map { ", the sum \($0)" } ?? "")))
            }
        }
    }
}
