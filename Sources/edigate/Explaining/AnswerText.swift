import X12

/// The acknowledgments of a file in plain words.
struct AnswerText {
    let answers: ReceivedAnswers
    let search: SentSearch

    init(_ answers: ReceivedAnswers, _ search: SentSearch) {
        self.answers = answers
        self.search = search
    }

    func show() {
        for answer in answers.interchanges { show(answer) }
        for index in answers.groups.indices {
            let group = answers.groups[index]
            show(
                AnswerWords(
                    group: group, sent: search.group(index, answeredBy: group.interchange),
                    isSearched: search.isAsked))
        }
    }

    // MARK: - TA1

    private func show(_ received: ReceivedAnswers.InterchangeAnswer) {
        let answer = received.answer
        let sender = received.interchange.map { " from \($0.sender)" } ?? ""
        Terminal.print(Terminal.styled("TA1\(sender)", .bold) + Terminal.styled("  \(answers.file)", .faint))
        let verdict = AcknowledgmentCodeList.named("I17")?.code(answer.letter)
        headline(
            answer.letter, answer.verdict, "interchange \(answer.controlNumber) of \(answer.date) \(answer.time)",
            verdict?.meaning ?? "no list has the letter \(answer.letter)")
        let note = AcknowledgmentCodeList.named("I18")?.code(answer.noteCode)
        if answer.noteCode != "000" {
            say("   \(answer.noteCode)  \(note?.meaning ?? "no list has this note code")")
        }
        if answer.verdict != .accepted {
            if let remedy = note?.remedy, answer.noteCode != "000" { say("   do   \(remedy)") }
            say("   do   \(verdict?.remedy ?? "ask the partner what became of the interchange")")
        }
        if search.isAsked {
            if let sent = search.interchange(answer) {
                say(
                    "   sent in \(sent.file), to \(sent.header.receiver), \(sent.header.element(9)) \(sent.header.element(10))"
                )
            } else {
                warn("nothing that was sent matches: no interchange \(answer.controlNumber)")
            }
        }
        for finding in answer.findings { warn("\(finding.code.entry.name) \(finding.message)") }
        Terminal.print("")
    }

    // MARK: - 997 and 999

    private func show(_ words: AnswerWords) {
        let answer = words.group.answer
        let header = words.group.interchange
        Terminal.print(
            Terminal.styled(printable("\(answer.kind.rawValue) \(answer.controlNumber)"), .bold)
                + (header.map { " in interchange \($0.controlNumber) from \($0.sender)" } ?? "")
                + Terminal.styled("  \(answers.file)", .faint))
        if let fault = words.group.faults.first {
            warn(
                "this acknowledgment is itself refused (\(fault.code.entry.name) \(fault.message)): what follows is what can be read of it"
            )
        }
        let meaning = words.code(answer.letter, "715")
        headline(
            answer.letter, answer.verdict, "group \(answer.functionalCode) \(answer.groupControlNumber)",
            answer.letter.isEmpty ? "AK9 is missing: nobody knows" : meaning.meaning)
        if let received = answer.received, let accepted = answer.accepted {
            let claimed = answer.claimed.map { $0 == received ? "" : ", \($0) claimed" } ?? ""
            say("   \(accepted) of \(received) sets accepted\(claimed)")
        }
        for code in answer.codes {
            let words = words.code(code, "716")
            say("   \(code)  \(words.meaning)")
            say("   do   \(words.remedy)")
        }
        if answer.verdict != .accepted { say("   do   \(meaning.remedy)") }
        if let sent = words.sent {
            say("   sent in \(sent.file), interchange \(sent.interchange.controlNumber)")
        }
        for mismatch in words.groupMismatches { warn(mismatch) }
        for finding in words.group.findings { warn("\(finding.code.entry.name) \(finding.message)") }
        Terminal.print("")
        for set in answer.sets { show(set, words) }
    }

    private func show(_ set: ReceivedSetAnswer, _ words: AnswerWords) {
        let meaning = words.code(set.letter, "717")
        let name = set.segmentIndex == 0 ? "a set that no AK2 names" : "\(set.set) \(set.controlNumber)"
        headline(set.letter, set.verdict, name, set.letter.isEmpty ? "AK5 is missing: nobody knows" : meaning.meaning)
        if let mismatch = words.mismatch(set) { warn(mismatch) }
        for code in set.codes where code != "5" || set.notes.isEmpty {
            let words = words.setCode(code)
            say("   \(code)  \(words.meaning)")
            say("   do   \(words.remedy)")
        }
        for note in set.notes { show(note, of: set, words) }
        if set.verdict != .accepted { say("   do   \(meaning.remedy)") }
        Terminal.print("")
    }

    private func show(_ note: ReceivedSegmentNote, of set: ReceivedSetAnswer, _ words: AnswerWords) {
        let standing = words.standing(note, in: set)
        let number = note.position.map { "segment \($0)" } ?? "a segment"
        let loop = note.loop.isEmpty ? "" : " of loop \(note.loop)"
        let about = note.contexts.flatMap(\.identifications).filter { $0.name != ReceivedContext.trigger }
            .map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        let code = words.segmentCode(note)
        let hasElements = !note.elements.isEmpty && (note.code == "8" || note.code.isEmpty)
        let head = "   \(note.segment), \(number)\(loop)\(about.isEmpty ? "" : " (\(printable(about)))")"
        say(hasElements ? head : "\(head): \(code.meaning) (\(note.code))")
        if let mismatch = standing.mismatch { warn(mismatch) }
        if !hasElements {
            if let segment = standing.segment { excerpt(segment, note.position ?? 0, nil) }
            say("      do   \(code.remedy)")
        }
        for element in note.elements {
            let code = words.elementCode(element)
            let value = element.value.map { ", value \"\(printable($0))\"" } ?? ""
            let number = element.number.isEmpty ? "" : ", element \(element.number)"
            say(
                "      \(element.place(in: note.segment)): \(code.meaning) (\(element.code))\(number)\(value)")
            if let segment = standing.segment {
                excerpt(segment, note.position ?? 0, segment.place(of: element))
                if standing.mismatch == nil, let mismatch = words.mismatch(element, in: segment) { warn(mismatch) }
            }
            say("      do   \(code.remedy)")
        }
        for trigger in note.contexts + note.elements.flatMap(\.contexts) where trigger.isTrigger {
            let place = trigger.element.map { "\(trigger.segment)\($0 < 10 ? "0" : "")\($0)" } ?? trigger.segment
            let number = trigger.position.map { " in segment \($0)" } ?? ""
            say("      because of \(place)\(number)")
        }
    }

    private func excerpt(_ segment: AnsweredSets.Segment, _ number: Int, _ place: Range<Int>?) {
        let excerpt = Excerpt(bytes: segment.bytes, offset: segment.offset)
        let mark = place ?? 0..<segment.id.bytes.count
        for line in excerpt.lines(segment: number, from: mark.lowerBound, length: mark.count) {
            Terminal.print("   " + line)
        }
    }

    private func headline(_ letter: String, _ verdict: Verdict?, _ subject: String, _ meaning: String) {
        let style: Terminal.Style =
            switch verdict {
            case .accepted?: .green
            case .acceptedWithErrors?, .partiallyAccepted?: .yellow
            case .rejected?, nil: .red
            }
        Terminal.print(
            Terminal.styled(letter.isEmpty ? "?" : printable(letter), style) + "  "
                + Terminal.styled(printable(subject), .bold) + "  " + printable(meaning))
    }

    private func warn(_ text: String) { Terminal.print("   " + Terminal.styled("! \(printable(text))", .yellow)) }

    /// A line without what a terminal would take for a command: all of it may come from outside.
    private func say(_ text: String) { Terminal.print(printable(text)) }
}
