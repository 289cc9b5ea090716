/// Is a value as it crosses to a database and back.
///
/// There are no more than these four: a time is milliseconds, a truth 0 or 1, a decimal its text, a hash its bytes. Each
/// comes back exactly as it went, an empty text and no bytes at all included, which are not ``null``.
enum StoredValue: Hashable, Sendable {
    /// Says that there is nothing.
    case null
    /// Is a number of 64 bits.
    case integer(Int64)
    /// Is Unicode text of any length, U+0000 included.
    case text(String)
    /// Is bytes, of any value and number.
    case bytes([UInt8])
}
