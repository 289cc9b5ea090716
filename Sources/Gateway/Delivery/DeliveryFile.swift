import Ledger
import Partners

/// Something that is delivered: where it goes by default and under which name, and what names it elsewhere.
struct DeliveryFile {
    private var row: Ledger.Delivery
    /// What a template of its name can hold.
    var facts: NameTemplate.Facts
    /// The incident that it tells of; nil of everything else.
    private(set) var alert: AlertAddress?

    private init(
        _ kind: Ledger.Delivery.Kind, _ reference: String, partner: String, folder: String, name: String,
        at time: Int64,
        kindName: String, number: String, controlNumber: String
    ) {
        row = Ledger.Delivery(
            kind: kind, reference: reference, partner: partner, folder: folder, fileName: name, createdAt: time,
            payload: [])
        facts = NameTemplate.Facts(
            kind: kindName, number: number, partner: partner, controlNumber: controlNumber, id: reference,
            createdAt: time, offset: 0)
    }

    /// What rules of delivery call it.
    var ruleKind: String {
        switch row.kind {
        case .document: facts.kind
        case .acknowledgment: DeliveryRule.acknowledgment
        case .interchange: DeliveryRule.interchange
        case .quarantine: ""
        }
    }

    /// The delivery with its bytes; none for a document or acknowledgment, whose row holds them.
    func delivery(_ bytes: [UInt8]) -> Ledger.Delivery {
        var row = row
        row.payload = bytes
        return row
    }

    /// The delivery into a folder that a rule names.
    func delivery(_ bytes: [UInt8], in target: DeliveryRule.Directory) -> Ledger.Delivery {
        var row = delivery(bytes)
        row.folder = target.folder.name(facts)
        row.fileName = target.file.name(facts)
        return row
    }

    /// The delivery to an endpoint, which stands in the place of a folder.
    func delivery(_ bytes: [UInt8], to endpoint: String) -> Ledger.Delivery {
        var row = delivery(bytes)
        row.folder = endpoint
        return row
    }

    /// A canonical document for the ERP side, with the control number of the interchange that it came in.
    static func document(_ heading: Ledger.DocumentHeading, controlNumber: String) -> DeliveryFile {
        let kind = safeName(heading.kind)
        let number = safeName(heading.number)
        return DeliveryFile(
            .document, heading.id, partner: heading.partner,
            folder: "canonical/\(kind)/\(Moment(milliseconds: heading.createdAt).day)",
            name: "\(kind)-\(number)-\(safeName(heading.id, longest: 8)).json", at: heading.createdAt,
            kindName: heading.kind, number: heading.number, controlNumber: controlNumber)
    }

    /// A 997 or TA1 with its own control number and that of the interchange it answers.
    static func acknowledgment(
        _ id: Int, kind: String, number: String, answered: String, recipient: String, createdAt time: Int64
    ) -> DeliveryFile {
        DeliveryFile(
            .acknowledgment, String(id), partner: recipient, folder: GatewayRoot.drop(recipient, "ack"),
            name: "\(kind)_\(number)_\(safeName(answered)).edi", at: time, kindName: kind, number: number,
            controlNumber: answered)
    }

    /// An interchange to a partner, named after the sets in it.
    static func interchange(
        _ id: Int, sets: [String], number: String, recipient: String, createdAt time: Int64
    ) -> DeliveryFile {
        var kinds: [String] = []
        for set in sets where !kinds.contains(set) { kinds.append(set) }
        let kind = kinds.joined(separator: "-")
        return DeliveryFile(
            .interchange, String(id), partner: recipient, folder: GatewayRoot.drop(recipient, "out"),
            name: "\(safeName(kind))_\(number).edi", at: time, kindName: kind, number: number, controlNumber: number)
    }

    /// A message about an incident, which was recorded as it is.
    static func alert(_ address: AlertAddress, _ incident: Ledger.Incident, createdAt time: Int64) -> DeliveryFile {
        var file = DeliveryFile(
            .quarantine, address.text, partner: incident.subject, folder: "quarantine",
            name: "alert-\(address.incident).json", at: time, kindName: incident.rule, number: String(address.incident),
            controlNumber: "")
        file.alert = address
        return file
    }

    /// A view of what is held.
    static func quarantine(
        _ id: Int, reason: String, fileExtension: String, owner: String, createdAt time: Int64
    ) -> DeliveryFile {
        DeliveryFile(
            .quarantine, String(id), partner: owner, folder: "quarantine",
            name: "\(id)_\(safeName(reason)).\(safeName(fileExtension))", at: time, kindName: "", number: "",
            controlNumber: "")
    }
}
