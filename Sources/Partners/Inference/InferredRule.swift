/// A rule of a guide that was read out of samples, as it is written.
struct InferredRule {
    /// The members of the rule but its severity, such as `at: "REF[01=IA]", use: "required"`.
    var text: String
    /// How much speaks for it.
    var evidence: Evidence
    /// How sure one can be.
    var confidence: Evidence.Confidence

    init(_ text: String, _ evidence: Evidence, atMost: Evidence.Confidence = .high) {
        self.text = text
        self.evidence = evidence
        confidence = min(evidence.confidence, atMost)
    }

    /// The line of the guide, with the evidence behind it. One document demands nothing: its line is a comment.
    var line: String {
        let severity = confidence.severity.map { ", severity: \"\($0)\"" } ?? ""
        let rule = "{ \(text)\(severity) }, // \(evidence.description), \(confidence.rawValue)"
        return confidence == .single ? "// \(rule)" : rule
    }
}
