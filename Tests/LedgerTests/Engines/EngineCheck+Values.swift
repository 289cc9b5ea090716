@testable import Ledger

extension EngineCheck {
    static let values = [
        onOne("numbers come back as they went") { connection in
            let numbers: [Int64] = [0, 1, -1, .max, .min, 1 << 32, 1_764_000_000_000]
            try connection.committing {
                for (at, number) in numbers.enumerated() { try connection.put("\(at)", "", number) }
            }
            let found: [Int64] = try connection.column("SELECT since FROM untaken_file ORDER BY path")
            try demand(found == numbers, "wrote \(numbers), read \(found)")
        },
        onOne("texts come back as they went") { connection in
            let texts = ["", " ", "a\0b", "Grüße 🩺", "'; DROP TABLE event; --", String(repeating: "x", count: 100_000)]
            try connection.committing {
                for (at, text) in texts.enumerated() { try connection.put("\(at)", text) }
            }
            let found: [String] = try connection.column("SELECT reason FROM untaken_file ORDER BY path")
            try demand(found == texts, "a text differs")
        },
        onOne("bytes come back as they went") { connection in
            let all: [[UInt8]] = [
                [], [0], [0, 0, 65, 0], Array(0...255), [UInt8](repeating: 7, count: 1 << 20), Array("text".utf8),
            ]
            try connection.committing {
                for (at, bytes) in all.enumerated() {
                    try connection.run(
                        "INSERT INTO profile_version (partner, sha256, first_used_at, bytes) VALUES (?, ?, ?, ?)",
                        ["acme", digest(of: at), at, bytes])
                }
            }
            let found: [[UInt8]] = try connection.column("SELECT bytes FROM profile_version ORDER BY first_used_at")
            try demand(found == all, "bytes differ")
        },
        onOne("nothing comes back as nothing, and an empty text does not") { connection in
            let nothing: String? = nil
            try connection.committing {
                for (name, error) in [("a", nothing), ("b", "")] {
                    try connection.run(
                        "INSERT INTO endpoint (name, failures, openings, last_error) VALUES (?, 0, 0, ?)",
                        [name, error])
                }
            }
            let found: [String?] = try connection.column("SELECT last_error FROM endpoint ORDER BY name")
            try demand(found == [nil, ""], "expected nothing and an empty text, found \(found)")
            let times: [Int64?] = try connection.column("SELECT open_until FROM endpoint ORDER BY name")
            try demand(times == [nil, nil], "expected nothing, found \(times)")
        },
        onOne("texts stand in the order of their bytes") { connection in
            let paths = ["1764@", "1764A", "B", "a", "b", "a-b", "ab", "é", "É", "z", "_"]
            try connection.committing { for path in paths { try connection.put(path) } }
            let expected = paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
            let found = try connection.paths()
            try demand(found == expected, "expected \(expected), found \(found)")
            let some: [String] = try connection.column(
                "SELECT path FROM untaken_file WHERE path >= ? AND path < ?", ["1764@", "1764A"])
            try demand(some == ["1764@"], "expected one path of the range, found \(some)")
        },
        onOne("a column of another type is called corrupt") { connection in
            try connection.committing { try connection.put("a", "text") }
            try demand(.corrupt, "a text read as a number") {
                let _: [Int] = try connection.column("SELECT reason FROM untaken_file")
            }
        },
    ]
}
