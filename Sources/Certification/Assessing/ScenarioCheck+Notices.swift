import Commerce
import Reconciliation

// The 856 against what was acknowledged.
extension ScenarioCheck {
    mutating func checkNotices() {
        guard sets.isSent(byPartner: "856") else { return }
        switch scenario {
        case .reject, .cancel:
            forbid("856", "Nothing is shipped.", because: "ships of an order that nothing comes of")
        case .badEnvelope:
            forbid(
                "856", "Nothing of the damaged interchange is shipped.", because: "ships of an order that was refused")
        case .billOnly: forbid("856", "Nothing is shipped: it was used already.", because: "ships what is billed only")
        case .duplicate, .oversize:
            // Not asked for; what comes must not be more than was ordered.
            if !replies.sets("856").isEmpty { checkShipments() }
        default: checkShipments()
        }
    }

    private mutating func checkShipments() {
        let found = replies.sets("856")
        let notices = found.filter { $0.notice != nil }
        let isThere = expect(
            "856", "The goods are announced, and the notice is sound.", found, isThere: !notices.isEmpty)
        let waits = "the 856 of \(subject)"
        let findings = notices.flatMap { set in self.findings(set, .shipped).map { (set.origin, $0) } }
        if order != nil {
            add(
                "856-lines", "Only lines of the order are shipped.", isReady: isThere, waitsFor: waits, findings,
                [.unknownLine], remedy: "repeat the order's line number (LIN01 or SN101) or its item (LIN03)")
            add(
                "856-units", "Each line is in the unit it was ordered in.", isReady: isThere, waitsFor: waits, findings,
                [.unit], remedy: "ship in the unit of the order (SN103)")
            let needsAnswer = sets.isSent(byPartner: "855") && answer == nil
            add(
                "856-quantities", "What was acknowledged is shipped, no more and no less.",
                isReady: isThere && !needsAnswer, waitsFor: isThere ? "the 855 of \(subject)" : waits, findings,
                [.overShipped], remedy: "ship no more than was ordered", further: shippedOtherwise())
        }
        if scenario == .splitShipment {
            expectations.add(
                "856-shipments", "Two shipments are announced, by a notice each.",
                waitsFor: notices.count < 2 ? "a second 856 of \(subject), of another number (BSN02)" : nil)
        }
        if scenario == .lotSerial {
            expectations.add(
                "856-lots", "Each item tells its lot or serial number.", waitsFor: isThere ? nil : waits,
                problems: notices.flatMap { set in
                    (set.notice?.levels ?? []).flatMap { Self.withoutLot($0) }.map {
                        ReplyProblem("\(set.origin): \($0)", remedy: "send it in REF LT or REF SE of the item level")
                    }
                })
        }
        checkCartons(notices)
    }

    /// Where not what was promised is shipped, as far as it is no more than was ordered.
    private func shippedOtherwise() -> [ReplyProblem] {
        let later = backordered()
        var problems: [ReplyProblem] = []
        for line in progress(invoices: false).lines where line.isOrdered {
            guard let promised = line.acknowledged ?? line.ordered, let ordered = line.ordered else { continue }
            let shipped = line.shipped ?? Decimal(0)
            let due = promised.subtracting(later[line.number] ?? Decimal(0)) ?? promised
            if promised < shipped, !(ordered < shipped) {
                problems.append(
                    ReplyProblem(
                        "line \(line.number): \(shipped) shipped, \(promised) acknowledged",
                        remedy: "ship what was promised, or answer the order anew before"))
            } else if shipped < due, scenario != .duplicate, scenario != .oversize {
                problems.append(
                    ReplyProblem(
                        "line \(line.number): \(shipped) shipped, \(due) acknowledged for now",
                        remedy: scenario == .splitShipment
                            ? "announce the rest by another 856, of another number" : "ship all that was promised"))
            }
        }
        return problems
    }

    /// How much of each line comes later, by the order's line number.
    private func backordered() -> [String: Decimal] {
        guard let answer else { return [:] }
        let progress = progress(notices: false, invoices: false)
        var later: [String: Decimal] = [:]
        for (index, line) in answer.document.lines.enumerated() where answer.lines.indices.contains(index) {
            guard let place = progress.line(of: answer.lines[index]) else { continue }
            for outcome in line.outcomes where outcome.disposition == .backordered {
                let quantity = outcome.quantity.value ?? line.quantity.value ?? Decimal(0)
                later[place.number] = (later[place.number] ?? Decimal(0)).adding(quantity)
            }
        }
        return later
    }

    /// The items of a level and those in it that tell neither lot nor serial number.
    private static func withoutLot(_ level: ShipmentLevel) -> [String] {
        var found: [String] = []
        let isTold =
            !level.lotNumber.isEmpty || !level.serialNumber.isEmpty
            || level.identifiers.contains { $0.scheme == "LT" || $0.scheme == "SN" }
        if level.shippedQuantity.value != nil, !isTold {
            let name = level.lineNumber.isEmpty ? level.number : level.lineNumber
            found.append("item \(name) names no lot and no serial number")
        }
        return found + level.contains.flatMap { withoutLot($0) }
    }

    /// A carton goes once.
    private mutating func checkCartons(_ notices: [ReplySet]) {
        var seen: [String: String] = [:]
        var problems: [ReplyProblem] = []
        for set in notices {
            for key in set.facts?.keys ?? [] where key.kind == .sscc {
                if let other = seen[key.value] {
                    problems.append(
                        ReplyProblem(
                            "the SSCC \(key.value) is in \(other) and in \(set.origin)",
                            remedy: "give every carton and pallet its own SSCC"))
                }
                seen[key.value] = set.origin
            }
        }
        guard !seen.isEmpty else { return }
        expectations.add("856-cartons", "Every carton and pallet has an SSCC of its own.", problems: problems)
    }
}
