/// Is a value that a column holds.
protocol ColumnValue {
    /// Gives the value as it is stored.
    var stored: StoredValue { get }
    /// Takes a value that was stored; nil when it is of another type, or a word this type does not know.
    init?(_ stored: StoredValue)
}

extension Int64: ColumnValue {
    var stored: StoredValue { .integer(self) }

    init?(_ stored: StoredValue) {
        guard case .integer(let number) = stored else { return nil }
        self = number
    }
}

extension Int: ColumnValue {
    var stored: StoredValue { .integer(Int64(self)) }

    init?(_ stored: StoredValue) {
        guard case .integer(let number) = stored else { return nil }
        self.init(exactly: number)
    }
}

extension String: ColumnValue {
    var stored: StoredValue { .text(self) }

    init?(_ stored: StoredValue) {
        guard case .text(let text) = stored else { return nil }
        self = text
    }
}

extension [UInt8]: ColumnValue {
    var stored: StoredValue { .bytes(self) }

    init?(_ stored: StoredValue) {
        guard case .bytes(let bytes) = stored else { return nil }
        self = bytes
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    var stored: StoredValue { self?.stored ?? .null }

    init?(_ stored: StoredValue) {
        if case .null = stored {
            self = .none
        } else {
            guard let value = Wrapped(stored) else { return nil }
            self = .some(value)
        }
    }
}

/// An enumeration is stored as its word.
extension ColumnValue where Self: RawRepresentable, RawValue == String {
    var stored: StoredValue { .text(rawValue) }

    init?(_ stored: StoredValue) {
        guard case .text(let word) = stored else { return nil }
        self.init(rawValue: word)
    }
}
