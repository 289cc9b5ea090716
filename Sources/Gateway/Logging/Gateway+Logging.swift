import Exchange
import Ledger
import Partners

// What the log says. Apart from deliveries it is read from the ledger once it is recorded there: so a line never tells of
// what a crash took back, and without a log nothing is gathered.
extension Gateway {
    /// A file that was worked, and how long that took.
    struct Worked {
        var arrival: Ledger.Recorded<Ledger.Arrival>
        var bytes = 0
        var milliseconds = 0
    }

    /// Tells of a message that has no event of its own, or of the beginning and end of the work.
    public func tell(_ name: LogEvent.Name, _ level: LogEvent.Level = .info, _ message: String = "") {
        guard let log else { return }
        var event = LogEvent(name, at: now(), level)
        event.reason = message
        log(event)
    }

    /// Tells of what is not taken.
    func tellLeft(_ left: RunReport.Ignored) {
        guard let log else { return }
        var event = LogEvent(.left, at: now(), .warning)
        event.partner =
            directory.profiles.first { left.path.hasPrefix("\(GatewayRoot.drop($0.id, "in"))/") }?.id ?? ""
        event.file = left.path
        event.reason = left.reason
        log(event)
    }

    /// Tells that a file was taken, and its bytes archived.
    func tellTaken(_ worked: Worked) {
        guard let log else { return }
        var event = event(.taken, of: worked.arrival)
        log(event)
        event.name = .archived
        event.id = worked.arrival.payloadSHA256.hexadecimal
        event.counts = [LogEvent.Count("bytes", worked.bytes)]
        log(event)
    }

    /// Tells what came of a file, by what is recorded of it.
    func tellWorked(_ worked: Worked) throws(GatewayError) {
        guard let log else { return }
        let arrival = worked.arrival
        try withLedger { () throws(LedgerError) in
            let interchanges = try ledger.interchanges(ofArrival: arrival.id)
            for interchange in interchanges {
                // The time is that of the file: its interchanges are not timed one by one.
                try tell(interchange, of: arrival, interchanges.count == 1 ? worked.milliseconds : nil, log)
            }
            for row in try ledger.quarantine(ofArrival: arrival.id) where row.interchangeID == nil {
                log(held(row, of: arrival, interchange: ""))
            }
        }
    }

    private func tell(
        _ interchange: Ledger.Recorded<Ledger.Interchange>, of arrival: Ledger.Recorded<Ledger.Arrival>,
        _ milliseconds: Int?, _ log: (LogEvent) -> Void
    ) throws(LedgerError) {
        let number = interchange.identity.controlNumber
        let documents = try ledger.documents(ofInterchange: interchange.id)
        let answers = try ledger.acknowledgments(ofInterchange: interchange.id)
        let held = try ledger.quarantine(ofInterchange: interchange.id).filter { $0.arrivalID == arrival.id }
        let sets = try ledger.sets(ofInterchange: interchange.id)
        let isSent = interchange.disposition == .sent
        var event = event(isSent ? .written : .judged, of: arrival)
        event.partner = interchange.partner ?? arrival.partner
        event.interchange = number
        event.verdict = interchange.verdict.rawValue
        event.disposition = interchange.disposition.rawValue
        if interchange.verdict == .rejected || !held.isEmpty { event.level = .warning }
        event.counts = [
            LogEvent.Count("sets", sets.count),
            LogEvent.Count("accepted", sets.count { $0.verdict == .accepted }),
            LogEvent.Count("acceptedWithErrors", sets.count { $0.verdict == .acceptedWithErrors }),
            LogEvent.Count("rejected", sets.count { $0.verdict == .rejected }),
            LogEvent.Count("documents", documents.count), LogEvent.Count("acknowledgments", answers.count),
            LogEvent.Count("held", held.count),
        ]
        event.milliseconds = milliseconds
        log(event)
        for answer in answers {
            var event = self.event(.acknowledged, of: arrival)
            event.interchange = number
            event.kind = answer.kind.rawValue
            event.id = answer.controlNumber
            log(event)
        }
        for document in documents {
            var event = self.event(.recorded, of: arrival)
            event.partner = document.partner
            event.interchange = number
            event.kind = document.kind
            event.id = document.id
            log(event)
        }
        for row in held { log(self.held(row, of: arrival, interchange: number)) }
    }

    private func held(
        _ row: Ledger.Recorded<Ledger.Quarantine>, of arrival: Ledger.Recorded<Ledger.Arrival>, interchange: String
    ) -> LogEvent {
        var event = event(.held, of: arrival)
        // What its sender believes to be well has a time by which a person must have looked.
        event.level = row.dueAt == nil ? .warning : .error
        event.interchange = interchange
        event.id = "quarantine \(row.id)"
        event.reason = row.reason
        return event
    }

    /// Tells what became of deliveries.
    func tell(_ news: [DeliveryNews]) throws(GatewayError) {
        guard let log else { return }
        for one in news {
            let delivery = try withLedger { () throws(LedgerError) in try ledger.deliveryHeading(one.deliveryID) }
            guard let delivery else { continue }
            var event = try withLedger { () throws(LedgerError) -> LogEvent in try self.event(about: delivery) }
            switch one.what {
            case .tried: event.name = .tried
            case .placed: event.name = .placed
            case .failed: (event.name, event.level) = (.failed, .warning)
            case .dead: (event.name, event.level) = (.dead, .error)
            }
            event.delivery = delivery.id
            event.endpoint = one.endpoint
            event.attempt = one.attempt > 0 ? one.attempt : nil
            event.milliseconds = one.milliseconds.map { Int($0) }
            event.reason = one.reason
            log(event)
        }
    }

    /// Tells of an incident that began or ended. Its details may quote what a receiver said, and are left to the message.
    func tell(_ incident: Ledger.Recorded<Ledger.Incident>) {
        guard let log else { return }
        let hasEnded = incident.endedAt != nil
        var event = LogEvent(hasEnded ? .alertEnded : .alert, at: now(), hasEnded ? .info : .error)
        event.kind = incident.rule
        event.id = "incident \(incident.id)"
        if directory.profile(incident.subject) != nil {
            event.partner = incident.subject
        } else {
            event.endpoint = incident.subject
        }
        if let end = incident.endedAt { event.milliseconds = Int(end - incident.beganAt) }
        log(event)
    }

    /// Tells how much has become overdue.
    func tellOverdue(answers: Int, orders: Int, held: Int) {
        guard let log else { return }
        var event = LogEvent(.overdue, at: now(), .warning)
        event.counts = [
            LogEvent.Count("answers", answers), LogEvent.Count("orders", orders), LogEvent.Count("held", held),
        ]
        log(event)
    }

    // MARK: - What an event is about

    func event(_ name: LogEvent.Name, of arrival: Ledger.Recorded<Ledger.Arrival>) -> LogEvent {
        var event = LogEvent(name, at: now())
        event.correlation = Correlation(arrival).text
        event.partner = arrival.partner
        event.file = "\(arrival.folder)/\(arrival.fileName)"
        return event
    }

    private func event(about delivery: Ledger.Recorded<Ledger.Delivery>) throws(LedgerError) -> LogEvent {
        var kind = delivery.kind.rawValue
        var id = delivery.reference
        var interchange: Int?
        var arrival: Int?
        switch delivery.kind {
        case .document:
            guard let heading = try ledger.heading(ofDocument: delivery.reference) else { break }
            kind = heading.kind
            interchange = heading.interchangeID
        case .acknowledgment:
            guard let row = Int(delivery.reference), let answer = try ledger.acknowledgment(row) else { break }
            kind = answer.kind.rawValue
            id = answer.controlNumber
            interchange = answer.interchangeID
        case .interchange: interchange = Int(delivery.reference)
        case .quarantine:
            if let address = AlertAddress(delivery.reference) {
                (kind, id) = ("alert", "incident \(address.incident)")
            } else if let row = Int(delivery.reference), let held = try ledger.quarantine(row) {
                id = "quarantine \(row)"
                interchange = held.interchangeID
                arrival = held.arrivalID
            }
        }
        let origin = try interchange.flatMap { id throws(LedgerError) in try ledger.interchange(id) }
        var event = LogEvent(.placed, at: now())
        if let row = arrival ?? origin?.arrivalID, let arrival = try ledger.arrival(row) {
            event = self.event(.placed, of: arrival)
        }
        event.partner = delivery.partner
        event.kind = kind
        event.id = delivery.kind == .interchange ? origin?.identity.controlNumber ?? id : id
        event.interchange = origin?.identity.controlNumber ?? ""
        return event
    }
}
