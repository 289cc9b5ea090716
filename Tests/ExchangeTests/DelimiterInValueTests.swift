import Commerce
import Testing
import Translation
import X12

@Suite("Delimiters in values")
struct DelimiterInValueTests {
    private func messages(name: String, suffix: [UInt8] = []) throws -> [String] {
        let json = Array(
            """
            {"kind":"PurchaseOrder","schemaVersion":"1.0","number":"1","parties":[{"role":"ST","name":"\(name)"}],\
            "measurements":[{"reference":"PD","qualifier":"WT","value":{"value":"1.5","unit":"LB"},"method":"C"}],\
            "extras":[{"at":"","segment":"MEA","of":"PD","occurrence":1,"elements":[{"element":4,"components":["","A"]}]}]}
            """.utf8)
        let standard = try #require(Standard.version("004010"))
        let made = SetGenerator().generate(
            json, in: json.indices, standard: standard,
            delimiters: Delimiters(repetition: UInt8(ascii: "^")), suffix: suffix)
        switch made {
        case .success(let set):
            let text = String(decoding: set.segments, as: UTF8.self)
            #expect(text.contains("MEA*PD*WT*1.5*LB>A"), "a composite holds its own separators: \(text)")
            return []
        case .failure(let failure): return failure.messages
        }
    }

    @Test(arguments: ["*", "~", ">", "^", "\\u0001", "\\n", "\\u001F"])
    func `one is told with its field, however long the text before it`(delimiter: String) throws {
        for length in [0, 1, 6, 7, 8, 14, 15, 16, 40] {
            for after in ["", "Z"] {
                let told = try messages(name: String(repeating: "A", count: length) + delimiter + after)
                #expect(told.count == 1)
                #expect(told.first?.hasPrefix("$.parties[0].name: the value holds a delimiter") == true, "\(told)")
            }
        }
    }

    @Test func `none is found where there is none`() throws {
        #expect(try messages(name: "CAFÉ DOCK 4 - A NAME OF SOME LENGTH") == [])
        #expect(try messages(name: "DOCK", suffix: Array("\r\n".utf8)) == [])
    }
}
