public import Partners

extension GatewayRoot {
    /// A profile larger than this is not read.
    private static let largestProfile = 1024 * 1024
    /// A partner's companion guide, and that of a layer `NAME.json5`.
    private static let guideFile = "guide.json5"
    private static let layerGuideSuffix = ".guide.json5"
    /// A partner's crosswalks: `crosswalks/NAME.csv`.
    static let crosswalkFolder = "crosswalks", crosswalkSuffix = ".csv"
    /// The largest file of a crosswalk that is read, in bytes.
    public static let largestCrosswalk = 256 * 1024 * 1024

    /// Reads the profiles and the layers they extend.
    ///
    /// - Returns: The partners whose profiles are sound, and the faults of the others, files that cannot be read
    ///   included.
    /// - Throws: ``GatewayError`` when the folder of the partners cannot be read.
    public func loadPartners() throws(GatewayError) -> (PartnerDirectory, [ProfileFault]) {
        let folder = try Folder.open(partners)
        var faults: [ProfileFault] = []
        var profiles: [String: ProfileText] = [:]
        var guides: [String: ProfileText] = [:]
        var crosswalks: [String: [String: ProfileText]] = [:]
        // A finding quotes the guide's file, so that its path must make sense to who never saw the folder.
        let title = partners.split(separator: "/").last.map { "\($0)/" } ?? ""
        for name in try partnerNames() {
            let own = try folder.folder(name)
            profiles[name] = Self.text("profile.json5", of: own, shownAs: name, &faults)
            if own.status(Self.guideFile) != nil {
                guides[name] = Self.guide(Self.guideFile, of: own, shownAs: title + name, &faults)
            }
            if own.status(Self.crosswalkFolder) != nil {
                crosswalks[name] = try Self.crosswalks(of: own, shownAs: title + name, &faults)
            }
        }
        var bases: [String: ProfileText] = [:]
        var baseGuides: [String: ProfileText] = [:]
        if folder.status("_base") != nil {
            let layers = try folder.folder("_base")
            for file in try layers.names() where file.hasSuffix(".json5") && !file.hasPrefix(".") {
                if file.hasSuffix(Self.layerGuideSuffix) {
                    baseGuides[String(file.dropLast(Self.layerGuideSuffix.count))] = Self.guide(
                        file, of: layers, shownAs: title + "_base", &faults)
                } else {
                    bases[String(file.dropLast(".json5".count))] = Self.text(
                        file, of: layers, shownAs: "_base", &faults)
                }
            }
        }
        let (directory, found) = PartnerDirectory.load(
            profiles: profiles, bases: bases, guides: guides, baseGuides: baseGuides, crosswalks: crosswalks)
        return (directory, (faults + found).sorted())
    }

    /// A guide's text; of one that cannot be read an empty text, which is a fault of its own: without its guide a
    /// partner would be taken at less than its word.
    private static func guide(
        _ file: String, of folder: Folder, shownAs name: String, _ faults: inout [ProfileFault]
    ) -> ProfileText {
        text(file, of: folder, shownAs: name, &faults) ?? ProfileText(path: "\(name)/\(file)", bytes: [])
    }

    /// The tables of a partner, by name. One that cannot be read is a fault and an empty text, as with a guide.
    private static func crosswalks(
        of own: Folder, shownAs name: String, _ faults: inout [ProfileFault]
    ) throws(GatewayError) -> [String: ProfileText] {
        let folder = try own.folder(crosswalkFolder)
        let title = "\(name)/\(crosswalkFolder)"
        var tables: [String: ProfileText] = [:]
        for file in try folder.names() where file.hasSuffix(crosswalkSuffix) && !file.hasPrefix(".") {
            tables[String(file.dropLast(crosswalkSuffix.count))] =
                text(file, of: folder, shownAs: title, atMost: largestCrosswalk, &faults)
                ?? ProfileText(path: "\(title)/\(file)", bytes: [])
        }
        return tables
    }

    private static func text(
        _ file: String, of folder: Folder, shownAs name: String, atMost limit: Int = largestProfile,
        _ faults: inout [ProfileFault]
    ) -> ProfileText? {
        do {
            var source = FileSource(try folder.open(file))
            guard source.size <= limit else {
                throw GatewayError(.unreadable, reason: "\(source.size) bytes, where \(limit) are allowed")
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
