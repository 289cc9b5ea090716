import Commerce
import X12

extension Totals {
    /// Walks the elements of CTT.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.integer(1, &lineCount)
        segment.decimal(2, &hashTotal)
        segment.decimal(3, &weight.value)
        segment.text(4, &weight.unit)
        segment.decimal(5, &volume.value)
        segment.text(6, &volume.unit)
        segment.text(7, &description)
    }
}

extension Totals {
    /// Walks the loop CTT of an order or an acknowledgment.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("CTT") { codeElements(&$0) }
        set.each("AMT", &amounts) { $0.codeElements(&$1) }
    }

    /// Walks the CTT of a set that has it outside a loop.
    static func code(_ totals: inout Totals?, _ set: inout some SetCoding) {
        var value = totals ?? Totals()
        set.segment("CTT") { value.codeElements(&$0) }
        if value != Totals() { totals = value }
    }
}
