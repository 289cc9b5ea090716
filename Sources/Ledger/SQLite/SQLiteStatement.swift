import CSQLite

/// Is a prepared statement; finalised when it is let go.
final class SQLiteStatement: RowColumns {
    private let pointer: OpaquePointer
    /// Holds what is bound and short from the binding to the reset, so that SQLite allocates nothing for it.
    private let room: UnsafeMutableRawBufferPointer
    /// How much of the room is taken.
    private var taken = 0
    /// Whether it stands between its first step and its reset, so that it cannot be run anew.
    var isRunning = false

    /// Takes a statement over.
    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        let parameters = Int(sqlite3_bind_parameter_count(pointer))
        room = .allocate(byteCount: parameters * Self.roomForEach, alignment: 1)
    }

    deinit {
        sqlite3_finalize(pointer)
        room.deallocate()
    }

    /// Texts and hashes of a document's rows are shorter than this many bytes, most of them.
    private static let roomForEach = 64

    /// Goes on to the next row, and gives SQLite's result code.
    func step() -> Int32 { sqlite3_step(pointer) }

    /// Makes it ready to be run again.
    func reset() {
        sqlite3_reset(pointer)
        // Else a bound payload of a megabyte stays in memory until the statement's next use.
        sqlite3_clear_bindings(pointer)
        taken = 0
        isRunning = false
    }

    // MARK: - Values

    /// Binds a value to a parameter, counted from 1, and gives SQLite's result code.
    func bind(_ value: StoredValue, at index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, index)
        case .integer(let number): return sqlite3_bind_int64(pointer, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                // A null pointer would bind NULL, which an empty text is not.
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_text(pointer, index, "", 0, edigate_sqlite_transient())
                }
                let kept = keep(UnsafeRawBufferPointer(bytes))
                return sqlite3_bind_text64(
                    pointer, index, (kept ?? UnsafeRawPointer(start)).assumingMemoryBound(to: CChar.self),
                    UInt64(bytes.count), kept == nil ? edigate_sqlite_transient() : nil, UInt8(SQLITE_UTF8))
            }
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { bytes in
                // A null pointer would bind NULL, which no bytes are not.
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    return sqlite3_bind_zeroblob(pointer, index, 0)
                }
                let kept = keep(bytes)
                return sqlite3_bind_blob64(
                    pointer, index, kept ?? start, UInt64(bytes.count), kept == nil ? edigate_sqlite_transient() : nil)
            }
        }
    }

    /// Copies what is to be bound into the room, where it stays until the reset; nil when it does not fit, so that SQLite
    /// has to copy it.
    private func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        guard let base = room.baseAddress, let start = bytes.baseAddress, bytes.count <= room.count - taken else {
            return nil
        }
        let place = base + taken
        place.copyMemory(from: start, byteCount: bytes.count)
        taken += bytes.count
        return UnsafeRawPointer(place)
    }

    func value(at column: Int) -> StoredValue {
        let column = Int32(truncatingIfNeeded: column)
        switch sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(pointer, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(pointer, column) else { return .null }
            let count = Int(sqlite3_column_bytes(pointer, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(pointer, column)
            let count = Int(sqlite3_column_bytes(pointer, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)))
        // No column of ours holds a number with a point: whoever asks for one of the others is told that it does not.
        case SQLITE_FLOAT: return .text("\(sqlite3_column_double(pointer, column))")
        default: return .null
        }
    }

    func name(at column: Int) -> String {
        sqlite3_column_name(pointer, Int32(truncatingIfNeeded: column)).map { String(cString: $0) } ?? "\(column)"
    }
}

/// Is the text of a statement, as the key under which it is found again.
struct StatementText: Hashable {
    let sql: String

    init(_ sql: String) { self.sql = sql }

    /// Takes the length for the whole: to hash some hundreds of bytes costs more than to compare them once, and there
    /// are few statements of one length.
    func hash(into hasher: inout Hasher) { hasher.combine(sql.utf8.count) }
}
