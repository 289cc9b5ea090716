import CLinux
import Glibc
import Synchronization

/// Makes attempts beside each other, each in a thread of its own, while the gateway goes on with its work.
///
/// It knows nothing of the ledger: what it is given was recorded before, and what comes of it is fetched and recorded by
/// the gateway.
final class CourierPool: Sendable {
    /// More attempts than this are never under way at once, so that no more documents than this are in memory.
    static let most = 16

    private struct State {
        var underWay = 0
        var ended: [(Consignment, AttemptResult)] = []
        var isStopped = false
    }

    private let state = Mutex(State())
    /// Readable while results wait to be fetched.
    private let bell: OpenFile

    init() throws(GatewayError) {
        let descriptor = eventfd(0, Int32(O_CLOEXEC | O_NONBLOCK))
        guard descriptor >= 0 else { throw GatewayError(unwritable: "an event counter", errno) }
        bell = OpenFile(descriptor)
    }

    /// A descriptor that becomes readable when an attempt has ended.
    var descriptor: Int32 { bell.descriptor }

    var underWay: Int { state.withLock { $0.underWay + $0.ended.count } }

    /// Begins an attempt.
    func begin(_ consignment: Consignment, by courier: some Courier & Sendable) {
        state.withLock { $0.underWay += 1 }
        let isStopped: @Sendable () -> Bool = { [self] in state.withLock { $0.isStopped } }
        Thread.begin { [self] in
            let result = courier.carry(consignment, isStopped: isStopped)
            state.withLock {
                $0.underWay -= 1
                $0.ended.append((consignment, result))
            }
            var one: UInt64 = 1
            _ = Glibc.write(bell.descriptor, &one, 8)
        }
    }

    /// The attempts that have ended since it was last asked.
    func fetch() -> [(Consignment, AttemptResult)] {
        var count: UInt64 = 0
        _ = Glibc.read(bell.descriptor, &count, 8)
        return state.withLock { state in
            defer { state.ended = [] }
            return state.ended
        }
    }

    /// Waits until an attempt has ended, at most so many milliseconds.
    func wait(_ milliseconds: Int32) {
        var wait = pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&wait, 1, milliseconds)
    }

    /// Breaks off what is under way, as far as it can be: programs are ended.
    func stop() { state.withLock { $0.isStopped = true } }
}

/// A thread of the system.
private enum Thread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs something beside the caller; where there is no thread to be had, at once.
    static func begin(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let body = Unmanaged.passRetained(Body(run))
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard result == 0 else { return body.takeRetainedValue().run() }
        pthread_detach(thread)
    }
}
