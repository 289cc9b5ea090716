import Glibc

/// Whether somebody has a file open to write to it.
enum Writers: Equatable {
    /// Nobody has.
    case none
    /// Somebody has.
    case some
    /// The system does not tell: the file is another user's and we may not ask, or it lies on a network file system.
    case unknown
}

extension OpenFile {
    /// Asks the system whether somebody has this file, which is open for reading only, open for writing.
    ///
    /// Linux grants a read lease on a file only while nobody has it open for writing, which is the proof that no size or
    /// time can give. The lease is given back at once. It needs the file's owner or CAP_LEASE.
    func writers() -> Writers {
        Self.ignoreLeaseBreaks
        // F_SETLEASE and F_GETLEASE are not declared for programs without the C library's extensions.
        let setLease: Int32 = 1024
        guard fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 else { return errno == EAGAIN ? .some : .unknown }
        _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
        return .none
    }

    /// A writer that comes in the moment between the two calls is announced by SIGIO, which would end the process.
    private static let ignoreLeaseBreaks: Void = { _ = signal(SIGIO, SIG_IGN) }()
}
