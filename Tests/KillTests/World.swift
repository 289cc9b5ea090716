import CSQLite
import Foundation
import ProgramTestSupport

/// A gateway root as all can see it: its files and the rows of its ledger.
struct World: Equatable, Sendable {
    /// What receivers got: path and bytes, as often as they got it.
    var received: [String: Int] = [:]
    /// The other files, by path.
    var files: [String: String] = [:]
    /// The rows of the ledger, without what tells of the run and not of the matter.
    var rows: [String] = []

    /// Looks at a root, and at the folder into which a partner took files away, if one did.
    init(_ root: String, partner: String? = nil) throws {
        for (path, bytes) in try Self.contents(of: root) where !isLedger(path) && path != "work/.lock" {
            let text = path.hasPrefix("canonical/") ? Self.toldDocument(bytes) : Self.told(bytes)
            if path.hasPrefix("canonical/") || path.contains("/out/") || path.contains("/ack/") {
                received["\(path) \(text)", default: 0] += 1
            } else {
                files[path] = text
            }
        }
        if let partner {
            for (name, bytes) in try Self.contents(of: partner) {
                let path = name.split(separator: "@", maxSplits: 1).last.map(String.init) ?? name
                let place = path.replacing("%", with: "/")
                let text = place.hasPrefix("canonical/") ? Self.toldDocument(bytes) : Self.told(bytes)
                received["\(place) \(text)", default: 0] += 1
            }
        }
        rows = try Self.rows(root + "/ledger.sqlite")
    }

    /// All plain files below a folder, by their relative paths.
    static func contents(of folder: String) throws -> [String: [UInt8]] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [:] }
        var found: [String: [UInt8]] = [:]
        while let path = paths.nextObject() as? String {
            guard paths.fileAttributes?[.type] as? FileAttributeType == .typeRegular else { continue }
            found[path] = [UInt8](try Data(contentsOf: URL(filePath: folder).appending(path: path)))
        }
        return found
    }

    /// All folders below a folder, by their relative paths.
    static func folders(in folder: String) -> Set<String> {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        var found: Set<String> = []
        while let path = paths.nextObject() as? String {
            if paths.fileAttributes?[.type] as? FileAttributeType == .typeDirectory { found.insert(path) }
        }
        return found
    }

    /// Bytes in a few words that differ when they do.
    private static func told(_ bytes: [UInt8]) -> String {
        if bytes.count <= 4_096 { return String(decoding: bytes, as: UTF8.self) }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return "\(bytes.count) bytes, \(hash)"
    }

    /// Stands before the name of the file that a document came in.
    static let fileMark = " of the file "

    /// A document, the name of the file that it came in behind the rest: of two files with the same bytes, the one that
    /// is worked first brings it.
    private static func toldDocument(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let name = text.firstMatch(of: /"file":"([^"]*)"/), !text.dropLast().contains("\n") else {
            return told(bytes)
        }
        let rest = text.replacingCharacters(in: name.range, with: #""file":"""#)
        return told(Array(rest.utf8)) + fileMark + String(name.1)
    }

    // MARK: - The ledger

    /// Columns that tell how a run went, and not what came of it.
    private static let passing: [String: Set<String>] = [
        "event": ["id", "previous", "hash"], "delivery": ["attempts", "last_error", "staged", "placed_as"],
        "arrival": ["work_name"],
    ]

    private static func rows(_ path: String) throws -> [String] {
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else {
            throw Child.Failure("\(path) cannot be opened")
        }
        var rows: [String] = []
        for name in try query(handle, "SELECT name FROM sqlite_schema WHERE type = 'table'").flatMap({ $0.values }) {
            let passed = passing[name] ?? []
            for row in try query(handle, "SELECT * FROM \"\(name)\"") {
                if name == "event", row["kind"] == "recovery" { continue }
                let told = row.filter { !passed.contains($0.key) }.sorted { $0.key < $1.key }
                rows.append("\(name) " + told.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
            }
        }
        rows += try query(handle, "PRAGMA integrity_check").flatMap { $0.values }.map { "integrity \($0)" }
        return rows.sorted()
    }

    private static func query(_ handle: OpaquePointer?, _ sql: String) throws -> [[String: String]] {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Child.Failure("\(sql): \(String(cString: sqlite3_errmsg(handle)))")
        }
        var rows: [[String: String]] = []
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_DONE: return rows
            case SQLITE_ROW:
                var row: [String: String] = [:]
                for column in 0..<sqlite3_column_count(statement) {
                    let name = String(cString: sqlite3_column_name(statement, column))
                    let count = Int(sqlite3_column_bytes(statement, column))
                    let bytes = sqlite3_column_blob(statement, column).map {
                        [UInt8](UnsafeRawBufferPointer(start: $0, count: count))
                    }
                    row[name] = sqlite3_column_type(statement, column) == SQLITE_NULL ? "NULL" : told(bytes ?? [])
                }
                rows.append(row)
            default: throw Child.Failure("\(sql): \(String(cString: sqlite3_errmsg(handle)))")
            }
        }
    }
}
