import Commerce
import Testing

func decimal(_ text: String) -> Decimal? { Decimal(Array(text.utf8)) }

@Suite struct DecimalTests {
    @Test(arguments: [
        ("12.50", "12.50", true), ("-12", "-12", true), ("0", "0", true), ("0.50", "0.50", true),
        ("-0.5", "-0.5", true), ("0.00", "0.00", true), ("123456789012345678", "123456789012345678", true),
        ("1234567890.123456789", "1234567890.123456789", true),
        ("0.000000000000000000000000000001", "0.000000000000000000000000000001", true),
        ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999", true),
        ("-12345678.901234567890123456789012345678", "-12345678.901234567890123456789012345678", true),
        ("18446744073709551616.5", "18446744073709551616.5", true),
        ("10000000000000000000", "10000000000000000000", true),
        (".5", "0.5", false), ("-.5", "-0.5", false), ("5.", "5", false), ("007", "7", false), ("00.5", "0.5", false),
        ("-0", "0", false), ("-0.0", "0.0", false), ("1E5", "100000", false), ("1.5E-3", "0.0015", false),
        ("1.5E1", "15", false), ("1.50E1", "15.0", false), ("0E9", "0", false),
        ("0000000000000000000000000000000000000000000000012.5", "12.5", false),
    ])
    func `R is read and written`(text: String, written: String, canonical: Bool) throws {
        var isCanonical = !canonical
        let value = try #require(Decimal(Array(text.utf8), isCanonical: &isCanonical))
        #expect(value.description == written)
        #expect(isCanonical == canonical)
        #expect(decimal(written) == value)
    }

    @Test(arguments: [
        "", "-", ".", "-.", "+1", " 1", "1 ", "1,5", "1.2.3", "--1", "1-", "1e5", "1E", "1E-", "1E1.5", "1E1000",
        "1E+1",
        "1E38", "1E-31", "E5", ".E5", "0x10", "NaN", "1\u{0}", "100000000000000000000000000000000000000",
        "1234567890123456789012345678901234567890", "0.0000000000000000000000000000001",
    ])
    func `anything else is no R`(text: String) { #expect(decimal(text) == nil) }

    @Test(arguments: [
        ("12345", 2, "123.45", true), ("5", 2, "0.05", true), ("-5", 0, "-5", true), ("0", 2, "0.00", true),
        ("005", 2, "0.05", false), ("-0", 1, "0.0", false),
        ("123456789012345678901", 3, "123456789012345678.901", true),
    ])
    func `Nn is read and written`(text: String, scale: Int, value: String, canonical: Bool) throws {
        var isCanonical = !canonical
        let read = try #require(Decimal(Array(text.utf8), impliedScale: scale, isCanonical: &isCanonical))
        #expect(read.description == value)
        #expect(isCanonical == canonical)
        var bytes: [UInt8] = []
        #expect(read.appendImplied(scale: scale, to: &bytes))
        #expect((String(decoding: bytes, as: UTF8.self) == text) == canonical)
    }

    @Test(arguments: [("1.5", 2), ("", 2), ("-", 2), ("1E2", 2), ("+1", 0), ("1", 31), ("1", -1)])
    func `anything else is no Nn`(text: String, scale: Int) {
        #expect(Decimal(Array(text.utf8), impliedScale: scale) == nil)
    }

    @Test(
        arguments: [
            ("1.5", 2, "150"), ("1.500", 1, "15"), ("1.55", 1, nil), ("0", 4, "0"), ("0.04", 0, nil), ("7", 31, nil),
        ] as [(String, Int, String?)])
    func `Nn is written only when no digit is lost`(text: String, scale: Int, expected: String?) throws {
        var bytes: [UInt8] = []
        let isWritten = try #require(decimal(text)).appendImplied(scale: scale, to: &bytes)
        #expect(isWritten == (expected != nil))
        #expect(String(decoding: bytes, as: UTF8.self) == expected ?? "")
    }

    @Test(arguments: [
        ("1.5", "2.25", "3.75", "-0.75", "3.375"), ("0.10", "0.20", "0.30", "-0.10", "0.0200"),
        ("-7", "7", "0", "-14", "-49"),
        ("9999999999999999999", "1", "10000000000000000000", "9999999999999999998", "9999999999999999999"),
    ])
    func `sums, differences and products are exact`(
        left: String, right: String, sum: String, difference: String, product: String
    ) throws {
        let a = try #require(decimal(left))
        let b = try #require(decimal(right))
        #expect(a.adding(b)?.description == sum)
        #expect(a.subtracting(b)?.description == difference)
        #expect(a.multiplied(by: b)?.description == product)
    }

    @Test func `what does not fit is nil`() throws {
        let greatest = try #require(decimal(String(repeating: "9", count: 38)))
        let tiny = try #require(decimal("0." + String(repeating: "0", count: 29) + "1"))
        #expect(greatest.adding(Decimal(1)) == nil)
        #expect(greatest.negated.subtracting(Decimal(1)) == nil)
        #expect(greatest.adding(tiny) == nil)
        #expect(greatest.multiplied(by: greatest) == nil)
        #expect(tiny.multiplied(by: tiny) == nil)
        #expect(greatest.rounded(scale: 1) == nil)
        #expect(Decimal(mantissa: .min) == nil)
        #expect(Decimal(mantissa: 1, scale: 31) == nil)
        #expect(greatest.adding(Decimal(0)) == greatest)
    }

    @Test(arguments: [
        ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.49", 0, "2"), ("1.005", 2, "1.01"), ("0.5", 0, "1"),
        ("-0.04", 1, "0.0"),
        ("7", 2, "7.00"), ("99.995", 2, "100.00"), ("12345678.901234567890123456789012345678", 2, "12345678.90"),
    ])
    func `half is rounded away from zero`(text: String, scale: Int, expected: String) throws {
        #expect(try #require(decimal(text)).rounded(scale: scale)?.description == expected)
    }

    @Test func `equality keeps the scale, order does not look at it`() throws {
        let a = try #require(decimal("1.5"))
        let b = try #require(decimal("1.50"))
        #expect(a != b)
        #expect(a.isEqualInValue(to: b))
        #expect(!(a < b) && !(b < a))
        let ordered = [
            "-99999999999999999999999999999999999999", "-1.01", "-1", "-0.1", "0", "0.0000000001", "1", "1.01",
            "99999999999999999999999999999999999999",
        ]
        .compactMap(decimal)
        for (i, a) in ordered.enumerated() {
            for (j, b) in ordered.enumerated() { #expect((a < b) == (i < j)) }
        }
    }
}
