/// Says what the value of a field looks like: in words for people, and as far as a JSON Schema can say it.
public struct FieldForm: Sendable {
    /// What it is, such as `a term such as "24h", or "none"`.
    public var phrase: String
    /// The words there are; empty when it is not one of a few.
    public var words: [String] = []
    /// A regular expression that texts match; nil when any may stand.
    public var pattern: String?
    /// The numbers there may be; nil when it is no number.
    public var range: ClosedRange<Int>?

    /// An object, whose members have entries of their own.
    static let object = FieldForm(phrase: "an object")
    /// A list of objects, whose members have entries of their own.
    static let objects = FieldForm(phrase: "a list of objects")
    /// True or false.
    static let truth = FieldForm(phrase: "true or false")
    /// A term, or `none`.
    static let term = FieldForm(
        phrase: "a term such as \"24h\" or \"2bd\", or \"none\"",
        pattern: "^([1-9][0-9]{0,3}|0[0-9]{0,2}[1-9])(m|h|d|bh|bd)$|^none$")
    /// A time on the wall.
    static let period = FieldForm(phrase: "a time such as \"5s\" or \"30m\"", pattern: "^[0-9]{1,6}(ms|s|m|h|d)$")
    /// A set's number.
    static let set = FieldForm(phrase: "a set's three digits", pattern: "^[0-9]{3}$")
    /// A version of the standard.
    static let version = FieldForm(phrase: "a version such as \"004010\"", pattern: "^[0-9]{6}.{0,6}$")
    /// A delimiter.
    static let delimiter = FieldForm(phrase: "one character", pattern: "^.$")
    /// A place in a set.
    static let guidePath = FieldForm(phrase: "a place such as \"N1[01=ST]/N3\"")
    /// Several places in a set.
    static let guidePaths = FieldForm(phrase: "two or more places")

    /// Any text.
    static func text(_ phrase: String, pattern: String? = nil) -> FieldForm {
        FieldForm(phrase: phrase, pattern: pattern)
    }

    /// A list of texts.
    static func texts(_ phrase: String, pattern: String? = nil) -> FieldForm {
        FieldForm(phrase: "a list of \(phrase)", pattern: pattern)
    }

    /// One of the words of a type.
    static func word<W: ProfileWord>(_ type: W.Type) -> FieldForm {
        FieldForm(phrase: "", words: W.allCases.map(\.rawValue))
    }

    /// A list of words of a type.
    static func listed<W: ProfileWord>(_ type: W.Type) -> FieldForm {
        FieldForm(phrase: "a list", words: W.allCases.map(\.rawValue))
    }

    /// One of some words.
    static func words(_ words: [String]) -> FieldForm { FieldForm(phrase: "", words: words) }

    /// A whole number.
    static func number(_ range: ClosedRange<Int>) -> FieldForm {
        FieldForm(phrase: "a number from \(range.lowerBound) to \(range.upperBound)", range: range)
    }

    /// The form in words.
    public var description: String {
        guard !words.isEmpty else { return phrase }
        let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
        return phrase.isEmpty ? list : "\(phrase) of \(list)"
    }
}
