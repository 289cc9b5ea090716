import Commerce
import Reconciliation

// The 855 against the order.
extension ScenarioCheck {
    /// What the answer says of each line, as the order's progress takes it.
    struct Answer {
        var document: OrderAcknowledgment
        /// The lines, each with the substitutes that it names among its items.
        var lines: [LineStatement]
        /// Whether the heading speaks for all lines.
        var isWhole: Bool
    }

    /// The latest answer.
    var answer: Answer? {
        guard let set = replies.sets("855").last(where: { $0.acknowledgment != nil }),
            let document = set.acknowledgment
        else { return nil }
        var lines = lines(of: set)
        guard !document.lines.isEmpty else {
            // Without lines the heading speaks for all of them.
            let isRefused = Self.refusals.contains(document.acknowledgmentType.string) || document.purpose == "01"
            lines = (order?.lines ?? []).map { line in
                var line = line
                if isRefused { line.quantity = Decimal(0) }
                return line
            }
            return Answer(document: document, lines: lines, isWhole: true)
        }
        for (index, line) in document.lines.enumerated() where lines.indices.contains(index) {
            for outcome in line.outcomes where outcome.disposition == .substituted {
                lines[index].items += outcome.identifiers.map { DocumentKey.normal("\($0.scheme):\($0.value)") }
            }
        }
        return Answer(document: document, lines: lines, isWhole: false)
    }

    /// BAK02 that refuse the order as a whole.
    private static let refusals: Set<String> = ["RD", "RF", "RJ", "RN", "RO", "RV"]

    mutating func checkAcknowledgment() {
        guard sets.isSent(byPartner: "855"), scenario != .otherSets else { return }
        if scenario == .badEnvelope {
            forbid(
                "855", "No order of the damaged interchange is answered.", because: "answers an order that was refused")
            return
        }
        let found = replies.sets("855")
        let answer = self.answer
        let isThere = expect("855", "The order is answered, and the answer is sound.", found, isThere: answer != nil)
        guard order != nil else { return }
        let waits = "the 855 of \(subject)"
        var further: [ReplyProblem] = []
        if let answer, !answer.isWhole {
            let lines = progress(notices: false, invoices: false).lines
            for line in lines where line.isOrdered && line.acknowledged == nil {
                further.append(
                    ReplyProblem("line \(line.number) is not answered", remedy: "answer every line of the order"))
            }
        }
        let findings =
            found.last(where: { $0.acknowledgment != nil }).map { set in
                self.findings(set, .acknowledged).map { (set.origin, $0) }
            } ?? []
        add(
            "855-lines", "Every line is answered, and none that was not ordered.", isReady: isThere, waitsFor: waits,
            findings, [.unknownLine], remedy: "repeat the line numbers of the order (PO101)", further: further)
        add(
            "855-units", "Each line is in the unit it was ordered in.", isReady: isThere, waitsFor: waits, findings,
            [.unit], remedy: "answer in the unit of the order (PO103, ACK03)")
        add(
            "855-quantities", "No more is promised than was ordered.", isReady: isThere, waitsFor: waits, findings,
            [.overAcknowledged], remedy: "promise no more than PO102 of the order")
        checkPrices(answer, isThere, waits, findings)
        checkStatus(answer, isThere, waits)
        if scenario == .duplicate { checkOnce() }
    }

    private mutating func checkPrices(
        _ answer: Answer?, _ isThere: Bool, _ waits: String, _ findings: [(String, OrderFinding)]
    ) {
        // A line that says that its price is another one may have another one, where that is what is played.
        let changed = answer?.document.lines.filter { line in line.outcomes.contains { Self.changesPrice($0) } } ?? []
        let told = scenario == .priceChange ? Set(changed.map(\.number.string)) : []
        add(
            "855-prices",
            scenario == .priceChange
                ? "A price that is another than the ordered one is said to be (ACK01 IP, IC or IE)."
                : "Each price is the ordered one.",
            isReady: isThere, waitsFor: waits, findings.filter { !told.contains($0.1.line) }, [.price],
            remedy: "answer with the price of the order (PO104)")
    }

    private static func changesPrice(_ outcome: LineOutcome) -> Bool {
        ["IP", "IC", "IE"].contains(outcome.status.string)
    }

    /// What the scenario plays must be what the answer says.
    private mutating func checkStatus(_ answer: Answer?, _ isThere: Bool, _ waits: String) {
        expectations.add(
            "855-status", "The answer says what the scenario plays: \(Self.played(scenario))",
            waitsFor: isThere ? nil : waits, problems: answer.map(problems(ofStatus:)) ?? [])
    }

    private static func played(_ scenario: Scenario) -> String {
        switch scenario {
        case .partial: "a line is accepted in part."
        case .backorder: "a line comes later (ACK01 IB or BP), with its date."
        case .substitution: "a line comes as a substitute (ACK01 IS) that is named."
        case .reject: "every line is refused."
        case .cancel: "nothing of the cancelled order comes."
        case .priceChange: "a line has another price."
        default: "everything comes as ordered."
        }
    }

    private func problems(ofStatus answer: Answer) -> [ReplyProblem] {
        let lines = progress(notices: false, invoices: false).lines.filter(\.isOrdered)
        let outcomes = answer.document.lines.flatMap { line in line.outcomes.map { (line, $0) } }
        func plays(_ isPlayed: Bool, _ text: String, _ remedy: String) -> [ReplyProblem] {
            isPlayed ? [] : [ReplyProblem(text, remedy: remedy)]
        }
        switch scenario {
        case .partial:
            let isPart = lines.contains { line in
                guard let ordered = line.ordered, let taken = line.acknowledged else { return false }
                return Decimal(0) < taken && taken < ordered
            }
            return plays(
                isPart, "no line is accepted in part",
                "accept less of a line than was ordered (ACK01 IQ, ACK02 the part)")
        case .backorder:
            let later = outcomes.filter { $0.1.disposition == .backordered || $0.1.status == "BP" }
            return plays(!later.isEmpty, "no line is on backorder", "answer a line by ACK01 IB")
                + later.filter { $0.1.date == nil && $0.1.dates.isEmpty && $0.0.scheduledShipDate == nil }.map {
                    ReplyProblem(
                        "line \($0.0.number) comes later, and no date is given", remedy: "give it in ACK04, ACK05")
                }
        case .substitution:
            let substitutes = outcomes.filter { $0.1.disposition == .substituted }
            let isOther = substitutes.contains { line, outcome in
                outcome.identifiers.contains { other in !line.identifiers.contains { $0 == other } }
            }
            return plays(!substitutes.isEmpty, "no line comes as a substitute", "answer a line by ACK01 IS")
                + plays(
                    substitutes.isEmpty || isOther, "the substitute is the item that was ordered",
                    "name the item that comes in ACK07, ACK08")
        case .reject, .cancel:
            if scenario == .cancel, answer.document.purpose == "01" { return [] }
            return lines.filter { $0.acknowledged.map { !$0.isZero } ?? true }.map {
                ReplyProblem(
                    "line \($0.number) is promised all the same: \($0.acknowledged?.description ?? "all")",
                    remedy: scenario == .cancel
                        ? "answer that nothing comes (BAK02 RD, ACK01 ID)" : "refuse it (BAK02 RD, ACK01 IR)")
            }
        case .priceChange:
            let progress = progress(notices: false, invoices: false)
            let isChanged = answer.lines.contains { said in
                guard let price = said.price, let ordered = progress.line(of: said)?.price else { return false }
                return !price.isEqualInValue(to: ordered)
            }
            return plays(
                isChanged, "every price is the ordered one", "answer a line at another price (PO104, ACK01 IP)")
        default:
            let short = lines.filter { line in
                guard let ordered = line.ordered, let taken = line.acknowledged else { return false }
                return taken < ordered
            }
            let other = outcomes.filter {
                [.rejected, .backordered, .substituted, .held].contains($0.1.disposition)
            }
            return short.map {
                ReplyProblem(
                    "line \($0.number): \($0.acknowledged?.description ?? "") promised, "
                        + "\($0.ordered?.description ?? "") ordered", remedy: "accept all of it (ACK01 IA)")
            }
                + other.map {
                    ReplyProblem(
                        "line \($0.0.number) is answered \($0.1.status): \($0.1.meaning)",
                        remedy: "accept it (ACK01 IA)")
                }
        }
    }

    /// The same order twice is one order: more than one answer must say the same.
    private mutating func checkOnce() {
        let statements = replies.allSets.filter { $0.set == "855" && $0.facts != nil }.map { $0.facts?.orders ?? [] }
        let differ = statements.first.map { first in statements.contains { $0 != first } } ?? false
        expectations.add(
            "855-once", "The order that came twice is one order: no two answers contradict each other.",
            waitsFor: statements.isEmpty ? "the 855 of \(subject)" : nil,
            problems: differ
                ? [
                    ReplyProblem(
                        "the two answers to \(subject) say different things",
                        remedy: "take a retransmission (same ISA13, same bytes) as what it is")
                ] : [])
    }
}
