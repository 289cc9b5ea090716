public import Commerce
public import X12

extension AgreedQualifiers {
    /// Those that a document came with, so that it can go back as it came where no profile is in play; nil when they are
    /// no qualifiers, or contradict each other.
    init?(_ source: SourceSet) {
        self.init()
        for entry in source.qualifiers {
            let codes = [entry.usual, entry.agreed].map(\.string)
            guard Self.segments.contains(entry.segment.string), codes.allSatisfy(Self.isQualifier),
                add(Entry(segment: SegmentID(entry.segment.string), usual: codes[0], agreed: codes[1]))
            else { return nil }
        }
    }

    /// These, as a document that came with them says so.
    public var inSource: [SourceQualifier] {
        entries.map { entry in
            var source = SourceQualifier()
            source.segment = Text(entry.segment.description)
            source.usual = Text(entry.usual)
            source.agreed = Text(entry.agreed)
            return source
        }
    }
}
