/// Writes the segments of made-up documents, before the guide has its say.
enum TestBodies {
    private static func line(_ id: String, _ line: TestTrade.Line, price: Int? = nil, quantity: Int? = nil) -> [String]
    {
        [
            id, line.number, String(quantity ?? line.quantity), line.unit,
            price.map(TestTrade.Line.amount) ?? line.priceText, "",
        ] + line.items.flatMap { [$0.scheme, $0.value] }
    }

    private static func segments(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func description(_ index: Int) -> [String] { ["PID", "F", "", "", "", "TEST ITEM \(index + 1)"] }

    // MARK: - 850

    static func order(_ trade: TestTrade, purpose: String = "00") -> [[String]] {
        var body = [["BEG", purpose, "SA", trade.number, "", trade.date(0)]]
        if !trade.caseNumber.isEmpty { body.append(["REF", "3H", trade.caseNumber]) }
        body.append(["DTM", "002", trade.date(14)])
        body += segments(
            """
            N1*BY*YOUR CUSTOMER*92*1001
            N3*1 MAIN STREET
            N4*SPRINGFIELD*OH*45501*US
            N1*ST*RECEIVING DOCK*92*2001
            N3*2 DOCK ROAD
            N4*SPRINGFIELD*OH*45502*US
            """)
        for (index, line) in trade.lines.enumerated() { body += [self.line("PO1", line), description(index)] }
        return body + [["CTT", String(trade.lines.count)]]
    }

    // MARK: - 855

    static func acknowledgment(_ trade: TestTrade, _ plan: SellersPlan) -> [[String]] {
        var kinds: Set<String> = []
        var lines: [[String]] = []
        for (line, answer) in zip(trade.lines, plan.answers) {
            var price: Int?
            var quantity = line.quantity
            var substitute: [String] = []
            switch answer {
            case .part(let part): quantity = part
            case .substitute: substitute = [line.substitute.scheme, line.substitute.value]
            case .reprice(let other): price = other
            case .accept, .backorder, .reject, .delete: break
            }
            let status = answer.status
            kinds.insert(status)
            lines.append(self.line("PO1", line, price: price))
            lines.append(
                ["ACK", status, String(quantity), line.unit, "068", trade.date(status == "IB" ? 30 : 10)]
                    + (substitute.isEmpty ? [] : [""] + substitute))
        }
        let kind = kinds == ["IA"] ? "AD" : kinds == ["IR"] || kinds == ["ID"] ? "RD" : "AC"
        return [
            ["BAK", "00", kind, trade.number, trade.date(0), "", "", "", "SO-\(trade.serial)", trade.date(1)],
            ["DTM", "067", trade.date(14)],
        ] + lines + [["CTT", String(trade.lines.count)]]
    }

    // MARK: - 856

    static func notice(
        _ trade: TestTrade, _ plan: SellersPlan, _ quantities: [Int], number: String, carton: Int
    ) -> [[String]] {
        var body = [["BSN", "00", number, trade.date(10), "1405", "0001"], ["HL", "1", "", "S"]]
        body += segments(
            """
            TD1*CTN*1****G*20*LB
            TD5*B*2*ABCD*M*CARRIER
            REF*BM*BOL-5501
            DTM*011*\(trade.date(10))
            DTM*017*\(trade.date(14))
            N1*SF*SUPPLIER WAREHOUSE*92*3001
            N3*3 FACTORY LANE
            N4*COLUMBUS*OH*43004*US
            N1*ST*RECEIVING DOCK*92*2001
            N3*2 DOCK ROAD
            N4*SPRINGFIELD*OH*45502*US
            """)
        body += [["HL", "2", "1", "O"], ["PRF", trade.number, "", "", trade.date(0)], ["HL", "3", "2", "P"]]
        let serial = String(carton)
        let unit = "1" + String(repeating: "0", count: max(16 - serial.count, 0)) + serial
        body.append(["MAN", "GM", "00" + TestItems.checked(unit)])
        var level = 3
        for (index, line) in trade.lines.enumerated() {
            guard quantities.indices.contains(index), quantities[index] > 0 else { continue }
            level += 1
            body += [
                ["HL", String(level), "3", "I"], ["LIN", line.number] + items(line, plan.answers[index]),
                ["SN1", line.number, String(quantities[index]), line.unit],
            ]
            if plan.namesLots { body.append(["REF", "LT", "L\(trade.serial)-\(index + 1)"]) }
        }
        return body + [["CTT", String(level)]]
    }

    /// What a line's goods are called: the substitute in the place of what has its scheme.
    private static func items(_ line: TestTrade.Line, _ answer: LineAnswer) -> [String] {
        guard case .substitute = answer else { return line.items.flatMap { [$0.scheme, $0.value] } }
        return line.items.flatMap {
            [$0.scheme, $0.scheme == line.substitute.scheme ? line.substitute.value : $0.value]
        }
    }

    // MARK: - 810

    static func invoice(_ trade: TestTrade, _ plan: SellersPlan, _ quantities: [Int], number: String) -> [[String]] {
        var body = [["BIG", trade.date(15), number, trade.date(0), trade.number]]
        if !trade.caseNumber.isEmpty { body.append(["REF", "3H", trade.caseNumber]) }
        body += segments(
            """
            N1*RI*SUPPLIER ACCOUNTS*92*3001
            N3*3 FACTORY LANE
            N4*COLUMBUS*OH*43004*US
            N1*BT*YOUR CUSTOMER*92*1001
            ITD*01*3*2**10**30
            DTM*011*\(trade.date(10))
            """)
        var total = 0
        var count = 0
        for (index, line) in trade.lines.enumerated() {
            guard quantities.indices.contains(index), quantities[index] > 0 else { continue }
            var billed = line
            if case .substitute = plan.answers[index] {
                billed.items = line.items.map {
                    $0.scheme == line.substitute.scheme ? line.substitute : ($0.scheme, $0.value)
                }
            }
            if case .reprice(let price) = plan.answers[index] { billed.price = price }
            body += [self.line("IT1", billed, quantity: quantities[index]), description(index)]
            total += billed.price * quantities[index]
            count += 1
        }
        return body + [["TDS", String(total)], ["CTT", String(count)]]
    }
}
