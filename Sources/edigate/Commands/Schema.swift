import Commerce
import Partners

/// `edigate schema`: the JSON Schema of a format.
enum Schema: Command {
    static let name = "schema"
    static let summary = "the JSON Schema of a file format, for editors and checks"
    static let options: [Option] = []
    static let help = """
        usage: edigate schema KIND

        Prints the JSON Schema (draft 2020-12) of a KIND of file: \(kinds.map(\.name).joined(separator: ", ")).
        A profile.json5 or guide.json5 is JSON5, which editors take a schema for by a setting:
        "json.schemas": [{ "fileMatch": ["profile.json5"], "url": "./profile.schema.json" }].

        example: edigate schema profile > profile.schema.json
        """

    /// A kind of file and what prints its schema.
    typealias Kind = (name: String, schema: () -> [UInt8])

    /// The kinds there are: another one is a line here.
    static var kinds: [Kind] {
        FormatSchema.all.map { format in (format.name, { format.jsonSchema() }) }
    }

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let names = kinds.map(\.name)
        guard let name = arguments.operands.first, arguments.operands.count == 1 else {
            throw .usage("names one of \(names.joined(separator: ", "))")
        }
        guard let kind = kinds.first(where: { $0.name == name }) else {
            let near =
                names.nearest(to: name).map { "did you mean \($0)?" } ?? "there are \(names.joined(separator: ", "))"
            throw .usage("there is no schema \(name); \(near)")
        }
        Terminal.write(kind.schema())
        return .done
    }
}
