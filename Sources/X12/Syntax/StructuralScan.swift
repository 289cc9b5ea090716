import CVector

/// Finds element separators and segment terminators, 64 bytes at a time.
///
/// One compare per delimiter, its result gathered to a bit a byte; then only set bits are visited. Bytes that matter to
/// few segments (component and repetition separators, control characters, bytes above 127) are not marked but noted per
/// segment: validation looks at those segments' bytes one by one and at no others.
struct StructuralScan {
    private let element: SIMD16<UInt8>
    private let segment: SIMD16<UInt8>
    private let component: SIMD16<UInt8>
    private let repetition: SIMD16<UInt8>

    init(_ delimiters: Delimiters) {
        element = SIMD16(repeating: delimiters.element)
        segment = SIMD16(repeating: delimiters.segment)
        component = SIMD16(repeating: delimiters.component)
        repetition = SIMD16(repeating: delimiters.repetition ?? delimiters.component)
    }

    /// The delimiters of one block of 64 bytes, a bit a byte.
    struct Block {
        /// Element separators and segment terminators.
        var marks: UInt64 = 0
        /// Segment terminators alone.
        var ends: UInt64 = 0
        /// Component and repetition separators, control characters, DEL, bytes above 127; terminators excluded.
        var odd: UInt64 = 0
    }

    /// Scans the block that begins at `offset`.
    @inline(__always) @unsafe
    func block(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Block {
        var block = Block()
        for part in 0..<4 {
            let lanes = unsafe bytes.loadUnaligned(fromByteOffset: offset &+ part &* 16, as: SIMD16<UInt8>.self)
            let signed = unsafe unsafeBitCast(lanes, to: SIMD16<Int8>.self)
            // Signed, control characters and bytes above 127 are less than a blank: one compare for both.
            let odd =
                (signed .< SIMD16<Int8>(repeating: 0x20)) .| (lanes .== SIMD16<UInt8>(repeating: 0x7F))
                .| (lanes .== component) .| (lanes .== repetition)
            let shift = UInt64(part &* 16)
            block.ends |= Self.bits(lanes .== segment) &<< shift
            block.marks |= Self.bits(lanes .== element) &<< shift
            block.odd |= Self.bits(odd) &<< shift
        }
        block.marks |= block.ends
        block.odd &= ~block.ends
        return block
    }

    /// Gathers a mask of 16 lanes to 16 bits, lane 0 in bit 0.
    @inline(__always)
    private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
        UInt64(edigate_signs(unsafe unsafeBitCast(mask, to: SIMD16<Int8>.self)))
    }
}
