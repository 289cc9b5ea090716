import CLinux
import Glibc
import Synchronization

/// Tells a watch to stop or to read the profiles again, from signals or from another thread.
public final class WatchSignals: Sendable {
    private let stops = Atomic(false)
    private let reloads = Atomic(false)
    /// A pipe, so that a wait for files ends at once.
    private let ends: (read: OpenFile, write: OpenFile)

    /// Makes signals that nothing has been told yet.
    ///
    /// - Throws: ``GatewayError`` when the system has no pipe to give.
    public init() throws(GatewayError) {
        var pair: [Int32] = [-1, -1]
        guard pipe2(&pair, Int32(O_CLOEXEC) | Int32(O_NONBLOCK)) == 0 else {
            throw GatewayError(.unreadable, reason: "a pipe: \(words(errno))", underlying: errno)
        }
        ends = (OpenFile(pair[0]), OpenFile(pair[1]))
    }

    /// Asks the watch to end when the current transaction is over.
    public func stop() {
        stops.store(true, ordering: .releasing)
        wake()
    }

    /// Asks the watch to read profiles and settings again.
    public func reload() {
        reloads.store(true, ordering: .releasing)
        wake()
    }

    /// Whether the watch was asked to end.
    public var isStopping: Bool { stops.load(ordering: .acquiring) }

    /// Whether the profiles are to be read again; true once for each time it was asked, or for several.
    func takeReload() -> Bool { reloads.exchange(false, ordering: .acquiringAndReleasing) }

    /// Readable when something was told.
    var descriptor: Int32 { ends.read.descriptor }

    /// Empties the pipe.
    func drain() {
        var bytes: [UInt8] = Array(repeating: 0, count: 64)
        while Glibc.read(ends.read.descriptor, &bytes, bytes.count) > 0 {}
    }

    private func wake() {
        var byte: UInt8 = 1
        // A full pipe wakes as well.
        _ = Glibc.write(ends.write.descriptor, &byte, 1)
    }
}

extension WatchSignals {
    private static let installed = Mutex<WatchSignals?>(nil)
    /// What a handler may touch: it runs between any two instructions, so that no lock may be taken there.
    private static let handled = Atomic<UInt>(0)

    /// Lets SIGTERM and SIGINT stop, and SIGHUP reload.
    public func handleSignals() {
        Self.installed.withLock { $0 = self }
        Self.handled.store(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()), ordering: .releasing)
        // Who started this program may have blocked them, and that is inherited.
        var ours = sigset_t()
        sigemptyset(&ours)
        defer { pthread_sigmask(SIG_UNBLOCK, &ours, nil) }
        for number in [SIGTERM, SIGINT, SIGHUP] {
            sigaddset(&ours, number)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { WatchSignals.handle($0) }
            action.sa_flags = Int32(SA_RESTART)
            sigaction(number, &action, nil)
        }
    }

    private static func handle(_ number: Int32) {
        guard let pointer = UnsafeRawPointer(bitPattern: handled.load(ordering: .acquiring)) else { return }
        let kept = errno
        let signals = Unmanaged<WatchSignals>.fromOpaque(pointer)
        signals._withUnsafeGuaranteedRef { number == SIGHUP ? $0.reload() : $0.stop() }
        errno = kept
    }
}
