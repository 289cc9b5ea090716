// MARK: - GS1 element strings

extension DeviceIdentification {
    /// FNC1 as it reaches us: the group separator.
    private static let separator: UInt8 = 0x1D

    /// Reads an element string that says which trade item it is; nil when it is none from beginning to end.
    static func elementString(_ bytes: ArraySlice<UInt8>) -> DeviceIdentification? {
        var parts: [ElementStringPart]?
        if bytes.first == UInt8(ascii: "(") {
            parts = inParentheses(bytes)
        } else {
            parts = separated(withoutSymbology(bytes))
        }
        guard let parts, let item = parts.first(where: { $0.identifier == "01" }) else { return nil }
        var udi = DeviceIdentification()
        udi.issuer = "GS1"
        udi.isChecked = CheckDigit.isRight(item.value) == true
        // Without parentheses a wrong check digit says that it is another number.
        if !udi.isChecked, bytes.first == UInt8(ascii: "0") { return nil }
        for part in parts where !udi.take(part) { udi.others.append(part) }
        return udi
    }

    /// Takes a part that has a field of its own and is not there yet.
    private mutating func take(_ part: ElementStringPart) -> Bool {
        func fill(_ field: inout Text) -> Bool {
            if field.isEmpty { field = part.value } else { return false }
            return true
        }
        switch part.identifier {
        case "01": return fill(&deviceIdentifier)
        case "10": return fill(&lot)
        case "21": return fill(&serial)
        case "17": return Self.fill(&expiryDate, part.value)
        case "11": return Self.fill(&productionDate, part.value)
        case "30", "37":
            guard quantity == nil, let number = Int(part.value.string) else { return false }
            quantity = number
            // Which of the two it was is told by the others.
            return part.identifier == "30"
        default: return false
        }
    }

    private static func fill(_ field: inout CalendarDate?, _ value: Text) -> Bool {
        guard field == nil, let date = date(value) else { return false }
        field = date
        return true
    }

    /// YYMMDD; day 00 stands for the last of the month.
    static func date(_ digits: Text) -> CalendarDate? {
        digits.withBytes { bytes in
            guard bytes.count == 6 else { return nil }
            if let date = CalendarDate(twoDigitYear: bytes, firstYear: firstYear) { return date }
            var number: [Int] = []
            for index in 0..<6 { number.append(Int(bytes[index]) - 48) }
            guard number.allSatisfy({ (0...9).contains($0) }), number[4] == 0, number[5] == 0 else { return nil }
            let month = number[2] * 10 + number[3]
            guard (1...12).contains(month) else { return nil }
            let short = number[0] * 10 + number[1]
            let year = short + (short < firstYear % 100 ? 2000 : 1900)
            return CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, year: year))
        }
    }

    /// `(01)…(17)…(10)…`; a parenthesis within data is no identifier's.
    private static func inParentheses(_ bytes: ArraySlice<UInt8>) -> [ElementStringPart]? {
        var parts: [ElementStringPart] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard let (form, start) = identifier(bytes, at: position) else { return nil }
            var end = start
            while end < bytes.endIndex, identifier(bytes, at: end) == nil { end += 1 }
            guard isData(bytes[start..<end], form) else { return nil }
            parts.append(ElementStringPart(text(bytes[position + 1..<start - 1]), text(bytes[start..<end])))
            position = end
        }
        return parts
    }

    /// The identifier in parentheses at a place, and where its data begin.
    private static func identifier(
        _ bytes: ArraySlice<UInt8>, at position: Int
    ) -> (ApplicationIdentifier.Form, Int)? {
        guard bytes[position] == UInt8(ascii: "("), let form = ApplicationIdentifier.form(bytes[(position + 1)...])
        else { return nil }
        let close = position + 1 + form.digits
        guard close < bytes.endIndex, bytes[close] == UInt8(ascii: ")") else { return nil }
        return (form, close + 1)
    }

    /// Without a symbology identifier (`]C1`, `]d2`, `]Q3`, `]e0`, `]J1`) and a leading separator.
    private static func withoutSymbology(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        if rest.first == UInt8(ascii: "]") { rest = rest.dropFirst(3) }
        if rest.first == separator { rest = rest.dropFirst() }
        return rest
    }

    /// Identifiers and data without parentheses: data of variable length end at a separator or with the string.
    private static func separated(_ bytes: ArraySlice<UInt8>) -> [ElementStringPart]? {
        // A GTIN alone is no UDI to be taken apart.
        guard bytes.count > 16 else { return nil }
        var parts: [ElementStringPart] = []
        var position = bytes.startIndex
        while position < bytes.endIndex {
            guard let form = ApplicationIdentifier.form(bytes[position...]) else { return nil }
            let start = position + form.digits
            var end = start + form.data.upperBound
            if form.isVariable || end > bytes.endIndex {
                end = bytes[start...].firstIndex(of: separator) ?? bytes.endIndex
            }
            guard start <= end, isData(bytes[start..<end], form) else { return nil }
            parts.append(ElementStringPart(text(bytes[position..<start]), text(bytes[start..<end])))
            position = end
            if position < bytes.endIndex, bytes[position] == separator { position += 1 }
        }
        return parts
    }

    private static func isData(_ data: ArraySlice<UInt8>, _ form: ApplicationIdentifier.Form) -> Bool {
        form.data.contains(data.count)
            && (!form.isNumeric || data.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
            && data.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    static func text(_ bytes: ArraySlice<UInt8>) -> Text { Text(String(decoding: bytes, as: UTF8.self)) }

    /// The element string with parentheses.
    var elementString: String {
        func date(_ date: CalendarDate) -> String {
            var digits: [UInt8] = []
            date.appendTwoDigitYear(to: &digits)
            return String(decoding: digits, as: UTF8.self)
        }
        var text = "(01)\(deviceIdentifier)"
        if let productionDate { text += "(11)\(date(productionDate))" }
        if let expiryDate { text += "(17)\(date(expiryDate))" }
        if !lot.isEmpty { text += "(10)\(lot)" }
        if !serial.isEmpty { text += "(21)\(serial)" }
        if let quantity, !others.contains(where: { $0.identifier == "37" }) { text += "(30)\(quantity)" }
        for part in others { text += "(\(part.identifier))\(part.value)" }
        return text
    }
}
