import Commerce

/// What became of a batch, for its end.
struct BatchSummary {
    private(set) var files = 0
    private(set) var rejected = 0
    private(set) var unreadable = 0
    /// Files that an earlier run finished.
    private(set) var earlier = 0
    private(set) var earlierRejected = 0
    private(set) var interchanges = 0
    private(set) var sets = 0
    private(set) var rejectedSets = 0
    private(set) var documents: [String: Int] = [:]
    private(set) var acknowledgments = 0
    private(set) var errors = 0
    private(set) var warnings = 0
    private(set) var notes = 0
    private(set) var bytes = 0
    var seconds = 0.0

    mutating func add(_ entry: BatchEntry, _ kinds: [String: Int]) {
        files += 1
        rejected += entry.isRejected ? 1 : 0
        unreadable += entry.isUnreadable ? 1 : 0
        interchanges += entry.interchanges ?? 0
        sets += entry.sets ?? 0
        rejectedSets += entry.rejectedSets ?? 0
        documents.merge(kinds) { $0 + $1 }
        acknowledgments += entry.acknowledgments ?? 0
        errors += entry.errors ?? 0
        warnings += entry.warnings ?? 0
        notes += entry.notes ?? 0
        bytes += entry.bytes ?? 0
    }

    mutating func addEarlier(_ entry: BatchEntry) {
        earlier += 1
        earlierRejected += entry.isRejected ? 1 : 0
    }

    /// Whether anything was rejected, in this run or in the one it went on from.
    var isRejected: Bool { rejected + earlierRejected > 0 }

    private var rate: Double { seconds > 0 ? Double(bytes) / 1e6 / seconds : 0 }

    func print() {
        var table = Table([
            "inputs", "rejected", "unreadable", "earlier", "interchanges", "sets", "rejected", "seconds", "MB/s",
        ])
        table.add(
            [files, rejected, unreadable, earlier, interchanges, sets, rejectedSets].map(String.init)
                + [fixed(seconds), fixed(rate)])
        table.print()
        var kinds = Table(["documents", "count"])
        for (kind, count) in documents.sorted(by: { $0.key < $1.key }) { kinds.add([kind, String(count)]) }
        if acknowledgments > 0 { kinds.add(["acknowledgments", String(acknowledgments)]) }
        kinds.add(["findings", "\(errors) errors, \(warnings) warnings, \(notes) notes"])
        kinds.print()
    }

    func printJSON() {
        var json = JSONWriter()
        json.beginObject()
        for (name, count) in [
            ("inputs", files), ("rejected", rejected), ("unreadable", unreadable), ("earlier", earlier),
            ("interchanges", interchanges), ("sets", sets), ("rejectedSets", rejectedSets),
            ("acknowledgments", acknowledgments), ("errors", errors), ("warnings", warnings), ("notes", notes),
            ("bytes", bytes), ("milliseconds", Int(seconds * 1000)),
        ] {
            json.key(name)
            json.int(count)
        }
        json.key("documents")
        json.beginObject()
        for (kind, count) in documents.sorted(by: { $0.key < $1.key }) {
            json.key(kind)
            json.int(count)
        }
        json.endObject()
        json.endObject()
        json.endLine()
        Terminal.write(json.bytes)
    }

    private func fixed(_ number: Double) -> String { Decimal(Int(number * 10)).shifted }
}

extension Decimal {
    /// The number with its last digit behind the point.
    fileprivate var shifted: String { Decimal(mantissa: mantissa, scale: 1)?.description ?? description }
}
