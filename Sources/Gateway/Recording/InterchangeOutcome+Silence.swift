import Exchange
import Partners
import X12

extension InterchangeOutcome {
    /// Whether it is cut off, and the owner of its drop agreed that a person looks at such ones before anything is said.
    func isHeldInSilence(by owner: Profile) -> Bool {
        owner.drop.incomplete == .hold
            && findings.contains { $0.code == .interchangeTrailer && $0.severity == .error }
    }
}
