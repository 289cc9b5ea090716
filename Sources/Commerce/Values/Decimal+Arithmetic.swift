extension Decimal {
    /// Adds, at the greater of the two scales; nil when the sum needs more than 38 digits.
    public func adding(_ other: Decimal) -> Decimal? {
        let scale = max(self.scale, other.scale)
        guard let a = mantissa(at: scale), let b = other.mantissa(at: scale) else { return nil }
        // Two mantissas below 10^38 cannot overflow 2^127 by more than the check of the result sees.
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : Decimal(mantissa: sum, scale: scale)
    }

    /// Subtracts, at the greater of the two scales; nil when the difference needs more than 38 digits.
    public func subtracting(_ other: Decimal) -> Decimal? { adding(other.negated) }

    /// Multiplies, the scales being added; nil when the product needs more than 38 digits or a scale above 30.
    public func multiplied(by other: Decimal) -> Decimal? {
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
        return overflow ? nil : Decimal(mantissa: product, scale: scale &+ other.scale)
    }

    /// The number with the other sign.
    public var negated: Decimal { Decimal(uncheckedMantissa: 0 &- mantissa, scale: scale) }

    /// Gives the number at another scale, half being rounded away from zero.
    ///
    /// A greater scale adds zeros. Gives nil for a scale outside 0...30 and above 38 digits.
    public func rounded(scale: Int) -> Decimal? {
        guard (0...Decimal.maximumScale).contains(scale) else { return nil }
        if scale >= self.scale {
            return mantissa(at: scale).map { Decimal(uncheckedMantissa: $0, scale: scale) }
        }
        guard let divisor = Decimal.powerOfTen(self.scale &- scale) else { return nil }
        let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
        let away: Int128 = remainder.magnitude &* 2 >= divisor.magnitude ? (isNegative ? -1 : 1) : 0
        return Decimal(mantissa: quotient &+ away, scale: scale)
    }

    /// Says whether both are the same number, whatever their scales: 1.5 and 1.50 are.
    public func isEqualInValue(to other: Decimal) -> Bool { !(self < other) && !(other < self) }
}

extension Decimal: Comparable {
    /// Orders by value: neither 1.5 nor 1.50 is less than the other.
    public static func < (left: Decimal, right: Decimal) -> Bool {
        let scale = max(left.scale, right.scale)
        switch (left.mantissa(at: scale), right.mantissa(at: scale)) {
        case (.some(let a), .some(let b)): return a < b
        // Only one of the two is scaled up; when it has no room, it is the farther from zero.
        case (.none, _): return left.isNegative
        case (_, .none): return !right.isNegative
        }
    }
}
