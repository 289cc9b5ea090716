public import Ledger

/// Writes how a root stands in the text format of Prometheus, for the textfile collector.
public struct Metrics {
    private var text = ""

    /// Writes a status and what was counted.
    ///
    /// - Throws: ``LedgerError`` when the ledger cannot be read.
    public static func text(_ status: GatewayStatus, _ ledger: Ledger) throws(LedgerError) -> String {
        var metrics = Metrics()
        metrics.gauges(status)
        metrics.counters(try ledger.tallies())
        metrics.histograms(try ledger.latencies())
        return metrics.text
    }

    // MARK: - Families

    private mutating func gauges(_ status: GatewayStatus) {
        func age(_ oldest: Int64?) -> Double { oldest.map { max(0, Double(status.time - $0) / 1_000) } ?? 0 }
        let partners = status.partners
        family("edigate_files_waiting", "gauge", "Files in the partner's drop.", partners) {
            (["partner": $0.id], Double($0.waiting.count))
        }
        family("edigate_oldest_file_age_seconds", "gauge", "Age of the oldest of them.", partners) {
            (["partner": $0.id], age($0.waiting.oldest))
        }
        family("edigate_files_uncollected", "gauge", "Files in the partner's out and ack.", partners) {
            (["partner": $0.id], Double($0.uncollected.count))
        }
        family("edigate_oldest_uncollected_age_seconds", "gauge", "Age of the oldest of them.", partners) {
            (["partner": $0.id], age($0.uncollected.oldest))
        }
        family("edigate_acknowledgments_overdue", "gauge", "Sets whose acknowledgment is late.", partners) {
            (["partner": $0.id], Double($0.overdue))
        }
        family("edigate_quarantine", "gauge", "What is held for a person.", partners) {
            (["partner": $0.id], Double($0.quarantine))
        }
        family("edigate_quarantine_accepted", "gauge", "Of that, what its sender believes to be accepted.", partners) {
            (["partner": $0.id], Double($0.heldInside))
        }
        family("edigate_dead_letters", "gauge", "Deliveries given up.", partners) {
            (["partner": $0.id], Double($0.deadLetters))
        }
        family("edigate_last_received_timestamp_seconds", "gauge", "When an interchange last came.", partners) { line in
            line.lastReceived.map { (["partner": line.id], Double($0) / 1_000) }
        }
        family("edigate_last_sent_timestamp_seconds", "gauge", "When an interchange last went.", partners) { line in
            line.lastSent.map { (["partner": line.id], Double($0) / 1_000) }
        }
        family("edigate_deliveries_waiting", "gauge", "What waits for an endpoint.", status.endpoints) {
            (["endpoint": $0.endpoint.name], Double($0.waiting.count))
        }
        family("edigate_oldest_delivery_age_seconds", "gauge", "Age of the oldest of them.", status.endpoints) {
            (["endpoint": $0.endpoint.name], age($0.waiting.oldest))
        }
        family("edigate_endpoint_open", "gauge", "1 while the endpoint's breaker is not closed.", status.endpoints) {
            (["endpoint": $0.endpoint.name], $0.breaker == "closed" ? 0 : 1)
        }
        let rules = Dictionary(grouping: status.incidents, by: \.rule).mapValues(\.count).sorted { $0.key < $1.key }
        family("edigate_incidents_open", "gauge", "What is wrong and was told.", rules) {
            (["rule": $0.key], Double($0.value))
        }
        for (name, help, waiting) in [
            ("outbound_files", "Files in outbound.", status.outbound), ("work", "Files begun.", status.begun),
            ("folder_deliveries", "Deliveries that wait for a folder.", status.folders),
        ] {
            family("edigate_\(name)_waiting", "gauge", help, [waiting]) { ([:], Double($0.count)) }
        }
        family("edigate_status_timestamp_seconds", "gauge", "When this was written.", [status.time]) {
            ([:], Double($0) / 1_000)
        }
    }

    private mutating func counters(_ tallies: [Ledger.Tally]) {
        for (name, label, help) in [
            ("received", "verdict", "Interchanges taken."), ("sets", "verdict", "Sets judged."),
            ("sent", "kind", "Interchanges sent."),
        ] {
            family("edigate_\(name)_total", "counter", help, tallies.filter { $0.name == name }) {
                let labels = $0.kind.isEmpty ? ["partner": $0.partner] : ["partner": $0.partner, label: $0.kind]
                return (labels, Double($0.count))
            }
        }
    }

    private mutating func histograms(_ latencies: [Ledger.Latency]) {
        guard !latencies.isEmpty else { return }
        let name = "edigate_stage_seconds"
        head(name, "histogram", "How long each stage took.")
        let series = Dictionary(grouping: latencies) { [$0.stage, $0.partner, $0.kind] }
        for (key, rows) in series.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            var labels = ["stage": key[0], "partner": key[1], "kind": key[2]].filter { !$0.value.isEmpty }
            var count = 0
            for bucket in Ledger.Latency.buckets {
                count += rows.first { $0.bucket == bucket }?.count ?? 0
                labels["le"] = bucket == Int.max ? "+Inf" : Self.number(Double(bucket) / 1_000)
                line(name + "_bucket", labels, Double(count))
            }
            labels["le"] = nil
            line(name + "_sum", labels, Double(rows.reduce(0) { $0 + $1.total }) / 1_000)
            line(name + "_count", labels, Double(count))
        }
    }

    // MARK: - Lines

    private mutating func head(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func family<Item>(
        _ name: String, _ type: String, _ help: String, _ items: [Item],
        _ value: (Item) -> (labels: [String: String], value: Double)?
    ) {
        guard !items.isEmpty else { return }
        head(name, type, help)
        for item in items { if let found = value(item) { line(name, found.labels, found.value) } }
    }

    private mutating func line(_ name: String, _ labels: [String: String], _ value: Double) {
        let shown = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
        text += name + (shown.isEmpty ? "" : "{\(shown.joined(separator: ","))}") + " \(Self.number(value))\n"
    }

    /// A number without a needless `.0`.
    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    private static func escaped(_ text: String) -> String {
        var shown = ""
        for character in text {
            switch character {
            case "\\": shown += "\\\\"
            case "\"": shown += "\\\""
            case "\n", "\r\n": shown += "\\n"
            default: shown.append(character)
            }
        }
        return shown
    }
}

extension GatewayRoot {
    /// Writes a text into a file in one step: who reads it finds the text before or this one, never a part.
    ///
    /// - Throws: ``GatewayError`` `unwritable` when it cannot be written.
    public func write(_ text: String, atomicallyTo path: String) throws(GatewayError) {
        let slash = path.lastIndex(of: "/")
        let folder = try Folder.open(slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        // The collector reads names that end with .prom.
        let temporary = ".\(name).new"
        if let number = try folder.createAnew(temporary).write(Array(text.utf8)[...]) {
            try? folder.remove(temporary)
            throw GatewayError(unwritable: path, number)
        }
        _ = try folder.move(temporary, to: folder, as: name)
    }
}
