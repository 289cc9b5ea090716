import Ledger

extension DeliveryFile {
    /// What a delivery in the outbox is, as it was when it was put there.
    static func of(_ delivery: Ledger.Recorded<Ledger.Delivery>, in ledger: Ledger) throws(LedgerError) -> DeliveryFile
    {
        func number(ofInterchange id: Int?) throws(LedgerError) -> String {
            guard let id else { return "" }
            return try ledger.interchange(id)?.identity.controlNumber ?? ""
        }
        switch delivery.kind {
        case .document:
            guard let heading = try ledger.heading(ofDocument: delivery.reference) else { break }
            return document(heading, controlNumber: try number(ofInterchange: heading.interchangeID))
        case .acknowledgment:
            guard let id = Int(delivery.reference), let answer = try ledger.acknowledgment(id) else { break }
            return acknowledgment(
                id, kind: answer.kind.rawValue, number: answer.controlNumber,
                answered: try number(ofInterchange: answer.interchangeID), recipient: delivery.partner,
                createdAt: delivery.createdAt)
        case .interchange:
            guard let id = Int(delivery.reference) else { break }
            return interchange(
                id, sets: try ledger.sets(ofInterchange: id).map { $0.set }, number: try number(ofInterchange: id),
                recipient: delivery.partner,
                createdAt: delivery.createdAt)
        case .quarantine:
            guard let address = AlertAddress(delivery.reference),
                let incident = try ledger.incident(address.incident)
            else { break }
            return alert(address, incident.entry, createdAt: delivery.createdAt)
        }
        throw LedgerError(.absent, reason: "delivery \(delivery.id) refers to nothing that is there")
    }
}
