@testable import Ledger

extension EngineCheck {
    private struct GivenUp: Error {}

    static let statements = [
        onOne("a row of a key that is there is refused as duplicate") { connection in
            try connection.begin()
            try connection.put("a")
            try demand(.duplicate, "a second row of one primary key") { try connection.put("a") }
            let order = "INSERT INTO purchase_order (partner, direction, number, release) VALUES (?, 'in', '1', '')"
            try connection.run(order, ["acme"])
            try demand(.duplicate, "a second row of one unique key") { try connection.run(order, ["acme"]) }
            try connection.rollBack()
        },
        onOne("a row that refers to nothing is refused as orphan") { connection in
            try connection.begin()
            try demand(.orphan, "a key of a document that is not there") {
                try connection.run(
                    "INSERT INTO document_key (value, kind, document_id) VALUES ('1', 'order', 'nobody')", [])
                try connection.commit()
            }
            if connection.isInTransaction { try connection.rollBack() }
        },
        onOne("a row that breaks a rule of its table is refused as constraint") { connection in
            try connection.begin()
            let insertion = "INSERT INTO payload (sha256, size, received_at, bytes) VALUES (?, ?, 0, ?)"
            for (hash, size) in [([1, 2, 3] as [UInt8], 1), (digest(of: 1), -1), (digest(of: 2), 2)] {
                try demand(.constraint, "a payload of a hash of \(hash.count) bytes and a size of \(size)") {
                    try connection.run(insertion, [hash, size, [65] as [UInt8]])
                }
            }
            try demand(.constraint, "nothing where something must be") {
                try connection.run(
                    "INSERT INTO untaken_file (path, reason, since) VALUES ('a', ?, 0)", [nil as String?])
            }
            try connection.rollBack()
        },
        onOne("an event is never changed and never deleted") { connection in
            try connection.begin()
            var last: Ledger.EventLink?
            for number in 1...2 {
                last = try Ledger.Event.append(
                    Ledger.Event(at: 1, kind: "k", subject: "s", detail: "\(number)"), after: last, to: connection)
            }
            for sql in ["UPDATE event SET detail = 'x'", "DELETE FROM event", "UPDATE event SET id = 9 WHERE id = 2"] {
                try demand(.constraint, sql) { try connection.run(sql, []) }
            }
            try demand(.constraint, "an event that follows on none") {
                try connection.run(
                    "INSERT INTO event (id, at, kind, subject, detail, previous, hash) VALUES (3, 1, '', '', '', ?, ?)",
                    [digest(of: 1), digest(of: 2)])
            }
            try connection.commit()
            let found: [String] = try connection.column("SELECT detail FROM event ORDER BY id")
            try demand(found == ["1", "2"], "the events are not those that were recorded")
        },
        onOne("it is told how many rows a statement changed") { connection in
            try connection.begin()
            for path in ["a", "b", "c"] { try connection.put(path) }
            let update = "UPDATE untaken_file SET reason = 'x' WHERE path >= ?"
            for (from, count) in [("b", 2), ("d", 0), ("a", 3)] {
                let found = try connection.run(update, [from])
                try demand(found == count, "expected \(count) rows changed from \(from) on, found \(found)")
            }
            let again = "INSERT INTO untaken_file (path, reason, since) VALUES (?, '', 0) ON CONFLICT DO NOTHING"
            try demand(try connection.run(again, ["a"]) == 0, "a row that was there counts as inserted")
            try demand(try connection.run(again, ["e"]) == 1, "a row that was not there counts as none")
            try demand(try connection.run("DELETE FROM untaken_file", []) == 4, "four rows deleted are not four")
            try connection.rollBack()
        },
        onOne("a row goes in the place of what has its key") { connection in
            try connection.begin()
            let count = """
                INSERT INTO tally (name, partner, kind, count, last_at) VALUES ('n', 'p', 'k', ?, ?)
                ON CONFLICT (name, partner, kind) DO UPDATE SET count = tally.count + excluded.count,
                    last_at = CASE WHEN tally.last_at < excluded.last_at THEN excluded.last_at ELSE tally.last_at END
                """
            for (number, time) in [(1, 5), (2, 3), (3, 9)] { try connection.run(count, [number, time]) }
            let sum: Int? = try connection.value("SELECT count FROM tally")
            let last: Int? = try connection.value("SELECT last_at FROM tally")
            try demand(sum == 6 && last == 9, "expected 6 at 9, found \(sum as Any) at \(last as Any)")
            try connection.rollBack()
        },
        onOne("a statement gives back what it wrote and what it deleted") { connection in
            try connection.begin()
            try connection.put("a", "old")
            let written: String? = try connection.value(
                "UPDATE untaken_file SET reason = ? WHERE path = 'a' RETURNING reason", ["new"])
            try demand(written == "new", "expected what was written, found \(written as Any)")
            let gone: String? = try connection.value("DELETE FROM untaken_file WHERE path = 'a' RETURNING reason")
            try demand(gone == "new", "expected what was deleted, found \(gone as Any)")
            let nobody: String? = try connection.value("DELETE FROM untaken_file WHERE path = 'a' RETURNING reason")
            try demand(nobody == nil, "expected nothing of no row, found \(nobody as Any)")
            try demand(try connection.paths() == [], "the row is still there")
            try connection.rollBack()
        },
        onOne("a new row has an id above all others") { connection in
            let insertion = "INSERT INTO incident (rule, subject, detail, began_at) VALUES ('r', ?, '', 0)"
            try connection.begin()
            var last = 0
            for subject in ["a", "b", "c"] {
                let id = try connection.insert(insertion, [subject])
                try demand(id > last, "expected an id above \(last), found \(id)")
                let found: Int? = try connection.value("SELECT id FROM incident WHERE subject = ?", [subject])
                try demand(found == id, "expected the id \(id) in the row, found \(found as Any)")
                last = id
            }
            try connection.commit()
        },
        onOne("statements are run within the rows of another, and of themselves") { connection in
            try connection.committing { for path in ["a", "b", "c"] { try connection.put(path) } }
            let all = "SELECT path FROM untaken_file ORDER BY path"
            var found: [String] = []
            try connection.forEach(all) { (row: inout Row) throws(LedgerError) in
                let path: String = try row.next()
                let inner: [String] = try connection.column(all)
                let reason: String? = try connection.value("SELECT reason FROM untaken_file WHERE path = ?", [path])
                found.append(path + inner.joined() + (reason ?? "?"))
            }
            try demand(
                found == ["aabc", "babc", "cabc"], "the rows of one statement are mixed with another's: \(found)")
        },
        onOne("a statement that was broken off can be run again") { connection in
            try connection.committing { for path in ["a", "b", "c"] { try connection.put(path) } }
            let all = "SELECT path FROM untaken_file ORDER BY path"
            for _ in 0..<2 {
                do throws(LedgerError) {
                    try connection.forEach(all) { (_: inout Row) throws(LedgerError) in
                        throw LedgerError(.absent, reason: "the reader gives up")
                    }
                } catch {
                    try demand(error.code == .absent, "expected the body's own error, found \(error)")
                }
            }
            try demand(try connection.paths() == ["a", "b", "c"], "it does not begin at the first row")
            try connection.committing { try connection.put("d") }
            try demand(try connection.paths().count == 4, "nothing can be written after it")
        },
    ]
}
