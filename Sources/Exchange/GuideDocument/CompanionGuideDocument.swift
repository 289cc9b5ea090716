public import Partners
import X12

/// The companion guide that goes to a partner: everything it needs to know to exchange documents with us, from its
/// profile and guide alone.
public struct CompanionGuideDocument: Sendable {
    let profile: Profile
    let date: String
    let changes: [ProfileDifference]?
    let since: String
    /// The examples by direction and set.
    let examples: [GuideExample]

    /// Makes the document of a partner.
    ///
    /// - Parameters:
    ///   - profile: The profile.
    ///   - date: When it is made, CCYY-MM-DD.
    ///   - changes: What changed since an earlier version; nil leaves the section out.
    ///   - since: What that version is called.
    public init(
        of profile: Profile, date: String, changes: [ProfileDifference]? = nil, since: String = ""
    ) {
        self.profile = profile
        self.date = date
        self.changes = changes
        self.since = since
        examples = Self.sets(of: profile).compactMap { GuideExample(of: $0.set, $0.direction, under: profile) }
    }

    /// The guide as one page of HTML.
    public func html() -> String { text().html() }

    /// The guide in Markdown.
    public func markdown() -> String { text().markdown() }

    /// The sets to tell of: those exchanged, and without a list those that the guide has rules for.
    static func sets(of profile: Profile) -> [Profile.Document] {
        if !profile.documents.isEmpty { return profile.documents }
        return Profile.Direction.allCases.flatMap { direction in
            (profile.guide(direction)?.parts.map(\.set) ?? []).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }.map { Profile.Document(set: $0, direction: direction) }
        }
    }

    // MARK: - The whole

    private func text() -> GuideText {
        var text = GuideText(
            title: "EDI guide for \(profile.name)",
            lead: [
                "How \(profile.name) and \(ourName) exchange X12 documents. Made \(date) from the profile "
                    + "`\(profile.id)` that the gateway works by, stage \(profile.stage.rawValue)"
                    + (profile.version > 0 ? ", version \(profile.version)." : "."),
                "You are \(profile.name); we are \(ourName).",
            ])
        if let changes { text.blocks += changed(changes) }
        text.blocks += overview() + envelopes() + acknowledgments()
        for document in Self.sets(of: profile) { text.blocks += section(of: document) }
        text.blocks += timing() + files() + contacts()
        return text
    }

    /// We, as the partner knows us.
    var ourName: String { (profile.production ?? profile.test)?.us.groupCodes.first ?? "we" }

    private func overview() -> [GuideBlock] {
        let sets = Self.sets(of: profile)
        guard !sets.isEmpty else {
            return [
                .heading(2, "At a glance", anchor: "overview"), .paragraph("Any set may go either way."),
            ]
        }
        return [
            .heading(2, "At a glance", anchor: "overview"),
            .table(
                heads: ["Set", "What", "Way", "Version"],
                rows: sets.map { document in
                    [
                        document.set, Self.title(of: document.set, profile.groupVersion),
                        document.direction == .inbound ? "you → us" : "we → you", version(of: document),
                    ]
                }),
        ]
    }

    static func title(of set: String, _ version: String) -> String {
        (Standard.version(version) ?? Standard.nearest(to: version))?.structure(of: set)?.title ?? ""
    }

    /// The version that a set is exchanged in.
    func version(of document: Profile.Document) -> String {
        examples.first { $0.set == document.set && $0.direction == document.direction }?.version ?? profile.groupVersion
    }

    // MARK: - Files

    private func files() -> [GuideBlock] {
        let names = profile.drop.ignore.map { "`\($0.text)`" }.joined(separator: ", ")
        return [
            .heading(2, "Exchanging files", anchor: "files"),
            .paragraph("Your folder on our server has four parts. You see no other partner's, and nobody sees yours."),
            .table(
                heads: ["Folder", "What lies there", "Who puts it there"],
                rows: [
                    ["`in`", "what you send us", "you"], ["`out`", "what we send you", "we"],
                    ["`ack`", "our TA1, 997 or 999 for what you sent", "we"],
                    ["`cert`", "test documents while you are being certified", "both"],
                ]),
            .list([
                names.isEmpty
                    ? "Put a file into `in`; it is taken when it is whole and has not changed for a while."
                    : "Put a file into `in` under a name that fits one of \(names), and rename it when it is whole: files "
                        + "under such names are not touched.",
                "A file is whole with its IEA. One without is refused after \(profile.drop.deadline). The largest that is "
                    + "taken has \(profile.drop.largest / 1_048_576) MiB.",
                "A file may hold one interchange or many. Line breaks behind segment terminators are fine.",
                "Take files out of `out` and `ack` when you have them; what you leave there stays.",
                "The same interchange sent again, byte for byte, is answered again and not processed twice. The same ISA13 "
                    + "with other content within \(profile.duplicates.window) days is held.",
            ]),
        ]
    }
}
