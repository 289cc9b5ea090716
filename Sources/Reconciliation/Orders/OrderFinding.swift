public import Commerce

/// Is something that a document says of an order and that does not fit what was said before.
public struct OrderFinding: Sendable, Hashable {
    /// Names what does not fit.
    public enum Kind: String, Sendable, CaseIterable {
        /// The order is not known.
        case unknownOrder
        /// The order has no such line.
        case unknownLine
        /// More is promised than was ordered.
        case overAcknowledged
        /// More was shipped than was ordered.
        case overShipped
        /// More was invoiced than was shipped, or than was ordered where nothing is known of shipments.
        case overInvoiced
        /// The price is neither the ordered one nor the one that was acknowledged.
        case price
        /// The unit is not the ordered one, so that quantities cannot be compared.
        case unit
    }

    /// What does not fit.
    public var kind: Kind
    /// The line's number; empty for the order as a whole.
    public var line: String
    /// What was found and what was expected, in a sentence.
    public var reason: String

    /// What a document says of an order that does not fit.
    ///
    /// - Parameters:
    ///   - statement: What the document says.
    ///   - stage: How far the document brings the order.
    ///   - postings: What is known of the order, the document's own postings included.
    ///   - expectsOrder: Whether the order should be known, because this partner's orders come this way.
    /// - Returns: The findings, in the order of the lines.
    public static func of(
        _ statement: OrderStatement, stage: OrderStage, among postings: [OrderPosting], expectsOrder: Bool
    ) -> [OrderFinding] {
        guard stage != .ordered else { return [] }
        let progress = OrderProgress(postings)
        guard progress.isKnown else {
            let reason = "no order \(statement.number) is known"
            return expectsOrder ? [OrderFinding(kind: .unknownOrder, line: "", reason: reason)] : []
        }
        var findings: [OrderFinding] = []
        var known: Set<OrderFinding> = []
        for said in statement.lines {
            guard let line = progress.line(of: said) else { continue }
            for finding in check(said, line, stage) where known.insert(finding).inserted { findings.append(finding) }
        }
        return findings
    }

    private static func check(
        _ said: LineStatement, _ line: OrderProgress.Line, _ stage: OrderStage
    ) -> [OrderFinding] {
        func finding(_ kind: Kind, _ reason: String) -> OrderFinding {
            OrderFinding(kind: kind, line: line.number, reason: reason)
        }
        guard line.isOrdered else {
            // Without number each such line says the same.
            let reason =
                said.line.isEmpty
                ? "a line without a number is of an item that the order does not have"
                : "the order has no line \(said.line)"
            return [finding(.unknownLine, reason)]
        }
        guard said.unit.isEmpty || line.unit.isEmpty || said.unit == line.unit else {
            return [finding(.unit, "line \(line.number) was ordered in \(line.unit), this says \(said.unit)")]
        }
        var findings: [OrderFinding] = []
        func over(_ kind: Kind, _ value: Decimal?, _ limit: Decimal?, _ words: String) {
            guard let value, let limit, limit < value else { return }
            findings.append(finding(kind, "line \(line.number): \(value) \(words) \(limit)"))
        }
        switch stage {
        case .ordered: break
        case .acknowledged: over(.overAcknowledged, line.acknowledged, line.ordered, "promised, ordered")
        case .shipped: over(.overShipped, line.shipped, line.ordered, "shipped, ordered")
        case .invoiced where line.shipped != nil: over(.overInvoiced, line.invoiced, line.shipped, "invoiced, shipped")
        case .invoiced: over(.overInvoiced, line.invoiced, line.ordered, "invoiced, ordered")
        }
        if let price = said.price, let ordered = line.price, !price.isEqualInValue(to: ordered) {
            let promised = stage == .invoiced ? line.prices[.acknowledged] : nil
            if promised.map({ !$0.isEqualInValue(to: price) }) ?? true {
                findings.append(finding(.price, "line \(line.number) was ordered at \(ordered), this says \(price)"))
            }
        }
        return findings
    }
}
