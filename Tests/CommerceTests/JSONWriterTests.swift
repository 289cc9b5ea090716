import Commerce
import Testing

@Suite struct JSONWriterTests {
    @Test(arguments: 0...20)
    func `each byte is escaped where it must be, at any place of a text`(length: Int) {
        for byte in UInt8.min...0x7F {
            for at in 0..<length {
                var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                bytes[at] = byte
                var value = Sample()
                value.kind = Text(bytes)
                let expected = JSONReaderTests.quoted(String(decoding: bytes, as: UTF8.self))
                #expect(value.written == "{\"kind\":\(expected)}")
            }
        }
    }

    @Test(
        arguments: [
            "a", "seventh", "eightful", "nineteens", "twelve_bytes", "thirteen_byte", "fifteen_letters",
            "sixteen_letters_",
            "seventeen_letters", "a name of thirty-one characters", "a name of thirty-two characters.",
            "a name of thirty-three characters", "a name that is longer than any that a document has of its own",
        ] as [StaticString])
    func `a name of any length stands before a value of each kind`(name: StaticString) {
        var writer = JSONWriter()
        var (text, long): (Text, Text) = ("x", "a text that is too long to be held inline")
        var decimal = Decimal(mantissa: -1250, scale: 2)
        var (whole, flag): (Int?, Bool?) = (-7, true)
        var texts: [Text] = ["one"]
        writer.beginArray()
        writer.beginObject()
        writer.field(name, &text)
        writer.field(name, &long)
        writer.field(name, &decimal)
        writer.field(name, &whole)
        writer.field(name, &flag)
        writer.field(name, &texts)
        writer.endObject()
        writer.endArray()
        let values = ["\"x\"", "\"\(long)\"", "\"-12.50\"", "-7", "true", "[\"one\"]"]
        #expect(writer.string == "[{" + values.map { "\"\(name)\":\($0)" }.joined(separator: ",") + "}]")
    }

    @Test func `bytes that are not UTF-8 become U+FFFD`() {
        var value = Sample()
        value.kind = Text(([0x41, 0xE2, 0x82, 0x42, 0xFF, 0xC3, 0xA9] as [UInt8]))
        #expect(value.written == "{\"kind\":\"A\u{FFFD}B\u{FFFD}é\"}")
    }

    @Test func `a free-form record is written call by call`() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("type")
        writer.string("set")
        writer.key("a \"key\"" as String)
        writer.beginArray()
        writer.int(.min)
        writer.int(.max)
        writer.bool(false)
        writer.null()
        writer.beginObject()
        writer.endObject()
        writer.write(Sample.Party(scheme: "GLN", value: ""))
        writer.endArray()
        writer.key("total")
        writer.decimal(Decimal(5))
        writer.endObject()
        writer.endLine()
        #expect(
            writer.string
                == #"{"type":"set","a \"key\"":[-9223372036854775808,9223372036854775807,false,null,{},{"scheme":"GLN"}],"#
                + #""total":"5"}"# + "\n")
    }

    @Test func `ends without beginnings are ignored`() {
        var writer = JSONWriter()
        writer.endObject()
        writer.endArray()
        writer.string("a")
        #expect(writer.string == "\"a\"")
    }

    @Test func `pretty output has two blanks a level`() {
        var writer = JSONWriter(pretty: true)
        var value = Sample()
        value.kind = "a,{\"b\":[\\"
        value.notes = ["x", "y"]
        value.lines = [Sample.Line()]
        writer.writeLine(value)
        writer.writeLine(Sample())
        #expect(
            writer.string == """
                {
                  "kind": "a,{\\"b\\":[\\\\",
                  "notes": [
                    "x",
                    "y"
                  ],
                  "lines": [
                    {}
                  ]
                }
                {}

                """)
    }

    @Test func `the buffer is reused and grows with what is written`() throws {
        var writer = JSONWriter()
        var value = try Sample.read(Sample.json).get()
        for _ in 0..<100 { writer.writeLine(&value) }
        #expect(writer.count == 100 * (Sample.json.utf8.count + 1))
        writer.removeAll()
        #expect(writer.count == 0)
        value.kind = Text(String(repeating: "é\n", count: 100_000))
        writer.write(value)
        #expect(try Sample.read(writer.string).get() == value)
        #expect(writer.withBytes { $0.count } == writer.bytes.count)
    }
}
