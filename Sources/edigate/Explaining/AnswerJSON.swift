import Commerce
import X12

/// The acknowledgments of a file as records, one a line.
struct AnswerJSON {
    let answers: ReceivedAnswers
    let search: SentSearch

    init(_ answers: ReceivedAnswers, _ search: SentSearch) {
        self.answers = answers
        self.search = search
    }

    func show() {
        for answer in answers.interchanges { Terminal.write(record(answer)) }
        for index in answers.groups.indices {
            let group = answers.groups[index]
            let words = AnswerWords(
                group: group, sent: search.group(index, answeredBy: group.interchange), isSearched: search.isAsked)
            Terminal.write(record(words))
        }
    }

    private func record(_ received: ReceivedAnswers.InterchangeAnswer) -> [UInt8] {
        let answer = received.answer
        var json = OutcomeJSON()
        json.beginRecord("interchangeAnswer")
        json.text("file", answers.file)
        if let sender = received.interchange?.sender { json.text("from", sender.description) }
        json.text("controlNumber", answer.controlNumber)
        json.text("date", answer.date)
        json.text("time", answer.time)
        json.text("letter", answer.letter)
        if let verdict = answer.verdict { json.text("verdict", verdict.letter) }
        json.text("noteCode", answer.noteCode)
        if let note = AcknowledgmentCodeList.named("I18")?.code(answer.noteCode) {
            json.text("meaning", note.meaning)
            json.text("remedy", note.remedy)
        }
        if search.isAsked {
            let sent = search.interchange(answer)
            if let sent { json.text("sentIn", sent.file) }
            json.list("mismatches", sent == nil ? ["nothing that was sent matches"] : [])
        }
        json.list("findings", answer.findings.map { "\($0.code.entry.name) \($0.message)" })
        return json.endRecord()
    }

    private func record(_ words: AnswerWords) -> [UInt8] {
        let answer = words.group.answer
        var json = OutcomeJSON()
        json.beginRecord("groupAnswer")
        json.text("file", answers.file)
        json.text("kind", answer.kind.rawValue)
        json.text("controlNumber", answer.controlNumber)
        if let header = words.group.interchange {
            json.text("interchange", header.controlNumber)
            json.text("from", header.sender.description)
        }
        json.text("functionalCode", answer.functionalCode)
        json.text("groupControlNumber", answer.groupControlNumber)
        if !answer.version.isEmpty { json.text("version", answer.version) }
        verdict(answer.letter, answer.verdict, words.code(answer.letter, "715"), &json)
        if let claimed = answer.claimed { json.number("claimed", claimed) }
        if let received = answer.received { json.number("received", received) }
        if let accepted = answer.accepted { json.number("accepted", accepted) }
        codes(answer.codes.map { words.code($0, "716") }, &json)
        if let sent = words.sent { json.text("sentIn", sent.file) }
        json.list("mismatches", words.groupMismatches)
        json.list(
            "findings",
            (words.group.faults + words.group.findings).map { "\($0.code.entry.name) \($0.message)" })
        json.writer.key("sets")
        json.writer.beginArray()
        for set in answer.sets { write(set, words, &json) }
        json.writer.endArray()
        return json.endRecord()
    }

    private func write(_ set: ReceivedSetAnswer, _ words: AnswerWords, _ json: inout OutcomeJSON) {
        json.writer.beginObject()
        json.text("set", set.set)
        json.text("controlNumber", set.controlNumber)
        if !set.guide.isEmpty { json.text("guide", set.guide) }
        verdict(set.letter, set.verdict, words.code(set.letter, "717"), &json)
        codes(set.codes.map(words.setCode), &json)
        if let mismatch = words.mismatch(set) { json.text("mismatch", mismatch) }
        json.writer.key("notes")
        json.writer.beginArray()
        for note in set.notes { write(note, of: set, words, &json) }
        json.writer.endArray()
        json.writer.endObject()
    }

    private func write(
        _ note: ReceivedSegmentNote, of set: ReceivedSetAnswer, _ words: AnswerWords, _ json: inout OutcomeJSON
    ) {
        let standing = words.standing(note, in: set)
        json.writer.beginObject()
        json.text("segment", note.segment)
        if let position = note.position { json.number("segmentIndex", position) }
        if !note.loop.isEmpty { json.text("loop", note.loop) }
        code(words.segmentCode(note), &json)
        let units = note.contexts.flatMap(\.identifications).filter { !$0.value.isEmpty }
        if !units.isEmpty { json.list("about", units.map { "\($0.name) \($0.value)" }) }
        if let segment = standing.segment {
            json.text("sent", segment.text(0..<segment.bytes.count))
            json.number("sentOffset", segment.offset)
        }
        if let mismatch = standing.mismatch { json.text("mismatch", mismatch) }
        json.writer.key("elements")
        json.writer.beginArray()
        for element in note.elements {
            json.writer.beginObject()
            if let position = element.element { json.number("element", position) }
            if let component = element.component { json.number("component", component) }
            if let repetition = element.repetition { json.number("repetition", repetition) }
            if !element.number.isEmpty { json.text("number", element.number) }
            code(words.elementCode(element), &json)
            if let value = element.value { json.text("value", value) }
            if let segment = standing.segment, standing.mismatch == nil {
                if let place = segment.place(of: element) { json.text("sent", segment.text(place)) }
                if let mismatch = words.mismatch(element, in: segment) { json.text("mismatch", mismatch) }
            }
            json.writer.endObject()
        }
        json.writer.endArray()
        json.writer.endObject()
    }

    private func verdict(
        _ letter: String, _ verdict: Verdict?, _ code: AnswerWords.Code, _ json: inout OutcomeJSON
    ) {
        json.text("letter", letter)
        if let verdict { json.text("verdict", verdict.letter) }
        json.text("meaning", code.meaning)
        json.text("remedy", code.remedy)
    }

    private func codes(_ codes: [AnswerWords.Code], _ json: inout OutcomeJSON) {
        json.writer.key("codes")
        json.writer.beginArray()
        for one in codes {
            json.writer.beginObject()
            code(one, &json)
            json.writer.endObject()
        }
        json.writer.endArray()
    }

    private func code(_ code: AnswerWords.Code, _ json: inout OutcomeJSON) {
        json.text("code", code.code)
        json.text("meaning", code.meaning)
        json.text("remedy", code.remedy)
    }
}
