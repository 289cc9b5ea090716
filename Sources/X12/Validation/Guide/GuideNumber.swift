/// An exact decimal for the sums of a guide; what does not fit is no number.
public struct GuideNumber: Sendable, Equatable, CustomStringConvertible {
    private var mantissa: Int128
    private var scale: Int

    /// More digits than this, before or behind the point, are not summed.
    private static let mostDigits = 18

    /// Zero.
    public static let zero = GuideNumber(mantissa: 0, scale: 0)

    private init(mantissa: Int128, scale: Int) {
        self.mantissa = mantissa
        self.scale = scale
    }

    /// Reads digits with an optional sign, point and exponent; `implied` decimals are taken off the end.
    public init?(_ bytes: some Sequence<UInt8>, implied: Int = 0) {
        var value: Int128 = 0
        var digits = 0
        var decimals = 0
        var isNegative = false
        var hasPoint = false
        var exponent: [UInt8]?
        for (index, byte) in bytes.enumerated() {
            if exponent != nil {
                exponent?.append(byte)
            } else if isDigit(byte) {
                digits += 1
                guard digits <= Self.mostDigits else { return nil }
                value = value * 10 + Int128(byte - 0x30)
                if hasPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "-"), index == 0 {
                isNegative = true
            } else if byte == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else if byte == UInt8(ascii: "E"), digits > 0 {
                exponent = []
            } else {
                return nil
            }
        }
        guard digits > 0 else { return nil }
        mantissa = isNegative ? -value : value
        scale = decimals + implied
        if let exponent {
            guard let power = Int(String(decoding: exponent, as: UTF8.self)), abs(power) <= 9 else { return nil }
            scale -= power
        }
        // A negative scale is written out, so that sums have nothing to round.
        while scale < 0 {
            mantissa *= 10
            scale += 1
        }
    }

    /// The sum; `nil` when it does not fit.
    func adding(_ other: GuideNumber) -> GuideNumber? {
        let common = max(scale, other.scale)
        guard let one = widened(common), let two = other.widened(common) else { return nil }
        let (sum, overflow) = one.addingReportingOverflow(two)
        return overflow ? nil : GuideNumber(mantissa: sum, scale: common)
    }

    /// Whether two numbers are further apart than `tolerance`, which is not negative; `nil` when that cannot be said.
    func differs(from other: GuideNumber, by tolerance: GuideNumber) -> Bool? {
        guard let difference = adding(GuideNumber(mantissa: -other.mantissa, scale: other.scale)) else { return nil }
        let size = GuideNumber(
            mantissa: difference.mantissa < 0 ? 0 - difference.mantissa : difference.mantissa, scale: difference.scale)
        return tolerance.isLess(than: size)
    }

    /// Whether this is less; `nil` when that cannot be said.
    func isLess(than other: GuideNumber) -> Bool? {
        let common = max(scale, other.scale)
        guard let one = widened(common), let two = other.widened(common) else { return nil }
        return one < two
    }

    private func widened(_ target: Int) -> Int128? {
        var value = mantissa
        for _ in stride(from: scale, to: target, by: 1) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }

    /// The number in digits, its scale kept.
    public var description: String {
        let digits = String(mantissa.magnitude)
        let sign = mantissa < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let filled = String(repeating: "0", count: max(scale + 1 - digits.utf8.count, 0)) + digits
        return sign + filled.dropLast(scale) + "." + filled.suffix(scale)
    }
}
