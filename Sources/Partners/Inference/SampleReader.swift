import X12

/// Reads samples by the standard alone, without rules of any partner.
public struct SampleReader {
    /// The largest sample that is read: a guide does not need gigabytes.
    public static let largest = 16 * 1024 * 1024

    /// Reads the interchanges of a file; of one that is no X12 there are none.
    public static func read(_ bytes: [UInt8], file: String) -> SampleFile {
        var sample = SampleFile(file: file)
        var reader = InterchangeReader(MemorySource(bytes))
        do throws(SourceError) {
            while let survey = try reader.next() {
                guard let header = survey.header else { continue }
                var visitor = SetCollector(delimiters: header.delimiters)
                try reader.visit(survey, &visitor)
                for (ordinal, findings) in survey.groupFindings where visitor.groups.indices.contains(ordinal - 1) {
                    visitor.groups[ordinal - 1].errors = findings.filter { $0.severity == .error }.map(
                        \.code.entry.name)
                }
                let errors = survey.findings.filter { $0.severity == .error }.map(\.code.entry.name)
                sample.interchanges.append(
                    SampleFile.Interchange(
                        header: header, suffix: header.suffix, groups: visitor.groups, errors: errors))
            }
        } catch {
            // Memory can always be read.
            return sample
        }
        return sample
    }
}

/// Collects the sets of one interchange.
private struct SetCollector: InterchangeVisitor {
    let delimiters: Delimiters
    var groups: [SampleFile.Group] = []
    private var validator = SetValidator()

    init(delimiters: Delimiters) { self.delimiters = delimiters }

    mutating func groupBegan(_ header: GroupHeader, ordinal: Int) { groups.append(SampleFile.Group(header: header)) }

    mutating func groupEnded(claimed: String?, received: Int) {}

    mutating func set(
        _ envelope: SetEnvelope, entries: Range<Int>, bytes: borrowing [UInt8], index: borrowing SegmentIndex,
        positions: FilePositions
    ) {
        guard let last = groups.indices.last else { return }
        let version = groups[last].header.version
        guard !entries.isEmpty, let standard = Standard.version(version) ?? Standard.nearest(to: version),
            let structure = standard.structure(of: envelope.set)
        else { return groups[last].unknown.append(envelope.set) }
        validator.validate(
            bytes: bytes, index: index, range: entries, standard: standard, structure: structure,
            delimiters: delimiters, policy: SeverityPolicy(), positions: positions)
        let occurrences = SetOccurrences(
            bytes: bytes, index: index, range: entries, places: validator.places, structure: structure,
            delimiters: delimiters)
        var set = SampleSet(set: envelope.set, version: standard.version, controlNumber: envelope.controlNumber)
        set.errors = (envelope.findings + validator.findings).filter { $0.severity == .error }.map {
            SampleFault(code: $0.code.entry.name, place: $0.place)
        }
        for segment in 1..<max(occurrences.count, 1) {
            let entry = occurrences.entries[occurrences.first + segment]
            guard entry.id != "SE" else { continue }
            let place = occurrences.places[segment]
            // Without ST the segments count from the first behind it.
            set.segments.append(
                SampleSegment(
                    id: entry.id.description, node: place == SetValidator.noNode ? -1 : Int(place),
                    owner: max(Int(occurrences.owners[segment]) - 1, -1),
                    elements: (1...max(entry.elementCount, 1)).map { position in
                        String(decoding: occurrences.bytes(segment, position), as: UTF8.self)
                    }))
        }
        groups[last].sets.append(set)
    }
}

/// Values of a sample with their places, for whoever looks what stands in data.
public enum SampleValues {
    /// The elements of all sets, as `PO107`.
    public static func read(_ bytes: [UInt8]) -> [(text: String, reference: String)] {
        SampleReader.read(bytes, file: "").interchanges.flatMap(\.groups).flatMap(\.sets).flatMap(\.segments)
            .flatMap { segment in
                segment.elements.enumerated().filter { !$0.element.isEmpty }.map { position, text in
                    (text, segment.id + InterchangeWriter.filled(position + 1, 2))
                }
            }
    }
}
