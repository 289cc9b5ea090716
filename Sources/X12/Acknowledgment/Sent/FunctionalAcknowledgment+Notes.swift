// The faults located: AK3 and AK4 of a 997, IK3, CTX and IK4 of a 999.
extension FunctionalAcknowledgment {
    /// AK4 stands at most 99 times in an AK3 loop. In a 999 IK4 has no such bound, but nobody mends more.
    public static let maximumElementNotes = 99

    /// Writes the notes on faults, the findings of these indices, which stand in the order of their segments.
    mutating func writeSegmentNotes(_ findings: borrowing Span<Finding>, _ faults: [Int], unit: BusinessUnit?) {
        var rest = faults[...]
        while let first = rest.first {
            let segment = rest.prefix { findings[$0].segmentIndex == findings[first].segmentIndex }
            rest = rest.dropFirst(segment.count)
            // One code an AK3: the segment's own faults first, then those of its elements under one code 8.
            for fault in segment where findings[fault].element == 0 {
                writeHeading(findings[fault], code: form.segmentCode(of: findings[fault].code), unit: unit)
            }
            var count = 0
            for fault in segment where findings[fault].element > 0 {
                if count == 0 { writeHeading(findings[fault], code: "8", unit: unit) }
                if count < Self.maximumElementNotes { write(findings[fault]) }
                count += 1
            }
        }
    }

    /// Writes AK3. AK301 is the identifier as received; of one that is none, as much of what was sent as shows it.
    private mutating func writeHeading(_ fault: borrowing Finding, code: String, unit: BusinessUnit?) {
        writer.begin(form.kind == .functional ? "AK3" : "IK3")
        let name = fault.segment.bytes
        echo(name.isEmpty ? fault.value ?? [] : name, 2...3, fill: "??")
        // AK302 is N0 1/6 before 005010.
        writer.element(form.isLater ? fault.segmentIndex : min(fault.segmentIndex, 999_999))
        writer.element("")
        writer.element(code)
        writer.end()
        guard form.kind == .implementation else { return }
        if let unit, isRepeatable(unit.value),
            form.copying.allows(unit.segment, element: unit.element, number: "")
        {
            writer.begin("CTX")
            writer.composite([unit.reference, String(decoding: unit.value.prefix(Finding.longestValue), as: UTF8.self)])
            writer.end()
        }
        if fault.element == 0 { writeTrigger(fault) }
    }

    /// Writes the CTX that names what made a rule of the guide apply.
    private mutating func writeTrigger(_ fault: borrowing Finding) {
        guard form.kind == .implementation, let trigger = fault.trigger else { return }
        writer.begin("CTX")
        writer.element(ReceivedContext.trigger)
        echo(trigger.segment.bytes, 2...3, fill: "??")
        writer.element(trigger.segmentIndex)
        writer.element("")
        let component = trigger.component > 0 ? String(trigger.component) : ""
        writer.composite(trigger.element > 0 ? [String(trigger.element), component] : [])
        writer.end()
    }

    /// Writes AK4 or IK4.
    private mutating func write(_ fault: borrowing Finding) {
        writer.begin(form.kind == .functional ? "AK4" : "IK4")
        writer.place(fault.element, component: fault.component, repetition: form.isLater ? fault.repetition : 0)
        // AK402 is N0: the number of a composite or of a control element cannot be sent.
        let number = fault.item?.number ?? ""
        let isNumber = (1...4).contains(number.utf8.count) && number.utf8.allSatisfy(isDigit)
        writer.element(isNumber ? number : "")
        let code = form.elementCode(of: fault.code)
        writer.element(code)
        // What is absent has no value to repeat.
        if code != "1", code != "2", let value = fault.value, isRepeatable(value),
            form.copying.allows(fault.segment, element: fault.element, number: number)
        {
            writer.element(value.prefix(Finding.longestValue))
        }
        writer.end()
        writeTrigger(fault)
    }

    /// Whether this interchange can carry a value, which is more than blanks.
    private func isRepeatable(_ value: [UInt8]) -> Bool {
        value.allSatisfy(writer.canCarry) && value.contains { $0 != 0x20 }
    }
}
