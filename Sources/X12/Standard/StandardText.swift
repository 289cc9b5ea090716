/// The standard as text that a person can read and extend: a file per version and set, parsed at first use; a later
/// version may be one file of differences.
///
/// Adding a set or a version is adding its text and naming it here; the article "The standard as text" says how.
enum StandardText {
    /// The texts of one version.
    struct Version: Sendable {
        /// Version and release as in the first six characters of GS08.
        var name: String
        /// The version whose texts these change, or `nil` when they are complete.
        var base: String?
        var elements: StaticString
        var segments: StaticString
        /// The code lists, in one text or several: an element's stands in one of them.
        var codes: [StaticString]
        /// Set structures by ST01, where they are written out.
        var sets: [String: StaticString] = [:]
        /// What differs in the other sets from those of the base.
        var changes: StaticString = ""
        /// Sets of the base that this version does not have.
        var without: Set<String> = []
    }

    /// Every version there is a text for, oldest first.
    static let versions = [
        Version(
            name: "004010", elements: elements004010, segments: segments004010,
            codes: [codes004010to378, codes004010from399],
            sets: [
                "810": set810v004010, "820": set820v004010, "824": set824v004010, "832": set832v004010,
                "846": set846v004010, "850": set850v004010, "855": set855v004010, "856": set856v004010,
                "860": set860v004010, "861": set861v004010, "864": set864v004010, "865": set865v004010,
                "997": set997v004010,
            ]),
        Version(
            name: "004030", base: "005010", elements: elements004030, segments: segments004030, codes: [codes004030],
            changes: changes004030, without: ["999"]),
        Version(
            name: "005010", base: "004010", elements: elements005010, segments: segments005010, codes: [codes005010],
            sets: ["832": set832v005010, "999": set999v005010], changes: changes005010),
        Version(
            name: "005030", base: "005010", elements: elements005030, segments: segments005030, codes: [codes005030],
            changes: changes005030),
        Version(
            name: "006020", base: "005030", elements: elements006020, segments: segments006020, codes: [codes006020],
            changes: changes006020),
        Version(
            name: "006030", base: "006020", elements: elements006030, segments: segments006030, codes: [codes006030],
            changes: changes006030),
    ]

    /// The texts that make up a version, the complete one first; empty when there is no such version.
    static func layers(of name: String) -> [Version] {
        var layers: [Version] = []
        var next: String? = name
        while let wanted = next, layers.count <= versions.count {
            guard let version = versions.first(where: { $0.name == wanted }) else { break }
            layers.insert(version, at: 0)
            next = version.base
        }
        return layers
    }
}
