import Commerce
import X12

extension CheckDigit {
    /// The product qualifiers (235) whose values are GTINs, and how many digits these have.
    private static func length(_ scheme: Text) -> Int? {
        switch scheme {
        case "UP": 12
        case "EN": 13
        case "UK": 14
        default: nil
        }
    }

    /// Adds wrong check digits among a line's identifiers; `first` is the element of the first qualifier.
    static func check(
        _ identifiers: List<ItemIdentifier>, segment: SegmentID, first: Int, _ breaches: inout [Breach]
    ) {
        for index in identifiers.indices {
            checkForm(identifiers, index, segment, first, &breaches)
            guard let length = length(identifiers[index].scheme), identifiers[index].value.count == length,
                isRight(identifiers[index].value) == false
            else { continue }
            let identifier = identifiers[index]
            breaches.append(
                Breach(
                    code: .checkDigit, segment: segment, element: first + index * 2 + 1,
                    value: identifier.value.string,
                    reason: "the check digit of \(identifier.scheme) \(identifier.value) is wrong"))
        }
    }

    /// What else a scheme asks of its value: an NDC's form, a UDI's check digit; and that it stands once on a line.
    private static func checkForm(
        _ identifiers: List<ItemIdentifier>, _ index: Int, _ segment: SegmentID, _ first: Int,
        _ breaches: inout [Breach]
    ) {
        let scheme = identifiers[index].scheme
        let value = identifiers[index].value
        if scheme == "ND" || scheme == "N4", !isDrugCode(value) {
            breaches.add(
                .identifierForm, segment, first + index * 2 + 1, value,
                "an NDC has ten or eleven digits, as 5-4-2, 4-4-2, 5-3-2 or 5-4-1")
        }
        if index > 0, !scheme.isEmpty, identifiers[..<index].contains(where: { $0.scheme == scheme }) {
            breaches.add(
                .identifierRepeated, segment, first + index * 2, scheme, "\(scheme) stands twice on one line")
        }
        if value.count > 15, let udi = DeviceIdentification(value), !udi.isChecked {
            breaches.add(
                .checkDigit, segment, first + index * 2 + 1, value,
                "the check digit of the GTIN \(udi.deviceIdentifier) in the UDI is wrong")
        }
    }

    /// The SSCC in a mark: MAN01 GM carries application identifier 00 and the SSCC-18, AA the SSCC alone; many send
    /// eighteen digits with GM.
    static func breach(ofMark qualifier: Text, _ value: Text) -> Breach? {
        guard qualifier == "GM" || qualifier == "AA" else { return nil }
        var sscc = value
        if value.count == 20 {
            sscc = value.withBytes { $0[0] == 0x30 && $0[1] == 0x30 ? Text($0.extracting(2..<20)) : value }
        }
        if sscc.count == 18, isRight(sscc) == true { return nil }
        return Breach(
            code: .checkDigit, segment: "MAN", element: 2, value: value.string,
            reason: sscc.count == 18
                ? "the check digit of the SSCC \(value) is wrong"
                : "an SSCC has 18 digits, with MAN01 GM led by 00; \(value) has \(value.count)")
    }
}
