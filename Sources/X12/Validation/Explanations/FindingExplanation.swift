/// What a finding means, in words for the person who gets it.
public struct FindingExplanation: Sendable, Equatable {
    /// One shape of the fault, or of what should be there.
    public struct Example: Sendable, Equatable {
        /// The set that its segments belong to, such as `850`; `nil` for an example in words.
        public var set: String?
        /// Segments with `~` between them, an element of the envelope such as `GS08=003040`, or words.
        public var text: String
    }

    /// A paragraph.
    public var paragraph = ""
    /// What causes the finding.
    public var bad = Example(set: nil, text: "")
    /// The same without it.
    public var good = Example(set: nil, text: "")
}

extension FindingCode {
    /// What it means, in words; `nil` where the table of explanations lacks it.
    ///
    /// - Complexity: O(the table) at first use.
    public var explanation: FindingExplanation? { Self.explanations[entry.name] }

    /// The names that the table of explanations has.
    public static var explained: [String] { explanations.keys.sorted() }

    private static let explanations: [String: FindingExplanation] = {
        var all: [String: FindingExplanation] = [:]
        var name = ""
        for line in FindingExplanations.texts.flatMap({ $0.description.split(separator: "\n") }) {
            if line.hasPrefix("bad ") || line.hasPrefix("good ") {
                let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
                guard parts.count == 3, let set = parts[1].split(separator: ":").first else { continue }
                let example = FindingExplanation.Example(
                    set: set == "-" ? nil : String(set), text: String(parts[2]))
                if line.hasPrefix("bad") { all[name]?.bad = example } else { all[name]?.good = example }
            } else if line.contains(" ") {
                all[name]?.paragraph = String(line)
            } else {
                name = String(line)
                all[name] = FindingExplanation()
            }
        }
        return all
    }()
}
