import Commerce
import X12

extension CarrierDetail {
    /// Walks the elements of CAD.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &transportMode)
        segment.text(2, &equipmentInitial)
        segment.text(3, &equipmentNumber)
        segment.text(4, &carrier)
        segment.text(5, &routing)
        segment.text(6, &status)
        segment.text(7, &referenceQualifier)
        segment.text(8, &reference)
        segment.text(9, &serviceLevel)
    }
}

extension ShipmentSummary {
    /// Walks the elements of ISS.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.decimal(1, &units.value)
        segment.text(2, &units.unit)
        segment.decimal(3, &weight.value)
        segment.text(4, &weight.unit)
        segment.decimal(5, &volume.value)
        segment.text(6, &volume.unit)
        segment.decimal(7, &palletCount)
        segment.decimal(8, &palletWeight)
    }
}

extension ShipmentSummary {
    /// Walks the loop ISS.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("ISS") { codeElements(&$0) }
        set.each("PID", &descriptions) { $0.codeElements(&$1) }
    }
}
