/// Reads a 997 or 999 that a partner sent from the index of its segments: whatever stands there, in whatever order,
/// makes an answer, and what makes no sense makes findings.
struct AcknowledgmentReader: ~Copyable {
    private(set) var answer: ReceivedGroupAnswer
    private let delimiters: Delimiters
    private var kept = 0

    init(kind: AcknowledgmentKind, delimiters: Delimiters) {
        answer = ReceivedGroupAnswer(kind: kind)
        self.delimiters = delimiters
    }

    /// Takes a segment. `ordinal` counts from ST = 1.
    mutating func take(_ segment: borrowing SegmentText, id: SegmentID, ordinal: Int) {
        switch id {
        case "ST": answer.controlNumber = segment.text(2)
        case "AK1":
            // A second AK1 is the validator's business; the first stands.
            guard answer.functionalCode.isEmpty, answer.groupControlNumber.isEmpty else { return }
            answer.functionalCode = segment.text(1)
            answer.groupControlNumber = segment.text(2)
            answer.version = segment.text(3)
        case "AK2":
            var set = ReceivedSetAnswer()
            set.set = segment.text(1)
            set.controlNumber = segment.text(2)
            set.guide = segment.text(3)
            set.segmentIndex = ordinal
            if answer.sets.count < ReceivedGroupAnswer.mostSets { answer.sets.append(set) } else { answer.omitted += 1 }
        case "AK3", "IK3": takeSegmentNote(segment)
        case "AK4", "IK4": takeElementNote(segment)
        case "CTX": takeContext(segment)
        case "AK5", "IK5":
            let set = openSet()
            answer.sets[set].letter = segment.text(1)
            answer.sets[set].codes = segment.codes(2...6)
        case "AK9":
            answer.letter = segment.text(1)
            answer.claimed = segment.number(2)
            answer.received = segment.number(3)
            answer.accepted = segment.number(4)
            answer.codes = segment.codes(5...9)
        default: break
        }
    }

    /// The set that notes belong to; one without name when there was no AK2.
    private mutating func openSet() -> Int {
        if answer.sets.isEmpty { answer.sets.append(ReceivedSetAnswer()) }
        return answer.sets.count - 1
    }

    private mutating func hasRoom() -> Bool {
        guard kept < ReceivedGroupAnswer.mostNotes else {
            answer.omitted += 1
            return false
        }
        kept += 1
        return true
    }

    private mutating func takeSegmentNote(_ segment: borrowing SegmentText) {
        guard hasRoom() else { return }
        var note = ReceivedSegmentNote()
        note.segment = segment.text(1)
        note.position = segment.number(2)
        note.loop = segment.text(3)
        note.code = segment.text(4)
        let set = openSet()
        answer.sets[set].notes.append(note)
    }

    private mutating func takeElementNote(_ segment: borrowing SegmentText) {
        guard hasRoom() else { return }
        var note = ReceivedElementNote()
        let position = segment.components(1, delimiters)
        note.element = Self.number(position, 0)
        note.component = Self.number(position, 1)
        note.repetition = Self.number(position, 2)
        note.number = segment.text(2)
        note.code = segment.text(3)
        let value = segment.text(4)
        note.value = value.isEmpty ? nil : value
        let set = openSet()
        if answer.sets[set].notes.isEmpty { answer.sets[set].notes.append(ReceivedSegmentNote()) }
        answer.sets[set].notes[answer.sets[set].notes.count - 1].elements.append(note)
    }

    private mutating func takeContext(_ segment: borrowing SegmentText) {
        guard hasRoom() else { return }
        var context = ReceivedContext()
        for repetition in segment.repetitions(1, delimiters) {
            let parts = Self.split(repetition, at: delimiters.component)
            context.identifications.append(
                ReceivedContext.Identification(name: parts.first ?? "", value: parts.count > 1 ? parts[1] : ""))
        }
        context.segment = segment.text(2)
        context.position = segment.number(3)
        context.loop = segment.text(4)
        let place = segment.components(5, delimiters)
        context.element = Self.number(place, 0)
        context.component = Self.number(place, 1)
        context.repetition = Self.number(place, 2)
        context.numbers = segment.components(6, delimiters).filter { !$0.isEmpty }
        let set = openSet()
        guard let note = answer.sets[set].notes.indices.last else {
            var bare = ReceivedSegmentNote()
            bare.contexts = [context]
            answer.sets[set].notes.append(bare)
            return
        }
        if let element = answer.sets[set].notes[note].elements.indices.last {
            answer.sets[set].notes[note].elements[element].contexts.append(context)
        } else {
            answer.sets[set].notes[note].contexts.append(context)
        }
    }

    private static func number(_ parts: [String], _ index: Int) -> Int? {
        index < parts.count ? SegmentText.number(parts[index]) : nil
    }

    private static func split(_ text: String, at separator: UInt8) -> [String] {
        text.utf8.split(separator: separator, maxSplits: 15, omittingEmptySubsequences: false)
            .map { String(Substring($0)) }
    }
}
