import Commerce
import X12

extension Reference {
    /// Walks the elements of REF.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.text(2, &value)
        segment.text(3, &description)
    }
}

extension OrderReference {
    /// Walks the elements of PRF.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &number)
        segment.text(2, &releaseNumber)
        segment.text(3, &changeSequence)
        segment.date(4, &date)
        segment.text(5, &assignedNumber)
        segment.text(6, &contractNumber)
        segment.text(7, &orderType)
    }
}

extension Note {
    /// Walks the elements of NTE.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &code)
        segment.text(2, &text)
    }
}

extension Message {
    /// Walks messages: MSG, or MTX in the versions that have it in its stead.
    static func code(_ messages: inout List<Message>, _ set: inout some SetCoding) {
        if set.offers("MTX") {
            set.each("MTX", &messages) { $1.text(2, &$0.text) }
        } else {
            set.each("MSG", &messages) { $1.text(1, &$0.text) }
        }
    }
}

extension ReferenceNote {
    /// Walks the elements of N9.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.text(1, &qualifier)
        segment.text(2, &value)
        segment.text(3, &description)
        segment.date(4, &date)
        segment.time(5, &time)
        segment.text(6, &timeZone)
    }
}

extension ReferenceNote {
    /// Walks the loop N9 of an order or an acknowledgment.
    mutating func code(_ set: inout some SetCoding) {
        set.segment("N9") { codeElements(&$0) }
        set.each("DTM", &dates) { $0.codeElements(&$1) }
        Message.code(&messages, &set)
    }

    /// Walks the loop N9 of an invoice, which has no dates.
    mutating func code810(_ set: inout some SetCoding) {
        set.segment("N9") { codeElements(&$0) }
        Message.code(&messages, &set)
    }
}
