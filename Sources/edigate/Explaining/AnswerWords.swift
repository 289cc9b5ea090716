import X12

/// What one answer says, in words: the meanings of its codes, and how it stands to what was sent.
struct AnswerWords {
    let group: ReceivedAnswers.GroupAnswer
    /// The group that was sent, when it was found.
    let sent: AnsweredSets.Group?
    /// Whether there was anything to look for it in.
    let isSearched: Bool
    /// The sets of that group by set and control number.
    private let sentSets: [String: AnsweredSets.Set]

    init(group: ReceivedAnswers.GroupAnswer, sent: AnsweredSets.Group?, isSearched: Bool) {
        self.group = group
        self.sent = sent
        self.isSearched = isSearched
        sentSets = Dictionary(
            (sent?.sets ?? []).map { ("\($0.envelope.set) \($0.envelope.controlNumber)", $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// A code with what it means.
    struct Code {
        var code: String
        var meaning: String
        var remedy: String
    }

    func code(_ code: String, _ list: String) -> Code {
        guard let known = AcknowledgmentCodeList.named(list)?.code(code, version: group.version) else {
            return Code(
                code: code, meaning: code.isEmpty ? "no code is given" : "no list has the code \(code)",
                remedy: "ask the partner what it means")
        }
        return Code(code: code, meaning: known.meaning, remedy: known.remedy)
    }

    private var lists: (set: String, segment: String, element: String) { group.answer.kind.codeLists }

    func segmentCode(_ note: ReceivedSegmentNote) -> Code { code(note.code, lists.segment) }
    func elementCode(_ note: ReceivedElementNote) -> Code { code(note.code, lists.element) }
    func setCode(_ text: String) -> Code { code(text, lists.set) }

    /// How the group stands to what was sent, where that does not agree.
    var groupMismatches: [String] {
        guard isSearched else { return [] }
        let answer = group.answer
        guard let sent else {
            return ["nothing that was sent matches: no group \(answer.functionalCode) \(answer.groupControlNumber)"]
        }
        var mismatches: [String] = []
        if let header = group.interchange, sent.interchange.receiver != header.sender {
            mismatches.append(
                "that group was sent to \(sent.interchange.receiver), and this answer comes from \(header.sender)")
        }
        if let received = answer.received, received != sent.sets.count {
            mismatches.append("\(sent.sets.count) sets were sent, and the partner received \(received)")
        }
        if !answer.version.isEmpty, answer.version != sent.header.version {
            mismatches.append("AK103 says \(answer.version), and \(sent.header.version) was sent")
        }
        let named = Swift.Set(answer.sets.map { "\($0.set) \($0.controlNumber)" })
        let unnamed = sent.sets.map { "\($0.envelope.set) \($0.envelope.controlNumber)" }.filter {
            !named.contains($0)
        }
        if !unnamed.isEmpty, !named.isEmpty {
            let list = unnamed.prefix(5).joined(separator: ", ") + (unnamed.count > 5 ? " and others" : "")
            mismatches.append("the answer does not name \(list), which was sent in the group")
        }
        return mismatches
    }

    func sentSet(_ set: ReceivedSetAnswer) -> AnsweredSets.Set? {
        sentSets["\(set.set) \(set.controlNumber)"]
    }

    /// How a set stands to what was sent, where that does not agree.
    func mismatch(_ set: ReceivedSetAnswer) -> String? {
        guard isSearched, let sent, sentSet(set) == nil else { return nil }
        return "no set \(set.set) \(set.controlNumber) was sent in group \(sent.header.controlNumber)"
    }

    /// How a segment note stands to what was sent.
    struct SegmentStanding {
        var segment: AnsweredSets.Segment?
        var mismatch: String?
    }

    func standing(_ note: ReceivedSegmentNote, in set: ReceivedSetAnswer) -> SegmentStanding {
        guard let sent = sentSet(set) else { return SegmentStanding() }
        let count = sent.envelope.segmentCount
        guard let position = note.position else {
            return SegmentStanding(mismatch: "the note has no segment's position")
        }
        guard let segment = sent.segments[position] else {
            return SegmentStanding(
                mismatch: "\(set.set) \(set.controlNumber) has \(count) segments: no segment \(position)")
        }
        // Of a missing segment the identifier is that of the absent one, the place that of what came instead.
        let isAbsent = note.code == "3" || note.code == "I6" || note.code == "I7" || note.code == "I8"
        guard isAbsent || segment.id.description == note.segment || note.segment.isEmpty else {
            return SegmentStanding(
                segment: segment,
                mismatch:
                    "segment \(position) is \(segment.id), not \(note.segment): the partner counts otherwise, or speaks of other bytes"
            )
        }
        return SegmentStanding(segment: segment)
    }

    /// What does not agree between a note on an element and what was sent.
    func mismatch(_ note: ReceivedElementNote, in segment: AnsweredSets.Segment) -> String? {
        guard let place = segment.place(of: note) else {
            guard let element = note.element, element > segment.elements.count else { return nil }
            // Where something is missing there may well be nothing.
            return note.code == "1" || note.code == "2" || note.code == "I9"
                ? nil : "\(segment.id) has \(segment.elements.count) elements: no element \(element)"
        }
        guard let value = note.value else { return nil }
        let sent = segment.text(place)
        return sent.hasPrefix(value) || value.hasPrefix(sent) && !sent.isEmpty
            ? nil : "the partner read \"\(printable(value))\", and \"\(printable(sent))\" was sent"
    }
}

extension ReceivedElementNote {
    /// Where in a segment it is, such as `BEG05` or `REF04-2`.
    func place(in segment: String) -> String {
        guard let element else { return segment }
        var place = "\(segment)\(element < 10 ? "0" : "")\(element)"
        if let component { place += "-\(component)" }
        if let repetition { place += ", repetition \(repetition)" }
        return place
    }
}
