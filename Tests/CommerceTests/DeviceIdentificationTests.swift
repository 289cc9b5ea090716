import Commerce
import Testing

/// UDIs are taken apart beside their value, and nothing else is taken for one.
@Suite struct DeviceIdentificationTests {
    private func json(_ value: String) -> String {
        var identifier = ItemIdentifier(scheme: "UK", value: Text(value))
        var writer = JSONWriter()
        writer.write(&identifier)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        guard let start = text.firstRange(of: #","udi":"#)?.upperBound else { return "none" }
        return String(text[start...].dropLast())
    }

    @Test(arguments: [
        (
            "(01)00643169007222(17)160712(10)1A2B(21)77-X",
            #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"1A2B","serial":"77-X","expiryDate":"2016-07-12"}"#
        ),
        (
            "010064316900722217260228101A2B\u{1D}2177X",
            #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"1A2B","serial":"77X","expiryDate":"2026-02-28"}"#
        ),
        (
            "]d20100643169007222112512001726020010LOT/7",
            #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"LOT/7","expiryDate":"2026-02-28","productionDate":"2025-12-31"}"#
        ),
        (
            "\u{1D}01006431690072223012\u{1D}10B",
            #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"B","quantity":12}"#
        ),
        (
            "(01)00643169007222(10)A(B)C(240)REF 9",
            "none"
        ),
        (
            "(01)00643169007222(10)A(B)C(240)REF-9(3102)000150",
            #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"A(B)C","others":[{"identifier":"240","value":"REF-9"},{"identifier":"3102","value":"000150"}]}"#
        ),
        // The HIBC standard's own example of data in one symbol.
        (
            "+A99912345/$$52001510X3/16D20111212/S77DEFG457",
            #"{"issuer":"HIBCC","deviceIdentifier":"A99912345","lot":"10X3","serial":"77DEFG45","expiryDate":"2020-01-15","productionDate":"2011-12-12"}"#
        ),
        ("+A123BJC5D6E71G", #"{"issuer":"HIBCC","deviceIdentifier":"A123BJC5D6E71"}"#),
    ])
    func `a UDI is taken apart`(value: String, parts: String) {
        #expect(json(value) == parts)
    }

    @Test(arguments: [
        "00643169007222", "10012345678902", "0100643169007222", "(01)00643169007", "(99", "(", "+", "+1 614 555 0142",
        "+A123BJC5D6E71H", "0100643169007223172602281012", "01006431690072221726022", "]", "]C", "(01)(01)(01)(01)(01)",
        "(01)00643169007222(ZZ)1", "01-2026-7781-9911-22", "(10)LOT ONLY WITHOUT ITEM",
    ])
    func `what is no UDI from end to end is left alone`(value: String) {
        #expect(json(value) == "none")
    }

    @Test(arguments: [
        "$$0126LOT", "$$2013126LOT", "$$3260131LOT", "$$426013108LOT", "$$526031LOT", "$$62603108LOT",
    ])
    func `every way of HIBC to date a lot is read`(field: String) {
        let value = "+A99912345/\(field)"
        let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%")
        let check = characters[value.reduce(0) { $0 + (characters.firstIndex(of: $1) ?? 0) } % 43]
        #expect(
            json("\(value)\(check)")
                == #"{"issuer":"HIBCC","deviceIdentifier":"A99912345","lot":"LOT","expiryDate":"2026-01-31"}"#)
    }

    @Test func `the value counts, its parts only where there is none`() throws {
        var reader = JSONReader()
        func value(_ json: String) throws -> String {
            try reader.read(ItemIdentifier.self, from: Array(json.utf8)).get().value.string
        }
        let parts = #"{"issuer":"GS1","deviceIdentifier":"00643169007222","lot":"A1","expiryDate":"2026-02-28"}"#
        #expect(try value(#"{"scheme":"UK","value":"10012345678902","udi":\#(parts)}"#) == "10012345678902")
        #expect(try value(#"{"udi":\#(parts),"value":"10012345678902"}"#) == "10012345678902")
        #expect(try value(#"{"scheme":"UK","udi":\#(parts)}"#) == "(01)00643169007222(17)260228(10)A1")
    }

    @Test(arguments: [
        "(01)00643169007222(11)251231(17)260228(10)1A2B(21)77-X", "(01)00643169007222(10)A(240)REF-9",
        "(01)00643169007222(30)12", "(01)00643169007222(37)12",
    ])
    func `the parts make the string again`(value: String) {
        #expect(DeviceIdentification(Text(value))?.text == Text(value))
    }

    @Test(
        arguments: [
            ("AB1234563", true), ("AB1234564", false), ("F91234563", true), ("AB123456", nil), ("A11234563", nil),
        ] as [(String, Bool?)])
    func `a DEA registration has its check digit`(number: String, isRight: Bool?) {
        #expect(CheckDigit.isRightRegistration(Text(number)) == isRight)
    }
}
