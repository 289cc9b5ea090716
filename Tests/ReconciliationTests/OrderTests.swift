import Commerce
import Reconciliation
import Testing

/// How far an order has come, and what does not fit.
@Suite struct OrderTests {
    /// A posting as `stage document line quantity unit price purpose`, `-` for what is not said.
    static func posting(_ text: String) -> OrderPosting {
        let words = text.split(separator: " ").map(String.init)
        func decimal(_ word: String) -> Decimal? {
            guard word != "-" else { return nil }
            let parts = word.split(separator: ".")
            let digits = Int128(parts.joined()) ?? 0
            return Decimal(mantissa: digits, scale: parts.count > 1 ? parts[1].count : 0)
        }
        return OrderPosting(
            stage: OrderStage(rawValue: words[0]) ?? .ordered, document: words[1],
            number: String(words[1].prefix { $0 != "/" }), purpose: words.count > 6 ? words[6] : "00",
            line: LineStatement(
                line: words[2] == "-" ? "" : words[2], items: ["VN:X\(words[2])"], quantity: decimal(words[3]),
                unit: words[4], price: decimal(words[5])))
    }

    private static let order = ["ordered po 1 10 EA 2.50", "ordered po 2 4 BX -"]

    private static func findings(_ postings: [String]) -> [OrderFinding.Kind] {
        let all = (order + postings).map(posting)
        guard let last = all.last else { return [] }
        let own = all.filter { $0.document == last.document }.map(\.line)
        return OrderFinding.of(
            OrderStatement(number: "PO", lines: LineStatements(own)), stage: last.stage, among: all, expectsOrder: true
        ).map(\.kind)
    }

    @Test(
        arguments: [
            (["acknowledged a 1 10 EA 2.5"], []), (["acknowledged a 1 12 EA 2.50"], [.overAcknowledged]),
            (["acknowledged a 001 10 EA 2.75"], [.price]), (["acknowledged a 3 1 EA -"], [.unknownLine]),
            (["shipped s 1 6 EA -", "shipped t 1 4 EA -"], []),
            (["shipped s 1 6 EA -", "shipped t 1 5 EA -"], [.overShipped]), (["shipped s 1 1 CA -"], [.unit]),
            // Replaced and cancelled shipments do not count.
            (["shipped s 1 6 EA -", "shipped s/2 1 10 EA - 05"], []),
            (["shipped s 1 6 EA -", "shipped s/2 1 6 EA - 01", "shipped t 1 10 EA -"], []),
            (["shipped s 1 6 EA -", "invoiced i 1 6 EA 2.50"], []),
            (["shipped s 1 6 EA -", "invoiced i 1 7 EA 2.50"], [.overInvoiced]),
            (["invoiced i 1 10 EA 2.50"], []), (["invoiced i 1 11 EA 2.60"], [.overInvoiced, .price]),
            // A price that the seller had changed and said so.
            (["acknowledged a 1 10 EA 2.60", "invoiced i 1 10 EA 2.60"], []),
            (["invoiced i 1 10 EA 2.50", "invoiced c 1 -10 EA 2.50", "invoiced j 1 10 EA 2.50"], []),
        ] as [([String], [OrderFinding.Kind])])
    func `what does not fit`(postings: [String], kinds: [OrderFinding.Kind]) {
        #expect(Self.findings(postings) == kinds)
    }

    @Test func `an order that is not known is told where orders come this way`() {
        let postings = [Self.posting("shipped s 1 6 EA -")]
        let statement = OrderStatement(number: "PO", lines: LineStatements(postings.map(\.line)))
        #expect(
            OrderFinding.of(statement, stage: .shipped, among: postings, expectsOrder: true).map(\.kind)
                == [.unknownOrder])
        #expect(OrderFinding.of(statement, stage: .shipped, among: postings, expectsOrder: false).isEmpty)
    }

    @Test func `lines are matched by number, else by item`() {
        let all = Self.order + ["shipped s - 6 EA -"]
        var postings = all.map(Self.posting)
        postings[2].line.items = ["VN:X1", "UP:12"]
        let progress = OrderProgress(postings)
        #expect(progress.lines.map(\.number) == ["1", "2"])
        #expect(progress.lines.map { $0.shipped?.description } == ["6", nil])
        #expect(progress.lines.first?.items == ["VN:X1", "UP:12"])
    }

    @Test(
        arguments: [
            (1, nil, NumberStep.next), (8, 7, .next), (10, 7, .gap(missing: 2)), (6, 7, .late), (7, 107, .late),
            (7, 108, .reset), (1, 500, .reset), (1, 999_999_999, .next), (2, 999_999_999, .gap(missing: 1)),
            (999_999_998, 3, .late), (0, 0, .late),
        ] as [(Int, Int?, NumberStep)])
    func `a number follows on the last`(number: Int, last: Int?, step: NumberStep) {
        #expect(NumberStep(number, after: last) == step)
    }
}
