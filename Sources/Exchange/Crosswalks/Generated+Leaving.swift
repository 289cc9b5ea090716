public import Partners
public import Translation
import X12

extension SetGenerator.Generated {
    /// The set, unless its document contradicts itself in a way that the partner's profile weighs as an error.
    public func leaving(under profile: Profile?) -> Result<Self, SetGenerator.Failure> {
        guard let profile, !breaches.isEmpty else { return .success(self) }
        let policy = profile.policy(.outbound)
        let refused = breaches.filter { policy.severity(of: $0.code, set: set) == .error }
        guard refused.isEmpty else {
            return .failure(
                SetGenerator.Failure(
                    refused.map { "\($0.reason) [\($0.code.entry.name)]; \($0.code.entry.remedy)" }))
        }
        return .success(self)
    }
}
