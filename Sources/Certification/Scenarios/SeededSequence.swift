/// Numbers that a seed determines: the same seed gives the same everywhere and for ever.
struct SeededSequence {
    private var state: UInt64

    init(seed: Int, stream: Int) {
        state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: stream)
        _ = next()
    }

    /// The next 64 bits (SplitMix64).
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits &>> 31)
    }

    /// A number in a range, which is small against 64 bits.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        let span = UInt64(range.upperBound &- range.lowerBound) &+ 1
        return range.lowerBound &+ Int(next() % max(span, 1))
    }

    /// So many digits.
    mutating func digits(_ count: Int) -> String {
        String(decoding: (0..<count).map { _ in UInt8(0x30 + number(in: 0...9)) }, as: UTF8.self)
    }
}
