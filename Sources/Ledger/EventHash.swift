import COpenSSL

/// Chains the event log: each event's hash covers the hash of the one before it and all that the event says.
enum EventHash {
    /// Stands before the first event.
    static let genesis = [UInt8](repeating: 0, count: 32)

    /// Gives the hash of an event that follows on `previous`.
    ///
    /// Numbers go in as eight bytes, the highest first, and a text goes in behind the count of its bytes, so that no
    /// two events have the same bytes.
    static func of(_ event: Ledger.Event, id: Int, previous: [UInt8]) -> [UInt8] {
        var bytes = previous
        bytes.append(big: Int64(id))
        bytes.append(big: event.at)
        for text in [event.kind, event.subject, event.detail] {
            bytes.append(big: Int64(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        }
        var digest = [UInt8](repeating: 0, count: 32)
        SHA256(bytes, bytes.count, &digest)
        return digest
    }
}

extension [UInt8] {
    fileprivate mutating func append(big number: Int64) {
        for shift in stride(from: Int64(56), through: 0, by: -8) { append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
