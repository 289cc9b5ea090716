import Ledger

/// Where a delivery goes and under which name.
struct DeliveryFile {
    private var row: Ledger.Delivery

    private init(
        _ kind: Ledger.Delivery.Kind, _ reference: String, partner: String, folder: String, name: String, at time: Int64
    ) {
        row = Ledger.Delivery(
            kind: kind, reference: reference, partner: partner, folder: folder, fileName: name, createdAt: time,
            payload: [])
    }

    /// The delivery with its bytes; none for a document or acknowledgment, whose row holds them.
    func delivery(_ bytes: [UInt8]) -> Ledger.Delivery {
        var row = row
        row.payload = bytes
        return row
    }

    /// A canonical document for the ERP side.
    static func document(_ heading: Ledger.DocumentHeading) -> DeliveryFile {
        let kind = safeName(heading.kind)
        let number = safeName(heading.number)
        return DeliveryFile(
            .document, heading.id, partner: heading.partner,
            folder: "canonical/\(kind)/\(Moment(milliseconds: heading.createdAt).day)",
            name: "\(kind)-\(number)-\(safeName(String(heading.id.prefix(8)))).json", at: heading.createdAt)
    }

    /// A 997 or TA1 with its own control number and that of the interchange it answers.
    static func acknowledgment(
        _ id: Int, kind: String, number: String, answered: String, recipient: String, createdAt time: Int64
    ) -> DeliveryFile {
        DeliveryFile(
            .acknowledgment, String(id), partner: recipient, folder: GatewayRoot.drop(recipient, "ack"),
            name: "\(kind)_\(number)_\(safeName(answered)).edi", at: time)
    }

    /// An interchange to a partner, named after the sets in it.
    static func interchange(
        _ id: Int, sets: [String], number: String, recipient: String, createdAt time: Int64
    ) -> DeliveryFile {
        DeliveryFile(
            .interchange, String(id), partner: recipient, folder: GatewayRoot.drop(recipient, "out"),
            name: "\(safeName(sets.joined(separator: "-")))_\(number).edi", at: time)
    }

    /// A view of what is held.
    static func quarantine(
        _ id: Int, reason: String, fileExtension: String, owner: String, createdAt time: Int64
    ) -> DeliveryFile {
        DeliveryFile(
            .quarantine, String(id), partner: owner, folder: "quarantine",
            name: "\(id)_\(safeName(reason)).\(safeName(fileExtension))", at: time)
    }
}
