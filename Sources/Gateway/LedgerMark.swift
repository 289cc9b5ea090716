import Exchange
import Ledger

/// What a root remembers of its ledger: an event that it holds.
///
/// A ledger that does not have this event is not the one by which the root was last worked, but an older copy of it or a
/// new one. By such a ledger control numbers would be given out a second time, and documents handed over that were.
struct LedgerMark: Equatable {
    let event: Int
    /// The event's hash in hexadecimal.
    let hash: String

    init(_ link: Ledger.EventLink) {
        event = link.id
        hash = link.hash.hexadecimal
    }

    // MARK: - In the file

    private static let digits = 19
    /// The bytes of a mark: the event's number, a space, the digits of its hash, the end of the line.
    static let length = digits + 1 + 64 + 1

    /// Reads the mark of a file, in which it stands twice; nil when it does not.
    init?(in file: OpenFile) {
        var source = FileSource(file)
        guard let bytes = try? source.bytes(in: 0..<2 * Self.length), bytes.count == 2 * Self.length,
            bytes.prefix(Self.length) == bytes.suffix(Self.length)
        else { return nil }
        let words = String(decoding: bytes.prefix(Self.length), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let event = Int(words[0]), words[1].utf8.count == 64 else { return nil }
        self.event = event
        hash = String(words[1])
    }

    var line: [UInt8] {
        let number = String(event)
        return Array("\(String(repeating: "0", count: max(0, Self.digits - number.count)))\(number) \(hash)\n".utf8)
    }
}

extension Ledger {
    /// Whether this is the ledger in which a mark was made, or one that went on from it.
    func has(_ mark: LedgerMark) throws(LedgerError) -> Bool {
        try eventLink(mark.event).map(LedgerMark.init) == mark
    }
}

extension RootLock {
    /// Throws `staleLedger` when a ledger lacks what was recorded of this root.
    func check(_ ledger: Ledger, of root: GatewayRoot) throws(GatewayError) {
        guard let mark = mark() else { return }
        let (isIts, last) = try withLedger { () throws(LedgerError) in
            (try ledger.has(mark), try ledger.lastEventLink())
        }
        if !isIts { throw GatewayError(staleLedger: root.ledger, lacking: mark, last) }
    }
}

extension GatewayError {
    /// Says that a root's ledger is behind the root.
    init(staleLedger path: String, lacking mark: LedgerMark, _ last: Ledger.EventLink?) {
        let found = last.map { "its last event is \($0.id)" } ?? "it has no event"
        self.init(
            .staleLedger,
            reason: "\(path) is not the ledger by which this root was last worked: it lacks event \(mark.event), and "
                + "\(found). Was an older copy put in its place, or was it removed? Put the right one back; or "
                + "`edigate restore COPY`, which lets a copy go on without numbers or documents going out twice")
    }
}
