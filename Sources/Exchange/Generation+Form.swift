public import Commerce
public import Partners
public import Translation
public import X12

extension SetGenerator.Form {
    /// The form in which a partner takes the documents of a kind.
    ///
    /// - Parameters:
    ///   - profile: The partner's.
    ///   - kind: What kind of document it is.
    ///   - standard: The version to write.
    ///   - day: The day on which it goes, for crosswalks.
    public init(sendingTo profile: Profile, _ kind: DocumentKind, in standard: Standard, on day: CalendarDate?) {
        self.init(
            standard: standard, delimiters: profile.delimiters, suffix: profile.suffix.bytes, policy: profile.writing)
        qualifiers = kind.set.flatMap { profile.qualifiers[$0] } ?? AgreedQualifiers()
        amendment = CrosswalkAmendment(sendingTo: profile, on: day)
    }
}
