/// All code lists of a version in one array: a list is a power-of-two stretch, at most a quarter full, of codes packed
/// into words and found by hashing.
struct CodeTables: Sendable {
    struct Table: Sendable, BitwiseCopyable {
        var base: Int
        var shift: UInt64
        var mask: Int
    }

    private var words: [UInt64] = []
    private var tables: [Table] = []

    /// The longest code that a table can hold, in bytes.
    static let longestCode = 8

    /// Adds a list and gives its index.
    mutating func add(_ codes: [UInt64]) -> Int {
        var bits = 3
        while 1 << bits < codes.count * 4 { bits += 1 }
        let table = Table(base: words.count, shift: UInt64(64 - bits), mask: 1 << bits - 1)
        words.append(contentsOf: repeatElement(0, count: 1 << bits))
        for code in codes {
            var slot = Self.slot(code, table.shift)
            while words[table.base + slot] != 0, words[table.base + slot] != code { slot = (slot + 1) & table.mask }
            words[table.base + slot] = code
        }
        tables.append(table)
        return tables.count - 1
    }

    /// Whether list `index` holds the code packed in `code`, first character in the lowest byte, zero-filled.
    func contains(_ code: UInt64, in index: Int) -> Bool {
        precondition(tables.indices.contains(index), "no such list")
        return lent.contains(code, in: index)
    }

    /// The lists for many questions, without a check per access: good while the tables are held.
    var lent: Lent { unsafe Lent(words: words.start, tables: tables.start) }

    /// Lists that others hold.
    @safe
    struct Lent {
        fileprivate let words: UnsafePointer<UInt64>
        fileprivate let tables: UnsafePointer<Table>

        /// Whether list `index`, which must be there, holds a code.
        @inline(__always)
        func contains(_ code: UInt64, in index: Int) -> Bool {
            let table = unsafe tables + index
            let list = unsafe words + table.pointee.base
            var slot = unsafe CodeTables.slot(code, table.pointee.shift)
            while true {
                let word = unsafe list[slot]
                if word == code { return true }
                if word == 0 { return false }
                slot = unsafe (slot &+ 1) & table.pointee.mask
            }
        }
    }

    /// The codes of list `index`, in alphabetical order: for whoever shows a list, not for checking.
    func all(in index: Int) -> [String] {
        let table = tables[index]
        return words[table.base...table.base + table.mask].filter { $0 != 0 }.map { word in
            let bytes = (0..<Self.longestCode).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) }
            return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }.sorted()
    }

    @inline(__always)
    private static func slot(_ code: UInt64, _ shift: UInt64) -> Int {
        Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
}
