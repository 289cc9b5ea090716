import Foundation

/// Checks that nothing becomes visible before what it rests on is on the disk.
///
/// Files are taken into work/ and removed from it beside what is done with others: what the ledger's log says of each is
/// known by the file's name in work/, which it holds.
struct OrderCheck {
    private(set) var faults: [String] = []
    private var isLogDirty = false
    /// Files with bytes, and folders with names, that are not on the disk.
    private var dirtyFiles: Set<String> = []
    private var dirtyFolders: Set<String> = []
    /// Names of new files that are not on the disk.
    private var dirtyNames: Set<String> = []
    /// The files taken into work/, by their names there.
    private var claims: [String: Claim] = [:]
    /// What nothing rests on: it need never come to the disk.
    private static let mark = "work/.lock"

    private struct Claim {
        /// The folders whose names are not on the disk since it was taken.
        var dirtyFolders: Set<String>
        /// Whether the ledger's log says of it, and whether it does so on the disk.
        var isRecorded = false
        var isRecordedForGood = false
    }

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
                recordClaims(in: Data(call.data), number)
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
            if call.path.hasSuffix("-wal") { syncLog() }
            dirtyFiles.remove(call.path)
            for name in claims.keys { claims[name]?.dirtyFolders.remove(call.path) }
            if dirtyFolders.remove(call.path) != nil {
                dirtyNames = dirtyNames.filter { parent(of: $0) != call.path }
            }
        case .syncVolume:
            dirtyNames = []
            syncLog()
            for name in claims.keys { claims[name]?.dirtyFolders = [] }
            dirtyFiles = []
            dirtyFolders = []
        case .rename, .link:
            if call.other.hasPrefix("work/") {
                claims[call.other] = Claim(dirtyFolders: [parent(of: call.path), parent(of: call.other)])
                return
            }
            if isLogDirty { fault("\(call.other) appears before the ledger's log is on the disk", number) }
            if dirtyFiles.contains(call.path) {
                fault("\(call.other) appears before its bytes are on the disk", number)
            }
            if dirtyNames.contains(call.path), isPublic(call.other) {
                fault("\(call.other) appears before its private name is on the disk", number)
            }
            dirtyFolders.insert(parent(of: call.path))
            dirtyFolders.insert(parent(of: call.other))
        case .unlink:
            guard call.path.hasPrefix("work/") || call.path.hasPrefix("archive/") || isPublic(call.path) else { return }
            // What is removed must be recorded; that the removal itself is forgotten does no harm.
            if let claim = claims.removeValue(forKey: call.path) {
                if !claim.isRecordedForGood { fault("\(call.path) is removed before it is recorded for good", number) }
            } else if isLogDirty {
                fault("\(call.path) is removed before the ledger's log is on the disk", number)
            }
        case .removeFolder: fault("\(call.path) is removed", number)
        }
    }

    /// Sees which files the ledger's log says of: they have to be in work/ for good.
    private mutating func recordClaims(in page: Data, _ number: Int) {
        for (path, claim) in claims where !claim.isRecorded {
            guard page.range(of: Data(path.dropFirst("work/".count).utf8)) != nil else { continue }
            claims[path]?.isRecorded = true
            for folder in claim.dirtyFolders.sorted() {
                fault("\(path) is recorded before the names in \(folder)/ are on the disk", number)
            }
        }
    }

    private mutating func syncLog() {
        isLogDirty = false
        for (path, claim) in claims where claim.isRecorded { claims[path]?.isRecordedForGood = true }
    }

    private mutating func restsOnDisk(_ what: String, _ number: Int) {
        for file in dirtyFiles.sorted() { fault("\(what) before the bytes of \(file) are on the disk", number) }
        for folder in dirtyFolders.sorted() { fault("\(what) before the names in \(folder)/ are on the disk", number) }
    }

    private mutating func fault(_ text: String, _ number: Int) { faults.append("call \(number): \(text)") }
}
