import Foundation
public import Partners

/// Loads the sample network as it lies in the repository, its crosswalks left out.
public enum SampleNetwork {
    /// Its partners, and what is wrong with their files.
    ///
    /// - Throws: An error of the file system.
    public static func load() throws -> (PartnerDirectory, [ProfileFault]) {
        var profiles: [String: ProfileText] = [:]
        var guides: [String: ProfileText] = [:]
        var bases: [String: ProfileText] = [:]
        var baseGuides: [String: ProfileText] = [:]
        for file in Repository.files(in: "TradingPartners", suffix: ".json5") {
            let folder = file.deletingLastPathComponent().lastPathComponent
            let name = file.lastPathComponent
            let text = ProfileText(path: "\(folder)/\(name)", bytes: try Repository.bytes(file.path))
            if folder == "_base" {
                if name.hasSuffix(".guide.json5") {
                    baseGuides[String(name.dropLast(12))] = text
                } else {
                    bases[String(name.dropLast(6))] = text
                }
            } else if name == "guide.json5" {
                guides[folder] = text
            } else {
                profiles[folder] = text
            }
        }
        return PartnerDirectory.load(profiles: profiles, bases: bases, guides: guides, baseGuides: baseGuides)
    }
}
