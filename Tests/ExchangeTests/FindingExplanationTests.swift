import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// The words for each finding, and whether what they say is true.
@Suite struct FindingExplanationTests {
    @Test func `every finding is explained, and nothing else is`() {
        #expect(Set(FindingCode.explained) == Set(FindingCode.allCases.map(\.entry.name)))
    }

    @Test(arguments: FindingCode.allCases)
    func `an explanation has a paragraph and an example each way`(code: FindingCode) throws {
        let explanation = try #require(code.explanation)
        #expect(explanation.paragraph.hasSuffix(".") && explanation.paragraph.count > 60)
        #expect(!explanation.bad.text.isEmpty && !explanation.good.text.isEmpty)
        #expect(explanation.bad.text != explanation.good.text)
    }

    @Test(arguments: FindingCode.allCases.filter { $0.explanation?.bad.set != nil })
    func `a bad example has the finding, and the good one has not`(code: FindingCode) throws {
        let explanation = try #require(code.explanation)
        #expect(try names(explanation.bad, like: explanation.good).contains(code.entry.name))
        #expect(try !names(explanation.good, like: explanation.good).contains(code.entry.name))
    }

    @Test func `most examples are judged, not only told`() {
        let judged = FindingCode.allCases.count { $0.explanation?.bad.set != nil }
        #expect(judged >= 50)
    }

    /// What an interchange with an example in it gets; where it goes, `good` tells by its first segment.
    private func names(_ example: FindingExplanation.Example, like good: FindingExplanation.Example) throws -> [String]
    {
        let set = try #require(example.set)
        var draft = Draft(set)
        if set == "997" { draft = Draft("997", [["AK1*PO*1", "AK9*A*1*1*1"]]) }
        let segments = example.text.split(separator: "~").map(String.init)
        if let change = example.text.wholeMatch(of: #/([A-Z]{2,3})([0-9]{2})=(.*)/#) {
            let position = try #require(Int(change.2))
            let at = try #require(draft.segments.firstIndex { $0.hasPrefix(change.1 + "*") })
            var elements = draft.segments[at].split(separator: "*", omittingEmptySubsequences: false).map(String.init)
            let old = elements[position]
            elements[position] = String(change.3)
            if change.1 == "ISA" {
                elements[position] += String(repeating: " ", count: max(old.count - elements[position].count, 0))
            }
            draft.segments[at] = elements.joined(separator: "*")
        } else {
            let anchor = try #require(good.text.split(separator: "~").first?.split(separator: "*").first)
            let at = try #require(draft.segments.firstIndex { $0.hasPrefix(anchor + "*") })
            draft.segments.replaceSubrange(at...at, with: segments)
            let first = try #require(draft.segments.firstIndex { $0.hasPrefix("ST*") })
            let last = try #require(draft.segments.firstIndex { $0.hasPrefix("SE*") })
            draft.segments[last] = "SE*\(last - first + 1)*0001"
        }
        let outcomes = try Outcomes.of(draft)
        return outcomes.names() + outcomes.breaches
    }
}
