import Commerce
import X12

// MARK: - Envelope and syntax

extension ProfileCheck {
    mutating func readEnvelope(_ description: ProfileDescription, into profile: inout Profile) {
        let envelope = description.envelope
        // X12.5: the envelope of a release has its first five digits.
        let interchangeVersion =
            envelope.isa12.isEmpty ? String(envelope.gs08.string.prefix(5)) : envelope.isa12.string
        if EnvelopeProbe.accepts(interchangeVersion: interchangeVersion) {
            profile.interchangeVersion = interchangeVersion
        } else if !envelope.isa12.isEmpty {
            report(
                "$.envelope.isa12", "expected an interchange version, found \(quoted(interchangeVersion))",
                "write a version that ISA12 may have, such as \"00401\"")
        }
        switch envelope.isa14.string {
        case "0": profile.asksForAcknowledgment = false
        case "1": profile.asksForAcknowledgment = true
        default:
            report(
                "$.envelope.isa14", "expected \"0\" or \"1\", found \(quoted(envelope.isa14.string))",
                "write \"1\" to ask for a TA1, else \"0\"")
        }
        let groupVersion = envelope.gs08.string
        // GS08 is an AN 1/12.
        if groupVersion.utf8.count <= 12, Standard.version(groupVersion) != nil {
            profile.groupVersion = groupVersion
        } else {
            let known = Standard.versions
            let near = known.nearest(to: groupVersion).map { "did you mean \"\($0)\"?" }
            report(
                "$.envelope.gs08",
                "expected \(known.choice), with the suffix of a guide if need be, found \(quoted(groupVersion))",
                near ?? "write a version there is")
        }
        if let suffix = word(description.syntax.suffix, Profile.Suffix.self, "$.syntax.suffix") {
            profile.suffix = suffix
        }
        if let delimiters = delimiters(description.syntax, repeats: Int(interchangeVersion) ?? 0 >= 402) {
            profile.delimiters = delimiters
        }
    }

    /// The delimiters; ISA11 is the repetition separator from 00402 on.
    private mutating func delimiters(_ syntax: ProfileDescription.Syntax, repeats: Bool) -> Delimiters? {
        let element = delimiter(syntax.element, "$.syntax.element")
        let component = delimiter(syntax.component, "$.syntax.component")
        let segment = delimiter(syntax.segment, "$.syntax.segment")
        var repetition: UInt8? = repeats ? UInt8(ascii: "^") : nil
        if !syntax.repetition.isEmpty {
            guard let written = delimiter(syntax.repetition, "$.syntax.repetition") else { return nil }
            guard repeats else {
                report(
                    "$.syntax.repetition", "an interchange before version 00402 has no repetition separator",
                    "leave repetition out, or write a later isa12")
                return nil
            }
            repetition = written
        }
        guard let element, let component, let segment else { return nil }
        let delimiters = Delimiters(element: element, segment: segment, component: component, repetition: repetition)
        if delimiters.areUsable { return delimiters }
        // Each is usable alone, so that two are the same: the fault stands at the second.
        let isRepetition = Delimiters(element: element, segment: segment, component: component).areUsable
        let place =
            isRepetition ? "$.syntax.repetition" : element == component ? "$.syntax.component" : "$.syntax.segment"
        report(
            place, "the delimiters are not distinct: element, component, segment and repetition must differ",
            "choose different characters, such as \"*\", \">\", \"~\" and \"^\"")
        return nil
    }

    private mutating func delimiter(_ text: Text, _ jsonPath: String) -> UInt8? {
        let bytes = Array(text.string.utf8)
        if bytes.count == 1, let byte = bytes.first, byte < 0x80 {
            // Beside two that are surely usable, the judgment is about this one.
            let others = Array("*>~".utf8).filter { $0 != byte }
            if Delimiters(element: byte, segment: others[0], component: others[1]).areUsable { return byte }
        }
        report(
            jsonPath, "expected one ASCII character that is no letter, digit or blank, found \(quoted(text.string))",
            "write one such as \"*\", or an escape such as \"\\u001c\"")
        return nil
    }
}

// MARK: - Identities

extension ProfileCheck {
    /// The longest ISA06 and ISA08.
    private static let longestID = 15

    mutating func identities(
        _ sides: ProfileDescription.Sides?, _ usage: Profile.Usage, _ delimiters: Delimiters
    ) -> Profile.Identities? {
        guard let sides else { return nil }
        let path = "$.identities.\(usage.rawValue)"
        let before = faults.count
        let partner = party(sides.partner, "\(path).partner", delimiters)
        let us = party(sides.us, "\(path).us", delimiters)
        guard faults.count == before else { return nil }
        return Profile.Identities(partner: partner, us: us)
    }

    private mutating func party(
        _ side: ProfileDescription.Side, _ path: String, _ delimiters: Delimiters
    ) -> Profile.Party {
        if side.isa.isEmpty {
            report(
                "\(path).isa", "there is no interchange identity", "add isa: [{ qualifier: \"01\", id: \"123456789\" }]"
            )
        }
        if side.gs.isEmpty { report("\(path).gs", "there is no GS code", "add gs: [\"CODE\"]") }
        var ids: [PartyID] = []
        for (index, entry) in side.isa.enumerated() {
            let id = PartyID(qualifier: entry.qualifier.string, id: entry.id.string)
            if !EnvelopeProbe.accepts(qualifier: id.qualifier) {
                report(
                    "\(path).isa[\(index)].qualifier",
                    "list I05 has no qualifier \(quoted(entry.qualifier.string))",
                    "write a qualifier of two characters such as \"01\" (DUNS), \"12\" (telephone) or \"ZZ\"")
            }
            if let fault = characterFault(id.id, 1...Self.longestID, delimiters) {
                report("\(path).isa[\(index)].id", fault, "write the identifier as agreed for ISA06 and ISA08")
            }
            ids.append(id)
        }
        for (index, code) in side.gs.enumerated() {
            if let fault = characterFault(code.string, 2...15, delimiters) {
                report("\(path).gs[\(index)]", fault, "write the code as agreed for GS02 and GS03")
            }
        }
        return Profile.Party(interchangeIDs: ids, groupCodes: side.gs.map(\.string))
    }

    private func characterFault(_ value: String, _ length: ClosedRange<Int>, _ delimiters: Delimiters) -> String? {
        let bytes = Array(value.utf8)
        guard length.contains(bytes.count) else {
            return "expected \(length.lowerBound) to \(length.upperBound) characters, found \(bytes.count): "
                + quoted(value)
        }
        guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            return "expected printable ASCII, found \(quoted(value))"
        }
        // Envelopes are padded with blanks, so that none at the edge can be told from padding.
        guard bytes.first != 0x20, bytes.last != 0x20 else { return "\(quoted(value)) begins or ends with a blank" }
        guard !bytes.contains(where: { delimiters.contains($0) }) else {
            return "\(quoted(value)) holds a delimiter of the profile's syntax"
        }
        return nil
    }
}

/// Asks the X12 reader whether an envelope would pass, so that the lists of the standard are kept in one place.
enum EnvelopeProbe {
    static func accepts(qualifier: String) -> Bool {
        var template = sample
        template.sender.qualifier = qualifier
        return passes(template, element: 5, value: qualifier, unless: .senderQualifier)
    }

    static func accepts(interchangeVersion: String) -> Bool {
        var template = sample
        template.interchangeVersion = interchangeVersion
        return passes(template, element: 12, value: interchangeVersion, unless: .interchangeVersion)
    }

    private static var sample: EnvelopeTemplate {
        let party = PartyID(qualifier: "ZZ", id: "A")
        return EnvelopeTemplate(sender: party, receiver: party, applicationSender: "AA", applicationReceiver: "BB")
    }

    private static func passes(
        _ template: EnvelopeTemplate, element: Int, value: String, unless finding: FindingCode
    ) -> Bool {
        var writer = InterchangeWriter(template, number: 1, time: EnvelopeTime(date: "20260101", time: "0000"))
        var limits = ReaderLimits()
        // An ISA needs no large window.
        limits.window = 4096
        var reader = InterchangeReader(MemorySource(writer.finish()), limits: limits)
        do throws(SourceError) {
            // A value that is cut or padded, or breaks the ISA, does not come back as it was.
            guard let survey = try reader.next(), survey.header?.element(element) == value else { return false }
            return !survey.findings.contains { $0.code == finding }
        } catch {
            return false
        }
    }
}
