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
            profiles: profiles, bases: files.texts(.base), guides: guides, baseGuides: files.texts(.baseGuide))
        return (directory, id, faults)
    }
}
