import X12

/// Sorts samples by who sends them, and leaves out what is no sample of this partner.
struct SampleChoice {
    /// An interchange, which way it goes, and the file it came from.
    struct Item {
        var file: String
        var interchange: SampleFile.Interchange
        var direction: Profile.Direction
        var usage: Profile.Usage
    }

    private(set) var items: [Item] = []
    /// The files or interchanges that are not used, and why.
    private(set) var left: [String] = []
    /// Those that are read, and that no profile would accept.
    private(set) var refused: [String] = []

    /// Who we are, by usage.
    private(set) var us: [Profile.Usage: PartyID] = [:]
    /// Who the partner is, by usage.
    private(set) var partner: [Profile.Usage: PartyID] = [:]

    init(_ samples: [SampleFile], us given: PartyID?) {
        var sound: [(file: String, interchange: SampleFile.Interchange, usage: Profile.Usage)] = []
        for sample in samples {
            if sample.interchanges.isEmpty { left.append("\(sample.file): there is no interchange in it") }
            for interchange in sample.interchanges {
                let number = interchange.header.controlNumber
                let name = sample.interchanges.count > 1 ? "\(sample.file) interchange \(number)" : sample.file
                let faults = interchange.faults
                if let fault = faults.first {
                    left.append("\(name): its envelope is broken, \(fault)")
                    continue
                }
                if interchange.header.sender == interchange.header.receiver {
                    left.append("\(name): sender and receiver are both \(interchange.header.sender)")
                    continue
                }
                if let usage = Profile.Usage(indicator: interchange.header.usage) {
                    sound.append((name, interchange, usage))
                } else {
                    left.append("\(name): ISA15 is \(quoted(interchange.header.usage))")
                }
            }
        }
        // Who is who shows where there is most; the other usage has the same sides where it can.
        let usages = Profile.Usage.allCases.map { usage in (usage, sound.filter { $0.usage == usage }) }
        for (usage, own) in usages.sorted(by: { $0.1.count > $1.1.count }) {
            choose(own, usage, given ?? us[usage.other])
            if let given, us[usage] != nil, us[usage] != given {
                left.append("\(usage.rawValue): no sample names us by \(given)")
            }
        }
    }

    private mutating func choose(
        _ sound: [(file: String, interchange: SampleFile.Interchange, usage: Profile.Usage)], _ usage: Profile.Usage,
        _ given: PartyID?
    ) {
        guard !sound.isEmpty else { return }
        let headers = sound.map(\.interchange.header)
        let isGiven = given.map { us in headers.contains { $0.sender == us || $0.receiver == us } } ?? false
        let inbound = isGiven ? headers.filter { $0.sender != given } : headers
        // All that is there was sent by us: the partner is who receives it.
        let other = inbound.isEmpty ? headers.map(\.receiver) : inbound.map(\.sender)
        guard let them = Self.most(other) else { return }
        let ours = isGiven ? given : Self.most(headers.filter { $0.sender == them }.map(\.receiver))
        guard let ours else { return }
        (us[usage], partner[usage]) = (ours, them)
        for (file, interchange, _) in sound {
            let header = interchange.header
            if header.sender == them, header.receiver == ours {
                take(Item(file: file, interchange: interchange, direction: .inbound, usage: usage))
            } else if header.sender == ours, header.receiver == them {
                take(Item(file: file, interchange: interchange, direction: .outbound, usage: usage))
            } else {
                left.append(
                    "\(file): \(header.sender) → \(header.receiver), where most \(usage.rawValue) samples are \(them) → \(ours)"
                )
            }
        }
    }

    /// Takes an interchange as a sample, and notes when no profile would accept it.
    private mutating func take(_ item: Item) {
        items.append(item)
        if let set = item.interchange.groups.flatMap(\.unknown).first {
            refused.append("\(item.file): there is no structure of the \(set) here: no profile can take it")
        } else if let fault = item.interchange.setFaults.first {
            refused.append("\(item.file): \(fault): read for its content, and refused whatever the guide says")
        }
    }

    /// The identity that comes most often, the first of equals.
    private static func most(_ ids: [PartyID]) -> PartyID? {
        var counts: [PartyID: Int] = [:]
        for id in ids { counts[id, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        return ids.first { counts[$0] == most }
    }
}

extension SampleFile.Interchange {
    /// What makes the envelope useless: faults of ISA, GS and their trailers.
    var faults: [String] { errors + groups.flatMap(\.errors) }

    /// What refuses a set whatever a profile says: faults of ST and SE.
    var setFaults: [String] {
        groups.flatMap(\.sets).flatMap { set in
            set.errors.filter(\.isOfEnvelope).map { "\(set.set) \(set.controlNumber), \($0.code) \($0.place)" }
        }
    }
}

extension SampleFault {
    /// Whether it is one of ST or SE.
    var isOfEnvelope: Bool { place.hasPrefix("ST") || place.hasPrefix("SE") }
}
