/// Knows the application identifiers (AI) of GS1 element strings and how long their data is (GS1 General
/// Specifications, section 3).
enum ApplicationIdentifier {
    /// What follows an identifier.
    struct Form {
        /// How many digits the identifier itself has.
        var digits: Int
        /// The fewest and most characters of its data; of fixed length when they are the same.
        var data: ClosedRange<Int>
        /// Whether the data are digits.
        var isNumeric: Bool

        /// Whether a separator must follow, unless the string ends there.
        var isVariable: Bool { data.lowerBound != data.upperBound }
    }

    /// The form of the identifier at the beginning of some characters; nil when none begins there.
    static func form(_ characters: ArraySlice<UInt8>) -> Form? {
        let head = String(decoding: characters.prefix(4), as: UTF8.self)
        return table.first { head.hasPrefix($0.prefix) && head.utf8.count >= $0.form.digits }?.form
    }

    private static func row(_ prefix: String, _ digits: Int, _ data: ClosedRange<Int>, numeric: Bool = false)
        -> (prefix: String, form: Form)
    { (prefix, Form(digits: digits, data: data, isNumeric: numeric)) }

    private static func digits(_ prefix: String, _ digits: Int, _ count: Int) -> (prefix: String, form: Form) {
        row(prefix, digits, count...count, numeric: true)
    }

    /// By prefix; longer prefixes need not come first, since none begins another.
    private static let table: [(prefix: String, form: Form)] =
        [
            digits("00", 2, 18), digits("01", 2, 14), digits("02", 2, 14), digits("03", 2, 14),
            row("10", 2, 1...20), digits("20", 2, 2), row("21", 2, 1...20), row("22", 2, 1...20),
            row("235", 3, 1...28), row("240", 3, 1...30), row("241", 3, 1...30),
            row("242", 3, 1...6, numeric: true), row("243", 3, 1...20), row("250", 3, 1...30), row("251", 3, 1...30),
            row("253", 3, 13...30), row("254", 3, 1...20), row("255", 3, 13...25, numeric: true),
            row("30", 2, 1...8, numeric: true), row("37", 2, 1...8, numeric: true),
            row("390", 4, 1...15, numeric: true), row("391", 4, 4...18, numeric: true),
            row("392", 4, 1...15, numeric: true), row("393", 4, 4...18, numeric: true), digits("394", 4, 4),
            digits("395", 4, 6), row("400", 3, 1...30), row("401", 3, 1...30), digits("402", 3, 17),
            row("403", 3, 1...30), row("420", 3, 1...20), row("421", 3, 4...12), digits("422", 3, 3),
            row("423", 3, 3...15, numeric: true), digits("424", 3, 3), row("425", 3, 3...15, numeric: true),
            digits("426", 3, 3), row("427", 3, 1...3),
            digits("7001", 4, 13), row("7002", 4, 1...30), digits("7003", 4, 10), row("7004", 4, 1...4, numeric: true),
            row("7005", 4, 1...12), digits("7006", 4, 6), row("7007", 4, 6...12, numeric: true), row("7008", 4, 1...3),
            row("7009", 4, 1...10), row("7010", 4, 1...2), row("7020", 4, 1...20), row("7021", 4, 1...20),
            row("7022", 4, 1...20), row("7023", 4, 1...30), row("703", 4, 4...30), row("7040", 4, 4...4),
            row("723", 4, 3...30),
            digits("8001", 4, 14), row("8002", 4, 1...20), row("8003", 4, 14...30), row("8004", 4, 1...30),
            digits("8005", 4, 6), digits("8006", 4, 18), row("8007", 4, 1...34), row("8008", 4, 8...12, numeric: true),
            row("8010", 4, 1...30), row("8011", 4, 1...12, numeric: true), row("8012", 4, 1...20),
            row("8013", 4, 1...25), digits("8017", 4, 18), digits("8018", 4, 18),
            row("8019", 4, 1...10, numeric: true), row("8020", 4, 1...25), digits("8026", 4, 18),
            row("8110", 4, 1...70), digits("8111", 4, 4), row("8112", 4, 1...70), row("8200", 4, 1...70),
            row("90", 2, 1...30),
        ]
        + ["11", "12", "13", "15", "16", "17"].map { digits($0, 2, 6) }
        + ["31", "32", "33", "34", "35", "36"].map { digits($0, 4, 6) }
        + (0...7).map { digits("41\($0)", 3, 13) } + (0...7).map { row("71\($0)", 3, 1...20) }
        + (1...9).map { row("9\($0)", 2, 1...90) }
}
