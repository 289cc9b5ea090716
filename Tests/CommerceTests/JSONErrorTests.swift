import Commerce
import Testing

@Suite struct JSONErrorTests {
    @Test(
        arguments: [
            (#"{"kindd":"a"}"#, 1, "$.kindd", #"unknown key "kindd"; did you mean "kind"?"#),
            (
                #"{"number":"1","zzzzzz":{"deep":[1,2]}}"#, 14, "$.zzzzzz",
                #"unknown key "zzzzzz"; this object has kind, number, date, time, total, isFinal, notes, buyer, seller, lines"#
            ),
            (
                #"{"lines":[{},{"quantiy":"1"}]}"#, 14, "$.lines[1].quantiy",
                #"unknown key "quantiy"; did you mean "quantity"?"#
            ),
            (#"{"kind":"a","number":"1","kind":"b"}"#, 25, "$.kind", #"the key "kind" stands twice in this object"#),
            (#"{"kind":"a","k\u0069nd":"b"}"#, 12, "$.kind", #"the key "kind" stands twice in this object"#),
            (#"{"date":"2026-13-01"}"#, 8, "$.date", #"expected a date "CCYY-MM-DD", found "2026-13-01""#),
            (#"{"date":20261101}"#, 8, "$.date", #"expected a date "CCYY-MM-DD", found 20261101"#),
            (
                #"{"time":"25:00"}"#, 8, "$.time",
                #"expected a time "HH:MM", "HH:MM:SS" or "HH:MM:SS.DD", found "25:00""#
            ),
            (#"{"total":12.5}"#, 9, "$.total", #"expected a decimal in quotes such as "12.50", found 12.5"#),
            (#"{"total":"1,5"}"#, 9, "$.total", #"expected a decimal such as "12.50", found "1,5""#),
            (#"{"isFinal":"yes"}"#, 11, "$.isFinal", #"expected true or false, found "yes""#),
            (#"{"isFinal":truest}"#, 11, "$.isFinal", #"expected true or false, found "truest""#),
            (#"{"kind":12}"#, 8, "$.kind", "expected a string, found 12"),
            (#"{"kind":{}}"#, 8, "$.kind", "expected a string, found an object"),
            (#"{"notes":"a"}"#, 9, "$.notes", #"expected an array, found "a""#),
            (#"{"notes":["a",null]}"#, 14, "$.notes[1]", "expected a string, found null"),
            (#"{"notes":["a",]}"#, 14, "$.notes[1]", #"expected a string, found "]""#),
            (#"{"notes":["a" "b"]}"#, 14, "$.notes[0]", #"expected "," or "]", found "b""#),
            (#"{"buyer":[]}"#, 9, "$.buyer", "expected an object, found an array"),
            (#"{"lines":[{"number":1.5}]}"#, 20, "$.lines[0].number", "expected a whole number, found 1.5"),
            (#"{"lines":[{"number":01}]}"#, 20, "$.lines[0].number", "expected a whole number, found 01"),
            (
                #"{"lines":[{"number":9223372036854775808}]}"#, 20, "$.lines[0].number",
                "expected a whole number of 64 bits, found 9223372036854775808"
            ),
            (#"{"kind":"a"} x"#, 13, "$", #"expected the end of the document, found "x""#),
            (#"{"kind":"a",}"#, 12, "$", #"expected a key in quotes, found "}""#),
            (#"{"kind" "a"}"#, 8, "$.kind", #"expected ":" after the key, found "a""#),
            (#"{"kind":"a" "number":"b"}"#, 12, "$.kind", #"expected "," or "}", found "number""#),
            (#"{kind:"a"}"#, 1, "$", #"expected a key in quotes or "}", found "kind""#),
            (#"{"kind":'a'}"#, 8, "$.kind", #"expected a string, found "'""#),
            (#"{"kind":"a\q"}"#, 10, "$.kind", #"expected an escape such as \n or \u00E9"#),
            (#"{"kind":"\u12G4"}"#, 9, "$.kind", #"expected four hexadecimal digits after \u"#),
            (#"{"kind":"\ud800"}"#, 9, "$.kind", "half of a surrogate pair stands alone"),
            (#"{"kind":"\udc00\ud800"}"#, 9, "$.kind", "half of a surrogate pair stands alone"),
            ("{\"kind\":\"a\tb\"}", 10, "$.kind", "a control character must be escaped in a string"),
            (#"{"kind":"abc"#, 8, "$.kind", "the string does not end"),
            (#"{"kind":"a""#, 11, "$.kind", #"expected "," or "}", found the end of the input"#),
            ("", 0, "$", "expected an object, found the end of the input"),
            ("[]", 0, "$", "expected an object, found an array"),
            (#"{"number":"1","kind":"a"x}"#, 24, "$.kind", #"expected "," or "}", found "x""#),
        ] as [(String, Int, String, String)])
    func `a problem has its place, its path and what was expected`(
        json: String, offset: Int, path: String, message: String
    ) throws {
        let error = try #require(problem(json))
        #expect(error.message == message)
        #expect(error.offset == offset)
        #expect(error.path == path)
    }

    @Test func `a decimal of too many digits says how many there may be`() throws {
        let digits = String(repeating: "1", count: 40)
        let error = try #require(problem(#"{"total":"\#(digits)"}"#))
        #expect(
            error.message
                == #"expected a decimal such as "12.50" of at most 38 digits, 30 of them after the point, found "\#(digits)""#
        )
    }

    @Test func `line and column count characters from one`() throws {
        let error = try #require(problem("{\n  \"kind\": \"Käse\", \"number\": 1\n}"))
        #expect(error.description == "line 2, column 29, $.number: expected a string, found 1")
    }

    @Test func `the first problem is kept, not one after it`() throws {
        let error = try #require(problem(#"{"seller":{"x":1},"date":"bad","lines":[{"y":1}]}"#))
        #expect(error.path == "$.seller.x")
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80]]
            as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        var reader = JSONReader()
        let json = Array(#"{"kind":"a"#.utf8) + bytes + Array(#""}"#.utf8)
        guard case .failure(let error) = reader.read(Sample.self, from: json) else {
            Issue.record("accepted")
            return
        }
        #expect(error.message == "the string is not UTF-8")
        #expect(error.offset == 10)
    }

    @Test(arguments: ["[", "{\"a\":"])
    func `nesting is limited, in what is skipped too`(opening: String) throws {
        let error = try #require(problem(#"{"unknown":"# + String(repeating: opening, count: 100_000)))
        #expect(error.message == "objects and arrays are nested deeper than 64")
    }

    @Test func `a description that nests without end is stopped at the limit`() throws {
        struct Node: JSONObject {
            var inner: [Node] = []
            var name = Text()
            mutating func code(_ json: inout some JSONCoding) {
                json.field("name", &name)
                json.field("inner", &inner)
            }
        }
        // Each level has its keys in the other order, which must not double the work from level to level.
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: #"{"inner":["#, count: depth) + String(repeating: #"],"name":"n"}"#, count: depth))
                    .utf8)
        }
        var reader = JSONReader()
        #expect(throws: Never.self) { try reader.read(Node.self, from: nested(32)).get() }
        #expect(throws: JSONError.self) { try reader.read(Node.self, from: nested(33)).get() }
    }
}
