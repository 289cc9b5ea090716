/// A segment identifier of two or three characters, packed into four bytes so that comparing is one instruction.
public struct SegmentID: Hashable, Sendable, BitwiseCopyable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The characters, first in the lowest byte, zero-filled. Zero stands for "not an identifier".
    public var packed: UInt32

    /// Wraps four packed bytes.
    @inlinable @inline(__always)
    public init(packed: UInt32) { self.packed = packed }

    /// Packs the first four bytes of a literal such as `"PO1"`.
    @inlinable @inline(__always)
    public init(stringLiteral value: StaticString) {
        var packed: UInt32 = 0
        let start = unsafe value.utf8Start
        var index = 0
        while index < value.utf8CodeUnitCount, index < 4 {
            unsafe packed |= UInt32(start[index]) &<< UInt32(index &* 8)
            index &+= 1
        }
        self.packed = packed
    }

    /// Packs the first four bytes of `text`.
    public init(_ text: some StringProtocol) {
        packed = 0
        for (index, byte) in text.utf8.prefix(4).enumerated() { packed |= UInt32(byte) << UInt32(index * 8) }
    }

    public var description: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The characters of the identifier.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4)
        var rest = packed
        while rest != 0 {
            if rest & 0xFF != 0 { bytes.append(UInt8(truncatingIfNeeded: rest)) }
            rest >>= 8
        }
        return bytes
    }
}
