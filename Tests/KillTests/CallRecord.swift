import Foundation
import ProgramTestSupport

/// One system call that changed something, as the shim wrote it down.
struct CallRecord: Sendable {
    enum Kind: UInt32 {
        case create = 1
        case write, truncate, syncFile, syncData, syncVolume, rename, link, unlink, makeFolder, removeFolder
    }

    var kind: Kind
    /// Relative to the root; empty for the root itself.
    var path: String
    /// The new name of a rename or link.
    var other: String
    /// Where a write begins, or the length that a truncation leaves.
    var offset: Int
    var data: [UInt8]

    var isSync: Bool { [.syncFile, .syncData, .syncVolume].contains(kind) }

    static func read(_ file: String, root: String) throws -> [CallRecord] {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
        var records: [CallRecord] = []
        var at = 0
        func number(_ offset: Int, _ width: Int) -> Int {
            (0..<width).reduce(0) { $0 | Int(bytes[at + offset + $1]) << (8 * $1) }
        }
        while at + 24 <= bytes.count {
            let sizes = [number(4, 4), number(8, 4), number(12, 4)]
            let kind = Kind(rawValue: UInt32(number(0, 4)))
            let offset = number(16, 8)
            at += 24
            var parts: [[UInt8]] = []
            for size in sizes {
                guard at + size <= bytes.count else { throw Child.Failure("the record of calls is torn") }
                parts.append(Array(bytes[at..<at + size]))
                at += size
            }
            func relative(_ part: [UInt8]) -> String {
                let path = String(decoding: part, as: UTF8.self)
                return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : ""
            }
            guard let kind else { throw Child.Failure("the record of calls holds an unknown one") }
            records.append(
                CallRecord(
                    kind: kind, path: relative(parts[0]), other: relative(parts[1]), offset: offset, data: parts[2]))
        }
        return records
    }
}

/// The folder of a relative path; empty for the root.
func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
}

/// Whether others look into this place.
func isPublic(_ path: String) -> Bool {
    path.hasPrefix("canonical/") || path.hasPrefix("quarantine/")
        || path.hasPrefix("drop/") && (path.contains("/out/") || path.contains("/ack/"))
}

/// Whether the path is one of the ledger's files.
func isLedger(_ path: String) -> Bool { path.hasPrefix("ledger.sqlite") }
