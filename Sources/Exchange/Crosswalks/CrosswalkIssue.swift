import Commerce
import Partners
import Translation
import X12

/// Where a document and a partner's tables do not meet: a rule broken, a value, and the reason in a sentence.
struct CrosswalkIssue {
    /// The finding.
    var code: FindingCode
    /// The table, which says in which segment such values stand.
    var table: CrosswalkTable
    /// The value.
    var value: String
    /// The contradiction, with the place in the document and the row.
    var reason: String

    /// No row for a value.
    static func miss(
        _ path: String, _ table: Crosswalk, _ value: Text, _ shown: String, _ outOfDate: CrosswalkRow?,
        isOutbound: Bool
    ) -> CrosswalkIssue {
        var reason = "\(path): \(table.path) has no row for \(shown)"
        if let row = outOfDate { reason = "\(path): line \(row.line) of \(table.path), \(row.term), is out of date" }
        switch table.onMiss {
        case .hold: reason += isOutbound ? ", and we do not send it so" : ""
        case .pass: reason += "; the document goes on without"
        case .default: reason += "; \(table.defaultValue) stands for it"
        }
        return CrosswalkIssue(
            code: table.onMiss == .hold ? .crosswalkMiss : .crosswalkPassed, table: table.table, value: value.string,
            reason: reason)
    }

    /// Two names of one item lead to two items of ours.
    static func conflict(
        _ path: String, _ one: ItemIdentifier, _ row: CrosswalkRow, _ other: ItemIdentifier, _ otherRow: CrosswalkRow
    ) -> CrosswalkIssue {
        CrosswalkIssue(
            code: .crosswalkConflict, table: .items, value: other.value.string,
            reason: "\(path): \(one.scheme) \(one.value) is our \(row.ours) (line \(row.line)), "
                + "\(other.scheme) \(other.value) is our \(otherRow.ours) (line \(otherRow.line))")
    }

    /// A quantity in a unit of ours that is another quantity in the partner's.
    static func unit(_ path: String, _ quantity: Quantity, _ row: CrosswalkRow) -> CrosswalkIssue {
        CrosswalkIssue(
            code: .crosswalkUnit, table: .units, value: quantity.unit.string,
            reason: "\(path): the partner's unit for \(row.ours) is \(row.theirs), \(row.factor?.description ?? "1") "
                + "\(row.ours) each (line \(row.line)); quantity and price would change")
    }

    /// A price other than the contract's.
    static func price(_ path: String, _ price: Decimal, _ row: CrosswalkRow) -> CrosswalkIssue {
        CrosswalkIssue(
            code: .contractPrice, table: .contracts, value: price.description,
            reason: "\(path): contract \(row.theirs) has \(row.price?.description ?? "") for item \(row.item) "
                + "(line \(row.line)\(row.term.isEmpty ? "" : ", \(row.term)"))")
    }

    /// The broken rule in a set, such as `850`.
    func breach(in set: String) -> Breach {
        let (segment, element) = table.place(in: set)
        return Breach(code: code, segment: segment, element: element, value: value, reason: reason)
    }
}

extension CrosswalkRow {
    /// The days on which the row counts, in words; empty for all.
    fileprivate var term: String {
        switch (from, until) {
        case (let from?, let until?): "\(from) to \(until)"
        case (let from?, nil): "from \(from)"
        case (nil, let until?): "until \(until)"
        case (nil, nil): ""
        }
    }
}

extension CrosswalkTable {
    /// The segment and element in which a set has the values of the table.
    fileprivate func place(in set: String) -> (SegmentID, Int) {
        let line: SegmentID = set == "810" ? "IT1" : set == "856" ? "LIN" : "PO1"
        return switch self {
        case .items: (line, set == "856" ? 3 : 7)
        case .units: set == "856" ? ("SN1", 3) : (line, 3)
        case .locations, .parties: ("N1", 4)
        case .carriers: set == "810" ? ("CAD", 4) : ("TD5", 3)
        case .reasons: set == "855" ? ("ACK", 29) : ("SAC", 2)
        case .contracts: set == "810" || set == "850" ? (line, 4) : ("REF", 2)
        }
    }
}

extension CrosswalkUse {
    /// The record of a row that was applied at a place.
    init(_ table: CrosswalkTable, _ row: CrosswalkRow, at place: String, version: Text) {
        self.init()
        at = Text(place)
        self.table = Text(table.rawValue)
        scheme = row.scheme
        theirs = row.theirs
        ours = row.ours
        self.row = row.line
        self.version = version
    }
}

extension Party {
    /// Whether it is a place that goods go to or come from rather than a company: by its role (element 98).
    var isPlace: Bool {
        switch role {
        case "ST", "SF", "BS", "MA", "WH", "DS", "DC", "LO", "Z7", "SN", "15", "MF": true
        default: false
        }
    }
}
