/// A small regular expression over the bytes of a value, matched from end to end.
///
/// It has literals, `.`, classes `[A-Z0-9]` and `[^…]`, `\d` (digit), `\w` (letter or digit), `\` before any other
/// character, groups, `|`, `?`, `*`, `+`, `{n}`, `{n,}` and `{n,m}`. All states are followed at once, so a match costs
/// at most states × bytes whatever the value: a backtracking matcher would let a guide and a hostile value stall the
/// gateway between them.
public struct GuidePattern: Sendable, Hashable, CustomStringConvertible {
    /// As written.
    public let description: String

    /// A state: takes a byte of a class and goes on, or goes on without taking any.
    private struct State: Sendable, Hashable {
        /// Index of a class, -1 for a state that takes nothing, -2 for the end.
        var accepts: Int
        var next: Int
        var other: Int = -1
    }

    private var states: [State] = []
    private var classes: [ByteClass] = []
    private var start = 0
    /// Parts built so far: repeated empty groups make no states, but must end all the same.
    private var work = 0

    /// Bounds on what a guide may ask for.
    static let longest = 200
    static let mostStates = 2000
    static let deepestGroup = 16

    /// Whether a value matches from end to end.
    ///
    /// - Complexity: O(states × bytes).
    public func isMatch(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return matches(bytes, 0..<bytes.count)
    }

    /// A value that matches, as short as it can be from `minimum` characters on; nil when there is none of 80 or fewer.
    ///
    /// For examples: digits count up, letters go from A on.
    ///
    /// - Complexity: O(states × 80).
    public func sample(minimum: Int) -> String? {
        /// For each length the states that can be reached by so many bytes, with the state and byte they come from.
        var layers: [[Int: (from: Int, byte: UInt8)]] = []
        var reached: [Int: (from: Int, byte: UInt8)] = [:]
        for state in closure(of: start) { reached[state] = (-1, 0) }
        layers.append(reached)
        for length in 0...80 {
            if length >= minimum, let end = layers[length].keys.first(where: { states[$0].accepts == -2 }) {
                var bytes: [UInt8] = []
                var state = end
                for layer in layers.dropFirst().prefix(length).reversed() {
                    guard let step = layer[state] else { return nil }
                    bytes.append(step.byte)
                    state = step.from
                }
                return String(decoding: bytes.reversed(), as: UTF8.self)
            }
            var next: [Int: (from: Int, byte: UInt8)] = [:]
            for state in layers[length].keys.sorted() where states[state].accepts >= 0 {
                guard let byte = Self.usual(classes[states[state].accepts], at: length) else { continue }
                for reached in closure(of: states[state].next) where next[reached] == nil {
                    next[reached] = (state, byte)
                }
            }
            if next.isEmpty { return nil }
            layers.append(next)
        }
        return nil
    }

    /// The states that are reached without taking a byte.
    private func closure(of state: Int) -> [Int] {
        var seen: Set<Int> = []
        var stack = [state]
        while let state = stack.popLast() {
            guard state >= 0, seen.insert(state).inserted, states[state].accepts == -1 else { continue }
            stack.append(states[state].next)
            stack.append(states[state].other)
        }
        return seen.sorted()
    }

    /// A byte of a class that looks usual in the place.
    private static func usual(_ bytes: ByteClass, at place: Int) -> UInt8? {
        let digits = Array("1234567890".utf8)
        let wanted = [digits[place % 10]] + digits + Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        return wanted.first(where: bytes.contains) ?? (0x21...0x7E).first(where: bytes.contains)
            ?? (bytes.contains(0x20) ? 0x20 : nil)
    }

    /// Whether the value at `range` matches.
    ///
    /// - Complexity: O(states × bytes).
    func matches(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var current: [Int] = []
        var next: [Int] = []
        var stamps = [Int](repeating: -1, count: states.count)
        var stack: [Int] = []
        func add(_ first: Int, _ list: inout [Int], _ stamp: Int) {
            stack.append(first)
            while let state = stack.popLast() {
                if stamps[state] == stamp { continue }
                stamps[state] = stamp
                if states[state].accepts == -1 {
                    stack.append(states[state].next)
                    if states[state].other >= 0 { stack.append(states[state].other) }
                } else {
                    list.append(state)
                }
            }
        }
        add(start, &current, 0)
        for (offset, position) in range.enumerated() {
            next.removeAll(keepingCapacity: true)
            for state in current where states[state].accepts >= 0 {
                if classes[states[state].accepts].contains(bytes[position]) {
                    add(states[state].next, &next, offset + 1)
                }
            }
            swap(&current, &next)
            if current.isEmpty { return false }
        }
        return current.contains { states[$0].accepts == -2 }
    }
}

/// A set of bytes.
private struct ByteClass: Sendable, Hashable {
    var words: [UInt64] = [0, 0, 0, 0]

    func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

    mutating func insert(_ range: ClosedRange<UInt8>) {
        for byte in range { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    }

    mutating func insert(_ other: ByteClass) { for index in 0..<4 { words[index] |= other.words[index] } }

    mutating func invert() { for index in 0..<4 { words[index] = ~words[index] } }

    static let any: ByteClass = {
        var all = ByteClass()
        all.invert()
        return all
    }()
    static let digits: ByteClass = {
        var digits = ByteClass()
        digits.insert(0x30...0x39)
        return digits
    }()
    static let alphanumeric: ByteClass = {
        var all = digits
        all.insert(0x41...0x5A)
        all.insert(0x61...0x7A)
        return all
    }()
}

// MARK: - Reading

extension GuidePattern {
    /// A part of the expression, as read.
    private indirect enum Part {
        case nothing
        case byte(ByteClass)
        case sequence([Part])
        case choice([Part])
        case repeated(Part, minimum: Int, maximum: Int?)
    }

    /// Reads an expression.
    ///
    /// - Throws: ``GuideFault`` when it is none, or larger than the bounds.
    public init(_ text: String) throws(GuideFault) {
        description = text
        guard text.utf8.count <= Self.longest else {
            throw GuideFault("a pattern of \(text.utf8.count) characters", "write at most \(Self.longest)")
        }
        // Whole values are matched, so that anchors say nothing new; many write them.
        var body = Array((text.hasPrefix("^") ? text.dropFirst() : text[...]).utf8)
        if body.last == UInt8(ascii: "$"), body.dropLast().last != UInt8(ascii: "\\") { body.removeLast() }
        var reader = Reader(bytes: body)
        let part = try reader.choice(depth: 0)
        guard reader.at == reader.bytes.count else { throw reader.fault("a ) without (") }
        states.append(State(accepts: -2, next: -1))
        start = try build(part, then: 0)
    }

    /// Adds the states of a part and gives the one it begins with. Built from the end, so that each knows what follows.
    private mutating func build(_ part: Part, then next: Int) throws(GuideFault) -> Int {
        work += 1
        guard work <= Self.mostStates * 4 else { throw tooMuch }
        switch part {
        case .nothing: return next
        case .byte(let bytes):
            classes.append(bytes)
            return try add(State(accepts: classes.count - 1, next: next))
        case .sequence(let parts):
            var first = next
            for part in parts.reversed() { first = try build(part, then: first) }
            return first
        case .choice(let parts):
            var first = -1
            for part in parts.reversed() {
                let one = try build(part, then: next)
                first = first < 0 ? one : try add(State(accepts: -1, next: one, other: first))
            }
            return first < 0 ? next : first
        case .repeated(let part, let minimum, let maximum):
            var first = next
            if let maximum {
                for _ in stride(from: minimum, to: maximum, by: 1) {
                    let one = try build(part, then: first)
                    first = try add(State(accepts: -1, next: one, other: next))
                }
            } else {
                let loop = try add(State(accepts: -1, next: next))
                states[loop].other = try build(part, then: loop)
                first = loop
            }
            for _ in 0..<minimum { first = try build(part, then: first) }
            return first
        }
    }

    private mutating func add(_ state: State) throws(GuideFault) -> Int {
        guard states.count < Self.mostStates else { throw tooMuch }
        states.append(state)
        return states.count - 1
    }

    private var tooMuch: GuideFault {
        GuideFault("the pattern \"\(description)\" repeats too much", "bound the length by maxLength instead of {n,m}")
    }

    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        func fault(_ message: String) -> GuideFault {
            GuideFault(
                "\(message) in the pattern \"\(String(decoding: bytes, as: UTF8.self))\"",
                "write such as \"[A-Z]{2}[0-9]{6}\" or \"PO-\\\\d+\"")
        }

        mutating func takes(_ byte: UInt8) -> Bool {
            guard at < bytes.count, bytes[at] == byte else { return false }
            at += 1
            return true
        }

        mutating func choice(depth: Int) throws(GuideFault) -> Part {
            guard depth <= GuidePattern.deepestGroup else { throw fault("groups nest too deep") }
            var parts = [try sequence(depth: depth)]
            while takes(UInt8(ascii: "|")) { parts.append(try sequence(depth: depth)) }
            return parts.count == 1 ? parts[0] : .choice(parts)
        }

        private mutating func sequence(depth: Int) throws(GuideFault) -> Part {
            var parts: [Part] = []
            while at < bytes.count, bytes[at] != UInt8(ascii: "|"), bytes[at] != UInt8(ascii: ")") {
                parts.append(try quantified(try single(depth: depth)))
            }
            return parts.isEmpty ? .nothing : .sequence(parts)
        }

        private mutating func single(depth: Int) throws(GuideFault) -> Part {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "("):
                let inner = try choice(depth: depth + 1)
                guard takes(UInt8(ascii: ")")) else { throw fault("a ( is not closed") }
                return inner
            case UInt8(ascii: "["): return .byte(try byteClass())
            case UInt8(ascii: "."): return .byte(.any)
            case UInt8(ascii: "\\"): return .byte(try escaped())
            case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"), UInt8(ascii: "^"),
                UInt8(ascii: "$"):
                throw fault("\(Character(UnicodeScalar(byte))) stands where a character is expected")
            default:
                var one = ByteClass()
                one.insert(byte...byte)
                return .byte(one)
            }
        }

        private mutating func escaped() throws(GuideFault) -> ByteClass {
            guard at < bytes.count else { throw fault("nothing follows \\") }
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "d"): return .digits
            case UInt8(ascii: "w"): return .alphanumeric
            case let letter where isAlphanumeric(letter):
                throw fault("\\\(Character(UnicodeScalar(letter))) is not known")
            default:
                var one = ByteClass()
                one.insert(byte...byte)
                return one
            }
        }

        private mutating func byteClass() throws(GuideFault) -> ByteClass {
            let isInverted = takes(UInt8(ascii: "^"))
            var result = ByteClass()
            var isFirst = true
            while at < bytes.count, bytes[at] != UInt8(ascii: "]") || isFirst {
                isFirst = false
                let low = bytes[at]
                at += 1
                if low == UInt8(ascii: "\\") {
                    result.insert(try escaped())
                } else if at + 1 < bytes.count, bytes[at] == UInt8(ascii: "-"), bytes[at + 1] != UInt8(ascii: "]") {
                    let high = bytes[at + 1]
                    at += 2
                    guard low <= high else { throw fault("a range runs backwards") }
                    result.insert(low...high)
                } else {
                    result.insert(low...low)
                }
            }
            guard takes(UInt8(ascii: "]")) else { throw fault("a [ is not closed") }
            if isInverted { result.invert() }
            return result
        }

        private mutating func quantified(_ part: Part) throws(GuideFault) -> Part {
            guard at < bytes.count else { return part }
            switch bytes[at] {
            case UInt8(ascii: "*"): at += 1; return .repeated(part, minimum: 0, maximum: nil)
            case UInt8(ascii: "+"): at += 1; return .repeated(part, minimum: 1, maximum: nil)
            case UInt8(ascii: "?"): at += 1; return .repeated(part, minimum: 0, maximum: 1)
            case UInt8(ascii: "{"):
                at += 1
                guard let minimum = number() else { throw fault("{ without a number") }
                var maximum: Int? = minimum
                if takes(UInt8(ascii: ",")) { maximum = number() }
                guard takes(UInt8(ascii: "}")), (maximum ?? minimum) >= minimum else {
                    throw fault("a { is not closed, or runs backwards")
                }
                return .repeated(part, minimum: minimum, maximum: maximum)
            default: return part
            }
        }

        private mutating func number() -> Int? {
            let start = at
            while at < bytes.count, isDigit(bytes[at]), at < start + 3 { at += 1 }
            return Int(String(decoding: bytes[start..<at], as: UTF8.self))
        }
    }
}
