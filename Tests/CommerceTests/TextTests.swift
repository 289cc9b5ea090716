import Commerce
import Testing

@Suite struct TextTests {
    @Test func `sixteen bytes hold a text`() {
        #expect(MemoryLayout<Text>.size == 16)
        #expect(MemoryLayout<Decimal?>.stride == 24)
        #expect(MemoryLayout<Decimal?>.alignment == 8)
    }

    @Test(arguments: 0...40)
    func `a text of any length gives its bytes back`(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 65 &+ $0) }
        let text = Text(bytes)
        #expect(text.count == length)
        #expect(text.isEmpty == (length == 0))
        #expect(text.bytes == bytes)
        #expect(text.string == String(decoding: bytes, as: UTF8.self))
        #expect(text == Text(text.string))
        #expect(text.hashValue == Text(text.string).hashValue)
        #expect(length == 0 || text != Text(Array(bytes.dropLast())))
    }

    @Test(arguments: 0...20, [0, 1, 7, 30])
    func `a range of a window gives the same text as its bytes alone`(length: Int, before: Int) {
        let inner = (0..<length).map { UInt8(truncatingIfNeeded: 97 &+ $0) }
        for after in [0, 1, 15, 16, 17] {
            let window = [UInt8](repeating: 0xEE, count: before) + inner + [UInt8](repeating: 0xEE, count: after)
            #expect(Text(window, from: before, to: before + length) == Text(inner))
        }
    }

    @Test(arguments: [(-1, 2), (3, 2), (0, 5), (5, 9), (.min, .max), (4, 4)] as [(Int, Int)])
    func `a range outside the window is empty`(start: Int, end: Int) {
        #expect(Text(([1, 2, 3, 4] as [UInt8]), from: start, to: end).isEmpty)
    }

    @Test(arguments: [[0], [65, 0], [0, 65], [65, 0, 66], [UInt8](repeating: 0, count: 16)] as [[UInt8]])
    func `NUL bytes are kept and counted`(bytes: [UInt8]) {
        let text = Text(bytes)
        #expect(text.count == bytes.count)
        #expect(!text.isEmpty)
        #expect(text.bytes == bytes)
        #expect(text == Text((bytes + [65]), from: 0, to: bytes.count))
        #expect(text != Text())
    }

    @Test(arguments: 0...40)
    func `a text writes itself and no more than 16 bytes or its own`(length: Int) {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 65 &+ $0) }
        let room = max(16, length)
        var target = [UInt8](repeating: 0xEE, count: room + 8)
        let written = target.withUnsafeMutableBytes { raw in
            raw.baseAddress.map { Text(bytes).write(unchecked: $0) }
        }
        #expect(written == length)
        #expect(Array(target.prefix(length)) == bytes)
        #expect(target.suffix(8).allSatisfy { $0 == 0xEE })
    }

    @Test func `texts order as their bytes do`() {
        let strings = ["", "A", "A\0", "A\0B", "AB", "ABCDEFGH", "ABCDEFGHI", "ABCDEFGHIJKLMNOP", "B", "é"]
        for (i, a) in strings.enumerated() {
            for (j, b) in strings.enumerated() {
                #expect((Text(a) < Text(b)) == (i < j), "\(a.debugDescription) \(b.debugDescription)")
            }
        }
    }

    @Test func `bytes that are not UTF-8 are kept and shown as replacements`() {
        let text = Text(([0x41, 0xFF, 0x42] as [UInt8]))
        #expect(text.count == 3)
        #expect(text.description == "A\u{FFFD}B")
    }
}
