import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import ProgramTestSupport
import Testing
import Translation
import X12

/// Every document we write is one that its JSON Schema allows, by a validator that is none of ours.
@Suite struct SchemaTests {
    static let hasValidator = run(["-c", "import jsonschema"], input: Data()) == ""

    /// Python's answer; nil when it failed or is not there.
    private static func run(_ arguments: [String], input: Data) -> String? {
        let ending = try? Child.run("/usr/bin/env", ["python3"] + arguments, input: input)
        return ending?.status == 0 ? ending?.output : nil
    }

    /// Reads a schema a line, an empty line, then a document a line, and prints what is wrong with each.
    private static let script = """
        import json, sys, jsonschema
        validators = {}
        for line in iter(sys.stdin.readline, "\\n"):
            schema = json.loads(line)
            jsonschema.Draft202012Validator.check_schema(schema)
            checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
            validators[schema["title"]] = jsonschema.Draft202012Validator(schema, format_checker=checker)
        for line in sys.stdin:
            document = json.loads(line)
            error = jsonschema.exceptions.best_match(validators[document["kind"]].iter_errors(document))
            print(f"{error.json_path}: {error.message[:200]}" if error else "valid")
        """

    /// What the validator says of each document, `valid` when it is.
    private func verdicts(of documents: [[UInt8]]) throws -> [String] {
        var input = Data()
        for kind in DocumentKind.allCases {
            // A schema on one line: it has no line break within its strings.
            input += DocumentSchema(of: kind).json.filter { $0 != 0x0A }
            input.append(0x0A)
        }
        input.append(0x0A)
        for document in documents {
            input += document
            input.append(0x0A)
        }
        let answer = try #require(Self.run(["-c", Self.script], input: input))
        return answer.split(separator: "\n").map(String.init)
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func `every document of samples, fixtures and corpus is valid`() throws {
        let files =
            Repository.files(in: "Samples", suffix: ".x12") + Repository.files(in: "Tests/Fixtures", suffix: ".x12")
            + Repository.files(in: "../shared/corpus", suffix: ".edi")
        let documents = try files.flatMap { try Outcomes.of(Repository.bytes($0.path)).documents.map(\.json) }
        #expect(documents.count > 100)
        for (verdict, document) in zip(try verdicts(of: documents), documents) where verdict != "valid" {
            Issue.record("\(verdict) in \(String(decoding: document.prefix(200), as: UTF8.self))")
        }
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func `documents with everything the standard allows are valid`() throws {
        let documents = try LineageTests.cases.flatMap { version, set -> [[UInt8]] in
            let standard = try #require(Standard.version(version))
            let generator = try #require(SpecimenGenerator(standard, set: set))
            return try [SpecimenGenerator.Density.half, .full].flatMap {
                try Outcomes.of(generator.specimen(seed: 11, density: $0).bytes()).documents.map(\.json)
            }
        }
        #expect(documents.count == LineageTests.cases.count * 2)
        for (verdict, document) in zip(try verdicts(of: documents), documents) where verdict != "valid" {
            Issue.record("\(verdict) in \(String(decoding: document.prefix(200), as: UTF8.self))")
        }
    }

    @Test(.enabled(if: hasValidator, "python3-jsonschema is not installed"))
    func `what the schema forbids is told`() throws {
        let bad = [
            #"{"kind":"Invoice","nombre":"1"}"#, #"{"kind":"Invoice","invoiceDate":"2026-13-01"}"#,
            #"{"kind":"Invoice","lines":[{"price":12.5}]}"#, #"{"kind":"PurchaseOrder","schemaVersion":"9"}"#,
            #"{"kind":"TransactionSet","segments":[{"segment":"BCH","elements":{"bch1":"x"}}]}"#,
        ]
        for (document, verdict) in zip(bad, try verdicts(of: bad.map { Array($0.utf8) })) {
            #expect(verdict != "valid", "\(document)")
        }
    }

    @Test func `fields name their elements`() {
        let schema = String(decoding: DocumentSchema(of: .purchaseOrder).json, as: UTF8.self)
        #expect(schema.contains(#""description": "BEG03 Purchase Order Number""#))
        #expect(schema.contains(#""description": "MSG01 Free-Form Message Text; MTX02 Message Text""#))
    }
}
