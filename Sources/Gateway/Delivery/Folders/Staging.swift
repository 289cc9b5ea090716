/// Writes parcels under their private names.
struct Staging {
    private let root: Folder
    private var folders: [String: Folder] = [:]
    /// Whether a folder is on the volume of the private one.
    private var isNear: [String: Bool] = [:]
    private var open: [OpenFile] = []
    private var count = 0
    /// The folders in which parcels lie now.
    private var stages: Set<String> = []

    /// More files than this are brought to the disk by one call for the volume.
    private static let fewFiles = 8

    init(root: Folder) { self.root = root }

    /// Writes a parcel; it is whole on the disk after ``sync()``. Gives it with its private name.
    mutating func write(_ parcel: Parcel) throws(GatewayError) -> Parcel {
        var parcel = parcel
        let stage = try folder(Parcel.stage)
        if isNear[parcel.folder] == nil {
            isNear[parcel.folder] = try folder(parcel.folder).sharesVolume(with: stage)
        }
        let near = isNear[parcel.folder] ?? false
        if !near { parcel.stageInPlace() }
        let folder = try folder(parcel.stagedIn)
        let file = try folder.createAnew(parcel.stagedAs)
        var fault: Int32?
        for bytes in parcel.bytes where fault == nil { fault = file.write(bytes[...]) }
        // A call for the volume would be one for each volume.
        if fault == nil, !near { fault = file.sync() }
        if let fault {
            try? folder.remove(parcel.stagedAs)
            throw GatewayError(unwritable: parcel.staged, fault)
        }
        if near {
            count += 1
            if count <= Self.fewFiles { open.append(file) } else { open = [] }
        }
        stages.insert(parcel.stagedIn)
        parcel.bytes = []
        return parcel
    }

    /// Brings all that was written to the disk; the reason when that fails, and then nothing counts as written.
    mutating func sync() -> String? {
        do throws(GatewayError) {
            if count > Self.fewFiles {
                try folders[Parcel.stage]?.syncVolume()
                stages.remove(Parcel.stage)
            } else {
                for file in open {
                    if let number = file.sync() { throw GatewayError(unwritable: Parcel.stage, number) }
                }
            }
            for path in stages.sorted() { try folders[path]?.sync() }
            return nil
        } catch {
            return error.reason
        }
    }

    private mutating func folder(_ path: String) throws(GatewayError) -> Folder {
        if let known = folders[path] { return known }
        let folder = try root.destination(path, mode: path == Parcel.stage ? 0o700 : 0o755)
        folders[path] = folder
        return folder
    }
}
