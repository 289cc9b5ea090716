public import Commerce
import X12

extension ShipNotice {
    /// HL numbers, parents and child codes; CTT01 counts the HL segments; SSCC and GTIN check digits.
    public func breaches() -> [Breach] {
        var all: [ShipmentLevel] = []
        var breaches: [Breach] = []
        // Depth is bounded by the reader; the order of the stack does not matter for sums.
        var stack = levels
        while let level = stack.popLast() {
            all.append(level)
            stack.append(contentsOf: level.contains)
            if level.hasContents == "1" && level.contains.isEmpty || level.hasContents == "0" && !level.contains.isEmpty {
                breaches.append(
                    Breach(
                        code: .hierarchyChild, segment: "HL", element: 4, value: level.hasContents.string,
                        reason: "HL04 of level \(level.level) says \(level.hasContents), but \(level.contains.count) levels are below it"))
            }
            breaches += CheckDigit.breaches(level.identifiers, segment: "LIN", first: 2)
            breaches += level.marks.compactMap { CheckDigit.breach(ofMark: $0.qualifier, $0.value) }
        }
        // Numbers other than 1, 2, 3 … were kept with their spelling.
        for extra in extras where extra.segment == "HL" {
            for element in extra.elements where element.raw == true {
                breaches.append(
                    Breach(
                        code: element.element == 1 ? .hierarchySequence : .hierarchyParent, segment: "HL",
                        element: element.element ?? 1, value: element.value.string,
                        reason: element.element == 1
                            ? "HL01 \(element.value) does not continue the count"
                            : "HL02 \(element.value) does not name the HL above"))
            }
        }
        return breaches
            + (totals?.breaches(counting: all.count, quantities: all.compactMap(\.shippedQuantity.value)) ?? [])
    }
}
