import Partners
import Testing
import X12

@Suite struct DropPolicyTests {
    @Test(arguments: [
        ("*.filepart", "orders.edi.FILEPART", true), ("*.filepart", "orders.edi", false), (".*", ".hidden", true),
        ("~*", "~lock", true), ("850-*-?.edi", "850-77-a.edi", true), ("850-*-?.edi", "850-77-ab.edi", false),
        ("*", "", true), ("?", "", false), ("a*b*c", "aXbXbXc", true), ("a*b*c", "aXbXb", false),
        ("[a]", "[a]", true), ("[a]", "a", false), ("*aaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
    ])
    func `a pattern fits a name or not`(pattern: String, name: String, fits: Bool) throws {
        #expect(try #require(NamePattern(pattern)).matches(name) == fits)
    }

    @Test(arguments: [
        ("250ms", 250), ("5s", 5_000), ("30m", 1_800_000), ("2h", 7_200_000), ("1d", 86_400_000), ("0s", 0),
    ])
    func `a period is read and written`(text: String, milliseconds: Int64) throws {
        let period = try #require(Period(text))
        #expect(period.milliseconds == milliseconds)
        #expect(period.description == text)
    }

    @Test(arguments: ["", "5", "s", "-5s", "5 s", "1.5s", "999999d", "5S", "5bh"])
    func `what is no period is none`(text: String) { #expect(Period(text) == nil) }

    @Test func `a profile says when files are complete, and its list of names replaces the usual one`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme([
                "drop": "{ ignore: [\"*.lck\"], linger: \"2s\", incomplete: \"hold\", largest: 10 }"
            ])
        ])
        #expect(faults.map(\.description) == [])
        let drop = try #require(directory.profile("acme")?.drop)
        #expect(drop.ignores("a.LCK") && !drop.ignores("a.tmp"))
        #expect(drop.linger.milliseconds == 2_000 && drop.quiet.milliseconds == 5_000)
        #expect(drop.incomplete == .hold && drop.largest == 10 * 1_048_576)
    }
}
