import Dispatch
import Synchronization

/// A file in work/ and where it came from.
struct Taken: Sendable {
    var claimed: ClaimedFile
    var file: WaitingFile
    /// Its bytes; nil of a large one, and of one that a run before had taken.
    var stored: Archive.Stored?
}

/// Moves the files of a group into work/.
struct GroupClaim {
    let files: [WaitingFile]
    let archive: Archive
    /// When, in milliseconds since 1970 UTC.
    let time: Int64
    var intake: Intake

    /// What became of them.
    struct Outcome: Sendable {
        var taken: [Taken] = []
        /// What changed while it was taken, to be looked at again.
        var changed: [RunReport.Ignored] = []
        /// What cannot be taken.
        var left: [RunReport.Ignored] = []
    }

    /// Moves them; when this returns, those that were taken are in work/ for good.
    mutating func run() throws(GatewayError) -> Outcome {
        var outcome = Outcome()
        for file in files {
            switch try intake.claim(file, at: time, ordinal: outcome.taken.count + 1) {
            case .gone: continue
            case .changed:
                outcome.changed.append(
                    RunReport.Ignored(path: file.path, reason: "it changed while it was taken: it is left for now"))
            case .left(let reason): outcome.left.append(RunReport.Ignored(path: file.path, reason: reason))
            case .claimed(let claimed, let opened):
                // Read while it is open: nobody can reach it by a name of his own any more.
                var stored: Archive.Stored?
                if let opened, file.size <= archive.largestInLedger {
                    stored = try archive.store(opened, name: file.name)
                }
                outcome.taken.append(Taken(claimed: claimed, file: file, stored: stored))
            }
        }
        if !outcome.taken.isEmpty { try intake.sync() }
        return outcome
    }
}

/// Moves the files of a group into work/ beside what is done with the group before it.
final class ClaimAhead: Sendable {
    private let outcome = Mutex<Result<GroupClaim.Outcome, GatewayError>>(.success(GroupClaim.Outcome()))
    private let group = DispatchGroup()

    /// Begins. Whoever begins one ends it, whatever happens meanwhile: a recovery must not find half of a group.
    init(_ claim: GroupClaim) {
        // Handed over: nobody else has it.
        nonisolated(unsafe) var claim = claim
        DispatchQueue.global().async(group: group) { [self] in
            let result: Result<GroupClaim.Outcome, GatewayError>
            do throws(GatewayError) { result = .success(try claim.run()) } catch { result = .failure(error) }
            outcome.withLock { $0 = result }
        }
    }

    /// Waits until the files are in work/ for good.
    func end() throws(GatewayError) -> GroupClaim.Outcome {
        group.wait()
        return try outcome.withLock { $0 }.get()
    }
}
