import Commerce
import X12

extension Packaging {
    /// Walks the elements of PO4.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.integer(1, &pack)
        segment.decimal(2, &size.value)
        segment.text(3, &size.unit)
        segment.text(4, &packaging)
        segment.text(5, &weightQualifier)
        segment.decimal(6, &weight.value)
        segment.text(7, &weight.unit)
        segment.decimal(8, &volume.value)
        segment.text(9, &volume.unit)
        segment.decimal(10, &length)
        segment.decimal(11, &width)
        segment.decimal(12, &height)
        segment.text(13, &dimensionUnit)
        segment.integer(14, &innerPack)
        segment.text(15, &position)
        segment.text(16, &firstNumber)
        segment.text(17, &lastNumber)
        segment.integer(18, &packageCount)
    }
}

extension PackagingInstruction {
    /// Walks the elements of PKG.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &characteristic)
        segment.text(3, &agency)
        segment.text(4, &code)
        segment.text(5, &text)
        segment.text(6, &unitLoad)
    }
}

extension PackagingInstruction {
    /// Walks the loop PKG of a line.
    mutating func codeLoop(_ set: inout some SetCoding) {
        set.segment("PKG") { codeElements(&$0) }
        set.each("MEA", &measurements) { $0.codeElements(&$1) }
    }
}
