public import Commerce
public import X12

extension Totals {
    /// Puts counts and hash total of what is written in place of those given.
    fileprivate mutating func derive(_ count: Int, _ quantities: QuantitySums, _ policy: WritingPolicy) {
        if policy.counts == .derived { lineCount = count }
        switch policy.hashTotal {
        case .asGiven: break
        case .hash: hashTotal = Decimal(mantissa: quantities.hash)
        case .sum: hashTotal = quantities.sum
        case .none: hashTotal = nil
        }
    }
}

extension Totals? {
    /// The same, where there need be none yet.
    fileprivate mutating func derive(_ count: Int, _ quantities: QuantitySums, _ policy: WritingPolicy) {
        var totals = self ?? Totals()
        totals.derive(count, quantities, policy)
        if totals != Totals() { self = totals }
    }
}

extension PurchaseOrder {
    public mutating func deriveCounts(_ policy: WritingPolicy) {
        var quantities = QuantitySums()
        for index in lines.indices { quantities.add(lines[index].quantity.value) }
        totals.derive(lines.count, quantities, policy)
    }
}

extension OrderAcknowledgment {
    public mutating func deriveCounts(_ policy: WritingPolicy) {
        var quantities = QuantitySums()
        for index in lines.indices { quantities.add(lines[index].quantity.value) }
        totals.derive(lines.count, quantities, policy)
    }
}

extension Invoice {
    public mutating func deriveCounts(_ policy: WritingPolicy) {
        var quantities = QuantitySums()
        for index in lines.indices { quantities.add(lines[index].quantity.value) }
        totals.derive(lines.count, quantities, policy)
    }
}

extension ShipNotice {
    public mutating func deriveCounts(_ policy: WritingPolicy) {
        var quantities = QuantitySums()
        var count = 0
        for index in levels.indices { levels[index].deriveCounts(&count, &quantities, policy, depth: 1) }
        totals.derive(count, quantities, policy)
    }
}

extension ShipmentLevel {
    /// Counts this level and those below it, and says in HL04 whether there are any.
    fileprivate mutating func deriveCounts(
        _ count: inout Int, _ quantities: inout QuantitySums, _ policy: WritingPolicy, depth: Int
    ) {
        // The writer refuses what is deeper.
        guard depth <= HierarchyTree.deepest else { return }
        count += 1
        quantities.add(shippedQuantity.value)
        if policy.counts == .derived { hasContents = contains.isEmpty ? "0" : "1" }
        for index in contains.indices {
            contains[index].deriveCounts(&count, &quantities, policy, depth: depth + 1)
        }
    }
}
