import Commerce
import Testing

@Suite struct JSONReaderTests {
    @Test func `JSON5 reads what people write`() throws {
        let json = """
            \u{FEFF}// an order
            {
              kind: 'it\\'s an "Order"', /* between */ "number": "PO-1", // after
              total: 12.50,
              'date': '2026-11-21',
              notes: ['a', "b",],
              lines: [{number: 3, /* , */ quantity: "4",},],
              buyer: {},
            }
            // the end
            """
        let value = try Sample.read(json, syntax: .json5).get()
        #expect(
            value.written
                == #"{"kind":"it's an \"Order\"","number":"PO-1","date":"2026-11-21","total":"12.50","notes":["a","b"],"#
                + #""lines":[{"number":3,"quantity":"4"}]}"#)
    }

    @Test(arguments: [
        ("{kind:'a',kind:'b'}", "$.kind", #"the key "kind" stands twice in this object"#),
        ("{kint:'a'}", "$.kint", #"unknown key "kint"; did you mean "kind"?"#),
        ("{kind:'a' /* open", "$.kind", "the comment does not end"),
        ("{1a:'a'}", "$", "expected a key, found 1a"),
        ("{kind:'a',,}", "$", #"expected a key, found ",""#),
        ("{total:1.2.3}", "$.total", #"expected a decimal such as "12.50", found "1.2.3""#),
        ("{buyer:{scheme:'a' 'b'}}", "$.buyer.scheme", #"expected "," or "}", found "b""#),
    ])
    func `JSON5 problems have their place too`(json: String, path: String, message: String) throws {
        let error = try #require(problem(json, syntax: .json5))
        #expect(error.message == message)
        #expect(error.path == path)
    }

    @Test func `strict JSON has no comments`() {
        #expect(problem(#"{"kind":"a"} // no"#) != nil)
        #expect(problem("\u{FEFF}{}") != nil)
    }

    @Test func `NDJSON reads on after a line that fails, each problem placed in the whole`() throws {
        let lines = "{\"kind\":\"a\"}\n\n  \r\n{\"kind\":1}\n{\"kind\":\"b\"\n{\"number\":\"2\",\"kind\":\"c\"}"
        var reader = JSONReader()
        var results: [String] = []
        reader.readLines(Sample.self, from: Array(lines.utf8)) { result in
            switch result {
            case .success(let value): results.append(value.kind.string)
            case .failure(let error): results.append(error.description)
            }
        }
        #expect(
            results == [
                "a", "line 4, column 9, $.kind: expected a string, found 1",
                "line 5, column 12, $.kind: expected \",\" or \"}\", found the end of the input", "c",
            ])
    }

    @Test(
        arguments: [
            (#"{"kind":"Order"}"#, "Order"), (#" { "a" : {"kind":"no"}, "kind" : "Or\u0064er" } "#, "Order"),
            (#"{"kind":1}"#, nil), (#"{"a":[1,{"kind":"no"}]}"#, nil), ("[]", nil), ("", nil), (#"{"a":}"#, nil),
            (#"{"kind":"cut"#, nil),
        ] as [(String, String?)])
    func `a member is found without reading the document`(json: String, expected: String?) {
        #expect(JSONReader.member("kind", of: Array(json.utf8))?.string == expected)
    }

    @Test(arguments: [JSONReader.Syntax.strict, .json5])
    func `input cut anywhere is a problem and never a trap`(syntax: JSONReader.Syntax) {
        let bytes = Array(Sample.json.utf8)
        var reader = JSONReader(syntax: syntax)
        for length in 0..<bytes.count {
            guard case .failure(let error) = reader.read(Sample.self, from: Array(bytes.prefix(length))) else {
                Issue.record("\(length) bytes were accepted")
                continue
            }
            #expect(error.offset <= length)
            _ = JSONReader.member("lines", of: bytes, in: 0..<length, syntax: syntax)
        }
    }

    @Test(arguments: [JSONReader.Syntax.strict, .json5])
    func `damaged input never traps, and what is accepted is written and read again`(syntax: JSONReader.Syntax) {
        let bytes = Array(Sample.json.utf8)
        let likely = Array("{}[]\",:'\\/u*\n 0-ntf\u{7f}é".utf8) + [0, 0xFF, 0xC3]
        var random = SeededGenerator(state: 7)
        var reader = JSONReader(syntax: syntax)
        var accepted = 0
        for _ in 0..<20_000 {
            var damaged = bytes
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let at = Int.random(in: 0..<damaged.count, using: &random)
                let byte = likely.randomElement(using: &random) ?? 0
                switch Int.random(in: 0..<3, using: &random) {
                case 0: damaged[at] = byte
                case 1: damaged.insert(byte, at: at)
                default: damaged.removeSubrange(at..<min(damaged.count, at + Int.random(in: 1..<9, using: &random)))
                }
            }
            guard case .success(let value) = reader.read(Sample.self, from: damaged) else { continue }
            accepted += 1
            #expect(problem(value.written) == nil)
        }
        #expect(accepted > 100)
    }

    @Test func `the reader keeps the problem until it reads again`() {
        var reader = JSONReader()
        _ = reader.read(Sample.self, from: Array("[]".utf8))
        #expect(reader.error?.offset == 0)
        #expect(reader.read(Sample.self, from: Array("{}".utf8)) == .success(Sample()))
        #expect(reader.error == nil)
        var text = Text()
        reader.field("kind", &text)
        #expect(text.isEmpty)
    }

    @Test func `random bytes never trap`() {
        var random = SeededGenerator(state: 11)
        var strict = JSONReader()
        var relaxed = JSONReader(syntax: .json5)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = strict.read(Sample.self, from: bytes)
            _ = relaxed.read(Sample.self, from: [UInt8(ascii: "{")] + bytes)
            _ = Decimal(bytes)
            _ = Decimal(bytes, impliedScale: 2)
            _ = CalendarDate(digits: bytes)
            _ = TimeOfDay(bytes)
            var writer = JSONWriter()
            writer.string(bytes)
            #expect(writer.string == JSONReaderTests.quoted(String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// A string in JSON, written the plain way.
    static func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16).uppercased()
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// SplitMix64, so that a failing run can be run again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }
}
