import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import ProgramTestSupport
import Testing
import X12

/// What we generate is read by readers that are not ours, element for element as it was meant.
///
/// `EDIGATE_READERS` names a python that has both; `.ci/run` makes one where it can.
@Suite struct OtherReaderTests {
    static let python = ProcessInfo.processInfo.environment["EDIGATE_READERS"]

    /// What a reader found in a file.
    private struct Reading: Decodable {
        var file: String
        var reader: String
        var segments: [[String]]
        var errors: [String]
    }

    @Test(.enabled(if: python != nil, "EDIGATE_READERS names no python that has both"))
    func `two other readers find what was meant in sets of every kind, plain and with every part`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-readers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // The readers know interchanges of these versions.
        var meant: [String: [[String]]] = [:]
        for version in ["004010", "005010"] {
            let standard = try #require(Standard.version(version))
            for set in RoundTripLaws.kinds {
                let generator = try #require(SpecimenGenerator(standard, set: set))
                for density in SpecimenGenerator.Density.allCases {
                    for seed in 1...UInt64(5) {
                        let specimen = RoundTripLaws.unique(generator.specimen(seed: seed, density: density), standard)
                        let name = "\(version)-\(set)-\(density)-\(seed).x12"
                        let bytes = specimen.bytes()
                        meant[name] = try SegmentCollector.sets(of: bytes).first
                        try Data(try Self.generated(from: bytes)).write(to: folder.appending(path: name))
                    }
                }
            }
        }
        var readings: [String: Int] = [:]
        for reading in try Self.read(folder) {
            #expect(reading.errors == [], "\(reading.reader) of \(reading.file)")
            let body = reading.segments.filter { !["ISA", "GS", "ST", "SE", "GE", "IEA"].contains($0.first) }
            let found = body.map(Self.withoutTrailingBlanks)
            #expect(found == meant[reading.file], "\(reading.reader) of \(reading.file)")
            readings[reading.reader, default: 0] += 1
        }
        #expect(readings == ["pyx12": meant.count, "linuxforhealth-x12": meant.count])
    }

    /// What our generator makes of the document that a set becomes.
    private static func generated(from bytes: [UInt8]) throws -> [UInt8] {
        let document = try #require(try Outcomes.of(bytes).documents.first)
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(failed.flatMap(\.messages) == [])
        return try #require(sent.first).bytes
    }

    private static func read(_ folder: URL) throws -> [Reading] {
        let script = Repository.root.appending(path: ".ci/readers.py").path
        let ending = try Child.run(python ?? "", [script, folder.path])
        #expect(ending.status == 0, "\(ending.errors)")
        return try ending.output.split(separator: "\n").map {
            try JSONDecoder().decode(Reading.self, from: Data($0.utf8))
        }
    }

    /// One of the readers gives an element that is not there as an empty one.
    private static func withoutTrailingBlanks(_ segment: [String]) -> [String] {
        var segment = segment
        while segment.count > 1, segment.last?.isEmpty == true { segment.removeLast() }
        return segment
    }
}
