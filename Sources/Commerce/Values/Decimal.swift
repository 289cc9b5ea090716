/// Keeps an exact decimal number of up to 38 digits together with its scale, the digits written after the point.
///
/// `==` and the hash compare value *and* scale, so that 1.5 and 1.50 differ: what was written is what is kept.
/// ``isEqualInValue(to:)`` and `<` compare the numbers.
public struct Decimal: Sendable, Hashable {
    /// The most digits of the mantissa.
    public static let maximumDigits = 38

    /// The greatest scale.
    public static let maximumScale = 30

    // Two words and not one Int128: that one would align the whole document at 16 bytes.
    @usableFromInline
    var low: UInt64
    @usableFromInline
    var high: Int64
    @usableFromInline
    var scaleByte: UInt8

    /// Makes `mantissa` divided by 10 to the `scale`.
    ///
    /// Gives nil above 38 digits and for a scale outside 0...30.
    public init?(mantissa: Int128, scale: Int = 0) {
        guard (0...Decimal.maximumScale).contains(scale), mantissa.magnitude < Decimal.mantissaBound else { return nil }
        self.init(uncheckedMantissa: mantissa, scale: scale)
    }

    /// Makes a whole number.
    public init(_ value: Int) { self.init(uncheckedMantissa: Int128(value), scale: 0) }

    @inlinable
    @inline(__always)
    init(uncheckedMantissa mantissa: Int128, scale: Int) {
        low = UInt64(truncatingIfNeeded: mantissa)
        high = Int64(truncatingIfNeeded: mantissa &>> 64)
        scaleByte = UInt8(truncatingIfNeeded: scale)
    }

    /// The number of digits after the point, 0...30.
    @inlinable
    public var scale: Int { Int(scaleByte) }

    /// The digits without the point, with the sign.
    @inlinable
    public var mantissa: Int128 { Int128(high) &<< 64 | Int128(low) }

    /// Says whether the number is below zero.
    public var isNegative: Bool { high < 0 }

    /// Says whether the number is zero, at any scale.
    public var isZero: Bool { low == 0 && high == 0 }

    static var mantissaBound: UInt128 { 100_000_000_000_000_000_000_000_000_000_000_000_000 }
    static var tenthOfBound: Int128 { 10_000_000_000_000_000_000_000_000_000_000_000_000 }

    /// Gives 10 to the `exponent`, or nil outside 0...38.
    static func powerOfTen(_ exponent: Int) -> Int128? {
        guard (0...maximumDigits).contains(exponent) else { return nil }
        var power: Int128 = 1
        for _ in 0..<exponent { power = power &* 10 }
        return power
    }

    /// The mantissa at a scale that is no smaller, or nil above 38 digits.
    func mantissa(at scale: Int) -> Int128? {
        if scale == self.scale || isZero { return mantissa }
        guard let power = Decimal.powerOfTen(scale &- self.scale) else { return nil }
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
        return overflow || product.magnitude >= Decimal.mantissaBound ? nil : product
    }
}

extension Decimal: CustomStringConvertible {
    /// The number as R writes it, such as `-12.50`.
    public var description: String {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Decimal.maximumLength) { memory in
            guard let base = memory.baseAddress else { return "" }
            let count = unsafe write(unchecked: base)
            return unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
        }
    }
}
