extension PartnerDirectory {
    /// The directory with one profile put in place of, or beside, those there are: a file of another place, or a draft.
    ///
    /// - Parameters:
    ///   - bytes: The profile.
    ///   - guide: Its guide; nil for none.
    ///   - path: The file, for messages.
    /// - Returns: The directory, and the id in the profile.
    public func with(
        profile bytes: [UInt8], guide: [UInt8]?, path: String
    ) -> (directory: PartnerDirectory, id: String, faults: [ProfileFault]) {
        let id =
            ValueLister.values(of: bytes).first { $0.path == "id" }.map { String($0.text.dropFirst().dropLast()) } ?? ""
        var profiles = files.texts(.profile)
        var guides = files.texts(.guide)
        profiles[id] = ProfileText(path: path, bytes: bytes)
        guides[id] = guide.map { ProfileText(path: "\(path) guide", bytes: $0) }
        let (directory, faults) = Self.load(
            profiles: profiles, bases: files.texts(.base), guides: guides, baseGuides: files.texts(.baseGuide),
            crosswalks: ProfileFiles.tables(files.texts(.crosswalk)))
        return (directory, id, faults)
    }
    /// The directory with other bytes for the profile of one of its partners; its guide, its crosswalks and all other
    /// files stay.
    ///
    /// - Parameters:
    ///   - bytes: The profile.
    ///   - id: The partner, which must have one.
    /// - Returns: The directory, and what is wrong in it; in the directory as it is when there is no such partner.
    public func replacing(
        profile bytes: [UInt8], of id: String
    ) -> (directory: PartnerDirectory, faults: [ProfileFault]) {
        var profiles = files.texts(.profile)
        if let text = profiles[id] { profiles[id] = ProfileText(path: text.path, bytes: bytes) }
        return Self.load(
            profiles: profiles, bases: files.texts(.base), guides: files.texts(.guide),
            baseGuides: files.texts(.baseGuide), crosswalks: ProfileFiles.tables(files.texts(.crosswalk)))
    }

    /// The directory with one profile as another directory has it, which was checked there.
    ///
    /// It cannot be written as a snapshot.
    public func using(profileOf other: PartnerDirectory, _ id: String) -> PartnerDirectory {
        PartnerDirectory(profiles.filter { $0.id != id } + [other.profile(id)].compactMap(\.self))
    }

    /// The bytes of a partner's own profile as the directory was made of them; nil when there is none.
    public func profileBytes(of id: String) -> [UInt8]? { files.texts(.profile)[id]?.bytes }

    /// Whether a partner's guide, its layers or their guides are the same files in another directory.
    public func hasSameRules(as other: PartnerDirectory, of id: String) -> Bool {
        ProfileFiles.Kind.allCases.allSatisfy { kind in
            guard kind != .profile, kind != .crosswalk else { return true }
            let own = files.texts(kind).filter { kind != .guide || $0.key == id }.mapValues(\.bytes)
            return own == other.files.texts(kind).filter { kind != .guide || $0.key == id }.mapValues(\.bytes)
        }
    }
}
