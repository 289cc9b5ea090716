import Foundation
import InterchangeTestSupport
import Testing
import X12

/// The article "Conformance" says what the dictionary holds: it is generated from the dictionary, so that it cannot say
/// more. `EDIGATE_RECORD=1` writes it anew.
@Suite struct ConformanceTableTests {
    private static let article = Repository.root.appending(path: "Sources/X12/X12.docc/Conformance.md")

    @Test func `the conformance article says what the dictionary holds`() throws {
        let text = try Self.text()
        if ProcessInfo.processInfo.environment["EDIGATE_RECORD"] != nil {
            try Data(text.utf8).write(to: Self.article)
        }
        let written = try String(contentsOf: Self.article, encoding: .utf8)
        #expect(written == text, "the dictionary has changed: run once with EDIGATE_RECORD=1")
    }

    private static func text() throws -> String {
        var text = """
            # Conformance

            What is checked, version by version and set by set, counted from the dictionary by a test.

            ## How to read the table

            Places are where a segment may stand in the set, ST and SE included; loops are those of them that open one.
            Segments, elements and composites are counted once each, however often they are used. Notes are the syntax
            notes (P, R, E, C, L) of those segments and composites; behind a plus sign those that the sources disagree
            about, which are warnings. Lists are the code lists that are enforced, and codes what is in them; elements of
            type ID without one take any code of the right length.

            """
        for version in Standard.versions {
            guard let standard = Standard.version(version) else { continue }
            text += "\n## \(version)\n\n"
            text += "| set | title | places | loops | segments | elements | composites | notes | lists | codes |\n"
            text += "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
            for set in standard.sets {
                let structure = try #require(standard.structure(of: set))
                text += row(structure, standard)
            }
        }
        return text + held
    }

    /// What of it is held by which tests.
    private static let held = """

        ## What holds it

        For every version and set above, sets are made from the dictionary: every place of the structure, elements at
        both ends of their lengths, codes from every list, every syntax note in all the ways it can hold, repetitions.
        Nothing may be found in them. Then one rule at a time is broken at a known place and everything else kept true:
        it must be found at that place, with the code that a hand-written table gives, and nothing else may be found.
        `EDIGATE_SPECIMENS` and `EDIGATE_MUTATIONS` ask for more of both than an ordinary run makes.

        Files in `Tests/Fixtures/<version>/<set>` hold single cases with findings and acknowledgments reasoned by hand.

        ## What the standard leaves open

        - Places that first fit cannot tell apart from an earlier one are never reached. In the 832 these are the second
          of two bounded loops that follow each other (005010, 005030), and the second of two N1 loops side by side
          (006020, 006030).
        - When a segment is missing and the one behind it can be read as something else, it is read so.
        - Leading zeros beyond the least length are accepted: X12.6 says they should not be sent, not that they must not.

        """

    private static func row(_ structure: SetStructure, _ standard: Standard) -> String {
        var notes = 0
        var doubtful = 0
        func count(_ all: [SyntaxNote]) {
            notes += all.filter { !$0.isUncertain }.count
            doubtful += all.filter(\.isUncertain).count
        }
        let segments = Set(structure.nodes.map(\.segment)).sorted()
        var elements: Set<String> = []
        var composites: Set<Int> = []
        var lists: [String: Int] = [:]
        func take(_ place: ElementPlace) {
            elements.insert(place.definition.number)
            if let list = place.codeList { lists[place.definition.number] = list }
        }
        for segment in segments {
            count(standard.segments[segment].notes)
            for place in standard.elements(ofSegment: segment) {
                if let composite = place.composite { composites.insert(composite) } else { take(place) }
            }
        }
        for composite in composites.sorted() {
            count(standard.composites[composite].notes)
            for place in standard.components(ofComposite: composite) { take(place) }
        }
        let codes = lists.values.reduce(0) { $0 + standard.codes(inList: $1).count }
        let loops = structure.nodes.filter(\.isLoop).count
        let figures = [
            structure.nodes.count, loops, segments.count, elements.count, composites.count,
        ].map { " \($0) |" }.joined()
        return "| \(structure.set) | \(structure.title) |\(figures) \(notes)\(doubtful > 0 ? " + \(doubtful)" : "") |"
            + " \(lists.count) | \(codes) |\n"
    }
}
