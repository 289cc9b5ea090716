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
        let pairs = identifiers.slots.span
        for index in 0..<identifiers.count {
            let element = first + index * 2
            checkForm(pairs[index].scheme, pairs[index].value, segment, element, &breaches)
            if names(pairs, before: index) {
                breaches.add(
                    .identifierRepeated, segment, element, pairs[index].scheme,
                    "\(pairs[index].scheme) stands twice on one line")
            }
            checkDevice(pairs[index].value, segment, element + 1, &breaches)
            // The length first, which most values have not: a number is sooner told than a scheme.
            let count = pairs[index].value.count
            guard 12...14 ~= count, count == length(pairs[index].scheme), isRight(pairs[index].value) == false else {
                continue
            }
            breaches.append(
                Breach(
                    code: .checkDigit, segment: segment, element: element + 1, value: pairs[index].value.string,
                    reason: "the check digit of \(pairs[index].scheme) \(pairs[index].value) is wrong"))
        }
    }

    /// Whether a pair before `index` is of the same scheme, where that is named.
    @inline(__always)
    private static func names(_ pairs: borrowing Span<ItemIdentifier>, before index: Int) -> Bool {
        guard !pairs[index].scheme.isEmpty else { return false }
        for earlier in 0..<index where pairs[earlier].scheme == pairs[index].scheme { return true }
        return false
    }

    /// The form of an NDC; `element` is that of its qualifier.
    @inline(__always)
    private static func checkForm(
        _ scheme: Text, _ value: Text, _ segment: SegmentID, _ element: Int, _ breaches: inout [Breach]
    ) {
        guard scheme == "ND" || scheme == "N4", !isDrugCode(value) else { return }
        breaches.add(
            .identifierForm, segment, element + 1, value,
            "an NDC has ten or eleven digits, as 5-4-2, 4-4-2, 5-3-2 or 5-4-1")
    }

    /// The check digit of a UDI, which is longer than a text held inline.
    @inline(__always)
    private static func checkDevice(
        _ value: Text, _ segment: SegmentID, _ element: Int, _ breaches: inout [Breach]
    ) {
        guard value.count > Text.inlineCapacity, let udi = DeviceIdentification(value), !udi.isChecked else { return }
        breaches.add(
            .checkDigit, segment, element, value,
            "the check digit of the GTIN \(udi.deviceIdentifier) in the UDI is wrong")
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
