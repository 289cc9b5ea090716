extension Finding {
    /// The codes it causes in a 997 of its own version, and in a TA1: of a finding on an element AK304 is 8, of one on a
    /// segment there is no AK403.
    public var acknowledgmentCodes: AcknowledgmentCodes {
        var codes = code.entry.ack
        if element > 0, codes.element != nil { codes.segment = 8 } else { codes.element = nil }
        let form = AcknowledgmentForm(version: version)
        codes.element = codes.element.map(form.elementCode)
        codes.set = codes.set.flatMap(form.setCode)
        codes.group = codes.group.map(form.groupCode)
        return codes
    }
}
