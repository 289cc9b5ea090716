import Ledger
import Partners

extension Dispatcher {
    /// Records what became of the attempts that have ended.
    func collect(at time: Int64, _ round: inout Round) throws(GatewayError) {
        let ended = pool.fetch()
        guard !ended.isEmpty else { return }
        for (consignment, _) in ended { here[consignment.rule.endpoint ?? "", default: 1] -= 1 }
        round = try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                var round = round
                for (consignment, result) in ended {
                    try record(result, of: consignment, at: time, &round, in: transaction)
                }
                return round
            }
        }
    }

    private func record(
        _ result: AttemptResult, of consignment: Consignment, at time: Int64, _ round: inout Round,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let id = consignment.deliveryID
        let endpoint = consignment.rule.endpoint ?? ""
        let outcome: Ledger.DeliveryAttempt.Outcome =
            switch result.fate {
            case .delivered: .delivered
            case .failed, .postponed: .failed
            case .refused: .refused
            }
        try transaction.endAttempt(
            consignment.attemptID, outcome, status: result.status, detail: result.detail, at: time)
        let failures = try ledger.dispatch(of: id)?.failures ?? 0
        let pause = consignment.rule.retry.delay(after: failures + 1, seed: consignment.key)
        switch result.fate {
        case .delivered(let name):
            try transaction.markDone(try deliveryItem(id), at: time, as: name, in: ledger)
            round.delivered += 1
        case .postponed(let after):
            try transaction.postponeDispatch(of: id, until: time + max(after ?? 0, pause), because: result.detail)
            round.failures.append(Self.words(consignment, result, "is tried again"))
        case .failed(let after) where failures + 1 < consignment.rule.retry.attempts:
            try transaction.recordFailure(id, error: result.detail, until: time + max(after ?? 0, pause))
            round.failures.append(Self.words(consignment, result, "is tried again"))
        case .failed, .refused:
            try transaction.recordFailure(id, error: result.detail)
            try transaction.giveUp(id, at: time)
            try transaction.insert(
                Ledger.Event(
                    at: time, kind: "alert", subject: "delivery \(id)",
                    detail: "\(endpoint): given up after \(consignment.attempt) attempts: \(result.detail)"))
            round.failures.append(Self.words(consignment, result, "is given up"))
        }
        try judge(endpoint, result, consignment.rule.breaker, at: time, in: transaction)
    }

    private func deliveryItem(_ id: Int) throws(LedgerError) -> Parcel.Item {
        guard let delivery = try ledger.delivery(id) else {
            throw LedgerError(.absent, reason: "there is no delivery \(id)")
        }
        return Parcel.Item(delivery)
    }

    private static func words(_ consignment: Consignment, _ result: AttemptResult, _ what: String) -> String {
        let name = [consignment.facts.kind, consignment.facts.number].filter { !$0.isEmpty }.joined(separator: " ")
        return "\(name) to \(consignment.rule.endpoint ?? ""): \(result.detail); it \(what)"
    }

    /// Records how the endpoint did.
    private func judge(
        _ name: String, _ result: AttemptResult, _ policy: BreakerPolicy, at time: Int64,
        in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        var breaker = Breaker(endpoint: try ledger.endpoint(name) ?? Ledger.Endpoint(name: name))
        let wasOpen = breaker.endpoint.openUntil != nil
        switch result.fate {
        case .postponed: return
        case .delivered, .refused:
            breaker.succeeded(at: time)
            if wasOpen {
                try transaction.insert(
                    Ledger.Event(at: time, kind: "endpoint", subject: name, detail: "it answers again"))
            }
        case .failed:
            let opened = breaker.failed(at: time, because: result.detail, policy)
            if opened, !wasOpen {
                try transaction.insert(
                    Ledger.Event(
                        at: time, kind: "alert", subject: name,
                        detail: "\(breaker.endpoint.failures) attempts failed in a row: left alone until it answers "
                            + "again: \(result.detail)"))
            }
        }
        try transaction.record(breaker.endpoint)
    }
}
