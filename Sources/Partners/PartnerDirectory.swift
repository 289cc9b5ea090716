public import X12

/// All partners we trade with, found by name and by the identities of an interchange.
public struct PartnerDirectory: Sendable {
    /// The profiles, by id.
    public let profiles: [Profile]

    /// A profile that is handed on without being copied: it has some hundred parts.
    public final class Entry: Sendable {
        /// The profile.
        public let profile: Profile

        fileprivate init(_ profile: Profile) { self.profile = profile }
    }

    private let entries: [Entry]

    /// An identity in one usage.
    struct Identity: Hashable, Sendable {
        var usage: Profile.Usage
        var id: PartyID
    }

    /// Indices of the profiles whose partner, or who for us, have an identity.
    private let partners: [Identity: [Int]]
    private let ours: [Identity: [Int]]

    /// The files that the profiles were read from.
    var files = ProfileFiles()

    /// Makes a directory without partners.
    public init() { self.init([]) }

    /// Takes profiles that were checked together.
    init(_ checked: [Profile]) {
        profiles = checked.sorted { $0.id < $1.id }
        entries = profiles.map(Entry.init)
        var partners: [Identity: [Int]] = [:]
        var ours: [Identity: [Int]] = [:]
        for (index, profile) in profiles.enumerated() {
            for usage in Profile.Usage.allCases {
                guard let identities = profile.identities(for: usage) else { continue }
                for id in Set(identities.partner.interchangeIDs) {
                    partners[Identity(usage: usage, id: id), default: []].append(index)
                }
                for id in Set(identities.us.interchangeIDs) {
                    ours[Identity(usage: usage, id: id), default: []].append(index)
                }
            }
        }
        self.partners = partners
        self.ours = ours
    }

    /// The profile of that id; nil when there is none.
    public func profile(_ id: String) -> Profile? { index(of: id).map { profiles[$0] } }

    /// The profile of that id, for who asks it a little for each of many files; nil when there is none.
    public func entry(_ id: String) -> Entry? { index(of: id).map { entries[$0] } }

    /// Where the profile of an id stands.
    private func index(of id: String) -> Int? {
        var low = 0
        var high = profiles.count
        while low < high {
            let middle = low &+ (high &- low) / 2
            if profiles[middle].id < id { low = middle &+ 1 } else { high = middle }
        }
        return low < profiles.count && profiles[low].id == id ? low : nil
    }

    /// The one profile whose partner and we are sender and receiver, either way round and in either usage; nil when
    /// there is none or more than one.
    ///
    /// Of stage, usage and GS codes nothing is asked: ``route(_:group:drop:)`` judges these.
    public func partner(sending sender: PartyID, receiving receiver: PartyID) -> Profile? {
        var found: Profile?
        for usage in Profile.Usage.allCases {
            for (partner, us) in [(sender, receiver), (receiver, sender)] {
                for profile in profiles(ofPartner: partner, usage) where profile.id != found?.id {
                    guard profile.identities(for: usage)?.us.interchangeIDs.contains(us) == true else { continue }
                    guard found == nil else { return nil }
                    found = profile
                }
            }
        }
        return found
    }

    /// The profiles whose partner has the identity.
    func profiles(ofPartner id: PartyID, _ usage: Profile.Usage) -> [Profile] {
        (partners[Identity(usage: usage, id: id)] ?? []).map { profiles[$0] }
    }

    /// The profiles that give the identity to us.
    func profiles(ofUs id: PartyID, _ usage: Profile.Usage) -> [Profile] {
        (ours[Identity(usage: usage, id: id)] ?? []).map { profiles[$0] }
    }
}

// MARK: - Loading

extension PartnerDirectory {
    /// Reads and checks profiles, each over the layers it extends and these over the defaults.
    ///
    /// A profile with a fault is left out of the directory and reported; the others load. Profiles that claim the same
    /// identity are all left out, since nobody can say which of them an interchange means.
    ///
    /// - Parameters:
    ///   - profiles: The `profile.json5` of each partner, by the name of its folder.
    ///   - bases: The layers that profiles may name in `extends`, by name.
    ///   - guides: The `guide.json5` of each partner that has one, by the name of its folder.
    ///   - baseGuides: The guides of layers, by the name of the layer: `_base/NAME.guide.json5`.
    ///   - crosswalks: The files in `crosswalks/` of each partner, by the name of its folder and that of the file
    ///     without `.csv`.
    /// - Returns: The directory, and the faults by file and place.
    public static func load(
        profiles: [String: ProfileText], bases: [String: ProfileText], guides: [String: ProfileText] = [:],
        baseGuides: [String: ProfileText] = [:], crosswalks: [String: [String: ProfileText]] = [:]
    ) -> (PartnerDirectory, [ProfileFault]) {
        var files = ProfileFiles()
        files.add(.profile, profiles)
        files.add(.base, bases)
        files.add(.guide, guides)
        files.add(.baseGuide, baseGuides)
        files.add(crosswalks: crosswalks)
        let loaded = check(files)
        let sound = loaded.checked.filter { !loaded.conflicting.contains($0.key) }.map(\.value.profile)
        var directory = PartnerDirectory(sound)
        directory.files = files
        return (directory, loaded.faults.sorted())
    }

    /// What is sound by itself, who of it claims what another claims too, and everything that is wrong.
    struct Checked {
        var checked: [String: (profile: Profile, source: LayeredProfile)] = [:]
        var conflicting: Set<String> = []
        var faults: Set<ProfileFault> = []
    }

    /// Reads and checks all files.
    static func check(_ files: ProfileFiles) -> Checked {
        let profiles = files.texts(.profile)
        let bases = files.texts(.base)
        let guides = files.texts(.guide)
        var library = GuideLibrary(guides: guides, baseGuides: files.texts(.baseGuide))
        var reader = LayerReader(bases: bases)
        let crosswalks = ProfileFiles.tables(files.texts(.crosswalk))
        var tables = CrosswalkLibrary(crosswalks)
        var faults: Set<ProfileFault> = []
        var checked: [String: (profile: Profile, source: LayeredProfile)] = [:]
        var failed: Set<String> = []
        for (folder, text) in profiles.sorted(by: { $0.key < $1.key }) {
            guard let source = reader.profile(text) else {
                failed.insert(folder)
                continue
            }
            var check = ProfileCheck(source)
            if var profile = check.profile(folder: folder), library.apply(to: &profile, layers: source.names),
                tables.apply(to: &profile)
            {
                checked[folder] = (profile, source)
            } else {
                failed.insert(folder)
            }
            faults.formUnion(check.faults)
        }
        faults.formUnion(reader.faults)
        faults.formUnion(tables.faults)
        faults.formUnion(library.faults(known: Set(profiles.keys), layers: Set(bases.keys)))
        var claims = IdentityClaims()
        for folder in checked.keys.sorted() { if let profile = checked[folder]?.profile { claims.add(profile) } }
        var conflicting: Set<String> = []
        for conflict in claims.conflicts() {
            conflicting.insert(conflict.profile)
            let source = checked[conflict.profile]?.source
            if let fault = source?.fault(conflict.jsonPath, conflict.message, conflict.remedy) { faults.insert(fault) }
        }
        // A profile left out for another file's sake is named too, or it would be missed in silence.
        for folder in failed.union(conflicting).sorted() {
            let own =
                [profiles[folder], guides[folder]].compactMap(\.?.path) + (crosswalks[folder] ?? [:]).values.map(\.path)
            guard let text = profiles[folder], !faults.contains(where: { own.contains($0.path) }) else { continue }
            let place = PlaceIndex(text.bytes).place(of: "$.extends")
            faults.insert(
                ProfileFault(
                    path: text.path, line: place.line, column: place.column, jsonPath: "$.extends",
                    message: "the profile is left out: a layer that it extends has a fault",
                    remedy: "correct the layer"))
        }
        return Checked(checked: checked, conflicting: conflicting, faults: faults)
    }
}
