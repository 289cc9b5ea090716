public import Ledger

/// Says why the gateway could not go on. What is wrong with a file or a document is never an error but recorded.
///
/// Two errors are equal when their codes are.
public struct GatewayError: Error, Sendable {
    /// Names the kind of failure; new kinds may be added.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String, Sendable {
            case locked, missing, unreadable, unwritable, ledger, staleLedger, interrupted
        }

        private let kind: Kind

        private init(_ kind: Kind) { self.kind = kind }

        /// Is the code's name, such as `locked`.
        public var description: String { kind.rawValue }

        /// Says that another gateway works this root.
        public static let locked = Code(.locked)
        /// Says that a folder or file that must be there is not.
        public static let missing = Code(.missing)
        /// Says that a folder or file cannot be read.
        public static let unreadable = Code(.unreadable)
        /// Says that a folder or file cannot be written.
        public static let unwritable = Code(.unwritable)
        /// Says that the ledger failed.
        public static let ledger = Code(.ledger)
        /// Says that the ledger is older than what was done in the root.
        public static let staleLedger = Code(.staleLedger)
        /// Says that the work was broken off on purpose, as tests of recovery do.
        static let interrupted = Code(.interrupted)
    }

    /// Names the kind of failure.
    public var code: Code
    /// Tells a person what failed, where and why.
    public var reason: String
    /// Holds the system's error number, or SQLite's; 0 when there is none.
    public var underlying: Int32

    /// Makes an error from its code, its reason and the number of the error behind it.
    public init(_ code: Code, reason: String, underlying: Int32 = 0) {
        self.code = code
        self.reason = reason
        self.underlying = underlying
    }

    /// Wraps a failure of the ledger.
    public init(_ error: LedgerError) {
        self.init(.ledger, reason: error.description, underlying: error.underlying)
    }
}

extension GatewayError: Equatable {
    /// Compares the codes only.
    public static func == (left: GatewayError, right: GatewayError) -> Bool { left.code == right.code }
}

extension GatewayError: CustomStringConvertible {
    /// Is one line for a person.
    public var description: String { "\(code): \(reason)" }
}

extension LedgerError {
    /// Whether a row was refused for what it holds: another try of the same file would end the same way, while other
    /// files can go on.
    var isAboutRow: Bool {
        switch code {
        case .constraint, .duplicate, .orphan, .absent, .tooLarge: true
        default: false
        }
    }
}

/// Runs something of the ledger, its error as the gateway's.
func withLedger<R>(_ body: () throws(LedgerError) -> R) throws(GatewayError) -> R {
    do throws(LedgerError) { return try body() } catch { throw GatewayError(error) }
}
