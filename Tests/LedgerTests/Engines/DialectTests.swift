import FoundationEssentials
import Testing

/// The entries' SQL is what more than one database understands; see the article on engines.
@Suite struct DialectTests {
    /// What SQLite alone has, or has otherwise than others.
    private static let foreign: [(words: String, instead: String)] = [
        ("sqlite", "the engine"), ("PRAGMA", "the engine"),
        ("INSERT OR ", "ON CONFLICT"), ("REPLACE INTO", "ON CONFLICT"),
        ("INDEXED BY", "a condition that fits the index"),
        ("x''", "a parameter"), ("zeroblob", "a parameter"), ("hex(", "bytes as a parameter"),
        ("json_", "the engine's own query"), ("->>", "the engine's own query"),
        ("ON CONFLICT DO UPDATE", "ON CONFLICT (key)"),
        ("NOT ?", "? = 0"), ("IFNULL", "coalesce"), ("GLOB", "a range"), ("COLLATE", "the order of bytes"),
        ("last_insert", "insert(_:_:)"), ("strftime", "milliseconds"), ("group_concat", "rows"), ("IIF(", "CASE"),
    ]

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().path + "/../../../Sources/Ledger"

    @Test func `the entries say nothing that only one database understands`() throws {
        var files: [String] = []
        for folder in [Self.sources, Self.sources + "/Entries"] {
            files += try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }
        }
        #expect(files.count > 30)
        var faults: [String] = []
        for file in files.sorted() {
            let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
            for (at, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for (words, instead) in Self.foreign where line.contains(words) {
                    faults.append("\(file):\(at + 1): \(words) is SQLite's; instead: \(instead)")
                }
            }
        }
        #expect(faults == [])
    }
}
