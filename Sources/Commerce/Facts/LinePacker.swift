/// Packs the parts of one line, ASCII all of them, into memory that has room for them.
@safe
struct LinePacker {
    /// How many bytes a line needs beside the bytes of its texts: two decimals, five counts and what stands around them,
    /// and what a text writes behind its end.
    static var roomBesides: Int { 2 * Decimal.maximumLength + 5 * 22 + 32 }

    private let start: UnsafeMutablePointer<UInt8>
    private var cursor: UnsafeMutablePointer<UInt8>

    init(unchecked start: UnsafeMutablePointer<UInt8>) {
        unsafe self.start = start
        unsafe cursor = start
    }

    /// The number of bytes written.
    var count: Int { unsafe cursor - start }

    mutating func add(_ text: Text) {
        unsafe add(expected: text.count) { unsafe text.write(unchecked: $0) }
    }

    mutating func add(_ decimal: Decimal?) {
        guard let decimal else {
            unsafe cursor[0] = UInt8(ascii: "-")
            unsafe cursor[1] = UInt8(ascii: ",")
            unsafe cursor += 2
            return
        }
        unsafe add(expected: 1) { unsafe decimal.write(unchecked: $0) }
    }

    mutating func add(_ items: List<ItemIdentifier>) {
        var expected = max(0, items.count &- 1)
        for at in items.indices { expected &+= items[at].scheme.count &+ 1 &+ items[at].value.count }
        unsafe add(expected: expected) { target in
            var end = 0
            for at in items.indices {
                if at > 0 {
                    unsafe target[end] = UInt8(ascii: "\t")
                    end &+= 1
                }
                end &+= unsafe DocumentKey.write(normal: items[at].scheme, items[at].value, unchecked: target + end)
            }
            return end
        }
    }

    /// Adds a text that `write` puts into memory and counts, about as long as expected. Its count stands before it and is
    /// known behind it: a text whose count has more digits or fewer is moved.
    private mutating func add(expected: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        let place = UInt64(expected).decimalDigits &+ 1
        let count = unsafe write(cursor + place)
        let digits = UInt64(count).decimalDigits
        if digits &+ 1 != place {
            unsafe UnsafeMutableRawPointer(cursor + (digits &+ 1)).copyMemory(from: cursor + place, byteCount: count)
        }
        unsafe cursor.write(count, digits: digits, at: 0)
        unsafe cursor[digits] = UInt8(ascii: ":")
        unsafe cursor += digits &+ 1 &+ count
        unsafe cursor[0] = UInt8(ascii: ",")
        unsafe cursor += 1
    }
}
