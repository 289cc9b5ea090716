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
            try transaction.giveUp(id, to: endpoint, after: consignment.attempt, because: result.detail, at: time)
            round.failures.append(Self.words(consignment, result, "is given up"))
        }
        if isTold {
            round.news.append(try news(of: consignment, result, at: time))
        }
        try judge(endpoint, result, consignment.rule.breaker, at: time, in: transaction)
    }

    /// What the log says of an attempt that has ended.
    private func news(
        of consignment: Consignment, _ result: AttemptResult, at time: Int64
    ) throws(LedgerError) -> DeliveryNews {
        let isGivenUp = try ledger.deliveryHeading(consignment.deliveryID)?.givenUpAt != nil
        var news = DeliveryNews(
            deliveryID: consignment.deliveryID, what: isGivenUp ? .dead : .failed,
            endpoint: consignment.rule.endpoint ?? "", attempt: consignment.attempt,
            milliseconds: time - consignment.beganAt)
        if case .delivered(let name) = result.fate {
            news.what = .placed(name)
        } else {
            // What the receiver said is left out: it may hold anything.
            news.reason = result.status.isEmpty ? result.detail : result.status
        }
        return news
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
        switch result.fate {
        case .postponed: return
        case .delivered, .refused: try transaction.answered(try ledger.breaker(of: name), at: time)
        case .failed:
            try transaction.failed(try ledger.breaker(of: name), because: result.detail, policy, at: time)
        }
    }
}
