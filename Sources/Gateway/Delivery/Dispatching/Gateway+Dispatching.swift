// Bringing deliveries to endpoints, beside the gateway's other work.
extension Gateway {
    /// Where things go, by the profiles and settings in use.
    var addresses: Addresses { dispatcher.addresses }

    /// Records which attempts have ended and begins those that are due; waits for none of them.
    ///
    /// - Parameters:
    ///   - time: Now, in milliseconds since 1970 UTC.
    ///   - report: What became of the attempts that have ended is added to it.
    /// - Returns: When something that waits comes due; nil when nothing does. While attempts are under way,
    ///   ``deliverySignal`` tells when to call again.
    /// - Throws: ``GatewayError`` when the ledger fails.
    public func deliverDue(at time: Int64, _ report: inout RunReport) throws(GatewayError) -> Int64? {
        let round = try dispatcher.round(at: time)
        try add(round, &report)
        if round.redirected > 0 { try deliverAgainToFolders(&report) }
        return round.next
    }

    /// A descriptor that is readable when an attempt has ended, for `poll`.
    public var deliverySignal: Int32 { dispatcher.descriptor }

    /// How many attempts are under way, or have ended and are not recorded.
    public var deliveriesUnderWay: Int { dispatcher.underWay }

    /// Goes on with what is under way, and waits for none of it.
    func dispatch(_ report: inout RunReport) throws(GatewayError) {
        _ = try deliverDue(at: now(), &report)
    }

    /// Waits until nothing is under way and nothing is due.
    func finishDispatching(_ report: inout RunReport) throws(GatewayError) {
        while true {
            let time = now()
            let next = try deliverDue(at: time, &report)
            if dispatcher.underWay > 0 {
                dispatcher.wait(1_000)
            } else if next.map({ $0 > time }) ?? true {
                return
            }
        }
    }
}
