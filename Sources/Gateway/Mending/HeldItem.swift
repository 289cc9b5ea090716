public import Ledger
import X12

/// Is something that waits for a person, with all that is known of it.
public struct HeldItem: Sendable {
    /// Tells what can be done with it.
    public enum Nature: String, Sendable {
        /// A file in which no interchange was recognised, or which the ledger refused.
        case file
        /// An interchange of which nothing was processed.
        case interchange
        /// Sets of a processed interchange that went wrong together.
        case group
        /// One set of a processed interchange.
        case set
        /// A set that we sent and the partner refused.
        case sent
        /// A document of ours that could not be sent.
        case outbound
    }

    /// Its row.
    public var row: Ledger.Recorded<Ledger.Quarantine>
    /// What can be done with it.
    public var nature: Nature
    /// The file that it came in, or that brought the refusal.
    public var arrival: Ledger.Recorded<Ledger.Arrival>
    /// The interchange; nil when none was recognised.
    public var interchange: Ledger.Recorded<Ledger.Interchange>?
    /// The set; nil when it is about more.
    public var set: Ledger.Recorded<Ledger.TransactionSet>?
    /// The group of the set.
    public var group: Ledger.Recorded<Ledger.FunctionalGroup>?
    /// The changes made to it, in order.
    public var patches: [Ledger.Recorded<Ledger.Patch>]
    /// What was found on it when it was recorded.
    public var findings: [Ledger.Recorded<Ledger.Finding>]
    /// The documents made of it that are held.
    public var documents: [Ledger.DocumentHeading]

    /// Finds what is or was held under a number; nil when there is none.
    public static func find(_ id: Int, in ledger: Ledger) throws(LedgerError) -> HeldItem? {
        guard let row = try ledger.quarantine(id), let arrival = try ledger.arrival(row.arrivalID) else { return nil }
        var item = HeldItem(
            row: row, nature: .file, arrival: arrival, patches: try ledger.patches(ofQuarantine: id), findings: [],
            documents: [])
        if let interchange = row.interchangeID { item.interchange = try ledger.interchange(interchange) }
        if let set = row.setID {
            item.set = try ledger.transactionSet(set)
            if let set = item.set { item.group = try ledger.group(set.groupID) }
            item.findings = try ledger.findings(ofSet: set)
            item.documents = try ledger.documents(ofSet: set).filter { $0.state == .held }
        } else if let interchange = row.interchangeID {
            item.findings = try ledger.findings(ofInterchange: interchange)
        }
        item.nature =
            switch item.interchange?.disposition {
            case nil: arrival.partner.isEmpty ? .outbound : .file
            case .sent?: .sent
            case .processed?: item.set == nil ? .group : .set
            default: .interchange
            }
        return item
    }

    /// Where it is, for a person.
    public var place: String {
        var place = "\(arrival.folder)/\(arrival.fileName)"
        if let interchange { place += ", interchange \(interchange.identity.controlNumber)" }
        if let set { place += ", \(set.set) \(set.controlNumber)" }
        return place
    }
}

extension HeldItem {
    /// The place of its set in the interchange.
    var setPlace: Rework.Place? {
        guard let set, let group else { return nil }
        return Rework.Place(group: group.ordinal, set: set.ordinal)
    }
}
