import X12

extension GatewayRoot {
    private static let profileFile = "profile.json5"

    /// The bytes of a partner's profile as they stand in its file.
    ///
    /// - Throws: ``GatewayError`` when it cannot be read.
    public func profileBytes(of partner: String) throws(GatewayError) -> [UInt8] {
        let folder = try Folder.open("\(partners)/\(partner)")
        var source = FileSource(try folder.open(Self.profileFile))
        do throws(SourceError) { return try source.bytes(in: 0..<source.size) } catch {
            throw GatewayError(.unreadable, reason: "\(folder.path)/\(Self.profileFile): \(error.reason)")
        }
    }

    /// Puts a partner's profile in its place, whole or not at all, and on the disk.
    ///
    /// - Throws: ``GatewayError`` when the partner's folder cannot be written.
    public func placeProfile(_ bytes: [UInt8], of partner: String) throws(GatewayError) {
        try place(bytes, named: Self.profileFile, of: partner)
    }

    /// Puts a file into a partner's folder, in the place of what has its name, whole or not at all, and on the disk.
    ///
    /// - Throws: ``GatewayError`` when the partner's folder cannot be written.
    public func place(_ bytes: [UInt8], named name: String, of partner: String) throws(GatewayError) {
        try Folder.open("\(partners)/\(partner)").put(bytes, name)
    }
}
