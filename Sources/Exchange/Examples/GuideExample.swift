public import Partners
public import X12

/// An example of a set as one partner's profile and guide want it, judged as the partner's traffic would be.
public struct GuideExample: Sendable {
    /// The set, such as `856`.
    public var set: String
    /// Which way it goes.
    public var direction: Profile.Direction
    /// The version of its group.
    public var version: String
    /// The interchange.
    public var bytes: [UInt8]
    /// What is found on it under the profile; no errors.
    public var remarks: [Finding]

    /// Makes an example; nil where none can be made that the profile takes without an error.
    ///
    /// - Parameters:
    ///   - set: The set.
    ///   - direction: From the partner or to it.
    ///   - profile: The profile.
    ///   - time: When it is dated.
    public init?(
        of set: String, _ direction: Profile.Direction, under profile: Profile,
        time: EnvelopeTime = EnvelopeTime(date: "20260302", time: "1015")
    ) {
        let usage: Profile.Usage = profile.production == nil ? .test : .production
        guard let example = ExampleInterchange(of: set, direction, under: profile, usage: usage, number: 1, time: time),
            example.errors.isEmpty
        else { return nil }
        self.set = set
        self.direction = direction
        version = example.version
        bytes = example.bytes
        remarks = example.findings
    }
}
