/// Describes one field of a profile or guide: what may stand there, what it means, and which code acts on it.
public struct SchemaField: Sendable {
    /// Where it stands: `envelope.isa14`, `documents[].set`; a `*` is any one member, as in `identities.*.us`.
    public var path: String
    /// What its value looks like.
    public var form: FieldForm
    /// What it means, in a sentence or two.
    public var meaning: String
    /// What holds when it is not written and has no plain default.
    public var otherwise: String
    /// The files under `Sources` in which it takes effect, each with words that stand there: `FILE: WORDS`.
    public var actsIn: [String]
    /// A value as it is written.
    public var example: String

    init(
        _ path: String, _ form: FieldForm, _ meaning: String, otherwise: String = "", actsIn: [String] = [],
        example: String = ""
    ) {
        self.path = path
        self.form = form
        self.meaning = meaning
        self.otherwise = otherwise
        self.actsIn = actsIn
        self.example = example
    }

    /// The files in which it takes effect, without the words.
    public var files: [String] { actsIn.map { String($0.prefix { $0 != ":" }) } }

    /// Whether the entry is about the field at a path without list positions.
    func describes(_ other: String) -> Bool {
        guard path.contains("*") else { return path == other }
        let own = path.split(separator: ".")
        let steps = other.split(separator: ".")
        return own.count == steps.count && zip(own, steps).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
