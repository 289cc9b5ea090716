import Commerce
import X12

extension QualifiedAmount {
    /// Walks the elements of AMT.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.decimal(2, &amount)
        segment.text(3, &creditDebit)
    }
}

extension QualifiedQuantity {
    /// Walks the elements of QTY.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.decimal(2, &quantity.value)
        segment.text(3, component: 1, &quantity.unit)
        segment.text(4, &message)
    }
}

extension Measurement {
    /// Walks the elements of MEA.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &reference)
        segment.text(2, &qualifier)
        segment.decimal(3, &value.value)
        segment.text(4, component: 1, &value.unit)
        segment.decimal(5, &minimum)
        segment.decimal(6, &maximum)
        segment.text(7, &significance)
        segment.text(8, &attribute)
        segment.text(9, &position)
        segment.text(10, &method)
    }
}

extension Price {
    /// Walks the elements of CTP.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &tradeClass)
        segment.text(2, &kind)
        segment.decimal(3, &amount)
        segment.decimal(4, &quantity.value)
        segment.text(5, component: 1, &quantity.unit)
        segment.text(6, &multiplierKind)
        segment.decimal(7, &multiplier)
        segment.decimal(8, &total)
        segment.text(9, &basis)
        segment.text(10, &condition)
        segment.integer(11, &multiplePriceQuantity)
    }
}

extension Currency {
    /// Walks the elements of CUR.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &statedBy)
        segment.text(2, &code)
        segment.decimal(3, &exchangeRate)
        segment.text(4, &otherParty)
        segment.text(5, &otherCode)
        segment.text(6, &market)
    }
}

// MARK: - Loops of which the document keeps the opening segment

extension QualifiedAmount {
    /// Walks the loop AMT.
    mutating func codeLoop(_ set: inout some SetCoding) { set.segment("AMT") { codeElements(&$0) } }
}

extension QualifiedQuantity {
    /// Walks the loop QTY.
    mutating func codeLoop(_ set: inout some SetCoding) { set.segment("QTY") { codeElements(&$0) } }
}

extension Price {
    /// Walks the loop CTP.
    mutating func codeLoop(_ set: inout some SetCoding) { set.segment("CTP") { codeElements(&$0) } }
}
