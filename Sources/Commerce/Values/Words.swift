/// Sixteen bytes as two little-endian words, for work on eight bytes at a time.
@usableFromInline
package struct Words: Sendable {
    @usableFromInline
    package var low: UInt64
    @usableFromInline
    package var high: UInt64

    @inlinable
    @inline(__always)
    init(low: UInt64, high: UInt64) {
        self.low = low.littleEndian
        self.high = high.littleEndian
    }

    /// Loads `count` bytes, 1...15, and clears the rest; `readable`, no fewer, may be read.
    @inlinable
    @inline(__always)
    init(uncheckedBase base: UnsafeRawPointer, count: Int, readable: Int) {
        if readable >= 16 {
            // Shifted up and down again, the bytes above the end are gone: no mask needs to be made.
            let low = unsafe base.loadUnaligned(as: UInt64.self).littleEndian
            if count <= 8 {
                let above = UInt64(truncatingIfNeeded: 64 &- count &* 8)
                self.init(low: ((low &<< above) &>> above).littleEndian, high: 0)
            } else {
                let above = UInt64(truncatingIfNeeded: 128 &- count &* 8)
                let high = unsafe base.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian
                self.init(low: low.littleEndian, high: ((high &<< above) &>> above).littleEndian)
            }
        } else {
            unsafe self.init(uncheckedNarrow: base, count: count)
        }
    }

    /// Loads `count` bytes, 1...15, and reads none beyond them.
    @usableFromInline
    init(uncheckedNarrow base: UnsafeRawPointer, count: Int) {
        var low: UInt64
        var high: UInt64 = 0
        // Two loads that overlap cover any count between the width of one and of both.
        if count >= 8 {
            low = unsafe base.loadUnaligned(as: UInt64.self)
            high = unsafe base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) >> UInt64(8 &* (16 &- count))
        } else if count >= 4 {
            let tail = unsafe base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            low = unsafe UInt64(base.loadUnaligned(as: UInt32.self)) | UInt64(tail) &<< UInt64(8 &* (count &- 4))
        } else {
            low = unsafe UInt64(base.load(as: UInt8.self))
            low |= unsafe UInt64(base.load(fromByteOffset: count / 2, as: UInt8.self)) &<< UInt64(8 &* (count / 2))
            low |= unsafe UInt64(base.load(fromByteOffset: count &- 1, as: UInt8.self)) &<< UInt64(8 &* (count &- 1))
        }
        self.init(low: low, high: high)
    }

    /// Where the last byte that is not zero stands, plus one.
    @inlinable
    @inline(__always)
    package var count: Int {
        high == 0 ? 8 &- low.leadingZeroBitCount / 8 : 16 &- high.leadingZeroBitCount / 8
    }

    /// The number of bytes where JSON can hold them all as they are, all of them ASCII; nil where it cannot.
    ///
    /// The zero behind the end of a text is none that it can: all is plain when nothing but zeros stands from the first
    /// byte on that is not.
    @inline(__always)
    var countOfPlainInJSON: Int? {
        let special = low.bytesSpecialInJSON
        // Most texts have eight bytes or fewer; of eight there is none behind the end.
        if high == 0 {
            let plain = special.trailingZeroBitCount & ~7
            return low >> UInt64(plain) == 0 ? plain / 8 : nil
        }
        let plain = high.bytesSpecialInJSON.trailingZeroBitCount & ~7
        return special == 0 && high >> UInt64(plain) == 0 ? 8 &+ plain / 8 : nil
    }
}

extension UInt64 {
    @inlinable
    @inline(__always)
    package static var eachByteOne: UInt64 { 0x0101_0101_0101_0101 }

    @inlinable
    @inline(__always)
    package static var eachByteTop: UInt64 { 0x8080_8080_8080_8080 }

    /// Sets the top bit of each byte that JSON cannot hold as it is (a quote, a backslash, a control character) or that
    /// is not ASCII. The lowest bit set is right; above it a borrow may set more.
    @inlinable
    @inline(__always)
    var bytesSpecialInJSON: UInt64 {
        let quote = self ^ (.eachByteOne &* 0x22)
        let backslash = self ^ (.eachByteOne &* 0x5C)
        let control = self &- .eachByteOne &* 0x20
        // A byte of 0x80 and more is set by `self` alone, so the three tests need no `& ~self` of their own.
        return ((quote &- .eachByteOne) | (backslash &- .eachByteOne) | control | self) & .eachByteTop
    }
}
