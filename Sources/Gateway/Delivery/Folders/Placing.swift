/// Moves staged parcels to where their receivers find them.
struct Placing {
    private let root: Folder
    private var folders: [String: Folder] = [:]

    /// More files of one name than this are taken for a mistake.
    private static let mostOfOneName = 10_000

    init(root: Folder) { self.root = root }

    /// Moves a parcel, never in the place of another file: when a different file has the name, this one gets a number. A
    /// file with the same bytes stands for it, so that an answer that still lies there is not doubled.
    mutating func place(_ parcel: Parcel) -> Outbox.Fate {
        do throws(GatewayError) {
            let stage = try folder(parcel.stagedIn)
            let target: Folder
            do throws(GatewayError) { target = try folder(parcel.folder) } catch {
                // Its folder cannot be had; yet it may have been placed there before.
                guard stage.status(parcel.stagedAs) != nil else { return .placedBefore }
                throw error
            }
            for number in 1...Self.mostOfOneName {
                let name = numbered(parcel.name, number)
                let naming: Folder.Naming
                do throws(GatewayError) {
                    naming = try stage.move(parcel.stagedAs, to: target, asNew: name)
                } catch {
                    guard error.code == .missing, stage.status(parcel.stagedAs) == nil else { throw error }
                    return .placedBefore
                }
                switch naming {
                case .named: return .placed(name)
                case .otherVolume: return .misplaced
                case .taken:
                    guard stage.holdsSame(parcel.stagedAs, as: target, name) else { continue }
                    try stage.remove(parcel.stagedAs)
                    return .placed(name)
                }
            }
            return .failed("\(Self.mostOfOneName) files have this name")
        } catch {
            return .failed(error.reason)
        }
    }

    /// Brings the folders to the disk, those of the receivers first; where that fails, the parcel counts as failed.
    mutating func sync(_ parcels: [Parcel], _ fates: inout [Outbox.Fate]) {
        let targets = Set(parcels.map(\.folder))
        let stages = Set(parcels.map(\.stagedIn)).subtracting(targets)
        for path in targets.sorted() + stages.sorted() {
            guard let folder = folders[path] else { continue }
            do throws(GatewayError) { try folder.sync() } catch {
                for at in parcels.indices where parcels[at].folder == path || parcels[at].stagedIn == path {
                    fates[at] = .failed(error.reason)
                }
            }
        }
    }

    private mutating func folder(_ path: String) throws(GatewayError) -> Folder {
        if let known = folders[path] { return known }
        let folder = try root.destination(path, mode: path == Parcel.stage ? 0o700 : 0o755)
        folders[path] = folder
        return folder
    }
}
