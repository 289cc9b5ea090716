import Commerce

extension CarrierRouting {
    /// Walks the elements of TD5.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &sequence)
        segment.text(2, &carrierScheme)
        segment.text(3, &carrier)
        segment.text(4, &transportMode)
        segment.text(5, &routing)
        segment.text(6, &status)
        segment.text(7, &locationQualifier)
        segment.text(8, &location)
        segment.text(9, &transitDirection)
        segment.text(10, &transitTimeUnit)
        segment.decimal(11, &transitTime)
        segment.text(12, &serviceLevel)
        segment.text(13, &serviceLevel2)
        segment.text(14, &serviceLevel3)
        segment.text(15, &country)
    }
}

extension Equipment {
    /// Walks the elements of TD3.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &kind)
        segment.text(2, &initial)
        segment.text(3, &number)
        segment.text(4, &weightQualifier)
        segment.decimal(5, &weight.value)
        segment.text(6, &weight.unit)
        segment.text(7, &ownership)
        segment.text(8, &sealStatus)
        segment.text(9, &sealNumber)
        segment.text(10, &type)
    }
}

extension Lading {
    /// Walks the elements of TD1.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &packaging)
        segment.integer(2, &quantity)
        segment.text(3, &commodityScheme)
        segment.text(4, &commodity)
        segment.text(5, &description)
        segment.text(6, &weightQualifier)
        segment.decimal(7, &weight.value)
        segment.text(8, &weight.unit)
        segment.decimal(9, &volume.value)
        segment.text(10, &volume.unit)
    }
}
