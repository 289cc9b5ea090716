/// Says why the ledger could not do what it was asked.
///
/// Two errors are equal when their codes are, so that a test or a caller compares codes and a person reads reasons.
public struct LedgerError: Error {
    /// Names the kind of failure; new kinds may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String, Sendable {
            case cannotOpen, notALedger, newerSchema, locked, closed, nested, ended
            case duplicate, orphan, constraint, absent
            case full, io, corrupt, readOnly, tooLarge, failed
        }

        private let kind: Kind

        private init(_ kind: Kind) { self.kind = kind }

        /// Is the code's name, such as `locked`.
        public var description: String { kind.rawValue }

        /// Says that the file cannot be opened or created.
        public static let cannotOpen = Code(.cannotOpen)
        /// Says that the file is not a database, or is another program's.
        public static let notALedger = Code(.notALedger)
        /// Says that a newer edigate wrote the file.
        public static let newerSchema = Code(.newerSchema)
        /// Says that another connection held the write lock for the whole busy timeout.
        public static let locked = Code(.locked)
        /// Says that the ledger was closed before.
        public static let closed = Code(.closed)
        /// Says that a transaction was started within a transaction.
        public static let nested = Code(.nested)
        /// Says that the engine has already rolled the transaction back, after an error the body passed over.
        public static let ended = Code(.ended)
        /// Says that a row with this key exists.
        public static let duplicate = Code(.duplicate)
        /// Says that a row refers to a row that does not exist.
        public static let orphan = Code(.orphan)
        /// Says that a row breaks another rule of its table.
        public static let constraint = Code(.constraint)
        /// Says that the row to change does not exist, or is not in the state the change starts from.
        public static let absent = Code(.absent)
        /// Says that the disk is full.
        public static let full = Code(.full)
        /// Says that the file system failed.
        public static let io = Code(.io)
        /// Says that the file holds something that the ledger never wrote.
        public static let corrupt = Code(.corrupt)
        /// Says that the file may not be written.
        public static let readOnly = Code(.readOnly)
        /// Says that a value is larger than the engine stores, about 1 GB.
        public static let tooLarge = Code(.tooLarge)
        /// Says that the engine failed in a way that has no code of its own here; `underlying` tells.
        public static let failed = Code(.failed)
    }

    /// Names the kind of failure.
    public var code: Code
    /// Tells a person what was expected and what was found.
    public var reason: String
    /// Holds the engine's own code, such as SQLite's extended result code; 0 when the refusal is the ledger's.
    public var underlying: Int32

    /// Makes an error from its code, its reason and the engine's own code.
    public init(_ code: Code, reason: String, underlying: Int32 = 0) {
        self.code = code
        self.reason = reason
        self.underlying = underlying
    }
}

extension LedgerError: Equatable {
    /// Compares the codes only.
    public static func == (left: LedgerError, right: LedgerError) -> Bool { left.code == right.code }
}

extension LedgerError: CustomStringConvertible {
    /// Is one line for a person: code, reason and, where there is one, the engine's own code.
    public var description: String {
        underlying == 0 ? "\(code): \(reason)" : "\(code): \(reason) (engine code \(underlying))"
    }
}
