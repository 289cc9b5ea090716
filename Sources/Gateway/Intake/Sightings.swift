import Partners

/// What was seen lying in the drops, and since when it is as it is.
///
/// A look costs a few system calls, and reads the file only when nobody writes to it and it changed since the last one.
struct Sightings {
    private struct Sighting {
        var status: FileStatus
        var wasClosed: Bool
        /// Milliseconds since 1970 UTC.
        var since: Int64
        var structure: Structure?
        var due: Int64?
    }

    private var seen: [Drop: [String: Sighting]] = [:]
    private let writers: (OpenFile) -> Writers

    init(writers: @escaping (OpenFile) -> Writers) { self.writers = writers }

    /// What a look at a name came to.
    enum Look: Equatable {
        case gone
        /// It can be taken.
        case ready(WaitingFile)
        /// Not yet, why; until a moment or an event.
        case waits(String)
        /// It will not be taken as it is, and a person must know; why.
        case odd(String)
    }

    /// When the first of the files that wait is to be looked at again; nil when none waits for a moment.
    var due: Int64? { seen.values.lazy.flatMap { $0.values.lazy.compactMap(\.due) }.min() }

    /// The files whose moment has come.
    func due(at now: Int64) -> [(drop: Drop, name: String)] {
        seen.flatMap { drop, files in files.filter { $0.value.due.map { $0 <= now } ?? false }.map { (drop, $0.key) } }
    }

    /// Counts the files that are known and not taken yet.
    var count: Int { seen.values.reduce(0) { $0 + $1.count } }

    mutating func forget(_ name: String, in drop: Drop) { seen[drop]?[name] = nil }

    /// Forgets what is not in the drop any more.
    mutating func keep(_ names: some Collection<String>, in drop: Drop) {
        guard let files = seen[drop] else { return }
        let names = Set(names)
        seen[drop] = files.filter { names.contains($0.key) }
        if seen[drop]?.isEmpty == true { seen[drop] = nil }
    }

    /// Forgets drops that are no more.
    mutating func keep(_ drops: some Collection<Drop>) {
        let drops = Set(drops)
        seen = seen.filter { drops.contains($0.key) }
    }

    /// Looks at a name of a drop whose folder is `folder`. `wasClosed` says that an event told of its closing, or that it
    /// was renamed to this name; `isFinal`, that it is to be taken as it is unless somebody writes to it.
    mutating func look(
        at name: String, of drop: Drop, in folder: Folder, _ policy: DropPolicy, wasClosed: Bool = false,
        isFinal: Bool = false, now: Int64
    ) -> Look {
        guard let status = folder.status(name) else {
            forget(name, in: drop)
            return .gone
        }
        if let reason = Self.oddity(of: status, policy) {
            forget(name, in: drop)
            return .odd(reason)
        }
        var sighting: Sighting
        if let known = seen[drop]?[name], known.status == status {
            sighting = known
        } else {
            // The time of the last change is the system's own; one in the future is that of another machine's clock.
            sighting = Sighting(status: status, wasClosed: false, since: min(now, status.changed / 1_000_000))
        }
        if wasClosed { sighting.wasClosed = true }
        defer { seen[drop, default: [:]][name] = sighting }
        if status.links > 1 {
            // OpenSSH renames by a second name, whose first it takes away then.
            sighting.due = sighting.since + Self.renaming
            guard isFinal || now >= sighting.since + Self.renaming else { return .waits("it is being renamed") }
            sighting.due = nil
            return .odd("expected a file of its own, found one with \(status.links) names (hard links)")
        }
        let file: OpenFile
        do throws(GatewayError) { file = try folder.open(name) } catch {
            return error.code == .missing ? .gone : .odd(error.reason)
        }
        guard file.status() == status else {
            // Changed between two calls: what is true of one is not of the other.
            sighting.due = now
            return .waits("it is changing")
        }
        let writers = writers(file)
        if writers != .none { sighting.structure = nil }
        let evidence = Completeness.Evidence(
            writers: writers, wasClosed: sighting.wasClosed, unchangedSince: sighting.since, now: now, isFinal: isFinal)
        let judged = Completeness.of(evidence, policy) {
            if let known = sighting.structure { return known }
            let found = drop.structure(of: file, size: status.size)
            sighting.structure = found
            return found
        }
        sighting.due = nil
        switch judged {
        case .complete: return .ready(Self.file(name, drop, status))
        case .overdue(let remark):
            var file = Self.file(name, drop, status)
            file.remark = remark
            return .ready(file)
        case .waits(let until, let reason):
            sighting.due = until
            return .waits(reason)
        case .stalled(let reason): return .odd(reason)
        }
    }

    private static func file(_ name: String, _ drop: Drop, _ status: FileStatus) -> WaitingFile {
        WaitingFile(
            partner: drop.partner, folder: drop.folder, name: name, modified: status.modified, size: status.size,
            status: status)
    }

    /// Milliseconds that a file may have two names.
    private static let renaming: Int64 = 1_000

    /// The files that had two names when they were looked at: the removal of one of them changes that.
    func linked(in drop: Drop) -> [String] { (seen[drop] ?? [:]).filter { $0.value.status.links > 1 }.map(\.key) }

    /// Why a thing that is not taken at all is not.
    private static func oddity(of status: FileStatus, _ policy: DropPolicy) -> String? {
        switch status.kind {
        case .link: return "expected a plain file, found a symbolic link"
        case .folder: return "expected a plain file, found a folder"
        case .other: return "expected a plain file, found a pipe, socket or device"
        case .file: break
        }
        if status.size > policy.largest {
            return "\(status.size) bytes, where `drop.largest` in the profile allows \(policy.largest)"
        }
        return nil
    }
}
