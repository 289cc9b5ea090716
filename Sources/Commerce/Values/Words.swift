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
            let low = unsafe base.loadUnaligned(as: UInt64.self)
            let high = unsafe base.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            self.init(low: low & Words.mask(count), high: high & Words.mask(count &- 8))
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

    /// Ones over the first `count` bytes of a word, counts below 0 and above 8 being taken as 0 and 8.
    @inlinable
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 {
        // The smart shift gives 0 at 64, which is what a count of 0 or less needs.
        ~0 >> UInt64(64 &- 8 &* max(0, min(8, count)))
    }

    /// Where the last byte that is not zero stands, plus one.
    @inlinable
    @inline(__always)
    package var count: Int {
        high == 0 ? 8 &- low.leadingZeroBitCount / 8 : 16 &- high.leadingZeroBitCount / 8
    }

    /// Where the first byte stands that JSON cannot hold as it is or that is not ASCII. The zero behind the end is one:
    /// all is plain when this is ``count``.
    @inline(__always)
    var firstSpecialInJSON: Int {
        let special = low.bytesSpecialInJSON
        return special != 0
            ? special.trailingZeroBitCount / 8 : 8 &+ high.bytesSpecialInJSON.trailingZeroBitCount / 8
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
