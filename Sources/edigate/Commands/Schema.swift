import Commerce
import Partners
import Translation

/// `edigate schema`: the JSON Schema of canonical documents, profiles and guides.
enum Schema: Command {
    static let name = "schema"
    static let summary = "the JSON Schema of a kind of canonical document, of profiles and guides"
    static var words: [String] { kinds.map(\.name) }
    static let options: [Option] = [.value("--out")]
    static let help = """
        usage: edigate schema KIND
               edigate schema --out DIR

        Prints the JSON Schema (draft 2020-12) of a kind of document, \(DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")),
        or of a partner's \(FormatSchema.all.map(\.name).joined(separator: " or ")), for editors. Each field of a document
        names the elements that it stands for, each field of a profile what it means. With --out, a file for each kind.
        An editor takes a schema for JSON5 by a setting such as
        "json.schemas": [{ "fileMatch": ["profile.json5"], "url": "./profile.schema.json" }].

        example: edigate schema Invoice > Invoice.schema.json
        """

    /// A kind of file and what prints its schema.
    private struct Kind {
        var name: String
        /// The set that becomes it, by which it can be named too; empty without.
        var set = ""
        var schema: () -> [UInt8]
    }

    private static var kinds: [Kind] {
        DocumentKind.allCases.map { kind in
            Kind(name: kind.rawValue, set: kind.set ?? "") { DocumentSchema(of: kind).json + [0x0A] }
        } + FormatSchema.all.map { format in Kind(name: format.name) { format.jsonSchema() } }
    }

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        if let folder = arguments.value("--out") {
            guard arguments.operands.isEmpty else { throw .usage("--out writes every kind; name none") }
            for kind in kinds { try OutputFolder.write(kind.schema(), to: folder, name: "\(kind.name).schema.json") }
            return .done
        }
        let names = kinds.map(\.name)
        guard arguments.operands.count == 1, let name = arguments.operands.first else {
            throw .usage("name one kind: \(names.joined(separator: ", "))")
        }
        guard let kind = kinds.first(where: { $0.name.lowercased() == name.lowercased() || $0.set == name }) else {
            let near = names.nearest(to: name).map { "; did you mean \($0)?" } ?? ";"
            throw .usage("there is no schema \(name)\(near) The kinds are \(names.joined(separator: ", "))")
        }
        Terminal.write(kind.schema())
        return .done
    }
}
