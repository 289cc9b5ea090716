import Commerce
import X12

// Qualifiers that a partner writes in the place of usual ones.
extension ProfileCheck {
    /// The sets whose documents have fields for dates and references of their own.
    private static let setsWithFields = ["810", "850", "855", "856"]

    mutating func qualifiers(
        _ entries: [ProfileDescription.QualifierEntry], _ groupVersion: String
    ) -> [String: AgreedQualifiers] {
        var agreed: [String: AgreedQualifiers] = [:]
        let standard = Standard.version(groupVersion)
        for (index, entry) in entries.enumerated() {
            let path = "$.qualifiers[\(index)]"
            let before = faults.count
            let (set, segment) = (entry.set.string, entry.segment.string)
            if isSet(set, "\(path).set"), !Self.setsWithFields.contains(set) {
                report(
                    "\(path).set", "a \(set) has no fields for qualifiers",
                    "write one of \(Self.setsWithFields.joined(separator: ", "))")
            }
            if !AgreedQualifiers.segments.contains(segment) {
                report(
                    "\(path).segment",
                    "expected a segment that a qualifier tells from its like, found \(quoted(segment))",
                    "write one of \(AgreedQualifiers.segments.joined(separator: ", "))")
            }
            checkQualifier(entry.usual.string, of: segment, "\(path).usual")
            checkQualifier(entry.agreed.string, of: segment, "\(path).agreed")
            guard faults.count == before else { continue }
            checkUsual(entry.usual.string, of: segment, standard, "\(path).usual")
            let isFree = agreed[set, default: AgreedQualifiers()].add(
                AgreedQualifiers.Entry(
                    segment: SegmentID(segment), usual: entry.usual.string, agreed: entry.agreed.string))
            if !isFree {
                report(
                    path, "\(segment) \(entry.usual) or \(entry.agreed) of the \(set) stands in an entry before",
                    "write each usual qualifier once, and each of the partner's once")
            }
        }
        return agreed
    }

    private mutating func checkQualifier(_ code: String, of segment: String, _ jsonPath: String) {
        guard !AgreedQualifiers.isQualifier(code) else { return }
        report(
            jsonPath, "expected a code of one to three capitals and digits, found \(quoted(code))",
            "write the code as it stands in \(segment)01, such as \(segment == "REF" ? "\"IA\"" : "\"002\"")")
    }

    /// The partner's own may be one that the standard has not, which a severity then lets pass; the usual one is not.
    private mutating func checkUsual(
        _ code: String, of segment: String, _ standard: Standard?, _ jsonPath: String
    ) {
        guard let standard, let index = standard.segmentIndex(of: SegmentID(segment)),
            let list = standard.elements(ofSegment: index).first?.codeList,
            !standard.codes(inList: list).contains(code)
        else { return }
        report(
            jsonPath, "\(segment)01 has no code \(quoted(code)) in \(standard.version)",
            "write the qualifier that the article of the set's fields names")
    }
}
