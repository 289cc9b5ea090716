/// Finds element separators and segment terminators, 64 bytes at a time.
///
/// One compare per delimiter and one fold of the compare's mask to 64 bits; then only set bits are visited. Bytes
/// that matter to few segments (component and repetition separators, control characters, bytes above 127) are not
/// marked but noted per segment: validation looks at those segments' bytes one by one and at no others.
struct StructuralScan {
    private let element: SIMD64<UInt8>
    private let segment: SIMD64<UInt8>
    private let component: SIMD64<UInt8>
    private let repetition: SIMD64<UInt8>

    init(_ delimiters: Delimiters) {
        element = SIMD64(repeating: delimiters.element)
        segment = SIMD64(repeating: delimiters.segment)
        component = SIMD64(repeating: delimiters.component)
        repetition = SIMD64(repeating: delimiters.repetition ?? delimiters.component)
    }

    /// The delimiters of one block of 64 bytes, a bit a byte.
    struct Block {
        /// Element separators and segment terminators.
        var marks: UInt64
        /// Segment terminators alone.
        var ends: UInt64
        /// Component and repetition separators, control characters, DEL, bytes above 127; terminators excluded.
        var odd: UInt64
    }

    @inline(__always)
    func block(_ bytes: SIMD64<UInt8>) -> Block {
        let ends = bytes .== segment
        let signed = unsafe unsafeBitCast(bytes, to: SIMD64<Int8>.self)
        // Signed, control characters and bytes above 127 are less than a blank: one compare for both. DEL takes one of
        // its own: arithmetic on 64 lanes is no vector instruction here but a loop, twenty times as slow.
        let odd =
            (signed .< SIMD64<Int8>(repeating: 0x20)) .| (bytes .== SIMD64<UInt8>(repeating: 0x7F))
            .| (bytes .== component) .| (bytes .== repetition)
        let endBits = Self.bits(ends)
        // Rare in most files, so asked first: a fold costs more than the question.
        return Block(
            marks: Self.bits(bytes .== element) | endBits, ends: endBits,
            odd: Self.any(odd) ? Self.bits(odd) & ~endBits : 0)
    }

    /// Folds a mask of 64 lanes to 64 bits, lane 0 in bit 0.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD64<Int8>>) -> UInt64 {
        let words = unsafe unsafeBitCast(mask, to: SIMD8<UInt64>.self)
        var result: UInt64 = 0
        for lane in 0..<8 {
            // Each byte keeps the bit of its lane; the product gathers the eight of them in the top byte.
            let gathered = (words[lane] & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101
            result |= (gathered &>> 56) &<< UInt64(lane &* 8)
        }
        return result
    }

    @inline(__always)
    private static func any(_ mask: SIMDMask<SIMD64<Int8>>) -> Bool {
        let words = unsafe unsafeBitCast(mask, to: SIMD8<UInt64>.self)
        let four = words.lowHalf | words.highHalf
        let two = four.lowHalf | four.highHalf
        return two[0] | two[1] != 0
    }
}
