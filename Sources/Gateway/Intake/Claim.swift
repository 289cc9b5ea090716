import Ledger

/// A file in work/, which nobody but this gateway touches.
struct ClaimedFile: Equatable {
    /// When it was claimed, in milliseconds since 1970 UTC.
    var claimedAt: Int64
    /// The owner of the drop as part of a file name; empty for a file of outbound/.
    var partner: String
    /// The file's name as part of a file name.
    var name: String
    /// Its place among the files that were claimed at that moment, from 1.
    var ordinal: Int
    /// Its name in work/.
    var workName: String

    /// A character that is in no part of the name, since partners' names are full of `-`, `_` and `.`.
    private static let separator: Character = "@"

    /// Names a file for work/.
    init(_ file: WaitingFile, at time: Int64, ordinal: Int) {
        claimedAt = time
        self.ordinal = ordinal
        partner = file.partner.isEmpty ? "" : safeName(file.partner)
        name = safeName(file.title, longest: 120)
        workName = [String(time), partner, name, String(ordinal)].joined(separator: String(Self.separator))
    }

    /// Reads the name of a file in work/; nil when no gateway gave it.
    init?(workName: String) {
        let parts = workName.split(separator: Self.separator, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let time = Int64(parts[0]), !parts[2].isEmpty, let ordinal = Int(parts[3])
        else { return nil }
        claimedAt = time
        partner = parts[1]
        name = parts[2]
        self.ordinal = ordinal
        self.workName = workName
    }

    /// Whether an arrival is the record of this file, as far as names and time tell.
    func couldBe(partner: String, name: String, claimedAt: Int64) -> Bool {
        self.claimedAt == claimedAt && self.partner == (partner.isEmpty ? "" : safeName(partner))
            && self.name == safeName(name, longest: 120)
    }
}

/// Takes files out of the drops.
struct Intake {
    let root: Folder
    let work: Folder
    /// Whether an arrival was recorded of a file that had this name in work/.
    let isRecorded: (String) -> Bool
    /// The folders that files were taken from.
    private var folders: [String: Folder] = [:]

    private let writers: (OpenFile) -> Writers

    init(
        root: Folder, work: Folder, writers: @escaping (OpenFile) -> Writers = { $0.writers() },
        isRecorded: @escaping (String) -> Bool
    ) {
        self.root = root
        self.writers = writers
        self.work = work
        self.isRecorded = isRecorded
    }

    /// What became of the attempt to take a file.
    enum Outcome {
        /// It is in work/, and open unless it was copied there.
        case claimed(ClaimedFile, OpenFile?)
        /// It is not there any more.
        case gone
        /// It is not what it was when it was looked at: to be looked at again.
        case changed
        /// It stays where it is, for this reason.
        case left(String)
    }

    /// Takes a file into work/; it is there for good after ``sync()``.
    ///
    /// Within a volume this is a rename. From another one the file is copied, brought to the disk, and only then
    /// removed: a crash in between leaves both, and the second coming is a retransmission.
    mutating func claim(_ file: WaitingFile, at time: Int64, ordinal: Int) throws(GatewayError) -> Outcome {
        let folder: Folder
        if let known = folders[file.folder] { folder = known } else { folder = try root.folder(file.folder) }
        folders[file.folder] = folder
        let opened: OpenFile
        do throws(GatewayError) {
            // What cannot be read must stay with its owner and not clog work/.
            opened = try folder.open(file.name)
        } catch {
            return error.code == .missing ? .gone : .left(error.reason)
        }
        // The name may stand for another file by now.
        if let seen = file.status, opened.status()?.isUnchanged(since: seen) != true { return .changed }
        let claimed: ClaimedFile
        let isCopied: Bool
        do throws(GatewayError) {
            (claimed, isCopied) = try take(file, opened, from: folder, at: time, ordinal)
        } catch {
            return error.code == .missing ? .gone : .left(error.reason)
        }
        guard let status = work.status(claimed.workName), status.kind == .file else {
            // Exchanged for a link or folder in the last moment: whoever did that may have it back.
            _ = try work.move(claimed.workName, to: folder, as: ".refused-\(claimed.workName)")
            return .left("it was exchanged for something that is no plain file")
        }
        guard try isStill(file, status, opened, claimed) else {
            try giveBack(claimed, to: folder, as: file.name)
            return .changed
        }
        return .claimed(claimed, isCopied ? nil : opened)
    }

    /// Whether what lies in work/ is what was found complete, now that nobody can reach it by its name any more. Who
    /// opened it before the rename shows as a writer now, or has changed it.
    private func isStill(
        _ file: WaitingFile, _ status: FileStatus, _ opened: OpenFile, _ claimed: ClaimedFile
    ) throws(GatewayError) -> Bool {
        guard let seen = file.status, let now = opened.status() else { return true }
        // A copy from another volume is a file of its own.
        guard status.isSameFile(as: now) else { return status.links == 1 && status.device != now.device }
        return now.isUnchanged(since: seen) && now.links == 1 && writers(opened) != .some
    }

    /// Puts a file of work/ back where it came from; under a name with a number where another has taken its own.
    func giveBack(_ claimed: ClaimedFile, to folder: Folder, as name: String) throws(GatewayError) {
        for number in 1...Self.mostOfOneName {
            switch try work.move(claimed.workName, to: folder, asNew: numbered(name, number)) {
            case .named: return
            case .taken: continue
            case .otherVolume:
                throw GatewayError(.unwritable, reason: "\(folder.path) is on another volume than work/")
            }
        }
        throw GatewayError(.unwritable, reason: "\(folder.path): \(Self.mostOfOneName) files are called \(name)")
    }

    /// More files of one name than this are taken for a mistake.
    private static let mostOfOneName = 1_000

    /// Brings the taking of files to the disk.
    func sync() throws(GatewayError) {
        try work.sync()
        for folder in folders.values { try folder.sync() }
    }

    /// Moves a file into work/, under a name that no file has or had: a clock that was set back may give the same moment
    /// again.
    private func take(
        _ file: WaitingFile, _ opened: OpenFile, from folder: Folder, at time: Int64, _ ordinal: Int
    ) throws(GatewayError) -> (ClaimedFile, isCopied: Bool) {
        var ordinal = ordinal
        while true {
            let claimed = ClaimedFile(file, at: time, ordinal: ordinal)
            ordinal += 1
            guard !isRecorded(claimed.workName) else { continue }
            let naming: Folder.Naming
            do throws(GatewayError) {
                naming = try folder.move(file.name, to: work, asNew: claimed.workName)
            } catch {
                // It is about the file that cannot be taken, not about the name that it does not get.
                throw GatewayError(
                    error.code, reason: "\(folder.path)/\(file.title): \(words(error.underlying))",
                    underlying: error.underlying)
            }
            switch naming {
            case .named: return (claimed, false)
            case .taken: continue
            case .otherVolume:
                guard work.status(claimed.workName) == nil else { continue }
                try copy(opened, from: folder, file.name, as: claimed.workName)
                return (claimed, true)
            }
        }
    }

    /// Copies from another volume.
    func copy(_ file: OpenFile, from folder: Folder, _ name: String, as workName: String) throws(GatewayError) {
        let temporary = ".copy-\(workName)"
        try work.remove(temporary)
        let status = file.status()
        try copyBytes(of: file, named: name, to: try work.create(temporary, mode: 0o600), shownAs: temporary)
        guard try work.move(temporary, to: work, as: workName) else { return }
        try work.sync()
        // Another file may have taken the name since; it stays.
        if let status, let now = folder.status(name), now.isSameFile(as: status) { try folder.remove(name) }
    }
}

/// Copies a file into a new one and brings it to the disk.
func copyBytes(of file: OpenFile, named name: String, to target: OpenFile, shownAs path: String) throws(GatewayError) {
    do {
        var source = FileSource(file)
        var offset = 0
        while true {
            let bytes = try source.bytes(in: offset..<offset + 1024 * 1024)
            if bytes.isEmpty { break }
            if let number = target.write(bytes[...]) { throw GatewayError(unwritable: path, number) }
            offset += bytes.count
        }
        if let number = target.sync() { throw GatewayError(unwritable: path, number) }
    } catch let error as GatewayError {
        throw error
    } catch {
        throw GatewayError(.unreadable, reason: "\(name): \(error)")
    }
}

extension GatewayError {
    /// Says that a file could not be written, with the system's error number.
    init(unwritable path: String, _ number: Int32) {
        self.init(.unwritable, reason: "\(path): \(words(number))", underlying: number)
    }
}
