import Commerce
import Foundation
import Testing
import X12

@testable import Partners

@Suite struct SchemaTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: FormatSchema.all.map(\.name))
    func `every field the loader accepts is described, and no other`(name: String) throws {
        let schema = try #require(FormatSchema.all.first { $0.name == name })
        #expect(schema.gaps == [])
        for field in schema.fields { #expect(!field.meaning.isEmpty) }
    }

    @Test(arguments: FormatSchema.all.map(\.name))
    func `every field is acted on where the reference says`(name: String) throws {
        let schema = try #require(FormatSchema.all.first { $0.name == name })
        for field in schema.fields {
            // What only holds others, or is read with them, acts where they do.
            let isPart = field.path.contains("[]") || field.form.phrase == "an object"
            #expect(!field.actsIn.isEmpty || isPart, "\(field.path) names no code that acts on it")
            for place in field.actsIn {
                let parts = place.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
                let file = Self.root.appending(path: "Sources/\(parts[0])")
                let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
                #expect(parts.count == 2 && text.contains(parts[1]), "\(field.path): \(place)")
            }
        }
    }

    /// The fields that can be set by themselves: those of lists are tried with their list.
    private static let settable = FormatSchema.profile.paths.compactMap { path -> (path: String, example: String)? in
        guard !path.contains("[]"), let field = FormatSchema.profile.field(path), !field.example.isEmpty,
            !["schemaVersion", "id", "suspended.because", "identities.test.partner.isa", "identities.test.us.isa"]
                .contains(path)
        else { return nil }
        return (path, field.example)
    }

    @Test(arguments: settable.indices)
    func `every example loads, and nonsense in its place is a fault there`(index: Int) {
        let (path, example) = Self.settable[index]
        #expect(Self.faults(path, example).map(\.description) == [])
        let nonsense = Self.faults(path, path == "name" ? "\"\"" : "\"\\u0007 no such thing\"")
        #expect(nonsense.contains { $0.jsonPath.hasPrefix("$.\(path)") || $0.message.contains("expected") })
        #expect(!nonsense.isEmpty)
    }

    /// The faults of a sound profile with one more member.
    private static func faults(_ path: String, _ value: String) -> [ProfileFault] {
        // A later layer over the profile says it alone: objects are merged member by member.
        var text = value
        for step in path.split(separator: ".").reversed() { text = "{ \(step): \(text) }" }
        let base = "{ schemaVersion: 1, " + text.dropFirst()
        let needed = path.hasPrefix("envelope.isa12") ? ["envelope": "{ gs08: \"005010\" }"] : [:]
        let version = path == "ack.functional" ? ["ack": "{ version: \"005010\" }"] : [:]
        let own = Sample.acme(needed.merging(version) { $1 })
        let profile = own.replacingOccurrences(of: "\n}", with: "\n extends: [\"one\"] }")
        let top = path.split(separator: ".").first.map(String.init) ?? ""
        // The member under test must have the last word.
        let bare = profile.split(separator: "\n").filter { !$0.hasPrefix("  \(top):") || path.contains("identities") }
        return Sample.load(
            ["acme": bare.joined(separator: "\n")], bases: ["one": base]
        ).1
    }

    @Test func `the reference in the documentation is the one made from the schema`() throws {
        let file = Self.root.appending(path: "Sources/Partners/Partners.docc/ProfileReference.md")
        let reference = FormatSchema.reference()
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try reference.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == reference, "RECORD_GOLDENS=1 writes it anew")
    }

    @Test(arguments: FormatSchema.all.map(\.name))
    func `the JSON Schema is JSON that knows every field`(name: String) throws {
        let schema = try #require(FormatSchema.all.first { $0.name == name })
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(schema.jsonSchema())) as? [String: Any])
        for path in schema.paths {
            var node = object
            for step in path.split(separator: ".") {
                let isList = step.hasSuffix("[]")
                let properties = try #require(node["properties"] as? [String: Any])
                let member = try #require(
                    properties[isList ? String(step.dropLast(2)) : String(step)] as? [String: Any])
                node = isList ? try #require(member["items"] as? [String: Any]) : member
            }
            #expect(node["description"] is String, "\(path)")
            #expect(node["type"] is String, "\(path)")
        }
    }
}
