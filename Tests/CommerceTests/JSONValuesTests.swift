import Commerce
import Testing

@Suite("Where values lie in a text")
struct JSONValuesTests {
    private func values(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return JSONValues.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test func `documents end where their last brace is, however laid out`() {
        #expect(values("{\"a\":1}\n{\"b\":{}}") == ["{\"a\":1}", "{\"b\":{}}"])
        #expect(values(" {\n \"a\": {\n }\n}\n\n{} ") == ["{\n \"a\": {\n }\n}", "{}"])
        #expect(values("nonsense {\n{}") == ["nonsense {", "{}"])
        #expect(values("{\"a\":{}") == ["{\"a\":{}"])
    }

    /// Blocks of 64 bytes are passed at once: whatever is told apart stands once at each place in them.
    @Test(arguments: [
        #"{"a":"}{","b":{"c":{}},"d":"{{{"}"#, #"{"a":"\"}","b":{}}"#, #"{"a":"\\","b":{"c":"}"}}"#,
        #"{"a\"}":"\\\"{","b":[{},{"}":"\\"}]}"#,
    ])
    func `braces in strings and behind backslashes count for nothing, wherever they stand`(document: String) {
        for length in 0..<130 {
            let padded = document.replacing(
                #"":"#, with: #"\#(String(repeating: "x", count: length))":"#, maxReplacements: 1)
            #expect(values(padded + "\n{\"next\":{}}\n" + document) == [padded, "{\"next\":{}}", document])
        }
    }

    /// Only in a string does a backslash mean anything.
    @Test func `a backslash outside a string hides no quote`() {
        for length in 0..<70 {
            let blanks = String(repeating: " ", count: length)
            #expect(values("{\(blanks)\\\"}\":1}\n{}") == ["{\(blanks)\\\"}\":1}", "{}"])
        }
    }
}
