import Commerce

/// Puts a token in place of each value of a document, and keeps the path of each: then whatever a walk makes of the
/// document tells which field it was.
struct TokenFilling: PathCoding {
    /// True, since values are put in; arrays stay as long as they are.
    static var isReading: Bool { true }

    /// The path of each token.
    private(set) var tokens = FieldTokens<String>()
    var path = "$"

    /// Fills a document.
    static func fill<V: JSONObject>(_ document: inout V) -> FieldTokens<String> {
        var filling = TokenFilling()
        document.code(&filling)
        return filling.tokens
    }

    mutating func field(_ name: StaticString, _ value: inout Text) {
        if !value.isEmpty { value = tokens.text("\(path).\(name)") }
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        if value != nil { value = tokens.decimal("\(path).\(name)") }
    }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {
        if value != nil { value = tokens.date("\(path).\(name)") ?? value }
    }

    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {
        if value != nil { value = tokens.time("\(path).\(name)") ?? value }
    }

    mutating func field(_ name: StaticString, _ value: inout Int?) {
        if value != nil { value = tokens.integer("\(path).\(name)") }
    }

    mutating func field(_ name: StaticString, _ value: inout Bool?) {}

    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        for index in values.indices { values[index] = tokens.text("\(path).\(name)[\(index)]") }
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}
}
