import InterchangeTestSupport
import Testing

@testable import X12

@Suite struct ControlNumberTests {
    @Test(arguments: [
        (["0001", "0002", "0003"], [true, true, true]), (["0001", "0001"], [true, false]),
        (["0003", "0001", "0002", "0001", "0003"], [true, true, true, false, false]),
        (["0009", "0011", "0010", "0010"], [true, true, true, false]), (["9", "10", "9"], [true, true, false]),
        (["0001", "00001", "1"], [true, true, true]), (["A001", "A001", "a001"], [true, false, true]),
        (["+5", "05"], [true, true]), (["-5", "+5", "-5"], [true, true, false]), (["", ""], [true, false]),
        (["12345678901234567890", "12345678901234567890"], [true, false]),
    ])
    func `a control number is new once, and leading zeros count`(numbers: [String], isNew: [Bool]) {
        var seen = ControlNumbers()
        let answers = numbers.map { seen.insert($0) }
        #expect(answers == isNew)
    }

    @Test func `a shuffled sequence is told apart from its repeats`() {
        var random = Seeded(7)
        var seen = ControlNumbers()
        let numbers = (1...5000).map { InterchangeWriter.filled($0, 9) }.shuffled(using: &random)
        let first = numbers.filter { seen.insert($0) }
        #expect(first == numbers)
        let second = numbers.filter { seen.insert($0) }
        #expect(second == [])
    }

    @Test(arguments: [
        ("1", "000000001", true), ("000000001", "000000001", true), ("1", "2", false), ("A", "A", true),
        ("A", "B", false),
        ("", "0", false), ("99999999999999999999", "99999999999999999999", true), ("99999999999999999999", "1", false),
    ])
    func `numbers are the same whatever their leading zeros`(one: String, other: String, isSame: Bool) {
        #expect(isSameNumber(one, other) == isSame)
    }
}

@Suite struct FilePositionTests {
    @Test func `a plain shift adds the base`() {
        #expect(FilePositions(base: 100).offset(of: 7) == 107)
    }

    @Test func `positions behind a removal count what was taken out`() {
        var positions = FilePositions(base: 10)
        positions.noteRemoval(at: 5, total: 2)
        positions.noteRemoval(at: 5, total: 3)
        positions.noteRemoval(at: 8, total: 4)
        #expect((0..<10).map { positions.offset(of: $0) } == [10, 11, 12, 13, 14, 18, 19, 20, 22, 23])
    }

    @Test func `a window that moves on keeps the offsets of what stays in it`() {
        for moved in 0...10 {
            var positions = FilePositions(base: 10)
            positions.noteRemoval(at: 2, total: 1)
            positions.noteRemoval(at: 5, total: 3)
            positions.noteRemoval(at: 8, total: 4)
            let before = (moved..<12).map { positions.offset(of: $0) }
            positions.shift(by: moved)
            #expect((0..<12 - moved).map { positions.offset(of: $0) } == before)
        }
    }
}

@Suite struct StreamRepairTests {
    /// Repairs `text` read in pieces of `size` bytes, and gives what stays with each byte's offset in `text`.
    private func repaired(_ text: String, _ repair: StreamRepair, size: Int) -> (String, [Int]) {
        var repair = repair
        var positions = FilePositions()
        let input = Array(text.utf8)
        var bytes = [UInt8](repeating: 0, count: input.count + size)
        var filled = 0
        var read = 0
        repeat {
            let count = min(size, input.count - read)
            bytes.replaceSubrange(filled..<filled + count, with: input[read..<read + count])
            read += count
            filled = repair.apply(
                to: &bytes, from: filled, count: count, isAtEnd: count == 0, positions: &positions)
            if count == 0 { break }
        } while true
        return (String(decoding: bytes[..<filled], as: UTF8.self), (0..<filled).map { positions.offset(of: $0) })
    }

    @Test(arguments: [1, 2, 3, 5, 64])
    func `line breaks are dropped, and every byte knows where it stood`(size: Int) {
        let text = "\r\nAB\nC\r\n\r\nD~\n"
        let repair = StreamRepair(lineBreaks: .drop, wide: [], terminator: 0x7E)
        let (result, offsets) = repaired(text, repair, size: size)
        #expect(result == "ABCD~")
        #expect(offsets == [2, 3, 5, 10, 11])
    }

    @Test(arguments: [1, 2, 3, 5, 64])
    func `a wide terminator becomes one byte, cut by the end of a read or not`(size: Int) {
        let repair = StreamRepair(
            lineBreaks: .keep, wide: [WideDelimiter(bytes: Array("Ö".utf8), stand: 0x1E)], terminator: 0x1E)
        // Ä and Ö begin with the same byte.
        let (result, offsets) = repaired("AÖBÄÖ\nÖ", repair, size: size)
        #expect(result == "A\u{1E}BÄ\u{1E}\n\u{1E}")
        #expect(offsets == [0, 1, 3, 4, 5, 6, 8, 9])
    }

    @Test(arguments: [1, 2, 64])
    func `line breaks of any kind end segments where they are the terminator`(size: Int) {
        let repair = StreamRepair(lineBreaks: .terminate, wide: [], terminator: 0x0A)
        #expect(repaired("A\r\nB\nC\r", repair, size: size).0 == "A\n\nB\nC\n")
    }
}
