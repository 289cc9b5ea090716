/// Checks that nothing becomes visible before what it rests on is on the disk.
struct OrderCheck {
    private(set) var faults: [String] = []
    private var isLogDirty = false
    /// Files with bytes, and folders with names, that are not on the disk.
    private var dirtyFiles: Set<String> = []
    private var dirtyFolders: Set<String> = []
    /// Names of new files that are not on the disk.
    private var dirtyNames: Set<String> = []
    /// What nothing rests on: it need never come to the disk.
    private static let mark = "work/.lock"

    /// The faults in a run's calls, in words.
    static func faults(in calls: [CallRecord]) -> [String] {
        var check = OrderCheck()
        for (index, call) in calls.enumerated() { check.see(call, index + 1) }
        return check.faults
    }

    private mutating func see(_ call: CallRecord, _ number: Int) {
        switch call.kind {
        case .write, .truncate:
            if call.path.hasSuffix("-wal") {
                // A commit says what was done: it has to be on the disk.
                if !isLogDirty { restsOnDisk("the ledger's log is written", number) }
                isLogDirty = true
            } else if call.path == Self.mark {
                // The root says which event its ledger has: a ledger that has lost it would be refused.
                if isLogDirty { fault("the root remembers an event before the ledger's log is on the disk", number) }
            } else if !isLedger(call.path) {
                dirtyFiles.insert(call.path)
            }
        case .create:
            guard !isLedger(call.path), call.path != Self.mark else { return }
            dirtyFiles.insert(call.path)
            dirtyFolders.insert(parent(of: call.path))
            dirtyNames.insert(call.path)
        case .makeFolder: dirtyFolders.insert(parent(of: call.path))
        case .syncFile, .syncData:
            if call.path.hasSuffix("-wal") { isLogDirty = false }
            dirtyFiles.remove(call.path)
            if dirtyFolders.remove(call.path) != nil {
                dirtyNames = dirtyNames.filter { parent(of: $0) != call.path }
            }
        case .syncVolume:
            dirtyNames = []
            isLogDirty = false
            dirtyFiles = []
            dirtyFolders = []
        case .rename, .link:
            let isClaim = call.other.hasPrefix("work/")
            if !isClaim {
                if isLogDirty { fault("\(call.other) appears before the ledger's log is on the disk", number) }
                if dirtyFiles.contains(call.path) {
                    fault("\(call.other) appears before its bytes are on the disk", number)
                }
                if dirtyNames.contains(call.path), isPublic(call.other) {
                    fault("\(call.other) appears before its private name is on the disk", number)
                }
            }
            dirtyFolders.insert(parent(of: call.path))
            dirtyFolders.insert(parent(of: call.other))
        case .unlink:
            guard call.path.hasPrefix("work/") || call.path.hasPrefix("archive/") || isPublic(call.path) else { return }
            // What is removed must be recorded; that the removal itself is forgotten does no harm.
            if isLogDirty { fault("\(call.path) is removed before the ledger's log is on the disk", number) }
        case .removeFolder: fault("\(call.path) is removed", number)
        }
    }

    private mutating func restsOnDisk(_ what: String, _ number: Int) {
        for file in dirtyFiles.sorted() { fault("\(what) before the bytes of \(file) are on the disk", number) }
        for folder in dirtyFolders.sorted() { fault("\(what) before the names in \(folder)/ are on the disk", number) }
    }

    private mutating func fault(_ text: String, _ number: Int) { faults.append("call \(number): \(text)") }
}
