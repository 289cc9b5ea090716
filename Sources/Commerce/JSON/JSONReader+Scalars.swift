extension JSONReader {
    /// Passes `null`; false, nothing being passed, when something else stands there.
    @inlinable
    @inline(__always)
    mutating func isNull() -> Bool {
        guard byte == UInt8(ascii: "n") else { return false }
        return passNull()
    }

    @usableFromInline
    @inline(never)
    mutating func passNull() -> Bool { failure == nil && passWord("null") }

    mutating func readBool() -> Bool? {
        if passWord("true") { return true }
        if passWord("false") { return false }
        fail("expected true or false, found \(found(at: position))")
        return nil
    }

    mutating func readInt() -> Int? {
        let start = position
        let stop = wordEnd(from: start)
        let isNegative = byte == UInt8(ascii: "-")
        var at = isNegative ? start &+ 1 : start
        let isCanonical = at < stop && (input[at] != UInt8(ascii: "0") || at &+ 1 == stop)
        var value = 0
        var overflows = false
        while at < stop {
            let digit = input[at] &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            let (product, tooGreat) = value.multipliedReportingOverflow(by: 10)
            let (sum, goesOver) = product.subtractingReportingOverflow(Int(digit))
            // Counted below zero, where there is room for one more.
            value = sum
            overflows = overflows || tooGreat || goesOver
            at &+= 1
        }
        guard isCanonical, at == stop else {
            fail("expected a whole number, found \(found(at: start))")
            return nil
        }
        guard !overflows, isNegative || value > Int.min else {
            fail("expected a whole number of 64 bits, found \(found(at: start))")
            return nil
        }
        position = stop
        return isNegative ? value : 0 &- value
    }

    mutating func readDecimal() -> Decimal? { readShortDecimal() ?? readAnyDecimal() }

    /// Reads a decimal in quotes of at most 18 characters, which fit one word whatever they are; nil, nothing being
    /// passed, for any other value.
    @inline(__always)
    private mutating func readShortDecimal() -> Decimal? {
        let longest = 18
        guard end &- position > longest &+ 2, passed(position) == UInt8(ascii: "\"") else { return nil }
        let isNegative = passed(position &+ 1) == UInt8(ascii: "-")
        let start = position &+ (isNegative ? 2 : 1)
        var at = start
        var word: Int64 = 0
        var point: Int?
        while at < start &+ longest {
            let byte = passed(at)
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                word = word &* 10 &+ Int64(digit)
            } else if byte == UInt8(ascii: "."), point == nil {
                point = at
            } else {
                break
            }
            at &+= 1
        }
        guard at < end, passed(at) == UInt8(ascii: "\""), at &- start > (point == nil ? 0 : 1) else { return nil }
        position = at &+ 1
        let scale = point.map { at &- $0 &- 1 } ?? 0
        return Decimal(uncheckedMantissa: Int128(isNegative ? 0 &- word : word), scale: scale)
    }

    @inline(never)
    private mutating func readAnyDecimal() -> Decimal? {
        let start = position
        var text = Text()
        if syntax == .json5, let byte, byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= byte {
            let stop = wordEnd(from: start)
            text = Text(input.span, from: start, to: stop)
            position = stop
        } else {
            guard let mark = byte, isQuote(mark) else {
                fail("expected a decimal in quotes such as \"12.50\", found \(found(at: start))")
                return nil
            }
            guard let string = readInlineText() ?? readString() else { return nil }
            text = string
        }
        if let value = text.withBytes({ Decimal($0) }) { return value }
        let digits = text.string.utf8.filter { $0 &- UInt8(ascii: "0") < 10 }.count
        let limits =
            digits > Decimal.maximumScale
            ? " of at most \(Decimal.maximumDigits) digits, \(Decimal.maximumScale) of them after the point" : ""
        fail("expected a decimal such as \"12.50\"\(limits), found \(snippet(text.string))", at: start)
        return nil
    }

    /// Reads a string that `parse` understands; `form` is what to say when it does not.
    mutating func readFormatted<T>(_ form: StaticString, _ parse: (Span<UInt8>) -> T?) -> T? {
        let start = position
        guard let mark = byte, isQuote(mark) else {
            fail("expected \(form), found \(found(at: start))")
            return nil
        }
        guard let text = readInlineText() ?? readString() else { return nil }
        if let value = text.withBytes({ parse($0) }) { return value }
        fail("expected \(form), found \(snippet(text.string))", at: start)
        return nil
    }

    // MARK: - Arrays

    /// Enters an array; false when it is empty, which is passed, or none.
    @inlinable
    @inline(__always)
    mutating func beginArray() -> Bool {
        if position &+ 1 < end, passed(position) == UInt8(ascii: "["), passed(position &+ 1) == UInt8(ascii: "{"),
            depth < JSONReader.maximumDepth
        {
            position &+= 1
            depth &+= 1
            return true
        }
        return beginArraySlowly()
    }

    @usableFromInline
    @inline(never)
    mutating func beginArraySlowly() -> Bool {
        guard failure == nil else { return false }
        guard byte == UInt8(ascii: "[") else {
            fail("expected an array, found \(found(at: position))")
            return false
        }
        guard depth < JSONReader.maximumDepth else {
            fail("objects and arrays are nested deeper than \(JSONReader.maximumDepth)")
            return false
        }
        position &+= 1
        skipBlanks()
        if byte == UInt8(ascii: "]") {
            position &+= 1
            return false
        }
        depth &+= 1
        return failure == nil
    }

    /// Goes on to the next element; false at the end of the array, which is passed.
    @inlinable
    @inline(__always)
    mutating func nextElement() -> Bool {
        if position &+ 1 < end {
            if passed(position) == UInt8(ascii: "]") {
                position &+= 1
                depth &-= 1
                return false
            }
            if passed(position) == UInt8(ascii: ","), passed(position &+ 1) == UInt8(ascii: "{") {
                position &+= 1
                return true
            }
        }
        return nextElementSlowly()
    }

    @usableFromInline
    @inline(never)
    mutating func nextElementSlowly() -> Bool {
        guard failure == nil else { return false }
        if byte != UInt8(ascii: ",") { skipBlanks() }
        if byte == UInt8(ascii: ",") {
            position &+= 1
            if byte == UInt8(ascii: "{") { return true }
            skipBlanks()
            guard syntax == .json5, byte == UInt8(ascii: "]") else { return failure == nil }
        }
        guard failure == nil, byte == UInt8(ascii: "]") else {
            fail("expected \",\" or \"]\", found \(found(at: position))")
            return false
        }
        position &+= 1
        depth &-= 1
        return false
    }

    // MARK: - Words

    /// Passes a literal that ends where it should; false, nothing being passed, when something else stands there.
    private mutating func passWord(_ word: StaticString) -> Bool {
        let stop = wordEnd(from: position)
        guard Text(input.span, from: position, to: stop).isEqual(to: word) else { return false }
        position = stop
        return true
    }
}
