import Commerce
import X12

/// Holds the rows of a table against each other and against the standard's code lists.
struct CrosswalkCheck {
    private let table: CrosswalkTable
    private let path: String
    private let rows: [CrosswalkRow]
    private let standard: Standard?

    init(_ table: CrosswalkTable, path: String, rows: [CrosswalkRow], standard: Standard?) {
        self.table = table
        self.path = path
        self.rows = rows
        self.standard = standard
    }

    /// All that is wrong.
    func faults() -> [CrosswalkFault] { contradictions() + unknownCodes() + circles() }

    private func fault(
        _ severity: CrosswalkFault.Severity, _ row: CrosswalkRow, _ message: String, _ remedy: String
    ) -> CrosswalkFault {
        CrosswalkFault(path: path, line: row.line, severity: severity, message: message, remedy: remedy)
    }

    // MARK: - Rows against each other

    private struct Subject: Hashable {
        var scheme: Text
        var theirs: Text
        var item: Text
    }

    /// Rows that give one value two meanings on one day, and rows that stand twice.
    private func contradictions() -> [CrosswalkFault] {
        var faults: [CrosswalkFault] = []
        var seen: [Subject: [CrosswalkRow]] = [:]
        for row in rows {
            let subject = Subject(scheme: row.scheme, theirs: row.theirs, item: row.item)
            for other in seen[subject] ?? [] where row.overlaps(other) {
                if row.ours == other.ours, row.factor == other.factor, row.price == other.price {
                    faults.append(
                        fault(
                            .warning, row, "the row says what line \(other.line) says", "take one of the two out"))
                } else {
                    faults.append(
                        fault(
                            .error, row,
                            "\(quoted(row.theirs.string)) is \(quoted(row.ours.string)) here and "
                                + "\(quoted(other.ours.string)) in line \(other.line), on the same days",
                            "take one out, or give the rows days (from, until) that do not overlap"))
                }
                break
            }
            seen[subject, default: []].append(row)
        }
        return faults
    }

    /// Units that lead back to themselves: a box of cartons that are cartons of boxes.
    private func circles() -> [CrosswalkFault] {
        guard table == .units else { return [] }
        let next = Dictionary(
            rows.filter { $0.item.isEmpty && $0.theirs != $0.ours }.map { ($0.theirs, $0) }, uniquingKeysWith: { $1 })
        var faults: [CrosswalkFault] = []
        for start in rows where next[start.theirs]?.line == start.line {
            var trail = [start.theirs]
            var row = start
            while let following = next[row.ours], trail.count <= next.count {
                trail.append(row.ours)
                row = following
                guard row.theirs != start.theirs else { break }
            }
            // Told once, at the first line of the circle.
            guard row.theirs == start.theirs, trail.count > 1,
                trail.allSatisfy({ next[$0].map { $0.line >= start.line } ?? false })
            else { continue }
            let circle = trail.map(\.string).joined(separator: " → ")
            faults.append(
                fault(.error, start, "the units lead in a circle: \(circle)", "write each unit in our smallest one"))
        }
        return faults
    }

    // MARK: - Rows against the standard

    private func unknownCodes() -> [CrosswalkFault] {
        guard let standard else { return [] }
        let schemes = table.schemePlace.flatMap { standard.codes(at: $0.position, of: $0.segment) }
        let units = table == .units ? standard.codes(at: 3, of: "PO1") : nil
        var faults: [CrosswalkFault] = []
        for row in rows {
            if let schemes, !row.scheme.isEmpty, !schemes.contains(row.scheme.string) {
                faults.append(
                    fault(
                        .warning, row,
                        "\(quoted(row.scheme.string)) is no scheme that \(standard.version) lists",
                        "correct it, or leave it empty for any scheme"))
            }
            if let units, !units.contains(row.theirs.string) {
                faults.append(
                    fault(
                        .warning, row, "\(quoted(row.theirs.string)) is no unit of element 355",
                        "correct it, unless the partner does send it"))
            }
        }
        return faults
    }
}

extension Standard {
    /// The codes that the standard lists for an element of a segment; nil where it lists none.
    fileprivate func codes(at position: Int, of segment: SegmentID) -> Set<String>? {
        guard let index = segmentIndex(of: segment) else { return nil }
        let places = elements(ofSegment: index)
        guard places.indices.contains(position - 1), let list = places[position - 1].codeList else { return nil }
        return Set(codes(inList: list))
    }
}
