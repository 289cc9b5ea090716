extension Decimal {
    /// The most bytes that ``append(to:)`` adds: a minus, 38 digits and a point, or `0.` before 30 digits.
    public static let maximumLength = 40

    /// Appends the number as an X12 R or in JSON: `0.50`, `-12`, a digit on either side of the point, no exponent.
    public func append(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: Decimal.maximumLength) { unsafe write(unchecked: $0) }
    }

    /// Appends the number as an X12 Nn, the point implied: 123.45 at scale 2 is `12345`.
    ///
    /// Appends nothing and gives false when the number has digits below that scale or grows beyond 38 digits.
    public func appendImplied(scale: Int, to bytes: inout [UInt8]) -> Bool {
        guard (0...Decimal.maximumScale).contains(scale), let shifted = rounded(scale: scale),
            scale >= self.scale || shifted.isEqualInValue(to: self)
        else { return false }
        let digits = Decimal(uncheckedMantissa: shifted.mantissa, scale: 0)
        digits.append(to: &bytes)
        return true
    }

    /// Writes the number to memory of ``maximumLength`` bytes and gives the number of bytes written.
    @unsafe
    public func write(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        var start = 0
        if isNegative {
            unsafe target[0] = UInt8(ascii: "-")
            start = 1
        }
        let magnitude = mantissa.magnitude
        let count: Int
        if let word = UInt64(exactly: magnitude) {
            count = max(word.decimalDigits, scale &+ 1)
            unsafe write(word, count, unchecked: target + start)
            return start &+ count &+ (scale > 0 ? 1 : 0)
        }
        // Two words of up to 19 digits each, since dividing 128 bits by ten per digit is slow.
        let (top, bottom) = magnitude.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
        let upper = UInt64(truncatingIfNeeded: top)
        count = max(upper.decimalDigits &+ 19, scale &+ 1)
        unsafe writeDigits(UInt64(truncatingIfNeeded: bottom), 19, unchecked: target + start + (count &- 19))
        unsafe writeDigits(upper, count &- 19, unchecked: target + start)
        return unsafe start &+ insertPoint(count, unchecked: target + start)
    }

    /// Writes `count` digits of a word and the point among them.
    private func write(_ word: UInt64, _ count: Int, unchecked target: UnsafeMutablePointer<UInt8>) {
        guard scale > 0 else {
            unsafe writeDigits(word, count, unchecked: target)
            return
        }
        var rest = word
        for at in 0..<scale {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            unsafe target[count &- at] = UInt8(truncatingIfNeeded: digit) &+ UInt8(ascii: "0")
            rest = quotient
        }
        unsafe target[count &- scale] = UInt8(ascii: ".")
        unsafe writeDigits(rest, count &- scale, unchecked: target)
    }

    /// Writes the last `count` digits of a word, zeros before them where it has fewer.
    private func writeDigits(_ word: UInt64, _ count: Int, unchecked target: UnsafeMutablePointer<UInt8>) {
        var rest = word
        var at = count &- 1
        while at >= 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            unsafe target[at] = UInt8(truncatingIfNeeded: digit) &+ UInt8(ascii: "0")
            rest = quotient
            at &-= 1
        }
    }

    private func insertPoint(_ count: Int, unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        guard scale > 0 else { return count }
        var at = count
        while at > count &- scale {
            unsafe target[at] = target[at &- 1]
            at &-= 1
        }
        unsafe target[at] = UInt8(ascii: ".")
        return count &+ 1
    }
}

extension UInt64 {
    /// The number of decimal digits, 1 for zero.
    var decimalDigits: Int {
        var count = 1
        var rest = self
        while rest >= 10_000 {
            rest /= 10_000
            count &+= 4
        }
        return count &+ (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
    }
}

extension [UInt8] {
    /// Appends what `body` writes to memory of `capacity` bytes; it gives the number of bytes written.
    mutating func append(addingCapacity capacity: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { memory in
            guard let base = memory.baseAddress else { return }
            let count = unsafe body(base)
            unsafe append(contentsOf: UnsafeBufferPointer(start: base, count: Swift.min(count, capacity)))
        }
    }
}
