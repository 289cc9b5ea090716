/// The beginning of a member, `"name":"`, ready to be stored: of a literal its words are numbers, known when the program is
/// compiled.
@safe
@usableFromInline
struct JSONKey {
    /// The first sixteen bytes, the first lowest; the mark that ends the name stands in them where they have room for it.
    private let first: UInt64
    private let second: UInt64
    private let name: UnsafePointer<UInt8>
    private let count: Int

    /// How many bytes ``write(unchecked:)`` may touch.
    @inline(__always)
    var room: Int { count &+ 16 }

    @inlinable
    @inline(__always)
    init(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        let low = name.beginning
        let high = name.next
        // `":"` behind the name, where all of it finds room.
        let mark: UInt64 = count <= 12 ? 0x22_3A22 : 0
        let place = 8 * (count + 1)
        unsafe self.init(
            first: low &<< 8 | 0x22 | mark << place, second: high &<< 8 | low &>> 56 | mark << (place - 64),
            name: name.utf8Start, count: count)
    }

    @usableFromInline
    @inline(__always)
    init(first: UInt64, second: UInt64, name: UnsafePointer<UInt8>, count: Int) {
        self.first = first
        self.second = second
        unsafe self.name = name
        self.count = count
    }

    /// Writes the name, its colon and the quote of a string, and gives where they end.
    @inline(__always)
    func write(unchecked target: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let out = UnsafeMutableRawPointer(target)
        unsafe out.storeBytes(of: first.littleEndian, as: UInt64.self)
        unsafe out.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt64.self)
        let end = unsafe target + count + 1
        if count > 12 {
            // Sixteen bytes that overlap those already there.
            if count > 15 {
                let tail = unsafe UnsafeRawPointer(name + count - 16).loadUnaligned(as: SIMD2<UInt64>.self)
                if count > 31 { unsafe (target + 1).update(from: name, count: count) }
                unsafe UnsafeMutableRawPointer(end - 16).storeBytes(of: tail, as: SIMD2<UInt64>.self)
            }
            unsafe end[0] = UInt8(ascii: "\"")
            unsafe end[1] = UInt8(ascii: ":")
            unsafe end[2] = UInt8(ascii: "\"")
        }
        return unsafe end + 3
    }
}

extension StaticString {
    /// The first eight bytes, the first in the lowest place, zeros where there are fewer; of a literal it is a number.
    @inlinable
    @inline(__always)
    var beginning: UInt64 {
        var word: UInt64 = 0
        for index in 0..<min(utf8CodeUnitCount, 8) { unsafe word |= UInt64(utf8Start[index]) &<< UInt64(index &* 8) }
        return word
    }

    /// The eight bytes behind ``beginning``, zeros where there are fewer.
    @inlinable
    @inline(__always)
    var next: UInt64 {
        var word: UInt64 = 0
        for index in 8..<max(min(utf8CodeUnitCount, 16), 8) {
            unsafe word |= UInt64(utf8Start[index]) &<< UInt64((index &- 8) &* 8)
        }
        return word
    }
}
