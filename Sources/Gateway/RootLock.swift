import Glibc

/// The right to work a root, one process at a time, given back when it is let go.
final class RootLock {
    private let file: OpenFile

    /// Takes the lock that stands in work/.
    init(_ work: Folder) throws(GatewayError) {
        let path = "\(work.path)/.lock"
        let descriptor = retriedOpen { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600) }
        guard descriptor >= 0 else { throw GatewayError(unwritable: path, errno) }
        file = OpenFile(descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            throw number == EWOULDBLOCK
                ? GatewayError(
                    .locked,
                    reason: "another gateway works this root (\(path)): stop it, or wait until it has finished",
                    underlying: number)
                : GatewayError(unwritable: path, number)
        }
    }

    /// What was last put down; nil when nothing was, or not all of it.
    func mark() -> LedgerMark? { LedgerMark(in: file) }

    /// Puts a mark down, twice: half a write shows by the two not being the same. One that cannot be written is no reason
    /// to end what works; the one before stands as well.
    func put(_ mark: LedgerMark) {
        let bytes = mark.line + mark.line
        _ = bytes.withUnsafeBytes { raw in retried { pwrite(file.descriptor, raw.baseAddress, raw.count, 0) } }
    }

    /// Gives the lock back by name, not by closing alone: a program that is just being started holds, for a moment, a
    /// copy of every descriptor, and with it the lock.
    deinit { flock(file.descriptor, LOCK_UN) }
}
