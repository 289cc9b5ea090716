public import Commerce
import X12

extension PurchaseOrder {
    /// Line count, hash total, check digits.
    public func breaches() -> [Breach] {
        (totals?.breaches(counting: lines.count, quantities: lines.compactMap(\.quantity.value)) ?? [])
            + lines.flatMap { CheckDigit.breaches($0.identifiers, segment: "PO1", first: 6) }
    }
}

extension OrderAcknowledgment {
    /// Line count, hash total, check digits.
    public func breaches() -> [Breach] {
        (totals?.breaches(counting: lines.count, quantities: lines.compactMap(\.quantity.value)) ?? [])
            + lines.flatMap { CheckDigit.breaches($0.identifiers, segment: "PO1", first: 6) }
    }
}
