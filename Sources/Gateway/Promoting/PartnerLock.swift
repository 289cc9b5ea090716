import Glibc

/// The right to change one partner's files, one process at a time, given back when it is let go.
///
/// It lies on the partner's folder itself, so that nothing stands there when it is not held.
public final class PartnerLock {
    private let file: OpenFile

    /// Takes the lock of a partner.
    ///
    /// - Throws: ``GatewayError`` `locked` when another command changes the partner's files, `missing` when there is no
    ///   such partner.
    public init(_ root: GatewayRoot, partner: String) throws(GatewayError) {
        let path = "\(root.partners)/\(partner)"
        let descriptor = retriedOpen { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            throw GatewayError(
                errno == ENOENT ? .missing : .unreadable, reason: "\(path): \(words(errno))", underlying: errno)
        }
        file = OpenFile(descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let number = errno
            throw number == EWOULDBLOCK
                ? GatewayError(
                    .locked, reason: "another command changes the files of \(partner): wait until it has finished",
                    underlying: number)
                : GatewayError(unwritable: path, number)
        }
    }

    deinit { flock(file.descriptor, LOCK_UN) }
}
