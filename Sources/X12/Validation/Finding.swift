/// One fact about an input: what is wrong or was tolerated, where, by which rule, and what to do about it.
public struct Finding: Sendable {
    /// What kind of finding.
    public var code: FindingCode
    /// How much it weighs here, after the profile's policy.
    public var severity: Severity
    /// The segment; of a missing one its identifier; zero when the finding is about no segment.
    public var segment: SegmentID
    /// The ordinal of the segment as received, counted from ST = 1 (AK302); of a missing one, that of the segment met
    /// instead; 0 outside sets.
    public var segmentIndex: Int
    /// The element, from 1; 0 when the finding is about the whole segment.
    public var element: Int
    /// The component, from 1; 0 when the finding is about the whole element.
    public var component: Int
    /// The repetition of the element, from 1; 0 when the element does not repeat.
    public var repetition = 0
    /// The byte's offset in the file, from 0.
    public var offset: Int
    /// The value in question, at most ``longestValue`` bytes of it; `nil` when it is absent.
    public var value: [UInt8]?
    /// Number, name and type of the data element in question.
    public var item: ElementDefinition?
    /// The particulars that the message speaks of.
    public var detail: Detail
    /// The version whose rule it is, such as `004010`; empty for the envelope.
    public var version: String
    /// What to do in this very case, where more is known than the catalogue's remedy.
    public var advice: String?
    /// The rule of a companion guide that was broken; `nil` when the standard's was.
    public var origin: RuleOrigin?
    /// What made a conditional rule apply, where that is known.
    public var trigger: RuleTrigger?

    /// AK404 holds at most 99 characters; more of a bad value helps nobody.
    public static let longestValue = 99

    /// The particulars of a finding.
    public enum Detail: Sendable {
        case none
        /// A length against its bounds.
        case length(Int, minimum: Int, maximum: Int)
        /// A count as claimed against the count as found.
        case count(claimed: String, found: Int)
        /// What should stand there.
        case expected(String)
        /// Why the value will not do.
        case reason(String)
        /// The syntax note broken.
        case note(SyntaxNote)
        /// The most there may be.
        case maximum(Int)
    }

    /// Makes a finding; what is left out is about nothing in particular.
    public init(
        _ code: FindingCode, severity: Severity, segment: SegmentID = SegmentID(packed: 0), segmentIndex: Int = 0,
        element: Int = 0, component: Int = 0, offset: Int, value: [UInt8]? = nil, item: ElementDefinition? = nil,
        detail: Detail = .none, version: String = ""
    ) {
        self.code = code
        self.severity = severity
        self.segment = segment
        self.segmentIndex = segmentIndex
        self.element = element
        self.component = component
        self.offset = offset
        self.value = value
        self.item = item
        self.detail = detail
        self.version = version
    }
}

// MARK: - Words

extension Finding {
    /// The element's reference, such as `BEG05` or `REF04-2`; the segment's identifier when the finding is about it.
    public var place: String {
        guard element > 0 else { return segment.description }
        let reference = "\(segment)\(element < 10 ? "0" : "")\(element)"
        return component > 0 ? "\(reference)-\(component)" : reference
    }

    /// The value as text; bytes that are not UTF-8 as replacement characters.
    public var valueText: String? {
        value.map { String(decoding: $0, as: UTF8.self) }
    }

    /// What was expected and found, in a sentence without the value where it may be masked: the value stands in
    /// ``value``.
    public var message: String {
        let subject = [item?.name, place.isEmpty ? nil : place].compactMap(\.self).joined(separator: " ")
        // Titles of the envelope's findings begin with the place themselves.
        return subject.isEmpty || predicate.hasPrefix(subject) ? predicate : subject + ": " + predicate
    }

    private var predicate: String {
        switch detail {
        case .none: code.entry.title
        case .length(let found, let minimum, let maximum):
            "\(found) characters, where \(minimum == maximum ? "\(minimum)" : "\(minimum) to \(maximum)") are allowed"
        case .count(let claimed, let found): "says \(claimed.isEmpty ? "nothing" : claimed), counted \(found)"
        case .expected(let expected): "\(code.entry.title); expected \(expected)"
        case .reason(let reason): reason
        case .note(let note): "\(code.entry.title) (note \(note))"
        case .maximum(let maximum): "\(code.entry.title); at most \(maximum)"
        }
    }

    /// The rule and where it comes from.
    public var rule: String {
        if let origin {
            let because = origin.because.isEmpty ? "" : " (\(origin.because))"
            return "\(origin.file) line \(origin.line): \(origin.statement)\(because)"
        }
        var parts: [String] = []
        if let item { parts.append("element \(item.number), type \(item.typeName) \(item.minimum)/\(item.maximum)") }
        if case .note(let note) = detail { parts.append("syntax note \(note)") }
        if parts.isEmpty { parts.append(code.entry.title) }
        parts.append(version.isEmpty ? "interchange control structure, X12.5" : version)
        return parts.joined(separator: ", ")
    }

    /// What to do about it.
    public var remedy: String { advice ?? code.entry.remedy }
}
