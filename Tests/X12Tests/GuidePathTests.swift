import Testing
import X12

/// Paths and patterns, the two small languages of a guide.
@Suite struct GuidePathTests {
    @Test(arguments: [
        "REF", "REF02", "REF[01=IA]", "REF[01=IA]02", "REF04-2", "REF[04-1=ZZ]04-2", "N1[01=ST]/N4",
        "N1[01=ST|BY]/N403",
        "HL[03=O]/HL[03=I]/LIN", "**/REF[01=IA]", "PO1[06=VN,!08]07", "N1[01!=ST]", "N104",
    ])
    func `a path is written as it was read`(text: String) throws {
        #expect(try GuidePath(text).description == text)
    }

    @Test(arguments: [
        ("", "a segment is missing"), ("ref", "a segment is missing"), ("REFERENCE", "\"REFERENCE\" is no segment"),
        ("REF[01=IA", "a condition is not closed"), ("REF[01=]", "a value is missing"),
        ("REF[XX=1]", "a condition begins with an element"), ("REF02/N1", "an element is the end of a path"),
        ("N1/", "a segment is missing"), ("REF[01=IA]x", "\"x\" is not part of a path"),
        ("REF00", "elements count from 01"), ("N1/N1/N1/N1/N1/N1/N1/N1/N1", "9 steps"),
        ("REF[01!]", "! stands before"), ("1AB", "\"1AB\" is no segment"), ("REF04-0", "no such component"),
    ])
    func `what is no path is told why`(text: String, message: String) {
        do throws(GuideFault) {
            _ = try GuidePath(text)
            Issue.record("\(text) was read as a path")
        } catch {
            #expect(error.message.contains(message))
            #expect(!error.remedy.isEmpty)
        }
    }

    @Test(arguments: [
        ("[A-Z]{2}[0-9]{6}", "AB123456", true), ("[A-Z]{2}[0-9]{6}", "AB12345", false), ("\\d+", "", false),
        ("\\d*", "", true), ("(PO|SO)-\\d{1,3}", "SO-12", true), ("(PO|SO)-\\d{1,3}", "SO-1234", false),
        ("a?b", "b", true), ("[^0-9]+", "abc", true), ("[^0-9]+", "ab1", false), (".{3}", "~*>", true),
        ("A\\.B", "A.B", true), ("A\\.B", "AxB", false), ("^PO\\w+$", "PO1A", true), ("[]x]", "]", true),
        ("[a-]", "-", true), ("(ab)*c", "ababc", true), ("x{2,}", "xxxx", true), ("x{2,}", "x", false), ("", "", true),
    ])
    func `a pattern matches whole values`(pattern: String, value: String, isMatch: Bool) throws {
        #expect(try GuidePattern(pattern).isMatch(value) == isMatch)
    }

    @Test(arguments: [
        "(", ")", "[a", "*a", "a**b{", "a{2", "a{3,1}", "\\", "\\q", "[z-a]", "((((((((((((((((((a))))))))))))))))))",
        "(a{999}){999}", "((((){999}){999}){999}){999}", String(repeating: "a", count: 201),
    ])
    func `what is no pattern, or too much of one, is refused`(pattern: String) {
        #expect(throws: GuideFault.self) { _ = try GuidePattern(pattern) }
    }

    @Test func `a pattern that would stall a backtracking matcher costs its length`() throws {
        // Exponential for a matcher that tries one way after the other: 2 to the power of 2,000.
        let pattern = try GuidePattern("(a|a)*(a|a)*(a|aa)*b")
        #expect(!pattern.isMatch(String(repeating: "a", count: 2000)))
    }

    @Test(arguments: [
        ("1.50", 0, "1.50"), ("-.5", 0, "-0.5"), ("12345", 2, "123.45"), ("5", 2, "0.05"), ("1.5E2", 0, "150"),
        ("25E-2", 0, "0.25"), ("0", 0, "0"),
    ])
    func `numbers are exact`(text: String, implied: Int, shown: String) {
        #expect(GuideNumber(text.utf8, implied: implied)?.description == shown)
    }

    @Test(arguments: ["", "-", ".", "1.2.3", "1A", "1234567890123456789", "1E99", "--1"])
    func `what is no number is none`(text: String) {
        #expect(GuideNumber(text.utf8) == nil)
    }
}
