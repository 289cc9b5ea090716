import Commerce
import Ledger
import Partners

// Telling people once that something is wrong, and once that it is over.
extension Gateway {
    /// Compares what is wrong now with what was told, and puts messages about what began and what ended into the queues
    /// of those to be told, in the transaction that records it: a restart neither repeats nor forgets one.
    ///
    /// Without rules of alert nothing is looked at.
    func checkAlerts(_ report: inout RunReport) throws(GatewayError) {
        guard !settings.alerts.isEmpty else { return }
        let time = now()
        let status = try GatewayStatus(of: root, ledger: ledger, partners: directory, at: time)
        let found = status.findings(settings.alerts)
        let open = Dictionary(status.incidents.map { (Key($0.entry), $0) }) { first, _ in first }
        let wrong = Set(found.map { Key($0) })
        guard found.contains(where: { open[Key($0)] == nil }) || open.keys.contains(where: { !wrong.contains($0) })
        else { return }
        let told = try withLedger { () throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                var told: [Ledger.Recorded<Ledger.Incident>] = []
                for finding in found where open[Key(finding)] == nil {
                    let incident = Ledger.Incident(
                        rule: finding.trouble.rawValue, subject: finding.subject, detail: finding.detail, beganAt: time)
                    let id = try transaction.insert(incident)
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert", subject: "\(incident.rule) \(incident.subject)",
                            detail: finding.detail))
                    told.append(Ledger.Recorded(id: id, entry: incident))
                    try tell(Ledger.Recorded(id: id, entry: incident), at: time, in: transaction)
                }
                for (key, incident) in open.sorted(by: { $0.value.id < $1.value.id }) where !wrong.contains(key) {
                    try transaction.endIncident(incident.id, at: time)
                    var ended = incident.entry
                    ended.endedAt = time
                    try transaction.insert(
                        Ledger.Event(
                            at: time, kind: "alert-ended", subject: "\(ended.rule) \(ended.subject)",
                            detail: "after \(GatewayStatus.words(time - ended.beganAt))"))
                    told.append(Ledger.Recorded(id: incident.id, entry: ended))
                    try tell(Ledger.Recorded(id: incident.id, entry: ended), at: time, in: transaction)
                }
                return told
            }
        }
        for incident in told {
            tell(incident)
            let state = incident.endedAt == nil ? "" : " is over"
            report.alerts.append("\(incident.rule) \(incident.subject)\(state): \(incident.detail)")
        }
    }

    /// Names an incident that is open: there is one for each rule and subject.
    private struct Key: Hashable {
        var rule, subject: String

        init(_ incident: Ledger.Incident) { (rule, subject) = (incident.rule, incident.subject) }

        init(_ finding: GatewayStatus.Finding) { (rule, subject) = (finding.trouble.rawValue, finding.subject) }
    }

    /// Puts the message about an incident into the queue of each that is to be told.
    private func tell(
        _ incident: Ledger.Recorded<Ledger.Incident>, at time: Int64, in transaction: borrowing Ledger.Transaction
    ) throws(LedgerError) {
        let isPartner = directory.profile(incident.subject) != nil
        for (index, rule) in settings.alerts.enumerated() {
            guard let trouble = AlertRule.Trouble(rawValue: incident.rule),
                rule.applies(to: trouble, of: isPartner ? incident.subject : ""), let endpoint = rule.call.endpoint
            else { continue }
            var message = AlertMessage(incident)
            var writer = JSONWriter()
            writer.writeLine(&message)
            try transaction.enqueue(
                Ledger.Delivery(
                    kind: .quarantine, reference: AlertAddress(incident: incident.id, rule: index).text,
                    partner: isPartner ? incident.subject : "", folder: endpoint,
                    fileName: "alert-\(incident.id)-\(incident.endedAt == nil ? "began" : "ended").json",
                    createdAt: time, payload: writer.bytes),
                to: endpoint, lane: 1)
        }
    }
}

/// Which incident a message is about, and by which rule it goes, as a delivery refers to it.
struct AlertAddress {
    var incident: Int
    var rule: Int

    init(incident: Int, rule: Int) { (self.incident, self.rule) = (incident, rule) }

    /// Reads a reference; nil for one that refers to something else.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 4, words[0] == "incident", words[2] == "rule", let incident = Int(words[1]),
            let rule = Int(words[3])
        else { return nil }
        self.init(incident: incident, rule: rule)
    }

    var text: String { "incident \(incident) rule \(rule)" }
}

/// What somebody is told of an incident.
private struct AlertMessage: JSONObject {
    var kind: Text = "Alert"
    var incident: Int?
    var state = Text()
    var rule = Text()
    var subject = Text()
    var detail = Text()
    var beganAt = Text()
    var endedAt = Text()

    init() {}

    init(_ row: Ledger.Recorded<Ledger.Incident>) {
        incident = row.id
        state = Text(row.endedAt == nil ? "began" : "ended")
        rule = Text(row.rule)
        subject = Text(row.subject)
        detail = Text(row.detail)
        beganAt = Text(Moment(milliseconds: row.beganAt).second)
        endedAt = Text(row.endedAt.map { Moment(milliseconds: $0).second } ?? "")
    }

    mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("incident", &incident)
        json.field("state", &state)
        json.field("rule", &rule)
        json.field("subject", &subject)
        json.field("detail", &detail)
        json.field("beganAt", &beganAt)
        json.field("endedAt", &endedAt)
    }
}
