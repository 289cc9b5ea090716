import CSQLite

extension LedgerError {
    /// Makes the error for an extended result code.
    init(result: Int32, reason: String) {
        self.init(Code(result: result), reason: reason, underlying: result)
    }
}

extension LedgerError.Code {
    fileprivate init(result: Int32) {
        switch result {
        case SQLITE_CONSTRAINT | (8 << 8), SQLITE_CONSTRAINT | (6 << 8), SQLITE_CONSTRAINT | (10 << 8):
            // Unique, primary key, row id: the macros are expressions that Swift does not import alike everywhere.
            self = .duplicate
        case SQLITE_CONSTRAINT | (3 << 8):
            self = .orphan
        default:
            self.init(primary: result & 0xFF)
        }
    }

    private init(primary: Int32) {
        switch primary {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
        case SQLITE_CONSTRAINT: self = .constraint
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: self = .cannotOpen
        case SQLITE_NOTADB: self = .notALedger
        case SQLITE_FULL: self = .full
        case SQLITE_IOERR: self = .io
        case SQLITE_CORRUPT: self = .corrupt
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_TOOBIG: self = .tooLarge
        default: self = .failed
        }
    }
}
