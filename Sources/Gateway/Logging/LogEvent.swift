import Commerce

/// Is one thing that happened, as a line of the log tells it.
///
/// Whatever belongs to one file has one ``correlation``, from its taking to the last delivery of what came of it. A line
/// says which things are meant, by their numbers and ids, and nothing of what stands in documents.
public struct LogEvent: Sendable, Hashable {
    /// Tells how much somebody has to care.
    public enum Level: String, Sendable {
        /// It went as it should.
        case info
        /// Somebody may have to care, if it stays so.
        case warning
        /// Somebody has to care.
        case error
    }

    /// Names what happened.
    public enum Name: String, Sendable, CaseIterable {
        /// A program began to work the root.
        case started
        /// It ended as it was told.
        case stopped
        /// Something is said that has no name of its own.
        case message
        /// What another run began is taken up.
        case recovered
        /// A file was taken from a drop or from outbound/.
        case taken
        /// Something in a drop or in outbound/ is not taken as it is; told once, and again when the reason changes.
        case left
        /// Its bytes are in the archive.
        case archived
        /// An interchange that came was judged.
        case judged
        /// A 997, 999 or TA1 was written.
        case acknowledged
        /// An interchange to a partner was written.
        case written
        /// A document was recorded.
        case recorded
        /// Something was put into quarantine.
        case held
        /// An attempt to deliver began.
        case tried
        /// A receiver has its delivery.
        case placed
        /// An attempt failed, and will be made again.
        case failed
        /// A delivery was given up: it is a dead letter.
        case dead
        /// Answers or held documents have become overdue.
        case overdue
        /// Something began to be wrong.
        case alert
        /// It is over.
        case alertEnded = "alert-ended"
    }

    /// Counts something.
    public struct Count: Sendable, Hashable {
        /// Names what is counted, as a member of the line.
        public var name: String
        /// How many.
        public var value: Int

        /// Makes a count.
        public init(_ name: String, _ value: Int) { (self.name, self.value) = (name, value) }
    }

    /// When, in milliseconds since 1970 UTC.
    public var time: Int64
    /// How much somebody has to care.
    public var level: Level
    /// What happened.
    public var name: Name
    /// What it belongs to; empty where it belongs to no file. `edigate trace` finds it.
    public var correlation = ""
    /// The partner's id; empty where it is about none.
    public var partner = ""
    /// The file, relative to the root, in characters that stay in their line; empty where it is about none.
    public var file = ""
    /// The control number of the interchange; empty where it is about none.
    public var interchange = ""
    /// The kind of the document, set or answer, or what is wrong.
    public var kind = ""
    /// The id of the document, the number of the acknowledgment or of the row in quarantine.
    public var id = ""
    /// The verdict on an interchange, or what was done with it.
    public var verdict = "", disposition = ""
    /// The delivery's number; nil where it is about none.
    public var delivery: Int?
    /// Where a delivery goes.
    public var endpoint = ""
    /// Which attempt; nil where none is meant.
    public var attempt: Int?
    /// How many of what.
    public var counts: [Count] = []
    /// How long it took; nil where that says nothing.
    public var milliseconds: Int?
    /// Why, in a code or in words about systems.
    public var reason = ""

    /// Makes the event of a moment.
    public init(_ name: Name, at time: Int64, _ level: Level = .info) {
        (self.name, self.time, self.level) = (name, time, level)
    }
}

extension LogEvent {
    /// The event as a line of JSON with its line feed: what is empty is left out, and no character stands in it that
    /// would end a line or move a cursor.
    public func line() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        func text(_ key: StaticString, _ value: String) {
            guard !value.isEmpty else { return }
            json.key(key)
            // JSON escapes what is below a blank; what is above and no letter is shown as its number.
            json.string(FileName.readable(value))
        }
        func number(_ key: String, _ value: Int?) {
            guard let value else { return }
            json.key(key)
            json.int(value)
        }
        text("time", Moment(milliseconds: time).millisecond(of: time))
        text("level", level.rawValue)
        text("event", name.rawValue)
        text("correlation", correlation)
        text("partner", partner)
        text("file", file)
        text("interchange", interchange)
        text("kind", kind)
        text("id", id)
        text("verdict", verdict)
        text("disposition", disposition)
        number("delivery", delivery)
        text("endpoint", endpoint)
        number("attempt", attempt)
        for count in counts { number(count.name, count.value) }
        number("ms", milliseconds)
        text("reason", reason)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}
