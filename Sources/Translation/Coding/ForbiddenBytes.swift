import Commerce
import X12

/// The bytes that no value of an interchange may hold: its delimiters and control characters.
struct ForbiddenBytes {
    let delimiters: Delimiters
    private let table: [Bool]
    /// Each delimiter in all eight bytes of a word.
    private let element: UInt64
    private let segment: UInt64
    private let component: UInt64
    private let repetition: UInt64

    init(_ delimiters: Delimiters) {
        self.delimiters = delimiters
        table = (0..<256).map { delimiters.contains(UInt8($0)) || $0 < 0x20 }
        element = UInt64(delimiters.element) &* .eachByteOne
        segment = UInt64(delimiters.segment) &* .eachByteOne
        component = UInt64(delimiters.component) &* .eachByteOne
        repetition = UInt64(delimiters.repetition ?? delimiters.element) &* .eachByteOne
    }

    /// Whether one of the bytes is forbidden.
    func contains(anyOf bytes: [UInt8]) -> Bool { bytes.contains { table[Int($0)] } }

    /// How many of the bytes are forbidden.
    func count(in bytes: [UInt8]) -> Int { bytes.reduce(0) { table[Int($1)] ? $0 + 1 : $0 } }

    /// How many of the bytes are forbidden.
    func count(in buffer: ByteBuffer) -> Int {
        buffer.countOfControls(
            and: delimiters.element, delimiters.segment, delimiters.component,
            delimiters.repetition ?? delimiters.element)
    }

    /// Whether a text holds none of them.
    @inline(__always)
    func areAbsent(from text: Text) -> Bool {
        guard let words = text.words else { return text.withBytes { isClean($0) } }
        // The zero behind the end of the text is a control character: it is the first when there is no other.
        let low = marks(words.low)
        let first = low != 0 ? low.trailingZeroBitCount : 64 &+ marks(words.high).trailingZeroBitCount
        return first / 8 == words.count
    }

    private func isClean(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where table[Int(bytes[index])] { return false }
        return true
    }

    /// The top bit of each forbidden byte; the lowest one set is right, above it a borrow may set more.
    @inline(__always)
    private func marks(_ word: UInt64) -> UInt64 {
        let control = (word &- .eachByteOne &* 0x20) & ~word
        return
            (zeros(word ^ element) | zeros(word ^ segment) | zeros(word ^ component) | zeros(word ^ repetition)
            | control) & .eachByteTop
    }

    @inline(__always)
    private func zeros(_ word: UInt64) -> UInt64 { (word &- .eachByteOne) & ~word }
}
