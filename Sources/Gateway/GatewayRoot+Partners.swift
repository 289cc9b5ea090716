public import Partners

extension GatewayRoot {
    /// A profile larger than this is not read.
    private static let largestProfile = 1024 * 1024

    /// Reads the profiles and the layers they extend.
    ///
    /// - Returns: The partners whose profiles are sound, and the faults of the others, files that cannot be read
    ///   included.
    /// - Throws: ``GatewayError`` when the folder of the partners cannot be read.
    public func loadPartners() throws(GatewayError) -> (PartnerDirectory, [ProfileFault]) {
        let folder = try Folder.open(partners)
        var faults: [ProfileFault] = []
        var profiles: [String: ProfileText] = [:]
        for name in try partnerNames() {
            profiles[name] = Self.text("profile.json5", of: try folder.folder(name), shownAs: name, &faults)
        }
        var bases: [String: ProfileText] = [:]
        if folder.status("_base") != nil {
            let layers = try folder.folder("_base")
            for file in try layers.names().names where file.hasSuffix(".json5") && !file.hasPrefix(".") {
                bases[String(file.dropLast(".json5".count))] = Self.text(file, of: layers, shownAs: "_base", &faults)
            }
        }
        let (directory, found) = PartnerDirectory.load(profiles: profiles, bases: bases)
        return (directory, (faults + found).sorted())
    }

    private static func text(
        _ file: String, of folder: Folder, shownAs name: String, _ faults: inout [ProfileFault]
    ) -> ProfileText? {
        do {
            var source = FileSource(try folder.open(file))
            guard source.size <= largestProfile else {
                throw GatewayError(.unreadable, reason: "\(source.size) bytes, where \(largestProfile) are allowed")
            }
            return ProfileText(path: "\(name)/\(file)", bytes: try source.bytes(in: 0..<source.size))
        } catch {
            faults.append(
                ProfileFault(
                    path: "\(name)/\(file)", line: 1, column: 1, jsonPath: "$", message: "cannot be read: \(error)",
                    remedy: "make it a readable file, or take its folder away"))
            return nil
        }
    }
}
