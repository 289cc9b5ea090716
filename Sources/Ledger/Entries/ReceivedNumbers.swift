// The last control number that each sender used.

extension Ledger.Transaction {
    /// Records the last number that a sender used in a series.
    public func setReceived(
        _ last: Int, of identity: Ledger.InterchangeIdentity, series: String, at time: Int64
    ) throws(LedgerError) {
        _ = try writing()
        ledger.totals.received[RunningTotals.ReceivedSeries(identity, series)] = (last, time)
    }
}

extension EngineConnection {
    /// Puts the last number of a sender's series in the place of the one before.
    func write(_ key: RunningTotals.ReceivedSeries, _ last: Int, at time: Int64) throws(LedgerError) {
        try run(
            """
            INSERT INTO received_number (sender_qualifier, sender_id, receiver_qualifier, receiver_id, usage, series,
                last, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (sender_qualifier, sender_id, receiver_qualifier, receiver_id, usage, series)
                DO UPDATE SET last = excluded.last, at = excluded.at
            """,
            [
                key.identity.senderQualifier, key.identity.senderID, key.identity.receiverQualifier,
                key.identity.receiverID, key.identity.usage, key.series, last, time,
            ])
    }
}

extension Ledger {
    /// The last number that a sender used in a series; nil when there is none.
    public func lastReceived(_ identity: InterchangeIdentity, series: String) throws(LedgerError) -> Int? {
        if let known = totals.received[RunningTotals.ReceivedSeries(identity, series)] { return known.last }
        return try connection.value(
            """
            SELECT last FROM received_number WHERE sender_qualifier = ? AND sender_id = ? AND receiver_qualifier = ?
                AND receiver_id = ? AND usage = ? AND series = ?
            """,
            [
                identity.senderQualifier, identity.senderID, identity.receiverQualifier, identity.receiverID,
                identity.usage, series,
            ])
    }

    /// Finds the interchange in which a group of this GS01 and GS06 came before from the same sender, recorded since a
    /// time and before the interchange `id`; nil when there is none.
    public func earlierGroup(
        code: String, controlNumber: String, identity: InterchangeIdentity, since time: Int64, before id: Int
    ) throws(LedgerError) -> Int? {
        // The greatest by `max`: an order would have the engine set up a sorting of what is nearly always no row.
        let earlier: Int?? = try connection.value(
            """
            SELECT max(interchange.id) FROM functional_group
            JOIN interchange ON interchange.id = functional_group.interchange_id
            WHERE functional_group.control_number = ? AND functional_group.code = ?
                AND interchange.direction = 'in' AND interchange.disposition = 'processed'
                AND interchange.sender_qualifier = ? AND interchange.sender_id = ?
                AND interchange.receiver_qualifier = ? AND interchange.receiver_id = ? AND interchange.usage = ?
                AND interchange.recorded_at >= ? AND interchange.id < ?
            """,
            [
                controlNumber, code, identity.senderQualifier, identity.senderID, identity.receiverQualifier,
                identity.receiverID, identity.usage, time, id,
            ])
        return earlier ?? nil
    }
}
