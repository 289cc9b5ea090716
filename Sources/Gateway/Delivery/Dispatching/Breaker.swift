import Ledger
import Partners

/// Decides whether an endpoint is tried, from how it did.
///
/// Closed, everything due is tried. After so many failures in a row it opens: nothing is tried for a while. Then it is
/// half open: one delivery is tried, and what comes of that closes it or opens it again, for longer.
struct Breaker {
    var endpoint: Ledger.Endpoint

    enum State: Equatable {
        case closed
        case open(until: Int64)
        case halfOpen
    }

    func state(at time: Int64) -> State {
        guard let until = endpoint.openUntil else { return .closed }
        return time < until ? .open(until: until) : .halfOpen
    }

    mutating func succeeded(at time: Int64) {
        endpoint.failures = 0
        endpoint.openings = 0
        endpoint.openUntil = nil
        endpoint.lastSuccessAt = time
    }

    /// Takes a failure; whether it opened the breaker.
    mutating func failed(at time: Int64, because reason: String, _ policy: BreakerPolicy) -> Bool {
        endpoint.failures += 1
        endpoint.lastFailureAt = time
        endpoint.lastError = reason
        // Attempts that were under way when it opened say nothing new.
        if case .open = state(at: time) { return false }
        guard endpoint.failures >= policy.failures else { return false }
        endpoint.openings += 1
        endpoint.openUntil = time + policy.pause(after: endpoint.openings)
        return true
    }
}
