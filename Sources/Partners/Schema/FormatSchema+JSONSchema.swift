import Commerce

extension FormatSchema {
    /// The JSON Schema (draft 2020-12) by which an editor completes and checks the file. It says what a schema can: the
    /// loader checks more.
    public func jsonSchema() -> [UInt8] {
        var json = JSONWriter(pretty: true)
        json.beginObject()
        json.key("$schema")
        json.string("https://json-schema.org/draft/2020-12/schema")
        json.key("$id")
        json.string("urn:edigate:\(name):1")
        json.key("title")
        json.string(title)
        writeObject(members, under: "", required: required, into: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func writeObject(
        _ members: [JSONOutline.Member], under parent: String, required: [String] = [], into json: inout JSONWriter
    ) {
        json.key("type")
        json.string("object")
        json.key("additionalProperties")
        json.bool(false)
        if !required.isEmpty { json.texts("required", required) }
        json.key("properties")
        json.beginObject()
        for member in members {
            let path = parent.isEmpty ? member.name : "\(parent).\(member.name)"
            json.key(member.name)
            json.beginObject()
            write(member, at: path, into: &json)
            json.endObject()
        }
        json.endObject()
    }

    private func write(_ member: JSONOutline.Member, at path: String, into json: inout JSONWriter) {
        let field = fields.first { $0.describes(path) }
        if let field {
            json.key("description")
            json.string(field.meaning)
        }
        switch member.shape {
        case .object(_, let inner): writeObject(inner, under: path, into: &json)
        case .objects(_, let inner):
            json.key("type")
            json.string("array")
            json.key("items")
            json.beginObject()
            writeObject(inner, under: path + "[]", into: &json)
            json.endObject()
        case .texts:
            json.key("type")
            json.string("array")
            json.key("items")
            json.beginObject()
            json.key("type")
            json.string("string")
            restrict(field?.form, into: &json)
            json.endObject()
        case .integer:
            json.key("type")
            json.string("integer")
            restrict(field?.form, into: &json)
        case .truth:
            json.key("type")
            json.string("boolean")
        default:
            json.key("type")
            json.string("string")
            restrict(field?.form, into: &json)
        }
        if let initial = member.initial {
            json.key("default")
            json.value(initial)
        }
    }

    private func restrict(_ form: FieldForm?, into json: inout JSONWriter) {
        guard let form else { return }
        if !form.words.isEmpty { json.texts("enum", form.words) }
        if let pattern = form.pattern {
            json.key("pattern")
            json.string(pattern)
        }
        if let range = form.range {
            json.key("minimum")
            json.int(range.lowerBound)
            json.key("maximum")
            json.int(range.upperBound)
        }
    }
}

extension JSONWriter {
    /// Writes a member that is a list of strings.
    fileprivate mutating func texts(_ name: String, _ texts: [String]) {
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    fileprivate mutating func value(_ initial: JSONOutline.Initial) {
        switch initial {
        case .text(let text): string(text)
        case .integer(let number): int(number)
        case .truth(let truth): bool(truth)
        case .texts(let texts):
            beginArray()
            for text in texts { string(text) }
            endArray()
        }
    }
}
