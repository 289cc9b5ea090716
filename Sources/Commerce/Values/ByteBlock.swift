import CVector

/// Sixty-four bytes, looked at together.
///
/// The operators of a vector of 64 lanes are one instruction or a loop over the lanes, as their overload is chosen: those
/// that are used stand here, each by itself and with its type.
struct ByteBlock {
    /// The number of bytes.
    static var width: Int { 64 }

    let bytes: SIMD64<UInt8>

    /// Loads a block, of which each byte must be there.
    @inline(__always)
    init(unchecked base: UnsafeRawBufferPointer, at offset: Int) {
        bytes = unsafe base.loadUnaligned(fromByteOffset: offset, as: SIMD64<UInt8>.self)
    }

    /// Where a byte stands.
    @inline(__always)
    func marks(of byte: UInt8) -> Marks {
        let wanted: SIMD64<UInt8> = SIMD64(repeating: byte)
        let equal: SIMDMask<SIMD64<Int8>> = bytes .== wanted
        return Marks(equal)
    }

    /// Where a control character stands, one below the blank.
    @inline(__always)
    var marksOfControls: Marks {
        let signed = unsafe unsafeBitCast(bytes, to: SIMD64<Int8>.self)
        let blank: SIMD64<Int8> = SIMD64(repeating: 0x20)
        let zero: SIMD64<Int8> = SIMD64(repeating: 0)
        let low: SIMDMask<SIMD64<Int8>> = signed .< blank
        // Signed, bytes above 127 are less than a blank too.
        let beyondASCII: SIMDMask<SIMD64<Int8>> = signed .< zero
        return Marks(words: Marks(low).words ^ Marks(beyondASCII).words)
    }

    /// Some of the bytes: all ones where one is meant, else 0.
    struct Marks {
        let words: SIMD8<UInt64>

        @inline(__always)
        init(words: SIMD8<UInt64>) { self.words = words }

        @inline(__always)
        init(_ mask: SIMDMask<SIMD64<Int8>>) { words = unsafe unsafeBitCast(mask, to: SIMD8<UInt64>.self) }

        /// The bytes of either.
        @inline(__always)
        static func | (left: Marks, right: Marks) -> Marks { Marks(words: left.words | right.words) }

        /// Whether there are none.
        @inline(__always)
        var isEmpty: Bool {
            let four = words.lowHalf | words.highHalf
            let two = four.lowHalf | four.highHalf
            return two[0] | two[1] == 0
        }

        /// How many there are.
        @inline(__always)
        var count: Int {
            var sums: UInt64 = 0
            for lane in 0..<8 { sums &+= words[lane] & .eachByteOne }
            // The product gathers the sums of the eight bytes, 64 at most, in the top one.
            return Int((sums &* .eachByteOne) &>> 56)
        }

        /// A bit for each, that of the first byte lowest.
        @inline(__always)
        var bits: UInt64 {
            var bits: UInt64 = 0
            for part in 0..<4 {
                let lanes = unsafe unsafeBitCast(
                    SIMD2(words[part &* 2], words[part &* 2 &+ 1]), to: SIMD16<Int8>.self)
                bits |= UInt64(edigate_signs(lanes)) &<< UInt64(part &* 16)
            }
            return bits
        }
    }
}

extension ByteBuffer {
    /// How many of the bytes written are control characters or one of four.
    package func countOfControls(and first: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> Int {
        unsafe withUnsafeBytes { bytes in
            var count = 0
            var at = 0
            while at &+ ByteBlock.width <= bytes.count {
                let block = unsafe ByteBlock(unchecked: bytes, at: at)
                let early = block.marks(of: first) | block.marks(of: second)
                let late = block.marks(of: third) | block.marks(of: fourth)
                count &+= (early | late | block.marksOfControls).count
                at &+= ByteBlock.width
            }
            while at < bytes.count {
                let byte = unsafe bytes[at]
                let isMeant = byte < 0x20 || byte == first || byte == second || byte == third || byte == fourth
                count &+= isMeant ? 1 : 0
                at &+= 1
            }
            return count
        }
    }
}
