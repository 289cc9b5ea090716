/// Walks a text of the standard line by line and word by word, in place: the texts are read at start-up, and strings
/// for their twenty thousand words would cost more than all the rest of it.
///
/// Words are separated by blanks. Blank lines and lines that start with `#` are left out; where indentation is not what
/// shows the structure, an indented line goes on with the one before.
struct TextScanner {
    private let bytes: [UInt8]
    private let joinsIndented: Bool
    private var position = 0
    /// The start of the line, to come back to with ``go(to:)``; `nil` before the first.
    private(set) var line: Int?

    private static let blank = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")

    init(_ text: StaticString, joinsIndented: Bool = true) {
        self.joinsIndented = joinsIndented
        bytes = unsafe [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Goes to the next line that says something; `false` at the end.
    mutating func nextLine() -> Bool {
        // Behind what is left of this one, and what goes on with it.
        if line != nil { while nextWord() != nil {} }
        while position < bytes.count {
            while position < bytes.count, bytes[position] == Self.newline || bytes[position] == Self.blank {
                position += 1
            }
            guard position < bytes.count else { return false }
            if bytes[position] != UInt8(ascii: "#") {
                line = position
                return true
            }
            while position < bytes.count, bytes[position] != Self.newline { position += 1 }
        }
        return false
    }

    /// Goes back to a line there was.
    mutating func go(to line: Int) {
        self.line = line
        position = line
    }

    /// The next word of the line, or `nil` at its end.
    mutating func nextWord() -> Word? {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Self.newline {
                // An indented line goes on with this one.
                guard joinsIndented, position + 1 < bytes.count, bytes[position + 1] == Self.blank else { return nil }
            } else if byte != Self.blank {
                let start = position
                while position < bytes.count, bytes[position] != Self.blank, bytes[position] != Self.newline {
                    position += 1
                }
                return Word(bytes: bytes, start: start, end: position)
            }
            position += 1
        }
        return nil
    }

    /// What is left of the line, as text.
    mutating func rest() -> String {
        guard let first = nextWord() else { return "" }
        var end = first.end
        while let word = nextWord() { end = word.end }
        return String(decoding: bytes[first.start..<end], as: UTF8.self)
    }
}

/// A word of a text of the standard.
struct Word {
    private let bytes: [UInt8]
    let start: Int
    private(set) var end: Int

    init(bytes: [UInt8], start: Int, end: Int) {
        self.bytes = bytes
        self.start = start
        self.end = end
    }

    var count: Int { end - start }
    var first: UInt8 { bytes[start] }
    var last: UInt8 { bytes[end - 1] }

    /// The first eight bytes, the first one lowest: an identifier, an element's number, a code.
    var packed: UInt64 {
        var word: UInt64 = 0
        var position = min(end, start + 8)
        while position > start {
            position -= 1
            word = word << 8 | UInt64(bytes[position])
        }
        return word
    }

    /// The word without its first bytes.
    func dropFirst(_ count: Int = 1) -> Word { Word(bytes: bytes, start: min(start + count, end), end: end) }

    /// The word without its last bytes.
    func dropLast(_ count: Int = 1) -> Word { Word(bytes: bytes, start: start, end: max(end - count, start)) }

    /// The parts before and behind the first `byte`; all of it and `nil` without.
    func split(at byte: UInt8) -> (Word, Word?) {
        guard let place = bytes[start..<end].firstIndex(of: byte) else { return (self, nil) }
        return (Word(bytes: bytes, start: start, end: place), Word(bytes: bytes, start: place + 1, end: end))
    }

    /// The word and `nil`, or nothing and what stands behind `mark`, where it begins with that.
    func split(behind mark: StaticString) -> (Word, Word?) {
        let length = mark.utf8CodeUnitCount
        guard count >= length, dropLast(count - length) == mark else { return (self, nil) }
        return (dropLast(count), dropFirst(length))
    }

    /// The word as a whole number of at most nine digits.
    var number: Int? {
        guard count > 0, count <= 9 else { return nil }
        var value = 0
        for byte in bytes[start..<end] {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    var string: String { String(decoding: bytes[start..<end], as: UTF8.self) }

    static func == (word: Word, text: StaticString) -> Bool {
        guard word.count == text.utf8CodeUnitCount else { return false }
        for index in 0..<word.count where unsafe word.bytes[word.start + index] != text.utf8Start[index] {
            return false
        }
        return true
    }
}
