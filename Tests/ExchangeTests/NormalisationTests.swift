import Commerce
import Exchange
import InterchangeTestSupport
import Testing
import X12

/// What comes back in another form than it came, and only that: the article RoundTrips lists it.
@Suite struct NormalisationTests {
    private static let good = String(decoding: Draft("850").bytes(), as: UTF8.self)

    /// What comes in, by what is changed in a good interchange, which is what goes out.
    static let cases: [(name: String, sent: String)] = [
        (
            "trailing separators",
            good.replacing("BEG*00*SA", with: "BEG*00*SA").replacing(
                "PO1*1*10*EA*2.5**VN*A1~", with: "PO1*1*10*EA*2.5**VN*A1***~")
        ),
        ("empty segments", good.replacing("~\nPO1", with: "~\n~\nPO1")),
        ("blanks before a segment", good.replacing("~\nPO1", with: "~\n  \tPO1")),
        ("line breaks of two kinds", good.replacing("~\nPO1", with: "~\r\nPO1")),
        ("a line break missing", good.replacing("~\nPO1", with: "~PO1")),
        ("a byte order mark", "\u{FEFF}" + good),
        ("bytes around it", "junk\n" + good + "\n\n"),
        ("a short ISA", good.replacing("*SENDER         *", with: "*SENDER*")),
    ]

    @Test(arguments: cases.indices)
    func `this comes back in one form`(row: Int) throws {
        let (name, sent) = Self.cases[row]
        #expect(sent != Self.good, "\(name) changes nothing")
        let document = try #require(try Outcomes.of(Array(sent.utf8)).documents.first, "\(name)")
        let (back, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(failed.flatMap(\.messages) == [])
        #expect(back.map { String(decoding: $0.bytes, as: UTF8.self) } == [Self.good], "\(name)")
    }

    @Test(arguments: ["007", "1.50", ".5", "1E2", "10.", "0010.0"])
    func `a spelling comes back as it came`(quantity: String) throws {
        let draft = Draft("850", [["BEG*00*SA*PO1**20261121", "PO1*1*\(quantity)*EA"]])
        let document = try #require(try Outcomes.of(draft.bytes()).documents.first)
        let (back, _) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(document.json, [document.json.indices])
        #expect(back.first.map { String(decoding: $0.bytes, as: UTF8.self).contains("PO1*1*\(quantity)*EA~") } == true)
    }
}
