import Commerce
import X12

/// Findings as a SARIF 2.1.0 log, which code hosts and editors show in place.
final class SARIF {
    private var results: [(finding: Finding, file: String, set: String)] = []

    func add(_ findings: [Finding], file: String, set: String) {
        for finding in findings { results.append((finding, file, set)) }
    }

    func document() -> String {
        var json = JSONWriter(pretty: true)
        func text(_ key: String, _ value: String) {
            json.key(key)
            json.string(value)
        }
        func object(_ key: String, _ body: () -> Void) {
            json.key(key)
            json.beginObject()
            body()
            json.endObject()
        }
        json.beginObject()
        text("version", "2.1.0")
        text("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
        json.key("runs")
        json.beginArray()
        json.beginObject()
        object("tool") {
            object("driver") {
                text("name", "edigate")
                json.key("rules")
                json.beginArray()
                for code in Set(results.map(\.finding.code)).sorted(by: { $0.rawValue < $1.rawValue }) {
                    json.beginObject()
                    text("id", code.entry.name)
                    object("shortDescription") { text("text", code.entry.title) }
                    if let explanation = code.explanation {
                        object("fullDescription") { text("text", explanation.paragraph) }
                    }
                    object("help") { text("text", code.entry.remedy) }
                    json.endObject()
                }
                json.endArray()
            }
        }
        json.key("results")
        json.beginArray()
        for (finding, file, set) in results {
            json.beginObject()
            text("ruleId", finding.code.entry.name)
            text("level", finding.severity.name)
            object("message") {
                let value = finding.valueText.map { " \"\($0)\"" } ?? ""
                text("text", (set.isEmpty ? "" : set + " ") + finding.message + value)
            }
            json.key("locations")
            json.beginArray()
            json.beginObject()
            object("physicalLocation") {
                object("artifactLocation") { text("uri", file) }
                object("region") {
                    json.key("byteOffset")
                    json.int(finding.offset)
                    json.key("byteLength")
                    json.int(finding.value?.count ?? 0)
                }
            }
            json.endObject()
            json.endArray()
            if let origin = finding.origin { related(origin, &json) }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.endArray()
        json.endObject()
        return json.string
    }

    /// The rule of a companion guide that was broken, as a place beside the finding's own.
    private func related(_ origin: RuleOrigin, _ json: inout JSONWriter) {
        json.key("relatedLocations")
        json.beginArray()
        json.beginObject()
        json.key("physicalLocation")
        json.beginObject()
        json.key("artifactLocation")
        json.beginObject()
        json.key("uri")
        json.string(origin.file)
        json.endObject()
        json.key("region")
        json.beginObject()
        json.key("startLine")
        json.int(origin.line)
        json.endObject()
        json.endObject()
        json.key("message")
        json.beginObject()
        json.key("text")
        json.string(origin.statement + (origin.because.isEmpty ? "" : " (\(origin.because))"))
        json.endObject()
        json.endObject()
        json.endArray()
    }
}
