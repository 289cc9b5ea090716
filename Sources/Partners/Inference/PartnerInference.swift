public import X12

/// Reads a partner's profile and guide out of sample files alone.
public struct PartnerInference {
    let id: String
    let name: String?
    let samples: [SampleFile]
    let choice: SampleChoice

    /// Takes samples.
    ///
    /// - Parameters:
    ///   - id: What the partner is to be called in commands.
    ///   - name: Its name as people say it; nil when nobody said it.
    ///   - samples: The files, read by ``SampleReader``.
    ///   - us: Our identity; nil takes the receiver of most samples for us, and their sender for the partner.
    public init(id: String, name: String? = nil, samples: [SampleFile], us: PartyID? = nil) {
        self.id = id
        self.name = name
        self.samples = samples
        choice = SampleChoice(samples, us: us)
    }

    /// Documents that say the same but for their numbers on the wire are one document: copies prove nothing.
    private static func distinct(_ sets: [SampleSet]) -> [SampleSet] {
        var seen: Set<[[String]]> = []
        return sets.filter { set in
            seen.insert(set.segments.map { [$0.id] + $0.elements }).inserted
        }
    }

    /// Reads them.
    ///
    /// - Parameter without: Rules that are not to be written, as their text: those that samples turned out to break.
    /// - Returns: What was read; nil when no sample can be used.
    public func run(without: Set<String> = []) -> InferredPartner? {
        guard !choice.items.isEmpty else { return nil }
        let envelope = EnvelopeInference(choice, samples: samples)
        var parts: [SetInference] = []
        var contradictions = envelope.contradictions
        var relaxations: [Relaxation] = []
        for direction in Profile.Direction.allCases {
            let sets = choice.items.filter { $0.direction == direction }.flatMap(\.interchange.groups)
                .flatMap(\.sets).filter { $0.set != "997" && $0.set != "999" }
            for name in Set(sets.map(\.set)).sorted() {
                let own = Self.distinct(sets.filter { $0.set == name })
                relaxations += Relaxation.all(in: own, set: name, direction)
                let versions = Dictionary(grouping: own, by: \.version).sorted {
                    ($1.value.count, $0.key) < ($0.value.count, $1.key)
                }
                if versions.count > 1 {
                    let list = versions.map { "\($0.value.count) in \($0.key)" }.joined(separator: ", ")
                    contradictions.append("\(name): several versions: \(list)")
                }
                for (version, samples) in versions {
                    guard
                        var part = SetInference(set: name, version: version, direction: direction, samples: samples)
                    else { continue }
                    part.run()
                    contradictions += part.contradictions
                    parts.append(part)
                }
            }
        }
        contradictions += relaxations.map(\.words)
        let writer = InferenceWriter(
            id: id, name: name, envelope: envelope, parts: parts, relaxations: relaxations,
            contradictions: contradictions,
            left: choice.left + choice.refused, without: without)
        return InferredPartner(
            profileText: writer.profileText(), guideText: writer.guideText(),
            inferences: envelope.inferences + parts.flatMap { $0.used + $0.habits },
            contradictions: contradictions, left: choice.left, refused: choice.refused,
            used: Set(choice.items.map(\.file)).count,
            documents: envelope.documents.count)
    }
}

/// Is what was read out of samples.
public struct InferredPartner: Sendable {
    /// The text of `profile.json5`.
    public var profileText: String
    /// The text of `guide.json5`; nil without documents.
    public var guideText: String?
    /// What was found, with its evidence.
    public var inferences: [Inference]
    /// What does not go together, and what the standard forbids.
    public var contradictions: [String]
    /// The files and interchanges that were left out, and why.
    public var left: [String]
    /// The files that were read and that no profile would accept, and why.
    public var refused: [String]
    /// How many interchanges were used.
    public var used: Int
    /// How many sets are exchanged.
    public var documents: Int
}

/// Is something that samples do and the standard forbids: tolerated, told, and up to a person.
struct Relaxation {
    var code: String
    var set: String
    var place: String
    var direction: Profile.Direction
    var evidence: Evidence

    static func all(in sets: [SampleSet], set: String, _ direction: Profile.Direction) -> [Relaxation] {
        var counts: [SampleFault: Int] = [:]
        for sample in sets {
            for fault in Set(sample.errors) where !fault.isOfEnvelope { counts[fault, default: 0] += 1 }
        }
        return counts.sorted { ($0.key.place, $0.key.code) < ($1.key.place, $1.key.code) }.map { fault, count in
            Relaxation(
                code: fault.code, set: set, place: fault.place, direction: direction,
                evidence: Evidence(count, of: sets.count, sets: sets.count))
        }
    }

    var words: String {
        "\(set) \(place): the standard forbids it (\(code)), and \(evidence.count) of \(evidence.total) documents do it"
    }
}
