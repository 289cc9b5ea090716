import Exchange
import Foundation
import InterchangeTestSupport
import Partners
import Testing
import X12

/// How often inference is wrong, as a table: EDIGATE_INFERENCE=1 swift test --filter InferenceMeasurement.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["EDIGATE_INFERENCE"] != nil, "EDIGATE_INFERENCE=1 measures"))
struct InferenceMeasurement {
    /// What became of documents under a draft.
    struct Row {
        var heldOut = 0
        var wronglyRefused = 0
        var deviating = 0
        var refused = 0
        var warned = 0
        var noted = 0

        mutating func judge(_ bytes: [UInt8], _ profile: Profile, deviates: Bool) throws {
            let isError = !SampleCheck.errors(in: bytes, under: profile).isEmpty
            guard deviates else {
                heldOut += 1
                wronglyRefused += isError ? 1 : 0
                return
            }
            let worst = try InferenceTests.guideFindings(bytes, profile).map(\.severity).max()
            deviating += 1
            refused += isError ? 1 : 0
            warned += !isError && worst == .warning ? 1 : 0
            noted += !isError && worst == .note ? 1 : 0
        }

        func line(_ title: String) -> String {
            func share(_ count: Int, _ of: Int) -> String {
                of == 0 ? "–" : "\(count)/\(of) (\(count * 100 / of) %)"
            }
            let silent = deviating - refused - warned - noted
            return [
                title, share(heldOut - wronglyRefused, heldOut), share(wronglyRefused, heldOut),
                share(refused, deviating), share(warned, deviating), share(noted, deviating), share(silent, deviating),
            ].joined(separator: " | ")
        }
    }

    static let head = "samples | accepted | wrongly refused | deviating refused | warned | noted | taken in silence"

    @Test func `simulated partners, by the number of documents read`() throws {
        print(Self.head)
        for count in [2, 5, 10, 20, 30, 60] as [UInt64] {
            var row = Row()
            for set in ["850", "855", "856", "810"] {
                for seed in 1...6 as ClosedRange<UInt64> {
                    let partner = try #require(SimulatedPartner(set: set, version: "004010", seed: seed))
                    let inference = try #require(
                        CheckedInference(id: "acme", files: InferenceTests.files(partner, 0..<count)))
                    let profile = try #require(inference.profile)
                    for file in InferenceTests.files(partner, 5000..<5010) {
                        try row.judge(file.bytes, profile, deviates: false)
                    }
                    for deviation in SimulatedPartner.Deviation.allCases {
                        for file in InferenceTests.files(partner, 6000..<6004, deviating: deviation) {
                            try row.judge(file.bytes, profile, deviates: true)
                        }
                    }
                }
            }
            print(row.line("\(count) documents, 24 partners"))
        }
    }

    /// Files of the corpus by the project they came from: `project__name.edi`.
    static func sources() -> [String: [URL]] {
        let files = Repository.files(in: "../shared/corpus", suffix: ".edi")
        return Dictionary(grouping: files) { file in
            let name = file.lastPathComponent
            return name.ranges(of: "__").first.map { String(name[..<$0.lowerBound]) } ?? name
        }.filter { $0.value.count >= 4 }
    }

    @Test(.enabled(if: CorpusTests.isThere, "there is no corpus beside the repository"))
    func `the corpus, half of each source held out`() throws {
        print(Self.head)
        var all = Row()
        for (source, files) in Self.sources().sorted(by: { $0.key < $1.key }) {
            var row = Row()
            let samples = try files.map { (name: $0.lastPathComponent, bytes: try Repository.bytes($0.path)) }
            let read = samples.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
            let heldOut = samples.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
            guard let inference = CheckedInference(id: "acme", files: read), let profile = inference.profile else {
                print("\(source): nothing can be read out of it")
                continue
            }
            var random = Seeded(17)
            // A file that the standard refuses says nothing of inference.
            for file in heldOut where SampleCheck.errors(in: file.bytes, under: Self.bare).isEmpty {
                try row.judge(file.bytes, profile, deviates: false)
                try all.judge(file.bytes, profile, deviates: false)
                for _ in 0..<4 {
                    guard let mutated = Self.withoutSegment(file.bytes, &random),
                        SampleCheck.errors(in: mutated, under: Self.bare).isEmpty
                    else { continue }
                    try row.judge(mutated, profile, deviates: true)
                    try all.judge(mutated, profile, deviates: true)
                }
            }
            print(row.line("\(source), \(read.count) files"))
        }
        print(all.line("all"))
    }

    private static let bare = Profile(id: "bare", name: "bare", role: .supplier)

    /// One segment less between ST and SE, SE01 counted anew; nil where there is none.
    private static func withoutSegment(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8]? {
        var reader = InterchangeReader(MemorySource(bytes))
        guard let header = try? reader.next()?.header else { return nil }
        let delimiters = header.delimiters
        var segments = bytes.split(separator: delimiters.segment, omittingEmptySubsequences: false).map { Array($0) }
        func id(_ segment: [UInt8]) -> String {
            String(decoding: segment.drop { $0 <= 0x20 }.prefix { $0 != delimiters.element }, as: UTF8.self)
        }
        guard let end = segments.firstIndex(where: { id($0) == "SE" }),
            let start = segments[..<end].lastIndex(where: { id($0) == "ST" }), end - start > 3
        else { return nil }
        segments.remove(at: Int.random(in: start + 2..<end, using: &random))
        let trailer = String(decoding: segments[end - 1], as: UTF8.self)
        let mark = String(UnicodeScalar(delimiters.element))
        var parts = trailer.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, let count = Int(parts[1]) else { return nil }
        parts[1] = String(count - 1)
        segments[end - 1] = Array(parts.joined(separator: mark).utf8)
        return Array(segments.joined(separator: [delimiters.segment]))
    }
}
