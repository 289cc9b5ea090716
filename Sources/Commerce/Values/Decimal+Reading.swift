extension Decimal {
    /// Reads an X12 R, such as `12.50`, `-.5`, `5.` or `1E5`.
    ///
    /// Gives nil for anything else: a plus sign, blanks, no digit, more than 38 digits, a scale above 30.
    public init?(_ bytes: Span<UInt8>) {
        var isCanonical = false
        self.init(bytes, isCanonical: &isCanonical)
    }

    /// Reads an X12 R and says whether ``append(to:)`` gives the same bytes back.
    ///
    /// It does not after superfluous leading zeros, a point with no digit on one side, an exponent, or `-0`.
    public init?(_ bytes: Span<UInt8>, isCanonical: inout Bool) {
        self.init(bytes, impliedScale: nil, isCanonical: &isCanonical)
    }

    /// Reads an X12 Nn, whose point is implied: `12345` at scale 2 is 123.45.
    ///
    /// Gives nil for anything but an optional minus and 1...38 digits, and for a scale outside 0...30.
    public init?(_ bytes: Span<UInt8>, impliedScale: Int) {
        var isCanonical = false
        self.init(bytes, impliedScale: impliedScale, isCanonical: &isCanonical)
    }

    /// Reads an X12 Nn and says whether ``appendImplied(scale:to:)`` gives the same bytes back.
    ///
    /// It does not after superfluous leading zeros or `-0`.
    public init?(_ bytes: Span<UInt8>, impliedScale: Int, isCanonical: inout Bool) {
        guard (0...Decimal.maximumScale).contains(impliedScale) else { return nil }
        self.init(bytes, impliedScale: .some(impliedScale), isCanonical: &isCanonical)
    }

    private init?(_ bytes: Span<UInt8>, impliedScale: Int?, isCanonical: inout Bool) {
        let count = bytes.count
        let isNegative = count > 0 && bytes[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        var at = start
        var point: Int?
        // 18 digits fit one word whatever they are; only longer numbers need the second.
        var word: UInt64 = 0
        let wordEnd = min(count, start &+ 18)
        while at < wordEnd {
            let byte = bytes[at]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                word = word &* 10 &+ UInt64(digit)
            } else if byte == UInt8(ascii: "."), point == nil, impliedScale == nil {
                point = at
            } else {
                break
            }
            at &+= 1
        }
        if at == count {
            // Nearly all numbers: digits of one word and a point at most.
            let digits = at &- start &- (point == nil ? 0 : 1)
            guard digits > 0 else { return nil }
            let scale = impliedScale ?? point.map { at &- $0 &- 1 } ?? 0
            let whole = (point ?? at) &- start
            isCanonical =
                whole > 0 && (point == nil || scale > 0) && (whole == 1 || bytes[start] != UInt8(ascii: "0"))
                && !(isNegative && word == 0)
            self.init(uncheckedMantissa: isNegative ? 0 &- Int128(word) : Int128(word), scale: scale)
            return
        }
        var mantissa = Int128(word)
        if at == wordEnd {
            while at < count {
                let byte = bytes[at]
                let digit = byte &- UInt8(ascii: "0")
                if digit < 10 {
                    // A mantissa of 38 digits has no room for another.
                    guard mantissa < Decimal.tenthOfBound else { return nil }
                    mantissa = mantissa &* 10 &+ Int128(digit)
                } else if byte == UInt8(ascii: "."), point == nil, impliedScale == nil {
                    point = at
                } else {
                    break
                }
                at &+= 1
            }
        }
        guard at &- start > (point == nil ? 0 : 1) else { return nil }
        var scale = impliedScale ?? point.map { at &- $0 &- 1 } ?? 0
        let whole = (point ?? at) &- start
        isCanonical =
            at == count && whole > 0 && (point == nil || scale > 0)
            && (whole == 1 || bytes[start] != UInt8(ascii: "0")) && !(isNegative && mantissa == 0)
        if at < count {
            guard impliedScale == nil, bytes[at] == UInt8(ascii: "E"),
                let exponent = Decimal.exponent(bytes, from: at &+ 1)
            else { return nil }
            scale &-= exponent
            if scale < 0 {
                if mantissa != 0 {
                    guard let power = Decimal.powerOfTen(0 &- scale) else { return nil }
                    let (product, overflow) = mantissa.multipliedReportingOverflow(by: power)
                    guard !overflow else { return nil }
                    mantissa = product
                }
                scale = 0
            }
        }
        self.init(mantissa: isNegative ? 0 &- mantissa : mantissa, scale: scale)
    }

    /// Reads an exponent of one to three digits to the end of the span.
    private static func exponent(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
        let first = isNegative ? start &+ 1 : start
        guard (1...3).contains(bytes.count &- first) else { return nil }
        var value = 0
        for at in first..<bytes.count {
            let digit = bytes[at] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return isNegative ? 0 &- value : value
    }
}
