import FoundationEssentials
import Partners

/// A profile that may take the place of a partner's: its file as it is, or another, at a stage.
struct CandidateProfile {
    /// The partners with it in its place.
    let directory: PartnerDirectory
    /// It itself; nil when it is not sound.
    let profile: Profile?
    /// What is wrong with it.
    let faults: [ProfileFault]

    /// Takes the profile of a partner as it is, or that of a file.
    ///
    /// - Parameters:
    ///   - id: The partner.
    ///   - directory: The partners as they are.
    ///   - path: The file whose profile takes its place; nil for the partner's own.
    ///   - stage: The stage it gets, with the next version; nil leaves both.
    /// - Throws: ``CommandFailure`` when the file cannot be read or the profile cannot be edited.
    init(
        of id: String, in directory: PartnerDirectory, file path: String?, stage: Profile.Stage?
    ) throws(CommandFailure) {
        guard let own = directory.profileBytes(of: id) else { throw .usage("there is no profile of \(id)") }
        var bytes = own
        if let path {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw .environment("cannot read \(path)")
            }
            bytes = [UInt8](data)
        }
        if let stage {
            let version = max(
                directory.profile(id)?.version ?? 0,
                directory.replacing(profile: bytes, of: id).directory.profile(id)?.version ?? 0)
            bytes = try Self.promoted(bytes, to: stage, version: version + 1, of: id)
        }
        let (changed, found) = directory.replacing(profile: bytes, of: id)
        self.directory = changed
        profile = changed.profile(id)
        faults = found.filter { $0.path.hasPrefix("\(id)/") }
    }

    /// The bytes with another stage and version, and nothing else touched.
    private static func promoted(
        _ bytes: [UInt8], to stage: Profile.Stage, version: Int, of id: String
    ) throws(CommandFailure) -> [UInt8] {
        var edit = ProfileEdit(bytes)
        guard edit.set("stage", to: "\"\(stage.rawValue)\"", behind: "role"),
            edit.set("version", to: "\(version)", behind: "stage")
        else { throw .environment("the profile of \(id) is no object: edit it by hand") }
        return edit.bytes
    }
}
