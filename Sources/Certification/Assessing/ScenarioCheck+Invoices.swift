import Commerce
import Reconciliation

// The 810 against what was shipped and acknowledged.
extension ScenarioCheck {
    mutating func checkInvoices() {
        guard sets.isSent(byPartner: "810") else { return }
        switch scenario {
        case .reject, .cancel: forbid("810", "Nothing is billed.", because: "bills an order that nothing comes of")
        case .badEnvelope:
            forbid("810", "Nothing of the damaged interchange is billed.", because: "bills an order that was refused")
        case .duplicate, .oversize: if !replies.sets("810").isEmpty { checkBills() }
        default: checkBills()
        }
    }

    private mutating func checkBills() {
        let found = replies.sets("810")
        let invoices = found.filter { $0.invoice != nil }
        let isThere = expect(
            "810", "The goods are billed, and the invoice is sound.", found, isThere: !invoices.isEmpty)
        let waits = "the 810 of \(subject)"
        let findings = invoices.flatMap { set in self.findings(set, .invoiced).map { (set.origin, $0) } }
        if order != nil {
            add(
                "810-lines", "Only lines of the order are billed.", isReady: isThere, waitsFor: waits, findings,
                [.unknownLine], remedy: "repeat the order's line number (IT101) or its item (IT107)")
            add(
                "810-units", "Each line is in the unit it was ordered in.", isReady: isThere, waitsFor: waits, findings,
                [.unit], remedy: "bill in the unit of the order (IT103)")
        }
        let basis = basis
        add(
            "810-quantities", "What was \(basis.word) is billed, no more and no less.",
            isReady: isThere && basis.waitsFor == nil, waitsFor: basis.waitsFor ?? waits, findings, [.overInvoiced],
            remedy: "bill no more than was \(basis.word)", further: billedOtherwise())
        guard order != nil else { return }
        add(
            "810-prices", "Each price is the one that was acknowledged, else the ordered one.",
            isReady: isThere, waitsFor: waits, findings, [.price],
            remedy: "bill at the price that was agreed on (IT104)",
            further: invoices.flatMap(pricedOtherwise))
    }

    /// What quantities are billed by: what was shipped where shipments are announced, else what was promised.
    private var basis: (word: String, waitsFor: String?) {
        if billsShipments {
            return ("shipped", replies.sets("856").contains { $0.notice != nil } ? nil : "the 856 of \(subject)")
        }
        guard sets.isSent(byPartner: "855") else { return ("ordered", nil) }
        return ("acknowledged", answer == nil && order != nil ? "the 855 of \(subject)" : nil)
    }

    private var billsShipments: Bool { sets.isSent(byPartner: "856") && scenario != .billOnly }

    /// Where not what was shipped or promised is billed, as far as the rules of the business do not say so already.
    private func billedOtherwise() -> [ReplyProblem] {
        let word = basis.word
        return progress().lines.flatMap { line -> [ReplyProblem] in
            guard billsShipments || line.isOrdered else { return [] }
            var due = billsShipments ? line.shipped ?? Decimal(0) : line.acknowledged ?? line.ordered ?? Decimal(0)
            // Who ships too much is told so, and not to bill it.
            if let ordered = line.ordered, ordered < due { due = ordered }
            let billed = line.invoiced ?? Decimal(0)
            let limit = line.shipped ?? line.ordered ?? due
            if due < billed, !(limit < billed) {
                return [
                    ReplyProblem(
                        "line \(line.number): \(billed) billed, \(due) \(word)", remedy: "bill no more than was \(word)"
                    )
                ]
            }
            // What is on backorder is billed when it ships, which nothing tells where no shipment is announced.
            let mayBillLess = scenario == .backorder && !billsShipments
            guard billed < due, !mayBillLess, scenario != .duplicate, scenario != .oversize else { return [] }
            return [
                ReplyProblem(
                    "line \(line.number): \(billed) billed, \(due) \(word)", remedy: "bill all that was \(word)")
            ]
        }
    }

    /// Prices of an invoice that are the ordered ones, where the seller answered with others.
    private func pricedOtherwise(_ set: ReplySet) -> [ReplyProblem] {
        let progress = progress()
        return lines(of: set).compactMap { said in
            guard let price = said.price, let line = progress.line(of: said), let ordered = line.price,
                let promised = line.prices[.acknowledged], !price.isEqualInValue(to: promised),
                price.isEqualInValue(to: ordered)
            else { return nil }
            return ReplyProblem(
                "\(set.origin): line \(line.number) was answered at \(promised), this says \(price)",
                remedy: "bill at the price that was answered")
        }
    }
}
