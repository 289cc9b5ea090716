extension JSONReader {
    /// Reads a string of at most 15 bytes of ASCII without escapes; nil, nothing being passed, for any other value.
    @inline(__always)
    mutating func readInlineText() -> Text? {
        let start = position &+ 1
        guard end &- position > 17, passed(position) == UInt8(ascii: "\"") else { return nil }
        let words = unsafe input.withUnsafeBytes { bytes in
            unsafe Words(
                low: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self),
                high: bytes.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self))
        }
        let low = words.low.bytesSpecialInJSON
        if low != 0 {
            let length = low.trailingZeroBitCount / 8
            guard passed(start &+ length) == UInt8(ascii: "\"") else { return nil }
            position = start &+ length &+ 1
            return Text(low: words.low & ~(~0 &<< UInt64(8 &* length)), high: 0)
        }
        let high = words.high.bytesSpecialInJSON
        guard high != 0 else { return nil }
        let length = high.trailingZeroBitCount / 8
        guard passed(start &+ 8 &+ length) == UInt8(ascii: "\"") else { return nil }
        position = start &+ 9 &+ length
        return Text(low: words.low, high: words.high & ~(~0 &<< UInt64(8 &* length)))
    }

    /// Reads a string; nil after a problem.
    mutating func readString() -> Text? {
        guard failure == nil, let quote = byte, isQuote(quote) else {
            fail("expected a string, found \(found(at: position))")
            return nil
        }
        let opening = position
        var at = position &+ 1
        // What has been taken over into `unescaped` ends here.
        var runStart = at
        unescaped.removeAll(keepingCapacity: true)
        while true {
            // Only a double quote ends a run of plain bytes.
            if quote == UInt8(ascii: "\"") { at = plainEnd(from: at) }
            guard at < end else {
                fail("the string does not end", at: opening)
                return nil
            }
            let byte = input[at]
            if byte == quote {
                break
            } else if byte == UInt8(ascii: "\\") {
                unescaped.append(contentsOf: input[runStart..<at])
                guard let next = readEscape(at: at) else { return nil }
                at = next
                runStart = next
            } else if byte < 0x20 {
                fail("a control character must be escaped in a string", at: at)
                return nil
            } else if byte >= 0x80 {
                guard case .valid(let length) = sequence(at: at) else {
                    fail("the string is not UTF-8", at: at)
                    return nil
                }
                at &+= length
            } else {
                at &+= 1
            }
        }
        position = at &+ 1
        if runStart == opening &+ 1 { return Text(input.span, from: runStart, to: at) }
        unescaped.append(contentsOf: input[runStart..<at])
        return Text(unescaped.span)
    }

    /// Reads a key; nil after a problem.
    mutating func readKey() -> Text? {
        if let byte, isQuote(byte) { return readString() }
        guard syntax == .json5 else {
            fail("expected a key in quotes, found \(found(at: position))")
            return nil
        }
        let start = position
        let stop = wordEnd(from: start)
        guard let first = byte, first.isIdentifier, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first),
            input[start..<stop].allSatisfy(\.isIdentifier)
        else {
            fail("expected a key, found \(found(at: start))")
            return nil
        }
        position = stop
        return Text(input.span, from: start, to: stop)
    }

    /// The first byte from an offset that is not plain: a quote, a backslash, a control character, not ASCII.
    private func plainEnd(from start: Int) -> Int {
        let end = end
        return unsafe input.withUnsafeBytes { bytes in
            var at = start
            while at &+ 8 <= end {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
                let special = word.bytesSpecialInJSON
                if special != 0 { return at &+ special.trailingZeroBitCount / 8 }
                at &+= 8
            }
            return at
        }
    }

    private func sequence(at offset: Int) -> UTF8Sequence {
        let end = end
        return unsafe input.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return .invalid(1) }
            return unsafe UTF8Sequence(unchecked: base, at: offset, end: end)
        }
    }

    // MARK: - Escapes

    /// Appends what the escape at an offset stands for and gives where it ends; nil after a problem.
    private mutating func readEscape(at start: Int) -> Int? {
        let mark = byte(at: start &+ 1) ?? 0
        switch mark {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(mark)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"): return readUnicodeEscape(at: start)
        case UInt8(ascii: "'") where syntax == .json5: unescaped.append(mark)
        case 0x0A where syntax == .json5: break
        default:
            fail("expected an escape such as \\n or \\u00E9", at: start)
            return nil
        }
        return start &+ 2
    }

    private mutating func readUnicodeEscape(at start: Int) -> Int? {
        guard let unit = codeUnit(at: start) else {
            fail("expected four hexadecimal digits after \\u", at: start)
            return nil
        }
        var value = unit
        var next = start &+ 6
        if (0xD800...0xDBFF).contains(unit), let low = codeUnit(at: next), (0xDC00...0xDFFF).contains(low) {
            value = 0x10000 &+ (unit &- 0xD800) &<< 10 &+ (low &- 0xDC00)
            next &+= 6
        }
        guard let scalar = Unicode.Scalar(value) else {
            fail("half of a surrogate pair stands alone", at: start)
            return nil
        }
        unescaped.append(contentsOf: String(scalar).utf8)
        return next
    }

    /// The value of `\uXXXX` at an offset, nil when there is none.
    private func codeUnit(at start: Int) -> UInt32? {
        guard start &+ 6 <= end, input[start] == UInt8(ascii: "\\"), input[start &+ 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for at in start &+ 2..<start &+ 6 {
            let byte = input[at]
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte &- UInt8(ascii: "A") &+ 10
            default: return nil
            }
            value = value &<< 4 | UInt32(digit)
        }
        return value
    }
}

extension UInt8 {
    /// Whether an unquoted key may hold the byte; letters beyond ASCII must be quoted.
    var isIdentifier: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
            true
        default: false
        }
    }
}
