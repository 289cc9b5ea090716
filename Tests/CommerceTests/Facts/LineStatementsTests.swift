import Commerce
import Testing

/// What is kept of an order's lines, as one text.
@Suite struct LineStatementsTests {
    /// How lines are stored, said once more and without any haste.
    private static func packed(_ lines: [LineStatement]) -> String {
        lines.flatMap { line in
            [
                line.line, line.items.joined(separator: "\t"), line.quantity?.description, line.unit,
                line.price?.description,
            ]
        }.map { (text: String?) in text.map { "\($0.utf8.count):\($0)," } ?? "-," }.joined()
    }

    /// What a line of a document says.
    private static func statement(_ line: OrderLine) -> LineStatement {
        LineStatement(
            line: line.number.string,
            items: line.identifiers.map { item in
                var bytes = (item.scheme.bytes + [UInt8(ascii: ":")] + item.value.bytes)[...]
                while bytes.last == 0x20 { bytes.removeLast() }
                while bytes.first == 0x20 { bytes.removeFirst() }
                let upper = bytes.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
                return String(decoding: upper, as: UTF8.self)
            },
            quantity: line.quantity.value, unit: line.quantity.unit.string, price: line.price)
    }

    /// What is read of a line that was stored: a tab parts identifiers.
    private static func read(_ line: LineStatement) -> LineStatement {
        var line = line
        line.items = line.items.flatMap { $0.split(separator: "\t").map(String.init) }
        return line
    }

    private static let hostile: [[UInt8]] =
        [
            "", ",", ":", "-", "\t", "a\tb", "\t\t", " x ", "   ", " 12345678 ", "3:BX,-,", "@AZ[`az{", "ü", "Grüße 🩺",
            "\0",
            "A\0", "123456789", "1234567890",
        ].map { Array($0.utf8) }
        + [[0xFF], [0xC3], [0x41, 0xC3, 0x28], [0xE2, 0x82], [0xE2, 0x82, 0x20], [0x20, 0xA0, 0x61]]
        + [15, 16, 35, 97, 98, 99, 100, 999, 1_000, 5_000].map { [UInt8](repeating: UInt8(ascii: "z"), count: $0) }

    private static let decimals: [Decimal?] = [
        nil, Decimal(0), Decimal(15), Decimal(mantissa: 1_125, scale: 2), Decimal(mantissa: -5, scale: 1),
        Decimal(mantissa: 0, scale: 30), Decimal(mantissa: -1, scale: 30), Decimal(.min),
        Decimal(mantissa: 99_999_999_999_999_999_999_999_999_999_999_999_999, scale: 30),
    ]

    @Test func `lines of any values are stored as they always were, and come out as they went in`() {
        var random = SeededGenerator(state: 7)
        func text() -> Text { Text(Self.hostile.randomElement(using: &random) ?? []) }
        for _ in 0..<500 {
            var order = PurchaseOrder()
            order.head.number = "PO-1"
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                var line = OrderLine()
                line.number = text()
                line.quantity = Quantity(value: Self.decimals.randomElement(using: &random) ?? nil, unit: text())
                line.price = Self.decimals.randomElement(using: &random) ?? nil
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    line.identifiers.append(ItemIdentifier(scheme: text(), value: text()))
                }
                order.lines.append(line)
            }
            let said = order.lines.map(Self.statement)
            let kept = order.facts.orders[0].lines
            #expect(kept.text == Self.packed(said))
            #expect(Array(kept) == said.map(Self.read))
            #expect(LineStatements(packed: kept.text) == kept)
            #expect(LineStatements(said) == kept)
            #expect(kept.isEmpty == said.isEmpty)
        }
    }

    @Test func `lines that an older program stored are read`() {
        let lines = LineStatements(packed: "1:1,9:IN 1\tVN 2,2:15,2:EA,5:11.25,7:ü, 3:x,0:,-,0:,0:,")
        let expected = [
            LineStatement(
                line: "1", items: ["IN 1", "VN 2"], quantity: Decimal(15), unit: "EA",
                price: Decimal(mantissa: 1_125, scale: 2)),
            // A price that is no number counts as none.
            LineStatement(line: "ü, 3:x"),
        ]
        #expect(lines.map { Array($0) } == expected)
    }

    @Test(arguments: [
        "x", "-,", "1:", "1:a", "1:1,", "1:1,0:,-,0:,", "1:1,0:,-,0:,-", "1:1,0:,-,0:,-,1:2,", "2:1,0:,-,0:,-,",
        "-1:1,0:,-,0:,-,", ":1,0:,-,0:,-,", "1a:1,0:,-,0:,-,", "99999999999999999999:1,0:,-,0:,-,", "1:11,0:,-,0:,-,",
        "-,0:,-,0:,-,", "1:1,-,-,0:,-,", "1:1,0:,-,-,-,", "1:1,0:,--,0:,-,", ",",
    ])
    func `what was not packed is no lines`(text: String) {
        #expect(LineStatements(packed: text) == nil)
    }

    @Test func `what the lines come to is their quantities by their prices`() {
        var order = PurchaseOrder()
        order.head.number = "PO-1"
        for (quantity, price) in [(2, 1_125), (3, 50), (7, nil)] as [(Int, Int128?)] {
            var line = OrderLine()
            line.quantity.value = Decimal(quantity)
            line.price = price.flatMap { Decimal(mantissa: $0, scale: 2) }
            order.lines.append(line)
        }
        #expect(order.facts.amount.description == "24.00")
    }
}
