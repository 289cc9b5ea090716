import Dispatch
import Synchronization

/// Removes files from work/ beside what is done next.
///
/// Nothing rests on it: what still lies there after a crash is known to be recorded, and is removed at the next start. But
/// a disk that gives freed blocks back at once takes longer for that than the gateway for all the rest of a file.
final class WorkClearing: Sendable {
    private let work: Folder
    private let group = DispatchGroup()
    private let fault = Mutex<GatewayError?>(nil)

    /// So many removals wait for the disk at once.
    private static let atOnce = 4

    init(_ work: Folder) { self.work = work }

    /// Begins to remove files, behind those that are being removed.
    func begin(_ names: [String]) {
        let work = work
        DispatchQueue.global().async(group: group) { [self] in
            DispatchQueue.concurrentPerform(iterations: min(Self.atOnce, names.count)) { start in
                for at in stride(from: start, to: names.count, by: Self.atOnce) {
                    keepingFault { () throws(GatewayError) in try work.remove(names[at]) }
                }
            }
            keepingFault { () throws(GatewayError) in try work.sync() }
        }
    }

    /// Waits until they are gone; throws what kept the first one.
    func end() throws(GatewayError) {
        group.wait()
        let fault = fault.withLock { fault in
            defer { fault = nil }
            return fault
        }
        if let fault { throw fault }
    }

    private func keepingFault(_ body: () throws(GatewayError) -> Void) {
        do throws(GatewayError) { try body() } catch { fault.withLock { $0 = $0 ?? error } }
    }
}
