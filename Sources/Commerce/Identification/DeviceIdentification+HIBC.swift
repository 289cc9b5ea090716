// MARK: - Health Industry Bar Codes

extension DeviceIdentification {
    /// The characters of an HIBC by their value in its check character (ANSI/HIBC 2): 43 of them.
    private static let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%".utf8)

    /// Reads primary data, alone or followed by secondary data in the same string; nil when it is no HIBC.
    ///
    /// ```
    /// + A999 1234 5 /$$520015 10X3 /16D20111212 /S77DE1G45 -
    ///   labeler, product, unit      lot, expiry  made        serial    check character
    /// ```
    static func healthIndustryBarCode(_ bytes: ArraySlice<UInt8>) -> DeviceIdentification? {
        guard bytes.first == UInt8(ascii: "+"), bytes.count >= 8, let check = bytes.last,
            isRight(check, over: bytes.dropLast())
        else { return nil }
        let fields = bytes.dropFirst().dropLast().split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let primary = fields.first, isPrimary(primary) else { return nil }
        var udi = DeviceIdentification()
        udi.issuer = "HIBCC"
        udi.deviceIdentifier = text(primary)
        for field in fields.dropFirst() where !udi.takeSecondary(field) { return nil }
        return udi
    }

    /// A labeler (a letter and three letters or digits), a product of 1 to 18, a unit of measure.
    private static func isPrimary(_ primary: ArraySlice<UInt8>) -> Bool {
        guard let first = primary.first, isLetter(first), (6...23).contains(primary.count), let unit = primary.last
        else { return false }
        return isDigit(unit) && primary.allSatisfy { isLetter($0) || isDigit($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte }
    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    /// Whether a character is the check character: the sum of the values of those before it, modulo 43.
    private static func isRight(_ check: UInt8, over bytes: ArraySlice<UInt8>) -> Bool {
        checkCharacter(of: bytes) == check
    }

    private static func checkCharacter(of bytes: ArraySlice<UInt8>) -> UInt8? {
        var sum = 0
        for byte in bytes {
            guard let value = characters.firstIndex(of: byte) else { return nil }
            sum += value
        }
        return characters[sum % 43]
    }

    /// Takes a field of secondary data; false when it is none.
    private mutating func takeSecondary(_ field: ArraySlice<UInt8>) -> Bool {
        func follows(_ mark: String) -> ArraySlice<UInt8>? {
            field.starts(with: mark.utf8) ? field.dropFirst(mark.utf8.count) : nil
        }
        if let rest = follows("$$+") { return takeDated(rest, isSerial: true) }
        if let rest = follows("$$") { return takeDated(rest, isSerial: false) }
        if let rest = follows("$+") { return fill(rest, isSerial: true) }
        if let rest = follows("$") { return fill(rest, isSerial: false) }
        if let rest = follows("16D") { return Self.fill(&productionDate, fullDate: rest) }
        if let rest = follows("14D") { return Self.fill(&expiryDate, fullDate: rest) }
        if let rest = follows("S") { return fill(rest, isSerial: true) }
        if let rest = follows("Q") {
            quantity = Int(Self.text(rest).string)
            return quantity != nil
        }
        // The old form: a Julian day, and the lot.
        guard field.count >= 5, let date = Self.julian(field.prefix(5)) else { return false }
        expiryDate = date
        return fill(field.dropFirst(5), isSerial: false)
    }

    /// Quantity, expiry and lot or serial number behind `$$`.
    private mutating func takeDated(_ field: ArraySlice<UInt8>, isSerial: Bool) -> Bool {
        var rest = field
        if let mark = rest.first, mark == UInt8(ascii: "8") || mark == UInt8(ascii: "9") {
            let digits = mark == UInt8(ascii: "8") ? 2 : 5
            guard rest.count > digits, let number = Int(Self.text(rest.dropFirst().prefix(digits)).string) else {
                return false
            }
            quantity = number
            rest = rest.dropFirst(1 + digits)
        }
        // 2 MMDDYY, 3 YYMMDD, 4 YYMMDDHH, 5 YYJJJ, 6 YYJJJHH, 7 none; without a mark MMYY.
        guard let mark = rest.first, let form = Self.dateForms[mark] else { return takeMonth(rest, isSerial) }
        let (length, order) = form
        guard rest.count >= 1 + length else { return false }
        let digits = rest.dropFirst().prefix(length)
        rest = rest.dropFirst(1 + length)
        switch order {
        case .none: break
        case .yearFirst: expiryDate = Self.date(Self.text(digits.prefix(6)))
        case .monthFirst: expiryDate = Self.date(Self.text(digits.suffix(2) + digits.prefix(4)))
        case .julian: expiryDate = Self.julian(digits.prefix(5))
        }
        return (order == .none || expiryDate != nil) && fill(rest, isSerial: isSerial)
    }

    private enum DateOrder { case none, yearFirst, monthFirst, julian }

    private static let dateForms: [UInt8: (Int, DateOrder)] = [
        UInt8(ascii: "2"): (6, .monthFirst), UInt8(ascii: "3"): (6, .yearFirst), UInt8(ascii: "4"): (8, .yearFirst),
        UInt8(ascii: "5"): (5, .julian), UInt8(ascii: "6"): (7, .julian), UInt8(ascii: "7"): (0, .none),
    ]

    private mutating func takeMonth(_ field: ArraySlice<UInt8>, _ isSerial: Bool) -> Bool {
        guard field.count >= 4 else { return false }
        let month = field.prefix(2)
        let year = field.dropFirst(2).prefix(2)
        guard let date = Self.date(Self.text(year + month + Array("00".utf8))) else { return false }
        expiryDate = date
        return fill(field.dropFirst(4), isSerial: isSerial)
    }

    private mutating func fill(_ value: ArraySlice<UInt8>, isSerial: Bool) -> Bool {
        if isSerial { serial = Self.text(value) } else { lot = Self.text(value) }
        return value.count <= 20
    }

    private static func fill(_ field: inout CalendarDate?, fullDate digits: ArraySlice<UInt8>) -> Bool {
        field = text(digits).withBytes { CalendarDate(digits: $0) }
        return field != nil
    }

    /// YYJJJ: a year and the day in it.
    private static func julian(_ digits: ArraySlice<UInt8>) -> CalendarDate? {
        let text = text(digits).string
        guard digits.allSatisfy(isDigit), let year = Int(text.prefix(2)), let day = Int(text.suffix(3)), day > 0
        else { return nil }
        let first = CalendarDate(year: year + (year < firstYear % 100 ? 2000 : 1900), month: 1, day: 1)
        guard let date = first?.adding(days: day - 1), date.year == first?.year else { return nil }
        return date
    }

    /// The HIBC with its check character.
    var healthIndustryBarCode: String {
        func digits(_ date: CalendarDate, century: Bool) -> String {
            var digits: [UInt8] = []
            if century { date.appendDigits(to: &digits) } else { date.appendTwoDigitYear(to: &digits) }
            return String(decoding: digits, as: UTF8.self)
        }
        var text = "+\(deviceIdentifier)"
        let amount = quantity.map { $0 < 100 ? "8" + ($0 < 10 ? "0" : "") + String($0) : "" } ?? ""
        if let expiryDate {
            text += "/$$\(amount)3\(digits(expiryDate, century: false))\(lot)"
        } else if !amount.isEmpty {
            text += "/$$\(amount)7\(lot)"
        } else if !lot.isEmpty {
            text += "/$\(lot)"
        }
        if let quantity, amount.isEmpty { text += "/Q\(quantity)" }
        if let productionDate { text += "/16D\(digits(productionDate, century: true))" }
        if !serial.isEmpty { text += "/S\(serial)" }
        let check = Self.checkCharacter(of: Array(text.utf8)[...]).map { String(UnicodeScalar($0)) } ?? ""
        return text + check
    }
}
