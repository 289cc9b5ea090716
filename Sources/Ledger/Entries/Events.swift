extension Ledger {
    /// Is something that happened; it is never changed or deleted.
    public struct Event: Sendable, Hashable {
        /// Is when it happened.
        public var at: Int64
        /// Names what happened.
        public var kind: String
        /// Names what it happened to.
        public var subject: String
        /// Tells the rest.
        public var detail: String

        /// Makes an event.
        public init(
            at: Int64, kind: String, subject: String, detail: String
        ) {
            self.at = at
            self.kind = kind
            self.subject = subject
            self.detail = detail
        }
    }
}

extension Ledger.Event: RowReadable {
    /// Names the columns in the order in which they are read and bound.
    static let columns = """
        at, kind, subject, detail
        """

    init(_ row: inout Row) throws(LedgerError) {
        at = try row.next()
        kind = try row.next()
        subject = try row.next()
        detail = try row.next()
    }

    /// Gives the values in the order of the columns.
    var values: [any ColumnValue] {
        [
            at, kind, subject, detail,
        ]
    }

    private static let insertion = "INSERT INTO event (id, \(columns), previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"

    /// Appends an event to the chain, behind the last one. Gives the place that the next one follows on.
    static func append(
        _ event: Self, after last: Ledger.EventLink?, to connection: any EngineConnection
    ) throws(LedgerError) -> Ledger.EventLink {
        let id = (last?.id ?? 0) &+ 1
        let previous = last?.hash ?? EventHash.genesis
        let hash = EventHash.of(event, id: id, previous: previous)
        try connection.run(insertion, [id] + event.values + [previous, hash])
        return Ledger.EventLink(id: id, hash: hash)
    }
}

// MARK: - Writing

extension Ledger.Transaction {
    /// Appends an event to the chain. Gives the row's id: 1, 2, 3 … without holes.
    @discardableResult
    public func insert(_ event: Ledger.Event) throws(LedgerError) -> Int {
        let connection = try writing()
        var last = ledger.totals.lastEvent
        if last == nil { last = try ledger.lastEventLink() }
        let link = try Ledger.Event.append(event, after: last, to: connection)
        ledger.totals.lastEvent = link
        return link.id
    }
}

// MARK: - Queries

extension Ledger {
    /// Lists events in the order of recording: at most `limit`, from 0, those whose id is greater than `id`.
    public func events(after id: Int = 0, limit: Int = 1_000) throws(LedgerError) -> [Recorded<Event>] {
        try connection.rows(
            "SELECT id, \(Event.columns) FROM event WHERE id > ? ORDER BY id LIMIT ?", [id, max(0, limit)])
    }
}

// MARK: - The chain

extension Ledger {
    /// Tells what the verification of the event log found.
    public struct EventChain: Sendable, Hashable {
        /// Counts the events whose place in the chain is proven.
        public var count: Int
        /// Is the hash of the last of them, 32 bytes: who keeps it elsewhere can prove later that nothing before it was
        /// changed or cut off. Zeros when there is no event.
        public var head: [UInt8]
        /// Tells where the chain breaks and why; nil when it is whole.
        public var fault: String?
    }

    /// Is an event's place in the chain. It stands for all events up to this one: no other chain has it.
    public struct EventLink: Sendable, Hashable {
        /// Is the event's number, from 1.
        public let id: Int
        /// Is its hash, 32 bytes.
        public let hash: [UInt8]
    }

    /// Finds the place of the last event; nil before the first.
    public func lastEventLink() throws(LedgerError) -> EventLink? { try connection.row(EventLink.last) }

    /// Finds the place of an event; nil when there is no event of this number.
    public func eventLink(_ id: Int) throws(LedgerError) -> EventLink? {
        try connection.row("SELECT id, hash FROM event WHERE id = ?", [id])
    }

    /// Computes the hash of every event anew, from the first on, up to the first that does not fit.
    ///
    /// - Complexity: reads all events.
    public func verifyEvents() throws(LedgerError) -> EventChain {
        var chain = EventChain(count: 0, head: EventHash.genesis, fault: nil)
        try connection.forEach("SELECT id, \(Event.columns), previous, hash FROM event ORDER BY id") {
            (row: inout Row) throws(LedgerError) in
            guard chain.fault == nil else { return }
            let event = try Recorded<Event>(&row)
            let previous: [UInt8] = try row.next()
            let hash: [UInt8] = try row.next()
            if event.id != chain.count &+ 1 {
                chain.fault = "expected event \(chain.count &+ 1), found event \(event.id)"
            } else if previous != chain.head {
                chain.fault = "event \(event.id) does not follow on the event before it"
            } else if EventHash.of(event.entry, id: event.id, previous: previous) != hash {
                chain.fault = "event \(event.id) is not what was recorded: its hash differs"
            } else {
                chain.count = event.id
                chain.head = hash
            }
        }
        return chain
    }

    /// Says whether an event has a hash, given in hexadecimal of small letters.
    ///
    /// - Complexity: O(events).
    public func hasEvent(hash: String) throws(LedgerError) -> Bool {
        guard let bytes = [UInt8](hexadecimal: hash) else { return false }
        let found: Int? = try connection.value("SELECT id FROM event WHERE hash = ? LIMIT 1", [bytes])
        return found != nil
    }
}

extension Ledger.EventLink: RowReadable {
    fileprivate static let last = "SELECT id, hash FROM event ORDER BY id DESC LIMIT 1"

    init(_ row: inout Row) throws(LedgerError) {
        id = try row.next()
        hash = try row.next()
    }
}

extension [UInt8] {
    /// Reads two digits for each byte; nil of anything else.
    fileprivate init?(hexadecimal text: String) {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count % 2 == 0 else { return nil }
        self = []
        for at in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[at], let low = digits[at + 1] else { return nil }
            append(high << 4 | low)
        }
    }
}
