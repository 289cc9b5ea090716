extension UInt8 {
    /// Whether JSON counts the byte as white space.
    var isJSONBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

extension JSONReader {
    /// The byte at the position, nil at the end.
    @inlinable
    @inline(__always)
    var byte: UInt8? { position < end ? input[position] : nil }

    /// The byte at an offset, nil at the end and beyond.
    func byte(at offset: Int) -> UInt8? { offset < end ? input[offset] : nil }

    func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || (syntax == .json5 && byte == UInt8(ascii: "'"))
    }

    /// Passes white space, in JSON5 comments too.
    mutating func skipBlanks() {
        while position < end {
            let byte = input[position]
            if byte > 0x20 {
                guard byte == UInt8(ascii: "/"), syntax == .json5, skipComment() else { return }
            } else if byte.isJSONBlank {
                position &+= 1
            } else {
                return
            }
        }
    }

    /// Passes a comment; false when none begins here, or it does not end.
    private mutating func skipComment() -> Bool {
        switch byte(at: position &+ 1) {
        case UInt8(ascii: "/"):
            while position < end, input[position] != 0x0A, input[position] != 0x0D { position &+= 1 }
            return true
        case UInt8(ascii: "*"):
            var at = position &+ 2
            while at &+ 1 < end {
                if input[at] == UInt8(ascii: "*"), input[at &+ 1] == UInt8(ascii: "/") {
                    position = at &+ 2
                    return true
                }
                at &+= 1
            }
            fail("the comment does not end")
            return false
        default: return false
        }
    }

    /// Passes a value without reading it: only its brackets and quotes are looked at.
    mutating func skipValue() {
        var nesting = 0
        repeat {
            skipBlanks()
            guard failure == nil, let byte else {
                fail("expected a value, found the end of the input")
                return
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                nesting &+= 1
                guard depth &+ nesting <= JSONReader.maximumDepth else {
                    fail("objects and arrays are nested deeper than \(JSONReader.maximumDepth)")
                    return
                }
                position &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"):
                guard nesting > 0 else {
                    fail("expected a value, found \(found(at: position))")
                    return
                }
                if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { nesting &-= 1 }
                position &+= 1
            default:
                if isQuote(byte) {
                    skipString(byte)
                } else {
                    let stop = wordEnd(from: position)
                    guard stop > position else {
                        fail("expected a value, found \(found(at: position))")
                        return
                    }
                    position = stop
                }
            }
        } while nesting > 0 && failure == nil
    }

    private mutating func skipString(_ quote: UInt8) {
        var at = position &+ 1
        while at < end {
            let byte = input[at]
            if byte == quote {
                position = at &+ 1
                return
            }
            at &+= byte == UInt8(ascii: "\\") ? 2 : 1
        }
        fail("the string does not end")
    }

    /// Where the number, literal or unquoted key that begins at an offset ends.
    func wordEnd(from start: Int) -> Int {
        var at = start
        while at < end {
            switch input[at] {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"):
                return at
            default: at &+= 1
            }
        }
        return at
    }

    // MARK: - What a message shows

    /// Names what stands at an offset.
    func found(at offset: Int) -> String {
        guard let byte = byte(at: offset) else { return "the end of the input" }
        switch byte {
        case UInt8(ascii: "{"): return "an object"
        case UInt8(ascii: "["): return "an array"
        default: break
        }
        if isQuote(byte) {
            var copy = JSONReader(syntax: syntax)
            copy.begin(input, offset..<end)
            return copy.readString().map { snippet($0.string) } ?? "a string that does not end"
        }
        let stop = max(wordEnd(from: offset), offset &+ 1)
        let word = String(decoding: input[offset..<min(stop, offset &+ 44)], as: UTF8.self)
        return word.utf8.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-") }
            == true || word == "true" || word == "false" || word == "null"
            ? snippet(word, quoted: false) : snippet(word)
    }

    /// Quotes the beginning of a string, 40 scalars at most, what cannot be printed shown as an escape.
    func snippet(_ string: String, quoted: Bool = true) -> String {
        var shown = ""
        for scalar in string.unicodeScalars.prefix(40) {
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                shown += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        if string.unicodeScalars.count > 40 { shown += "…" }
        return quoted ? "\"\(shown)\"" : shown
    }
}
