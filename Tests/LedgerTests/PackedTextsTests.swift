import Testing

@testable import Ledger

@Suite struct PackedTextsTests {
    @Test(
        arguments: [
            [], [nil], [""], ["a", nil, "", "3:BX,-,", "Grüße 🩺"], [String(repeating: "x", count: 100_000), "-"],
        ] as [[String?]])
    func `texts that were packed come out as they were`(texts: [String?]) {
        var packer = PackedTexts()
        for text in texts { packer.add(text) }
        #expect(PackedTexts.unpack(String(decoding: packer.packed, as: UTF8.self)) == texts)
    }

    @Test(arguments: [
        "x", "-", "1:", "1:a", "2:a,", "-1:a,", ":a,", "1a:a,", "99999999999999999999:a,", "1:ab", ",", "--,",
    ])
    func `what was not packed is no texts`(text: String) {
        #expect(PackedTexts.unpack(text) == nil)
    }
}
