import Exchange
import InterchangeTestSupport
import X12

/// What an interchange is answered, as far as the faults are concerned: the segments of the 997 from AK3 to AK9 without
/// what repeats the input, or those of the TA1.
struct Answer: Equatable, CustomStringConvertible {
    var lines: [String]
    var description: String { lines.joined(separator: " ") }

    /// The answer that is due, by the rules of the 997: one AK3 a segment, code 8 for its elements; AK502 is 5 when there
    /// is an AK3; a group fault refuses all of it.
    init(_ broken: Broken, _ rule: RuleBreak, code: Int, isTolerated: Bool) {
        let sets = broken.specimen.sets.count
        let verdict = isTolerated ? "E" : "R"
        var lines: [String] = []
        func addSets(_ end: String) {
            for set in 0..<sets { lines.append(set == broken.set ? end : "AK5*A") }
        }
        let accepted = isTolerated ? sets : sets - 1
        let group = "AK9*\(accepted == sets ? "E" : accepted == 0 ? "R" : "P")*\(sets)*\(accepted)"
        switch rule.expected.list {
        case .segment:
            lines = ["AK3*\(broken.segment)*\(broken.ordinal)*\(code)"]
            addSets("AK5*\(verdict)*5")
            lines.append(group)
        case .element:
            // AK401-3 came with 005010.
            let repetition = broken.specimen.version >= "005010" ? broken.repetition : 0
            var parts = [broken.element, broken.component, repetition].map { $0 > 0 ? String($0) : "" }
            while parts.last == "" { parts.removeLast() }
            let position = parts.joined(separator: ">")
            lines = [
                "AK3*\(broken.segment)*\(broken.ordinal)*8", "AK4*\(position)*\(broken.number ?? "")*\(code)",
            ]
            addSets("AK5*\(verdict)*5")
            lines.append(group)
        case .set:
            addSets("AK5*\(verdict)*\(code)")
            lines.append(group)
        case .group:
            // A version that is not known leaves nothing to judge its sets by.
            let isJudged = rule != .groupVersion
            for _ in 0..<sets { lines.append(isJudged ? "AK5*A" : "AK5*R") }
            lines.append("AK9*R*\(sets)*0*\(code)")
        case .interchange:
            let note = String("00\(code)".suffix(3))
            lines = ["TA1*\(verdict)*\(note)"]
        }
        self.lines = lines
    }

    /// The answer given.
    init(_ segments: [String], interchange: InterchangeAcknowledgment?, component: Character) {
        if let interchange, interchange.verdict != .accepted {
            lines = ["TA1*\(interchange.verdict.letter)*\(interchange.noteCode)"]
            return
        }
        lines = segments.compactMap { segment in
            let parts = segment.split(separator: "*", omittingEmptySubsequences: false)
            func part(_ index: Int) -> String { index < parts.count ? String(parts[index]) : "" }
            switch part(0) {
            case "AK3": return "AK3*\(part(1))*\(part(2))*\(part(4))"
            case "AK4": return "AK4*\(part(1).replacing(String(component), with: ">"))*\(part(2))*\(part(3))"
            case "AK5": return parts.dropLast(0).joined(separator: "*")
            // AK902 is what GE01 claims.
            case "AK9": return "AK9*\(part(1))*\(part(3))*\(part(4))" + parts.dropFirst(5).map { "*\($0)" }.joined()
            default: return nil
            }
        }
    }
}

extension Outcomes {
    /// What was answered.
    var answer: Answer {
        let delimiters = interchanges.first?.survey.header?.delimiters ?? Delimiters()
        let segments = groups.compactMap(\.acknowledgment).flatMap { acknowledgment in
            acknowledgment.segments.split(separator: delimiters.segment).map { segment in
                String(decoding: segment.map { $0 == delimiters.element ? UInt8(ascii: "*") : $0 }, as: UTF8.self)
            }
        }
        return Answer(
            segments, interchange: interchanges.first?.judgement,
            component: Character(UnicodeScalar(delimiters.component)))
    }
}
