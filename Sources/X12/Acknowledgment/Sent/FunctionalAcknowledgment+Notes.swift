// The faults located: AK3 and AK4 of a 997, IK3, CTX and IK4 of a 999.
extension FunctionalAcknowledgment {
    /// AK4 stands at most 99 times in an AK3 loop. In a 999 IK4 has no such bound, but nobody mends more.
    public static let maximumElementNotes = 99

    /// Writes the notes on faults, which stand in the order of their segments; `true` when there was one to write.
    mutating func writeSegmentNotes(_ faults: [Finding], unit: BusinessUnit?) -> Bool {
        var index = 0
        while index < faults.count {
            let first = faults[index]
            var end = index
            while end < faults.count, faults[end].segmentIndex == first.segmentIndex { end += 1 }
            // One code an AK3: the segment's own faults first, then those of its elements under one code 8.
            for fault in faults[index..<end] where fault.element == 0 {
                writeHeading(fault, code: form.segmentCode(of: fault), unit: unit)
            }
            let elements = faults[index..<end].filter { $0.element > 0 }
            if let one = elements.first {
                writeHeading(one, code: "8", unit: unit)
                for fault in elements.prefix(Self.maximumElementNotes) { write(fault) }
            }
            index = end
        }
        return !faults.isEmpty
    }

    /// Writes AK3. AK301 is the identifier as received; of one that is none, as much of what was sent as shows it.
    private mutating func writeHeading(_ fault: Finding, code: String, unit: BusinessUnit?) {
        writer.begin(form.kind == .functional ? "AK3" : "IK3")
        let name = fault.segment.bytes
        echo(name.isEmpty ? fault.value ?? [] : name, 2...3, fill: "??")
        // AK302 is N0 1/6 before 005010.
        writer.element(form.isLater ? fault.segmentIndex : min(fault.segmentIndex, 999_999))
        writer.element("")
        writer.element(code)
        writer.end()
        guard form.kind == .implementation else { return }
        if let unit, let value = copy(unit.value),
            form.copying.allows(unit.segment, element: unit.element, number: "")
        {
            writer.begin("CTX")
            writer.composite([unit.reference, String(decoding: value, as: UTF8.self)])
            writer.end()
        }
        if fault.element == 0 { writeTrigger(fault) }
    }

    /// Writes the CTX that names what made a rule of the guide apply.
    private mutating func writeTrigger(_ fault: Finding) {
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
    private mutating func write(_ fault: Finding) {
        writer.begin(form.kind == .functional ? "AK4" : "IK4")
        let component = fault.component > 0 ? String(fault.component) : ""
        let repetition = form.isLater && fault.repetition > 0 ? String(fault.repetition) : ""
        writer.composite([String(fault.element), component, repetition])
        // AK402 is N0: the number of a composite or of a control element cannot be sent.
        let number = fault.item?.number ?? ""
        let isNumber = (1...4).contains(number.utf8.count) && number.utf8.allSatisfy(isDigit)
        writer.element(isNumber ? number : "")
        let code = form.elementCode(of: fault)
        writer.element(code)
        // What is absent has no value to repeat.
        if code != "1", code != "2", let value = fault.value.flatMap(copy),
            form.copying.allows(fault.segment, element: fault.element, number: number)
        {
            writer.element(value)
        }
        writer.end()
        writeTrigger(fault)
    }

    /// A value that this interchange can carry; `nil` for one that it could not, and for one of blanks alone.
    private func copy(_ value: [UInt8]) -> [UInt8]? {
        let isPrintable = value.allSatisfy { $0 >= 0x20 && $0 <= 0x7E && !writer.delimiters.contains($0) }
        return isPrintable && value.contains { $0 != 0x20 } ? Array(value.prefix(Finding.longestValue)) : nil
    }
}
