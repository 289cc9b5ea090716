import Translation
import X12

extension Generation {
    /// Something that our own reader would refuse in an interchange we wrote.
    struct Refusal {
        /// Which set of the interchange, from 0; nil for what is about a group or the interchange.
        var set: Int?
        /// The segment's identifier, empty for what is about an envelope.
        var segment = ""
        /// Where in its set.
        var place = SetPlace(segmentIndex: 0, element: 0)
        /// Whether the segment is missing, and another stands at its place.
        var isMissing = false
        /// The set, the segment and what is wrong with it.
        var text: String
        /// What to do.
        var remedy: String

        /// What is wrong, led by the field of the document where that is known.
        ///
        /// - Parameters:
        ///   - paths: The path of each element that the document has.
        ///   - fields: The elements that the fields of its kind stand for.
        /// - Returns: The message.
        func message(_ paths: [SetPlace: String] = [:], _ fields: [FieldPlace] = []) -> String {
            let message = remedy.isEmpty ? text : "\(text); \(remedy)"
            let path = paths[place] ?? missing(paths, fields)
            return path.map { "\($0): \(message)" } ?? message
        }

        /// The path of a field that is not there, told by the elements that fields stand for and by what stands in the
        /// same segment.
        private func missing(_ paths: [SetPlace: String], _ fields: [FieldPlace]) -> String? {
            let beside = paths.filter { $0.key.segmentIndex == place.segmentIndex }.map(\.value).sorted()
            let candidates = fields.filter { $0.segment == segment && $0.qualifier.isEmpty }
            guard place.element > 0 else {
                // A segment as a whole: the object that it was written from.
                if !isMissing, let field = beside.first { return Self.object(of: field) }
                // One that is missing: the array of its values, or its field.
                guard let path = candidates.first?.path else { return nil }
                return "$." + (path.split(separator: "[").first.map(String.init) ?? path)
            }
            var best: (field: String, beside: String, shared: Int)?
            for field in candidates where (field.element...field.last).contains(place.element) {
                for path in beside.isEmpty ? [""] : beside {
                    let shared = Self.shared(field.path, FieldRecorder.withoutIndices(path))
                    if best == nil || best.map({ $0.shared < shared }) == true { best = (field.path, path, shared) }
                }
            }
            guard let best else { return beside.first.map { Self.object(of: $0) } }
            return "$." + Self.path(best.field, indexedAs: best.beside)
        }

        /// How far two paths go together.
        private static func shared(_ path: String, _ other: String) -> Int {
            zip(path, other).prefix { $0 == $1 }.count
        }

        /// The object that a field stands in.
        private static func object(of path: String) -> String {
            path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
        }

        /// A path with the indices that another has in the arrays that both go through.
        private static func path(_ path: String, indexedAs other: String) -> String {
            let indices = other.split(separator: "[").dropFirst().map { $0.prefix { $0 != "]" } }
            var parts = path.components(behind: "[]")
            for (number, part) in parts.indices.dropLast().enumerated() {
                parts[part] += number < indices.count ? "[\(indices[number])]" : "[]"
            }
            return parts.joined()
        }
    }

    /// What our own reader would refuse in an interchange we wrote, by the partner's severities and guide where `rules`
    /// are of a profile, business rules that weigh as errors included: it does not leave.
    static func refused(_ bytes: [UInt8], _ rules: Rules) -> [Refusal] {
        var options = ExchangeOptions()
        options.translates = rules.partner != nil
        options.writesDocuments = false
        options.digests = false
        options.judgesRejected = true
        let refusals = Refusals()
        var exchange = Exchange(MemorySource(bytes), options: options) { _, _ in rules }
        do { try exchange.run(refusals) } catch {
            refusals.list.append(Refusal(text: error.reason, remedy: ""))
        }
        return refusals.list
    }

    /// Collects refusals.
    private final class Refusals: OutcomeSink {
        var list: [Refusal] = []
        private var sets = 0

        func setJudged(_ set: SetOutcome) {
            // A finding that does not reject the set holds the document.
            let findings = set.verdict.isAccepted ? set.businessFindings : set.findings
            for finding in findings where finding.severity == .error {
                let value = finding.valueText.map { " \"\($0)\"" } ?? ""
                list.append(
                    Refusal(
                        set: sets, segment: finding.segment.description,
                        place: SetPlace(segmentIndex: finding.segmentIndex, element: finding.element),
                        isMissing: finding.code == .missingSegment,
                        text: "\(set.envelope.set) \(set.envelope.controlNumber) segment \(finding.segmentIndex): "
                            + "\(finding.message)\(value)"
                            + (finding.origin == nil ? "" : " [\(finding.code.entry.name), \(finding.rule)]"),
                        remedy: finding.remedy))
            }
            sets += 1
        }

        func groupJudged(_ group: GroupOutcome) { add(group.findings) }

        func interchangeEnded(_ interchange: InterchangeOutcome) { add(interchange.findings) }

        private func add(_ findings: [Finding]) {
            for finding in findings where finding.severity == .error {
                list.append(Refusal(text: finding.message, remedy: finding.remedy))
            }
        }
    }
}

extension String {
    /// The parts between places where `separator` stands.
    fileprivate func components(behind separator: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return parts + [String(rest)]
    }
}
