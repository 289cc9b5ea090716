import Commerce

/// Hands out values that no other field of a document has, so that a field is known again wherever the document's
/// description brings it: in its JSON, at its path.
///
/// A walk does not look at the values it codes, so that a document filled with tokens is walked like any other.
struct FieldTokens<Origin> {
    private var origins: [FieldListing.Value: Origin] = [:]
    private var count = 0

    /// How many dates there can be: one for each day that X12 can write. Times and numbers are more.
    static var mostDates: Int { 9999 * 12 * 28 }

    mutating func text(_ origin: Origin) -> Text {
        // A control character leads, which no element holds.
        let token = Text("\u{1}\(next())")
        origins[.text(token)] = origin
        return token
    }

    mutating func decimal(_ origin: Origin) -> Decimal {
        let token = Decimal(next())
        origins[.decimal(token)] = origin
        return token
    }

    mutating func integer(_ origin: Origin) -> Int {
        let token = next()
        origins[.integer(token)] = origin
        return token
    }

    /// Nil beyond ``mostDates``.
    mutating func date(_ origin: Origin) -> CalendarDate? {
        let number = next()
        guard number < Self.mostDates,
            let token = CalendarDate(year: 1 + number / 336, month: number / 28 % 12 + 1, day: number % 28 + 1)
        else { return nil }
        origins[.date(token)] = origin
        return token
    }

    /// Nil beyond the hundredths of a day.
    mutating func time(_ origin: Origin) -> TimeOfDay? {
        let number = next()
        guard
            let token = TimeOfDay(
                hour: number / 360_000, minute: number / 6000 % 60, second: number / 100 % 60,
                hundredth: number % 100, precision: .hundredths)
        else { return nil }
        origins[.time(token)] = origin
        return token
    }

    private mutating func next() -> Int {
        count += 1
        return count
    }

    /// The origin of a token; nil for any other value.
    func origin(of token: FieldListing.Value) -> Origin? { origins[token] }

    /// The fields of a document that hold a token, in the order of its JSON, each with its path.
    func fields<V: JSONObject>(of document: V) -> [(path: String, origin: Origin)] {
        FieldListing.fields(of: document).compactMap { field in
            origins[field.value].map { (field.path, $0) }
        }
    }
}
