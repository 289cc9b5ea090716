import Commerce
import Testing

@Suite struct JSONRoundTripTests {
    @Test func `what was read is written again byte for byte`() throws {
        #expect(try Sample.read(Sample.json).get().written == Sample.json)
    }

    @Test func `keys in another order give the same value, at every level`() throws {
        let shuffled = """
            {"lines":[{"identifiers":[{"value":"00614141000418","scheme":"GTIN"},{"value":"A-1","scheme":"SKU"}],
            "quantity":"12","number":1},{"location":{"value":"DOCK"},"number":-2,"quantity":"0.50"}],
            "seller":{"value":"a value longer than fifteen bytes"},"time":"14:05:33.5","date":"2026-11-21",
            "kind":"Order","number":"PO-7781","buyer":{"value":"0614141000012","scheme":"GLN"},"isFinal" : true ,
            "total":"1234567.50","notes":["a \\"quoted\\" line\\u000a","K\\u00e4se \\ud83e\\uddc0"]}
            """
        #expect(try Sample.read(shuffled).get().written == Sample.json)
    }

    @Test func `an absent member leaves the value of the layer below, and null clears it`() throws {
        var value = try Sample.read(Sample.json).get()
        var reader = JSONReader()
        let layer = #"{"total":null,"buyer":{"value":"1"},"seller":{"scheme":"DUNS"},"lines":[{"number":9}]}"#
        #expect(reader.read(into: &value, from: Array(layer.utf8)) == nil)
        #expect(value.total == nil)
        #expect(value.buyer == Sample.Party(scheme: "GLN", value: "1"))
        #expect(value.seller == Sample.Party(scheme: "DUNS", value: "a value longer than fifteen bytes"))
        #expect(value.lines.map(\.number) == [9])
        #expect(value.number == "PO-7781")
    }

    @Test func `an object in which nothing was written is left out, an element is not`() {
        var value = Sample()
        value.seller = Sample.Party()
        value.lines = [Sample.Line(), Sample.Line()]
        #expect(value.written == #"{"lines":[{},{}]}"#)
        #expect(Sample().written == "{}")
    }

    @Test func `the members of an object are read in any order`() throws {
        let members = [#""kind":"a""#, #""date":"2026-01-02""#, #""notes":["x"]"#, #""buyer":{"value":"v"}"#]
        let expected = "{" + members.joined(separator: ",") + "}"
        for first in 0..<4 {
            for second in 0..<4 where second != first {
                let others = (0..<4).filter { $0 != first && $0 != second }
                for order in [[first, second] + others, [first, second] + others.reversed()] {
                    let json = "{" + order.map { members[$0] }.joined(separator: ",") + "}"
                    #expect(try Sample.read(json).get().written == expected)
                }
            }
        }
    }
}
