/// Finds where an object ends, 64 bytes at a time: which of them stand in strings is worked out for all at once, and then
/// only braces are visited.
struct BraceScan {
    /// How many objects are open.
    private var depth = 0
    private var isInString = false
    /// Whether the next byte stands behind a backslash in a string.
    private var isEscaped = false

    /// Passes a block, or less than one at the end; gives the place behind the brace that ends the object, if it does.
    @inline(__always)
    mutating func pass(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        guard end &- start == ByteBlock.width else { return passSlowly(bytes, from: start, to: end) }
        let block = unsafe bytes.withUnsafeBytes { unsafe ByteBlock(unchecked: $0, at: start) }
        // Escapes are rare: the few blocks that have one are passed byte by byte.
        guard !isEscaped, block.marks(of: UInt8(ascii: "\\")).isEmpty else {
            return passSlowly(bytes, from: start, to: end)
        }
        let inside = block.marks(of: UInt8(ascii: "\"")).bits.parity ^ (isInString ? ~0 : 0)
        isInString = inside &>> 63 == 1
        var braces = (block.marks(of: UInt8(ascii: "{")) | block.marks(of: UInt8(ascii: "}"))).bits & ~inside
        while braces != 0 {
            let at = start &+ braces.trailingZeroBitCount
            if count(bytes[at]) { return at &+ 1 }
            braces &= braces &- 1
        }
        return nil
    }

    /// Counts a brace; true when it ends the object.
    @inline(__always)
    private mutating func count(_ brace: UInt8) -> Bool {
        depth &+= brace == UInt8(ascii: "{") ? 1 : -1
        return depth == 0
    }

    @inline(never)
    private mutating func passSlowly(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
        for at in start..<end {
            let byte = bytes[at]
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInString.toggle()
            } else if isInString {
                isEscaped = byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), count(byte) {
                return at &+ 1
            }
        }
        return nil
    }
}

extension UInt64 {
    /// For each bit whether the number of ones up to it is odd.
    @inline(__always)
    fileprivate var parity: UInt64 {
        var parity = self ^ self &<< 1
        parity ^= parity &<< 2
        parity ^= parity &<< 4
        parity ^= parity &<< 8
        parity ^= parity &<< 16
        return parity ^ parity &<< 32
    }
}
