import Partners
import X12

// Each set: its segments, elements, rules and an example.
extension CompanionGuideDocument {
    func section(of document: Profile.Document) -> [GuideBlock] {
        let version = version(of: document)
        let anchor = "set-\(document.set)-\(document.direction.rawValue)"
        let way = document.direction == .inbound ? "you send" : "we send"
        let title = Self.title(of: document.set, version)
        var blocks: [GuideBlock] = [
            .heading(2, "\(document.set) \(title), \(way)", anchor: anchor)
        ]
        guard let standard = Standard.version(version) ?? Standard.nearest(to: version),
            let structure = standard.structure(of: document.set)
        else {
            return blocks + [.paragraph("The set as version \(version) has it.")]
        }
        let parts = profile.guide(document.direction)?.parts.filter {
            $0.set == document.set && ($0.versions.isEmpty || $0.versions.contains(standard.version))
        }
        let rules = parts?.flatMap(\.rules) ?? []
        let example = examples.first { $0.set == document.set && $0.direction == document.direction }
        let usage = SetUsage(standard: standard, structure: structure, rules: rules, example: example)
        blocks.append(
            .paragraph(
                rules.isEmpty
                    ? "The set as version \(version) has it, without rules of our own."
                    : "Version \(version), functional group `\(structure.functionalCode)`. Beyond the standard \(rules.count == 1 ? "one rule holds" : "\(rules.count) rules hold")."
            ))
        if let nesting = profile.nestings[document.set], document.direction == .inbound {
            let paths = nesting.paths.map { "`\($0)`" }.joined(separator: ", ")
            blocks.append(.paragraph("Levels (HL03) from the root: \(paths)."))
        }
        for entry in profile.qualifiers[document.set]?.entries ?? [] {
            blocks.append(
                .paragraph(
                    "`\(entry.segment)01` is `\(entry.agreed)` where others write `\(entry.usual)`: what is meant by the "
                        + "one stands under the other here."))
        }
        blocks.append(.heading(3, "Segments", anchor: "\(anchor)-segments"))
        blocks.append(.table(heads: ["Segment", "What", "Use", "At most"], rows: usage.segments))
        blocks.append(.heading(3, "Elements", anchor: "\(anchor)-elements"))
        blocks.append(.table(heads: ["Element", "What", "Type", "Length", "Use", "Values"], rows: usage.elements))
        if !rules.isEmpty {
            blocks.append(.heading(3, "Rules", anchor: "\(anchor)-rules"))
            blocks.append(
                .table(heads: ["Rule", "Why", "If broken"], rows: rules.map { row(of: $0, document.direction) }))
        }
        if let example {
            blocks.append(.heading(3, "Example", anchor: "\(anchor)-example"))
            blocks.append(.sample(title: "A whole interchange, made from this guide", Self.shown(example.bytes)))
        } else {
            blocks.append(.paragraph("No example could be made that keeps all of these rules; ask for one."))
        }
        return blocks
    }

    private func row(of rule: GuideRule, _ direction: Profile.Direction) -> [String] {
        let isRelaxation =
            switch rule.demand {
            case .use(.optional), .moreCodes, .extra: true
            default: false
            }
        let consequence =
            switch rule.severity ?? .error {
            case .error: direction == .inbound ? "the document is refused" : "we do not send it"
            case .warning: "accepted, with a remark"
            case .note: "noted here"
            }
        return [rule.origin.statement, rule.origin.because, isRelaxation ? "tolerated" : consequence]
    }

    /// An interchange a segment a line, whatever follows its terminators.
    static func shown(_ bytes: [UInt8]) -> String {
        guard let header = SampleReader.read(bytes, file: "").interchanges.first?.header else { return "" }
        let delimiters = header.delimiters
        return bytes.split(separator: delimiters.segment).map { segment in
            String(decoding: segment.drop { $0 == 0x0A || $0 == 0x0D }, as: UTF8.self)
        }.filter { !$0.isEmpty }.map { $0 + mark(delimiters.segment) }.joined(separator: "\n")
    }
}
