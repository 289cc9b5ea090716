/// The standard as text that a person can read and extend: a file per version and set, parsed at first use.
///
/// Adding a set to a version is adding its text and naming it here; the article "The standard as text" says how.
enum StandardText {
    /// The texts of one version.
    struct Version: Sendable {
        /// Version and release as in the first six characters of GS08.
        var name: String
        var elements: StaticString
        var segments: StaticString
        var codes: StaticString
        /// Set structures by ST01.
        var sets: [String: StaticString]
    }

    /// Every version there is a text for, oldest first.
    static let versions = [
        Version(
            name: "004010", elements: elements004010, segments: segments004010, codes: codes004010,
            sets: [
                "850": set850v004010, "855": set855v004010, "856": set856v004010, "810": set810v004010,
                "997": set997v004010,
            ])
    ]
}
