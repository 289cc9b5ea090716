/// Knows check digits of the numbers that supplier networks use.
public enum CheckDigit {
    /// Whether the last digit of a GS1 number (GTIN, SSCC, GLN) is its check digit: weights 3, 1, 3, … from the right,
    /// to the next ten. Nil for what is not all digits.
    public static func isRight(_ number: Text) -> Bool? {
        number.withBytes { digits in
            var sum = 0
            var weight = digits.count % 2 == 0 ? 3 : 1
            for index in 0..<digits.count {
                let digit = digits[index] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                sum &+= Int(digit) &* weight
                weight = 4 &- weight
            }
            return digits.count > 1 ? sum % 10 == 0 : nil
        }
    }

    /// Whether the last digit of a DEA registration (two letters or a letter and 9, then seven digits) is its check
    /// digit: the first, third and fifth digit, and twice the second, fourth and sixth. Nil for another form.
    public static func isRightRegistration(_ number: Text) -> Bool? {
        number.withBytes { bytes in
            guard bytes.count == 9, isLetter(bytes[0]), isLetter(bytes[1]) || bytes[1] == UInt8(ascii: "9") else {
                return nil
            }
            var sum = 0
            for index in 2..<9 {
                let digit = Int(bytes[index]) - 48
                guard (0...9).contains(digit) else { return nil }
                if index == 8 { return sum % 10 == digit }
                sum += index % 2 == 0 ? digit : 2 * digit
            }
            return nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }

    /// Whether an NDC has one of its forms: 4-4-2, 5-3-2 or 5-4-1 with hyphens, or 10 or 11 digits without. It has no
    /// check digit.
    public static func isDrugCode(_ code: Text) -> Bool {
        let parts = code.string.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }) else {
            return false
        }
        let lengths = parts.map(\.utf8.count)
        return [[4, 4, 2], [5, 3, 2], [5, 4, 1], [5, 4, 2], [10], [11]].contains(lengths)
    }
}
