import Dispatch
import Exchange
import Synchronization
import X12

/// Judges files in a thread of its own, in their order, while others before them are recorded.
///
/// To judge a file is pure, and takes a third of all that is done for it. Who records asks for one file after the other:
/// one that was not begun he judges himself, so that nobody waits for a thread that has no processor, and a single file
/// costs no thread at all. Nothing that others can see is done here: the calls that change files and the ledger come in
/// the same order as without it.
final class JudgingAhead: Sendable {
    /// A file that is to be judged.
    struct Request: Sendable {
        var source: ArchivedSource
        var name: String
        var rules: PartnerRules

        func judge(with memory: ExchangeMemory) -> Result<JudgedFile, SourceError> {
            var judging = FileJudging(source, named: name, by: rules, memory: memory)
            do throws(SourceError) { return .success(try judging.all()) } catch { return .failure(error) }
        }
    }

    private enum Place {
        case waits(Request)
        case isUnderWay
        case done(Result<JudgedFile, SourceError>, size: Int)
        /// Not to be judged here, or fetched.
        case nothing
    }

    private struct State {
        /// Counts the groups: what is judged of one that was given up belongs nowhere.
        var group = 0
        var places: [Place] = []
        /// The first place that may wait.
        var next = 0
        /// The bytes of the files that are judged and not fetched.
        var ahead = 0
        var isRunning = false
        /// The place whose result somebody waits for.
        var awaited: Int?
    }

    /// A file that the thread has begun.
    private struct Task {
        var group: Int
        var place: Int
        var request: Request
    }

    /// More bytes of files than this are not judged ahead: what is found in them is some ten times as much.
    private static let farthest = 1024 * 1024

    private let state = Mutex(State())
    private let memory = Mutex(ExchangeMemory())
    private let thread = DispatchQueue(label: "edigate.judging")
    private let bell = DispatchSemaphore(value: 0)

    /// Begins with a group of files; what was not fetched of an earlier one is forgotten. nil stands for a file that is
    /// not judged here.
    func begin(_ requests: [Request?]) {
        state.withLock { state in
            state.group += 1
            state.places = requests.map { $0.map { .waits($0) } ?? .nothing }
            // The first is asked for at once.
            state.next = 1
            state.ahead = 0
        }
        goOn()
    }

    /// Gives what was found in the file at a place of the group; nil when it was not to be judged.
    func fetch(_ place: Int, memory: ExchangeMemory) -> Result<JudgedFile, SourceError>? {
        let found = state.withLock { state in
            guard state.places.indices.contains(place) else { return Place.nothing }
            let found = state.places[place]
            switch found {
            case .isUnderWay: state.awaited = place
            case .done(_, let size):
                state.ahead -= size
                state.places[place] = .nothing
            case .waits, .nothing: state.places[place] = .nothing
            }
            return found
        }
        switch found {
        case .waits(let request): return request.judge(with: memory)
        case .nothing: return nil
        case .isUnderWay:
            bell.wait()
            return fetch(place, memory: memory)
        case .done(let result, _):
            goOn()
            return result
        }
    }

    /// Lets the thread run when there is something for it.
    private func goOn() {
        let begins = state.withLock { state in
            guard !state.isRunning, state.next < state.places.count, state.ahead <= Self.farthest / 2 else {
                return false
            }
            state.isRunning = true
            return true
        }
        guard begins else { return }
        thread.async { [self] in
            while let task = take() {
                let result = memory.withLock { task.request.judge(with: $0) }
                put(result, of: task)
            }
        }
    }

    /// Takes the next file that nobody has begun; nil when the thread is to rest.
    private func take() -> Task? {
        state.withLock { state in
            while state.ahead < Self.farthest, state.next < state.places.count {
                let place = state.next
                state.next += 1
                guard case .waits(let request) = state.places[place] else { continue }
                state.places[place] = .isUnderWay
                return Task(group: state.group, place: place, request: request)
            }
            state.isRunning = false
            return nil
        }
    }

    private func put(_ result: Result<JudgedFile, SourceError>, of task: Task) {
        let isAwaited = state.withLock { state in
            guard task.group == state.group else { return false }
            let size = task.request.source.size
            state.places[task.place] = .done(result, size: size)
            state.ahead += size
            guard state.awaited == task.place else { return false }
            state.awaited = nil
            return true
        }
        if isAwaited { bell.signal() }
    }
}
