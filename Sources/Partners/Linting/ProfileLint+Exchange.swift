import X12

// Envelopes, answers, versions, delimiters.
extension ProfileLint {
    mutating func lintAcknowledgments() {
        let waits = profile.clocks.acknowledgment != nil || profile.clocks.sets.values.contains { $0 != nil }
        if profile.asksForAcknowledgment, !waits {
            add(
                .ta1NotExpected, "envelope.isa14",
                "ISA14 asks for a TA1, and clocks.acknowledgment is \"none\": one that does not come is noticed by nobody",
                "write clocks.acknowledgment, such as \"24h\", or isa14: \"0\"")
        }
        if profile.functionalAcknowledgment == .nothing,
            profile.documents.isEmpty || profile.documents.contains(where: { $0.direction == .inbound })
        {
            add(
                .ta1NotExpected, "ack.functional",
                "what the partner sends is not acknowledged: it cannot tell a lost document from a late one",
                "write \"997\" or \"999\" unless it asked for none")
        }
        if profile.interchangeAcknowledgment == .never {
            add(
                .ta1NotExpected, "ack.ta1",
                "an interchange whose envelope is refused is answered by nothing: no 997 goes for it either",
                "write \"onError\" unless the partner cannot read a TA1")
        }
    }

    /// An 855 that comes answers an 850 that goes, and the other way round.
    mutating func lintSides() {
        for answer in profile.documents where answer.set == "855" {
            guard !profile.exchanges(set: "850", direction: answer.direction.reversed) else { continue }
            let words = answer.direction == .inbound ? "comes, and no 850 goes out" : "goes out, and no 850 comes"
            let order = answer.direction == .inbound ? "out" : "in"
            add(
                .oneSided, "documents", "the 855 answers an order: it \(words)",
                "add { set: \"850\", direction: \"\(order)\" }, or take the 855 out")
        }
    }

    mutating func lintVersions() {
        let release = String(profile.groupVersion.prefix(5))
        // X12.5 gives an interchange the version of its release; 00401 beside 004010 is as usual as that.
        if profile.interchangeVersion.prefix(4) != release.prefix(4) {
            add(
                .versionMix, "envelope.isa12",
                "ISA12 is \(profile.interchangeVersion) where the groups are \(profile.groupVersion)",
                "write isa12: \(quoted(release)) unless the partner asked for the mix")
        }
        if profile.functionalAcknowledgment == .set999, profile.groupVersion < "005010",
            profile.acknowledgmentVersion == nil
        {
            add(
                .versionMix, "ack.functional",
                "the 999 begins with 005010, and the groups are \(profile.groupVersion)",
                "write \"997\", or ack.version for the 999")
        }
        let wanted = String(profile.groupVersion.prefix(6))
        var seen: Set<String> = []
        for entry in evidence.traded where entry.version.prefix(6) != wanted {
            guard seen.insert("\(entry.set) \(entry.version) \(entry.direction)").inserted else { continue }
            let way = entry.direction == .inbound ? "came" : "went"
            add(
                .versionMix, "envelope.gs08",
                "the \(entry.set) \(way) in \(entry.version), and the profile is written for \(profile.groupVersion)",
                "make sure that both are agreed: severities and the guide are checked against gs08")
        }
    }

    mutating func lintDelimiters() {
        let marks: [(String, UInt8?)] = [
            ("element", profile.delimiters.element), ("component", profile.delimiters.component),
            ("segment", profile.delimiters.segment), ("repetition", profile.delimiters.repetition),
        ]
        for (name, byte) in marks {
            guard let byte else { continue }
            let hits = evidence.values.filter { $0.text.utf8.contains(byte) }
            guard let first = hits.first else { continue }
            let mark = quoted(String(decoding: [byte], as: UTF8.self))
            add(
                .delimiterInData, "syntax.\(name)",
                "\(mark) stands in data: \(quoted(first.text)) in \(first.place)"
                    + (hits.count > 1 ? " and \(hits.count - 1) more" : "") + ": such a document cannot be sent",
                "agree on a delimiter that no data holds, such as \"\\u001d\", or have the data changed")
        }
    }
}
