import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Mutants of the samples and fixtures, the same on every run: each is read, judged, translated and, when accepted,
/// written again, and nothing may trap or get lost on the way.
@Suite struct FuzzTests {
    static let seeds =
        Repository.files(in: "Samples", suffix: ".x12") + Repository.files(in: "Tests/Fixtures", suffix: ".x12")

    private static let spice: [[UInt8]] = [
        "*", "~", ">", "\n", "\r\n", "", "\u{0}", "ISA*", "~GS*", "~ST*850*0001", "~SE*1*0001", "~IEA*1*1",
        "99999999999999999999",
        "-", ".", "Ö", "~HL*1**S", "~CTT*1", "~SAC*C", "^", "00000000", "~PO1", "**", "1E99", "~~", "  ",
    ].map { Array($0.utf8) }

    /// Changes up to four places: a byte turned, bytes left out, doubled or put in, a stretch of another file put in.
    private static func mutate(_ bytes: [UInt8], with other: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
            switch Int.random(in: 0..<7, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: bytes.removeSubrange(place..<place + length)
            case 3: bytes.insert(contentsOf: bytes[place..<place + length], at: place)
            case 4: bytes.insert(contentsOf: spice[Int.random(in: 0..<spice.count, using: &random)], at: place)
            case 5: bytes[place] = UInt8.random(in: 0x30...0x5A, using: &random)
            default:
                let from = Int.random(in: 0..<other.count, using: &random)
                bytes.insert(contentsOf: other[from..<min(from + 200, other.count)], at: place)
            }
        }
        return bytes
    }

    /// Changes characters of values only, so that most of what comes out is still accepted.
    private static func mutateValues(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        let start = bytes.firstRange(of: Array("ST*".utf8))?.lowerBound ?? 0
        for _ in 0..<3 {
            let place = Int.random(in: start..<bytes.count, using: &random)
            let byte = bytes[place]
            let isPlain = byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A
            if isPlain { bytes[place] = UInt8.random(in: 0x21...0x7E, using: &random) }
        }
        return bytes
    }

    @Test(arguments: 0..<8)
    func `a mutant never traps, and what is accepted of it comes back element for element`(part: Int) throws {
        var random = Seeded(UInt64(part))
        let files = try Self.seeds.map { try Repository.bytes($0.path) }.filter { $0.count < 20_000 }
        for round in 0..<(_isDebugAssertConfiguration() ? 400 : 4000) {
            let seed = files[Int.random(in: 0..<files.count, using: &random)]
            let other = files[Int.random(in: 0..<files.count, using: &random)]
            let mutant =
                round % 2 == 0 ? Self.mutate(seed, with: other, &random) : Self.mutateValues(seed, &random)
            let window = [1024, 4096, 512 * 1024][round % 3]
            var options = ExchangeOptions()
            options.limits.window = window
            options.judgesRejected = true
            let outcomes = try Outcomes.of(mutant, options: options)
            try checkAnswers(outcomes, mutant)
            try checkRoundTrip(outcomes, mutant)
        }
    }

    /// What we answer must be X12 that we would take ourselves.
    private func checkAnswers(_ outcomes: Outcomes, _ mutant: [UInt8]) throws {
        for group in outcomes.groups {
            guard let answer = group.acknowledgment else { continue }
            let lines = answer.segments.filter { $0 == UInt8(ascii: "\n") }.count
            #expect(lines == 0 || answer.segmentCount > 0)
            #expect(group.accepted <= group.received)
            #expect(outcomes.sets.count >= group.received)
        }
    }

    private func checkRoundTrip(_ outcomes: Outcomes, _ mutant: [UInt8]) throws {
        guard !outcomes.documents.isEmpty else { return }
        let time = EnvelopeTime(date: "20261121", time: "0605")
        let before = zip(try SegmentCollector.sets(of: mutant), outcomes.isTranslated).filter(\.1).map(\.0)
        #expect(before.count == outcomes.documents.count)
        for (document, set) in zip(outcomes.documents, before) {
            let (sent, failed) = Generation(.source, number: 1, time: time).write(
                document.json, [0..<document.json.count])
            guard failed.isEmpty else {
                Issue.record("\(failed[0].messages): \(Self.shown(mutant))")
                continue
            }
            let after = try sent.flatMap { try SegmentCollector.sets(of: $0.bytes) }
            if after != [set] {
                let lost = zip(after.first ?? [], set).first { $0 != $1 }
                Issue.record("\(lost.map { "\($0.0) for \($0.1)" } ?? "\(after.count) sets"): \(Self.shown(mutant))")
            }
        }
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.prefix(6000), as: UTF8.self).debugDescription
    }
}
