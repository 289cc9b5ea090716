import Exchange
import Foundation
import InterchangeTestSupport
import Synchronization
import Testing
import X12

/// An interchange that is never whole in memory: a prologue, one stretch of bytes many times over, an epilogue.
struct GeneratedSource: ByteSource {
    /// What the reader asked for.
    final class Log: Sendable {
        let offsets = Mutex<[Int]>([])
        let largest = Mutex(0)
    }

    let prologue: [UInt8]
    let repeated: [UInt8]
    let count: Int
    let epilogue: [UInt8]
    let log = Log()

    var size: Int { prologue.count + repeated.count * count + epilogue.count }

    mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        log.offsets.withLock { $0.append(offset) }
        log.largest.withLock { $0 = max($0, buffer.count) }
        let end = min(offset + buffer.count, size)
        guard offset < end else { return 0 }
        let middle = prologue.count + repeated.count * count
        var position = offset
        while position < end {
            let part: ArraySlice<UInt8>
            if position < prologue.count {
                part = prologue[position...]
            } else if position < middle {
                part = repeated[((position - prologue.count) % repeated.count)...]
            } else {
                part = epilogue[(position - middle)...]
            }
            let taken = min(part.count, end - position)
            UnsafeMutableRawBufferPointer(rebasing: buffer[(position - offset)...]).copyBytes(from: part.prefix(taken))
            position += taken
        }
        return end - offset
    }
}

@Suite struct StreamingTests {
    private func bytes(_ segments: [String]) -> [UInt8] { Array(segments.map { $0 + "~\n" }.joined().utf8) }

    private func source(_ draft: Draft, repeating repeated: [String], count: Int) -> GeneratedSource {
        let middle = draft.segments.firstIndex { $0.hasPrefix("!") } ?? 0
        return GeneratedSource(
            prologue: bytes(Array(draft.segments[..<middle])), repeated: bytes(repeated), count: count,
            epilogue: bytes(Array(draft.segments[(middle + 1)...])))
    }

    /// An interchange of `count` least sets with the same number.
    private func sets(_ count: Int) -> GeneratedSource {
        var draft = Draft("850", [])
        draft.segments.insert("!", at: 2)
        draft = draft.replacing("GE", with: "GE*\(count)*1")
        return source(
            draft, repeating: ["ST*850*0001", "BEG*00*SA*PO1001**20261101", "PO1**1*EA", "SE*4*0001"], count: count)
    }

    private func options(window: Int, translates: Bool = false) -> ExchangeOptions {
        var options = ExchangeOptions()
        options.limits.window = window
        options.translates = translates
        options.digests = false
        return options
    }

    /// Whether each pass over the source reads on where it stopped.
    private func passes(_ log: GeneratedSource.Log) -> Int {
        let offsets = log.offsets.withLock { $0 }
        return zip(offsets, offsets.dropFirst()).filter { $1 < $0 }.count + 1
    }

    @Test func `twenty thousand sets stream through a small window`() throws {
        let source = sets(20_000)
        let outcomes = Outcomes()
        var exchange = Exchange(source, options: options(window: 16 * 1024))
        try exchange.run(outcomes)
        #expect(outcomes.sets.count == 20_000)
        #expect(outcomes.interchanges.map(\.survey.setCount) == [20_000])
        #expect(outcomes.sets.dropFirst().allSatisfy { $0.findings.map(\.code) == [.duplicateSet] })
        #expect(source.log.largest.withLock { $0 } <= 16 * 1024)
        #expect(passes(source.log) <= 3)
    }

    /// Without optimisation the index is a hundred times slower, and a thirty-second part has to do.
    private static let megabytes = _isDebugAssertConfiguration() ? 2 : 64

    @Test func `sixty-four megabytes stream through the window without its growing`() throws {
        let source = sets(Self.megabytes * 1024 * 1024 / 69)
        final class Count: OutcomeSink {
            var sets = 0
            var accepted = 0
            func setJudged(_ set: SetOutcome) { sets += 1 }
            func groupJudged(_ group: GroupOutcome) { accepted = group.received }
        }
        let count = Count()
        var options = options(window: 512 * 1024)
        options.judgesRejected = false
        var exchange = Exchange(source, options: options)
        try exchange.run(count)
        #expect(count.sets == source.count)
        #expect(count.accepted == source.count)
        #expect(source.log.largest.withLock { $0 } <= 512 * 1024)
        #expect(passes(source.log) <= 3)
    }

    @Test func `a set larger than the window is held whole, and no more than that`() throws {
        var draft = Draft("850", [["BEG*00*SA*PO1001**20261101", "!"]])
        draft = draft.replacing("SE", with: "SE*20003*0001")
        let source = source(draft, repeating: ["PO1**1*EA"], count: 20_000)
        let outcomes = try Outcomes.of(source, options: options(window: 4096, translates: true))
        #expect(outcomes.letters == "A")
        #expect(outcomes.documents.count == 1)
        #expect(source.log.largest.withLock { $0 } <= 512 * 1024)
    }

    @Test(arguments: [1, 3, 100])
    func `a set larger than the limit is passed over, and its neighbours are judged`(before: Int) throws {
        let large = ["BEG*00*SA*PO1001**20261101"] + Array(repeating: "PO1**1*EA", count: 20_000)
        var bodies = Array(repeating: Body.order, count: before)
        bodies.append(large)
        bodies += [Body.order, large, Body.order]
        var options = options(window: 4096)
        options.limits.largestSet = 64 * 1024
        let outcomes = try Outcomes.of(Draft("850", bodies).bytes(), options: options)
        #expect(outcomes.letters == String(repeating: "A", count: before) + "RARA")
        #expect(outcomes.findings.map(\.code) == [.setTooLarge, .setTooLarge])
        #expect(outcomes.acknowledgments.last == "AK9*P*\(before + 4)*\(before + 4)*\(before + 2)")
    }

    @Test func `a segment larger than the limit ends the interchange, not the reader`() throws {
        let long = Draft("850").replacing("REF", with: "REF*DP*" + String(repeating: "7", count: 300_000))
        var options = options(window: 4096)
        options.limits.largestSet = 64 * 1024
        options.judgesRejected = true
        let outcomes = try Outcomes.of(long.bytes() + Draft("850", number: 2).bytes(), options: options)
        #expect(outcomes.interchanges.map(\.verdict.letter) == ["R", "A"])
    }

    @Test func `a source that fails is told, and what was judged before stands`() throws {
        struct Failing: ByteSource {
            var memory: MemorySource
            mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
                if offset > 8000 { throw SourceError(reason: "the disk is gone") }
                return try memory.read(
                    at: offset, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, 4096)]))
            }
        }
        let bytes = Draft("850").bytes() + Draft("850", Array(repeating: Body.order, count: 100), number: 2).bytes()
        let outcomes = Outcomes()
        var exchange = Exchange(Failing(memory: MemorySource(bytes)), options: options(window: 4096))
        #expect(throws: SourceError.self) { try exchange.run(outcomes) }
        #expect(outcomes.interchanges.count == 1)
    }
}

@Suite struct WindowSizeTests {
    static let files =
        Repository.files(in: "Samples", suffix: ".x12") + Repository.files(in: "Tests/Fixtures", suffix: ".x12")

    @Test(arguments: files.map(\.path))
    func `a file is judged alike in windows of any size`(path: String) throws {
        let bytes = try Repository.bytes(path)
        let large = try Outcomes.of(bytes, window: 512 * 1024).digest
        for window in [1024, 1500, 4096] {
            let small = try Outcomes.of(bytes, window: window).digest
            #expect(small == large, "window \(window)")
        }
    }

    @Test func `many interchanges of all habits are judged alike in windows of any size`() throws {
        var bytes: [UInt8] = []
        for habit in ReaderHabitTests.habits where habit.repairs[.unterminated] == nil {
            bytes += habit.bytes + Array("\n".utf8)
        }
        let large = try Outcomes.of(bytes, window: 512 * 1024)
        #expect(large.interchanges.count == ReaderHabitTests.habits.count - 2)
        for window in [1024, 1100, 2000, 4096, 16384] {
            #expect(try Outcomes.of(bytes, window: window).digest == large.digest, "window \(window)")
        }
    }
}
