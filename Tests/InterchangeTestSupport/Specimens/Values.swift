import X12

/// Makes values that an element may hold, in all the forms its type has (X12.6).
struct Values {
    var random: Seeded
    private let lists: [Int: [String]]

    /// Letters, digits and punctuation of the basic and extended character sets, without those used as delimiters.
    static let characters = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"&'()+,-./;?=%@[]_{}\\#$".utf8)

    /// Text longer than this is not made: the bound is checked as well by less.
    static let longest = 120

    init(_ lists: [Int: [String]], random: Seeded) {
        self.lists = lists
        self.random = random
    }

    mutating func chance(_ part: Int, in whole: Int) -> Bool { Int.random(in: 0..<whole, using: &random) < part }

    /// A value for a simple element or component.
    mutating func value(_ place: ElementPlace) -> String {
        let element = place.definition
        let minimum = max(element.minimum, 1)
        let length = length(minimum, max(element.maximum, minimum))
        switch element.type {
        case .text, .binary, .composite: return text(length)
        case .code:
            // Sampled afresh where the list has a code that the lengths do not allow.
            for _ in 0..<20 {
                guard let list = place.codeList, let code = lists[list]?.randomElement(using: &random) else { break }
                if code.utf8.count >= minimum, code.utf8.count <= element.maximum { return code }
            }
            return letters(length)
        case .integer: return sign() + digits(length, minimum)
        case .decimal: return decimal(length, minimum, element.maximum)
        case .date: return date(isLong: element.maximum >= 8)
        case .time: return time(minimum, element.maximum)
        }
    }

    private mutating func length(_ minimum: Int, _ maximum: Int) -> Int {
        let maximum = min(maximum, max(Self.longest, minimum))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return minimum
        case 1: return maximum
        default: return Int.random(in: minimum...min(maximum, minimum + 14), using: &random)
        }
    }

    /// Text without blanks at its edges.
    mutating func text(_ length: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for place in 0..<length {
            // One draw a character: this is where most of a specimen's bytes are made.
            let draw = Int(truncatingIfNeeded: random.next() >> 33) % (Self.characters.count + 9)
            let isBlank = draw >= Self.characters.count && place > 0 && place < length - 1
            bytes.append(isBlank ? 0x20 : Self.characters[draw % Self.characters.count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    mutating func letters(_ length: Int) -> String {
        String((0..<length).map { _ in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".randomElement(using: &random) ?? "A" })
    }

    private mutating func sign() -> String { chance(1, in: 10) ? "-" : "" }

    /// Digits that lead with a zero only to reach the least length.
    private mutating func digits(_ length: Int, _ minimum: Int) -> String {
        (0..<length).map { place in
            String(Int.random(in: place == 0 && length > minimum ? 1...9 : 0...9, using: &random))
        }.joined()
    }

    /// R: with or without point, which stands before, within or nowhere; now and then with an exponent.
    private mutating func decimal(_ length: Int, _ minimum: Int, _ maximum: Int) -> String {
        var digits = digits(length, minimum)
        if chance(1, in: 2) {
            let place = Int.random(in: 0..<digits.count, using: &random)
            digits.insert(".", at: digits.index(digits.startIndex, offsetBy: place))
        }
        let exponent =
            chance(1, in: 30) ? "E\(chance(1, in: 2) ? "-" : "")\(Int.random(in: 0...9, using: &random))" : ""
        return sign() + digits + exponent
    }

    mutating func date(isLong: Bool) -> String {
        let year = Int.random(in: 1996...2035, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let isLeap = year % 4 == 0
        let last = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        let day = chance(1, in: 4) ? last : Int.random(in: 1...last, using: &random)
        let text = Self.filled(year, 4) + Self.filled(month, 2) + Self.filled(day, 2)
        return isLong ? text : String(text.dropFirst(2))
    }

    /// HHMM, HHMMSS, HHMMSSD, HHMMSSDD, as far as the lengths allow.
    private mutating func time(_ minimum: Int, _ maximum: Int) -> String {
        let length = [4, 6, 7, 8].filter { $0 >= minimum && $0 <= maximum }.randomElement(using: &random) ?? 4
        let hour = chance(1, in: 5) ? 23 : Int.random(in: 0...23, using: &random)
        let text =
            Self.filled(hour, 2) + Self.filled(Int.random(in: 0...59, using: &random), 2)
            + Self.filled(Int.random(in: 0...59, using: &random), 2)
            + Self.filled(Int.random(in: 0...99, using: &random), 2)
        return String(text.prefix(length))
    }

    /// A number with leading zeros to `width`.
    static func filled(_ number: Int, _ width: Int) -> String { InterchangeWriter.filled(number, width) }

    /// The digits with the check digit of GS1 behind them: weights 3, 1, 3, … from the right.
    static func checked(_ digits: String) -> String {
        var sum = 0
        for (place, digit) in digits.utf8.reversed().enumerated() { sum += Int(digit - 48) * (place % 2 == 0 ? 3 : 1) }
        return digits + String((10 - sum % 10) % 10)
    }

    /// All digits, any of them first.
    mutating func number(_ length: Int) -> String {
        (0..<length).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
}
