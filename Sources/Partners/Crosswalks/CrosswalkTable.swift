import X12

/// The tables a partner may have, each in `crosswalks/<name>.csv`.
public enum CrosswalkTable: String, CaseIterable, Hashable, Sendable {
    /// Items: the partner's numbers and ours.
    case items
    /// Units of measure, with how many of ours one of theirs holds.
    case units
    /// Places that goods go to or come from.
    case locations
    /// Companies.
    case parties
    /// Carriers.
    case carriers
    /// Why a line is changed, and what a charge is for.
    case reasons
    /// Contracts, and the prices agreed in them.
    case contracts

    /// The columns a file of this table may have; the first two it must have.
    public var columns: [CrosswalkColumn] {
        let common: [CrosswalkColumn] = [.theirs, .ours, .from, .until, .note]
        return switch self {
        case .items, .locations, .parties, .carriers: common + [.scheme]
        case .units: common + [.factor, .item]
        case .reasons: common
        case .contracts: common + [.item, .price]
        }
    }

    /// Where the standard lists the schemes of this table: element 235 at LIN02, element 66 at N103.
    var schemePlace: (segment: SegmentID, position: Int)? {
        switch self {
        case .items: ("LIN", 2)
        case .locations, .parties, .carriers: ("N1", 3)
        case .units, .reasons, .contracts: nil
        }
    }
}

/// A column of a table, as the first line of its file names it.
public enum CrosswalkColumn: String, CaseIterable, Hashable, Sendable {
    /// The partner's value.
    case theirs
    /// Our value.
    case ours
    /// The scheme of the partner's value.
    case scheme
    /// The first day the row counts, CCYY-MM-DD.
    case from
    /// The last day the row counts, CCYY-MM-DD.
    case until
    /// How many of our units one of theirs holds.
    case factor
    /// Our number of the item the row is about.
    case item
    /// The price agreed on.
    case price
    /// Words for people; nothing acts on them.
    case note
}

/// What happens to a document when a table has no row for a value in it.
public enum CrosswalkMiss: String, CaseIterable, Hashable, Sendable {
    /// The document waits in quarantine for the row.
    case hold
    /// The document goes on without a value of ours.
    case pass
    /// The document goes on with the table's default.
    case `default`
}

extension CrosswalkMiss: ProfileWord {}
extension CrosswalkTable: ProfileWord {}
