public import Exchange
public import Foundation
public import X12

/// Files beside the sources, found by this file's place.
public enum Repository {
    /// The folder of Package.swift.
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Reads a file.
    ///
    /// - Throws: An error of the file system.
    public static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Finds the files below a folder of the repository whose names end in `suffix`, by path; none where there is no
    /// such folder.
    public static func files(in folder: String, suffix: String) -> [URL] {
        let found = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
        return (found?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasSuffix(suffix) }
            .sorted { $0.path < $1.path }
    }
}

/// Keeps every outcome, for tests.
public final class Outcomes: OutcomeSink {
    /// The judged interchanges.
    public var interchanges: [InterchangeOutcome] = []
    /// The judged groups.
    public var groups: [GroupOutcome] = []
    /// The judged sets.
    public var sets: [SetOutcome] = []
    /// The documents made.
    public var documents: [DocumentOutcome] = []
    /// For each set whether it became a document.
    public var isTranslated: [Bool] = []
    /// Findings about bytes outside interchanges.
    public var file: [Finding] = []

    /// Keeps nothing yet.
    public init() {}

    public func setJudged(_ set: SetOutcome) {
        sets.append(set)
        isTranslated.append(false)
    }
    public func documentMade(_ document: DocumentOutcome) {
        documents.append(document)
        isTranslated[isTranslated.count - 1] = true
    }
    public func groupJudged(_ group: GroupOutcome) { groups.append(group) }
    public func interchangeEnded(_ interchange: InterchangeOutcome) { interchanges.append(interchange) }
    public func sourceEnded(_ findings: [Finding]) { file = findings }

    /// Judges bytes by the standard alone.
    ///
    /// - Throws: ``SourceError`` never, for bytes in memory.
    public static func of(_ bytes: [UInt8], options: ExchangeOptions = ExchangeOptions()) throws -> Outcomes {
        try of(MemorySource(bytes), options: options)
    }

    /// Judges what a source holds by the standard alone.
    ///
    /// - Throws: ``SourceError`` when the source does.
    public static func of(_ source: some ByteSource, options: ExchangeOptions = ExchangeOptions()) throws -> Outcomes {
        let outcomes = Outcomes()
        var exchange = Exchange(source, options: options)
        try exchange.run(outcomes)
        return outcomes
    }

    /// Judges bytes in a window of `window` bytes.
    ///
    /// - Throws: ``SourceError`` never, for bytes in memory.
    public static func of(_ bytes: [UInt8], window: Int) throws -> Outcomes {
        var options = ExchangeOptions()
        options.limits.window = window
        return try of(bytes, options: options)
    }

    /// Judges a draft by the standard alone, sets of refused interchanges included.
    ///
    /// - Throws: ``SourceError`` never, for bytes in memory.
    public static func of(_ draft: Draft) throws -> Outcomes {
        var options = ExchangeOptions()
        options.judgesRejected = true
        return try of(draft.bytes(), options: options)
    }

    /// Every finding, of the file, its interchanges, groups and sets, business findings left out.
    public var findings: [Finding] {
        file + interchanges.flatMap(\.findings) + groups.flatMap(\.findings) + sets.flatMap(\.findings)
    }

    /// The names of the findings of at least that severity, in the order of ``findings``.
    public func names(from severity: Severity = .note) -> [String] {
        findings.filter { $0.severity >= severity }.map(\.code.entry.name)
    }

    /// The names of the business findings.
    public var breaches: [String] { sets.flatMap(\.businessFindings).map(\.code.entry.name) }

    /// The verdicts of the sets, a letter each.
    public var letters: String { sets.map(\.verdict.letter).joined() }

    /// Every 997 as segments without terminators.
    public var acknowledgments: [String] {
        groups.compactMap(\.acknowledgment).flatMap { acknowledgment in
            String(decoding: acknowledgment.segments, as: UTF8.self).split(separator: "~").map(String.init)
        }
    }

    /// The documents' JSON, one a document.
    public var json: [String] { documents.map { String(decoding: $0.json, as: UTF8.self) } }

    /// What is equal when two readings of the same bytes agree: a line for each finding, verdict, range and 997.
    public var digest: [String] {
        var lines: [String] = []
        func add(_ findings: [Finding], _ place: String) {
            for finding in findings {
                lines.append(
                    "\(place) \(finding.code.entry.name) \(finding.place) #\(finding.segmentIndex) @\(finding.offset) "
                        + (finding.valueText ?? "-"))
            }
        }
        for one in interchanges {
            let header = one.survey.header
            lines.append("\(header?.controlNumber ?? "-") \(one.survey.range) \(one.verdict.letter)")
            lines.append("\(one.survey.groupCount) \(one.survey.setCount) \(one.survey.segmentCount)")
            lines.append(one.digest?.hex ?? "-")
            for (code, count) in one.survey.repairs.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                lines.append("\(code.entry.name) \(count)")
            }
            add(one.findings, "interchange")
        }
        for one in groups {
            lines.append("group \(one.header.offset) \(one.verdict.letter) \(one.received) \(one.accepted)")
            add(one.findings, "group")
            lines.append(String(decoding: one.acknowledgment?.segments ?? [], as: UTF8.self))
        }
        for one in sets {
            let set = one.envelope
            lines.append(
                "set \(set.controlNumber) @\(set.offset)+\(set.length) \(set.segmentCount) \(one.verdict.letter)")
            add(one.findings, "set")
            add(one.businessFindings, "business")
        }
        add(file, "file")
        return lines + json
    }
}

/// Random numbers that are the same on every run.
public struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Begins a sequence.
    public init(_ seed: UInt64) { state = seed }

    /// Gives the next number (SplitMix64).
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
