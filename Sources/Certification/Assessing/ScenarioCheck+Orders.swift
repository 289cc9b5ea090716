import Commerce
import Partners

// What a partner orders, and its other sets.
extension ScenarioCheck {
    mutating func checkOrders() {
        guard sets.isSent(byPartner: "850"), scenario != .badEnvelope else { return }
        let found = replies.sets("850")
        let orders = found.compactMap(\.order)
        let isThere = expect("850", "The order comes and is sound.", found, isThere: !orders.isEmpty)
        let waits = "the 850 of \(subject)"
        expectations.add(
            "850-lines", "Each line says how much of what is ordered, at what price.", waitsFor: isThere ? nil : waits,
            problems: orders.flatMap(Self.problems(ofLines:)))
        switch scenario {
        case .cancel:
            let isCancelled = orders.contains { $0.purpose == "01" }
            let isPlaced = orders.contains { $0.purpose != "01" }
            expectations.add(
                "850-cancel", "The order comes, and then its cancellation (BEG01 01) under the same number.",
                waitsFor: isCancelled && isPlaced
                    ? nil : isPlaced ? "the cancellation of \(subject)" : "\(subject) before its cancellation")
        case .oversize:
            let most = orders.map(\.lines.count).max() ?? 0
            expectations.add(
                "850-size", "The order has at least \(Scenario.manyLines / 10) lines.", waitsFor: isThere ? nil : waits,
                problems: isThere && most < Scenario.manyLines / 10
                    ? [ReplyProblem("the order has \(most) lines", remedy: "send one with \(Scenario.manyLines)")] : [])
        case .billOnly:
            expectations.add(
                "850-case", "An order for the bill alone names the case (REF 3H).", waitsFor: isThere ? nil : waits,
                problems: isThere && orders.allSatisfy { $0.caseNumber.isEmpty }
                    ? [ReplyProblem("the order names no case", remedy: "send the case number in REF 3H")] : [])
        case .duplicate: checkCopies()
        default: break
        }
    }

    private static func problems(ofLines order: PurchaseOrder) -> [ReplyProblem] {
        if order.lines.isEmpty, order.purpose != "01" {
            return [ReplyProblem("order \(order.head.number) has no lines", remedy: "send its lines")]
        }
        var problems: [ReplyProblem] = []
        for (index, line) in order.lines.enumerated() {
            func lacks(_ what: String, _ element: String) {
                let name = line.number.isEmpty ? "\(index + 1)" : line.number.string
                problems.append(ReplyProblem("line \(name) has no \(what)", remedy: "send it in \(element)"))
            }
            if line.quantity.value == nil { lacks("quantity", "PO102") }
            if line.quantity.unit.isEmpty { lacks("unit", "PO103") }
            if line.identifiers.isEmpty { lacks("item", "PO106 and PO107") }
            if line.price == nil { lacks("price", "PO104") }
        }
        return problems
    }

    /// The same interchange twice gets the same answer from us.
    private mutating func checkCopies() {
        let orders = replies.interchanges.filter { $0.sets.contains { $0.set == "850" } }
        let copies = Dictionary(grouping: orders, by: \.digest).values.max { $0.count < $1.count } ?? []
        let answers = Set(copies.map(\.acknowledgments))
        expectations.add(
            "850-twice", "The same interchange comes twice, and both get one answer.",
            waitsFor: copies.count < 2 ? "the 850 of \(subject) in two files of the same bytes" : nil,
            problems: answers.count > 1
                ? [ReplyProblem("we answered both copies differently", remedy: "tell us: this is our fault")] : [])
    }

    // MARK: - Other sets

    mutating func checkOthers() {
        for document in sets.others where document.direction == .inbound {
            let found = replies.sets(document.set)
            _ = expect(document.set, "A \(document.set) comes and is sound.", found, isThere: !found.isEmpty)
        }
    }
}
