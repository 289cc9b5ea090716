import Commerce
import X12

/// The values of simple elements as JSON has them, and back: decimals with their point, dates and times in ISO 8601's
/// extended form, all else as sent.
enum TypedValue {
    /// What a value of an element reads as, and whether ``append(_:as:to:)`` gives the same bytes back.
    static func read(_ sent: Text, as definition: ElementDefinition?) -> (value: Text, isExact: Bool) {
        guard let definition else { return (sent, true) }
        let value: Text
        switch definition.type {
        case .text, .code, .binary, .composite: return (sent, true)
        case .integer:
            let number = sent.withBytes { Decimal($0, impliedScale: Int(definition.decimals)) }
            value = number.map { Text($0.description) } ?? sent
        case .decimal: value = sent.withBytes { Decimal($0) }.map { Text($0.description) } ?? sent
        case .date: value = sent.withBytes { CalendarDate(digits: $0) }.map { Text($0.description) } ?? sent
        case .time: value = sent.withBytes { TimeOfDay($0) }.map { Text($0.description) } ?? sent
        }
        return (value, written(value, as: definition).text == sent)
    }

    /// What a value is written as, and whether it can be: an Nn has no more than n decimals.
    static func written(_ value: Text, as definition: ElementDefinition?) -> (text: Text, fits: Bool) {
        guard let definition else { return (value, true) }
        var bytes: [UInt8] = []
        var fits = true
        switch definition.type {
        case .text, .code, .binary, .composite: return (value, true)
        case .integer:
            guard let number = value.withBytes({ Decimal($0) }) else { return (value, true) }
            fits = number.appendImplied(scale: Int(definition.decimals), to: &bytes)
        case .decimal:
            guard let number = value.withBytes({ Decimal($0) }) else { return (value, true) }
            number.append(to: &bytes)
        case .date:
            guard let date = value.withBytes({ CalendarDate(iso: $0) }) else { return (value, true) }
            date.appendDigits(to: &bytes)
        case .time:
            guard let time = value.withBytes({ TimeOfDay(iso: $0) }) else { return (value, true) }
            time.appendDigits(to: &bytes)
        }
        return (fits ? Text(bytes.span) : value, fits)
    }
}
