import Ledger
import Partners

// How an endpoint did, told to the ledger: it is the same for one in somebody else's machine and for a folder.
extension Ledger.Transaction {
    /// Records that an endpoint took something, or refused it for good: it works.
    func answered(_ breaker: Breaker, at time: Int64) throws(LedgerError) {
        var breaker = breaker
        let wasOpen = breaker.endpoint.openUntil != nil
        breaker.succeeded(at: time)
        if wasOpen {
            try insert(
                Ledger.Event(at: time, kind: "endpoint", subject: breaker.endpoint.name, detail: "it answers again"))
        }
        try record(breaker.endpoint)
    }

    /// Records that an endpoint failed; whether its breaker has opened by that.
    @discardableResult
    func failed(
        _ breaker: Breaker, because reason: String, _ policy: BreakerPolicy, at time: Int64
    ) throws(LedgerError) -> Bool {
        var breaker = breaker
        let wasOpen = breaker.endpoint.openUntil != nil
        let opened = breaker.failed(at: time, because: reason, policy) && !wasOpen
        if opened {
            try insert(
                Ledger.Event(
                    at: time, kind: "alert", subject: breaker.endpoint.name,
                    detail: "\(breaker.endpoint.failures) attempts failed in a row: left alone until it answers "
                        + "again: \(reason)"))
        }
        try record(breaker.endpoint)
        return opened
    }

    /// Makes a delivery a dead letter, and tells people so.
    func giveUp(
        _ id: Int, to endpoint: String, after attempts: Int, because reason: String, at time: Int64
    ) throws(LedgerError) {
        try giveUp(id, at: time)
        try insert(
            Ledger.Event(
                at: time, kind: "alert", subject: "delivery \(id)",
                detail: "\(endpoint): given up after \(attempts) attempts: \(reason)"))
    }
}

extension Ledger {
    /// How an endpoint does by what is recorded of it.
    func breaker(of name: String) throws(LedgerError) -> Breaker {
        Breaker(endpoint: try endpoint(name) ?? Ledger.Endpoint(name: name))
    }
}
