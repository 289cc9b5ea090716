import Exchange
import Ledger

// What each row has to say.
extension TraceFollower {
    static func name(_ document: Ledger.DocumentHeading) -> String {
        "\(document.kind) \(document.number) \(document.direction == .incoming ? "of" : "to") \(document.partner)"
    }

    static func name(_ interchange: Ledger.Recorded<Ledger.Interchange>) -> String {
        let identity = interchange.identity
        let way = identity.direction == .incoming ? "in" : "out"
        return "interchange \(identity.controlNumber) \(way)"
    }

    mutating func tell(_ arrival: Ledger.Recorded<Ledger.Arrival>) throws(LedgerError) {
        let place = "\(arrival.folder)/\(arrival.fileName)"
        let hash = Array(arrival.payloadSHA256.prefix(6)).hexadecimal
        step(
            arrival.arrivedAt, 0, "arrived", place,
            "archived as \(hash)…; correlation \(Correlation(arrival).text)")
        for row in try ledger.quarantine(ofArrival: arrival.id) where row.interchangeID == nil { try tell(row) }
        for event in try ledger.events(about: place) { step(event.at, 9, event.kind, place, event.detail) }
    }

    mutating func tell(_ interchange: Ledger.Recorded<Ledger.Interchange>) throws(LedgerError) {
        let identity = interchange.identity
        let name = Self.name(interchange)
        let parties =
            "\(identity.senderQualifier):\(identity.senderID) to \(identity.receiverQualifier):\(identity.receiverID)"
        switch interchange.disposition {
        case .sent:
            step(interchange.recordedAt, 1, "written", name, "\(parties), usage \(identity.usage)")
            for delivery in try ledger.deliveries(.interchange, of: String(interchange.id)) { tell(delivery, name) }
            for answer in try ledger.answers(aboutInterchange: interchange.id) { tell(answer) }
        default:
            for answer in try ledger.answers(broughtBy: interchange.id) where answer.effect == .unmatched {
                tell(answer)
            }
            step(
                interchange.recordedAt, 1, "judged", name,
                "\(parties), usage \(identity.usage): \(interchange.verdict.rawValue), \(interchange.disposition.rawValue)"
            )
        }
        for row in try ledger.quarantine(ofInterchange: interchange.id) where row.setID == nil { try tell(row) }
        for answer in try ledger.acknowledgments(ofInterchange: interchange.id) {
            let answerName = "\(answer.kind.rawValue) \(answer.controlNumber)"
            step(answer.createdAt, 7, "answered", name, "by \(answerName)")
            for delivery in try ledger.deliveries(.acknowledgment, of: String(answer.id)) { tell(delivery, answerName) }
        }
        guard let id = interchange.arrivalID, let arrival = try ledger.arrival(id) else { return }
        let subject = "\(arrival.folder)/\(arrival.fileName) \(identity.controlNumber)"
        for event in try ledger.events(about: subject) { step(event.at, 9, event.kind, name, event.detail) }
    }

    mutating func tell(_ set: Ledger.Recorded<Ledger.TransactionSet>) throws(LedgerError) {
        guard let group = try ledger.group(set.groupID),
            let interchange = try ledger.interchange(group.interchangeID)
        else { return }
        let name = "\(set.set) \(set.controlNumber)"
        let place = "group \(group.controlNumber), bytes \(set.byteOffset) to \(set.byteOffset + set.byteLength)"
        if interchange.disposition == .sent {
            step(interchange.recordedAt, 2, "written", name, place)
            try tellAnswers(toSet: set.id, name)
        } else {
            step(interchange.recordedAt, 2, "judged", name, "\(set.verdict.rawValue); \(place)")
        }
        for finding in try ledger.findings(ofSet: set.id) where finding.severity != .note {
            step(interchange.recordedAt, 3, finding.severity.rawValue, name, "\(finding.code): \(finding.message)")
        }
        for row in try ledger.quarantine(ofInterchange: interchange.id) where row.setID == set.id { try tell(row) }
    }

    mutating func tell(_ document: Ledger.DocumentHeading) throws(LedgerError) {
        let name = Self.name(document)
        let state = document.state == .held ? ", held for a person" : ""
        switch document.direction {
        case .incoming: step(document.createdAt, 4, "made", name, "\(document.id)\(state)")
        case .outgoing: step(document.createdAt, 1, "taken", name, "\(document.id)\(state)")
        }
        for delivery in try ledger.deliveries(.document, of: document.id) { tell(delivery, name) }
    }

    private mutating func tell(_ delivery: Ledger.Recorded<Ledger.Delivery>, _ name: String) {
        let place = "\(delivery.folder)/\(delivery.fileName)"
        if let time = delivery.deliveredAt {
            step(time, 8, "delivered", name, place)
        } else if let time = delivery.givenUpAt {
            step(time, 8, "dead letter", name, "\(place): \(delivery.lastError ?? "given up")")
        } else {
            let error = delivery.lastError.map { ", tried \(delivery.attempts) times: \($0)" } ?? ""
            step(delivery.createdAt, 8, "waiting", name, place + error)
        }
    }

    private mutating func tellAnswers(toSet id: Int, _ name: String) throws(LedgerError) {
        guard let sent = try ledger.sentSet(id) else { return }
        if sent.state == .waiting, let due = sent.dueAt { step(due, 10, "answer due", name, "from \(sent.partner)") }
        if let time = sent.overdueAt { step(time, 9, "alert", name, "the answer is overdue") }
        for answer in try ledger.answers(aboutSet: id) { tell(answer) }
    }

    private mutating func tell(_ answer: Ledger.Recorded<Ledger.Answer>) {
        let late = answer.isLate ? ", late" : ""
        let codes = answer.codes.isEmpty ? "" : " \(answer.codes)"
        let detail = answer.detail.isEmpty ? "" : ": " + answer.detail.replacing("\n", with: "; ")
        step(
            answer.receivedAt, 9, "partner answered", answer.subject,
            "\(answer.kind.rawValue) \(answer.letter)\(codes), \(answer.effect.rawValue)\(late)\(detail)")
    }
}
