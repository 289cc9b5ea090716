import X12

/// Reads what envelopes, delimiters and file names of the samples have in common.
struct EnvelopeInference {
    let choice: SampleChoice
    private(set) var inferences: [Inference] = []
    private(set) var contradictions: [String] = []

    private(set) var delimiters = Delimiters()
    private(set) var suffix = Profile.Suffix.nothing
    private(set) var interchangeVersion = "00401"
    private(set) var groupVersion = "004010"
    private(set) var asksForTA1 = false
    private(set) var functional = Profile.FunctionalAcknowledgment.set997
    /// GS codes by usage: the partner's and ours, each with the first most common.
    private(set) var codes: [Profile.Usage: (partner: [String], us: [String])] = [:]
    private(set) var documents: [(document: Profile.Document, count: Int)] = []
    private(set) var levels: [(path: String, count: Int, total: Int)] = []
    private(set) var names: [(shape: String, count: Int)] = []

    init(_ choice: SampleChoice, samples: [SampleFile]) {
        self.choice = choice
        let inbound = choice.items.filter { $0.direction == .inbound }
        // What the partner writes it reads; without any sample of its own, what we write it.
        let own = inbound.isEmpty ? choice.items : inbound
        readEnvelopes(own)
        readGroups(own)
        readCodes()
        readDocuments()
        readLevels(inbound)
        readNames(own.map(\.file))
    }

    // MARK: - Parts

    private mutating func readEnvelopes(_ items: [SampleChoice.Item]) {
        let headers = items.map(\.interchange.header)
        delimiters = most("delimiters", headers.map(\.delimiters)) { Self.show($0) } ?? delimiters
        let suffixes = items.map { item in
            Profile.Suffix.allCases.first { $0.bytes == item.interchange.suffix } ?? .nothing
        }
        suffix = most("line ends", suffixes) { $0.rawValue } ?? suffix
        interchangeVersion = most("ISA12", headers.map { $0.element(12) }) { $0 } ?? interchangeVersion
        asksForTA1 = most("ISA14", headers.map(\.asksForAcknowledgment)) { $0 ? "1" : "0" } ?? false
        for usage in Profile.Usage.allCases {
            guard let them = choice.partner[usage], let us = choice.us[usage] else { continue }
            let count = choice.items.count { $0.usage == usage }
            inferences.append(
                Inference(
                    "\(usage.rawValue) identities", "\(them) is the partner, \(us) is us",
                    Evidence(count, of: count, sets: count)))
        }
    }

    private mutating func readGroups(_ items: [SampleChoice.Item]) {
        let groups = items.flatMap(\.interchange.groups).map(\.header)
        let versions = groups.filter { !$0.holdsAcknowledgments }.map(\.version)
        groupVersion = most("GS08", versions.isEmpty ? groups.map(\.version) : versions) { $0 } ?? groupVersion
        let answers = items.flatMap(\.interchange.groups).flatMap(\.sets).map(\.set).filter {
            $0 == "997" || $0 == "999"
        }
        if answers.contains("999"), !answers.contains("997") { functional = .set999 }
    }

    private mutating func readCodes() {
        for usage in Profile.Usage.allCases where choice.partner[usage] != nil {
            var partner: [String: Int] = [:]
            var us: [String: Int] = [:]
            for item in choice.items where item.usage == usage {
                for group in item.interchange.groups.map(\.header) {
                    let isInbound = item.direction == .inbound
                    partner[isInbound ? group.sender : group.receiver, default: 0] += 1
                    us[isInbound ? group.receiver : group.sender, default: 0] += 1
                }
            }
            codes[usage] = (Self.ranked(partner), Self.ranked(us))
            for (side, counts) in [("its", partner), ("our", us)] where counts.count > 1 {
                contradictions.append(
                    "\(usage.rawValue): \(side) GS code is \(Self.ranked(counts).list): all are accepted")
            }
        }
    }

    private mutating func readDocuments() {
        var counts: [Profile.Document: Int] = [:]
        for item in choice.items {
            for set in item.interchange.groups.flatMap(\.sets) where set.set != "997" && set.set != "999" {
                counts[Profile.Document(set: set.set, direction: item.direction), default: 0] += 1
            }
            // What there is no structure of can still be agreed on.
            for set in item.interchange.groups.flatMap(\.unknown) where Self.isSet(set) {
                counts[Profile.Document(set: set, direction: item.direction), default: 0] += 1
            }
        }
        documents = counts.sorted { ($0.key.direction.rawValue, $0.key.set) < ($1.key.direction.rawValue, $1.key.set) }
            .map { ($0.key, $0.value) }
    }

    private static func isSet(_ set: String) -> Bool {
        set.utf8.count == 3 && set.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private mutating func readLevels(_ items: [SampleChoice.Item]) {
        let notices = items.flatMap(\.interchange.groups).flatMap(\.sets).filter { $0.set == "856" }
        let paths = HierarchyInference.paths(of: notices)
        levels = paths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value, notices.count) }
        for level in levels {
            inferences.append(
                Inference(
                    "856 levels", "\(level.path) is a path of HL levels",
                    Evidence(level.count, of: level.total, sets: level.total)))
        }
    }

    /// Names with their digits and letters told apart only by kind, so that those made by one program look alike.
    private mutating func readNames(_ files: [String]) {
        var counts: [String: Int] = [:]
        for file in files {
            let name = file.split(separator: " ").first.map(String.init) ?? file
            counts[Self.shape(name.split(separator: "/").last.map(String.init) ?? name), default: 0] += 1
        }
        names = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map { ($0.key, $0.value) }
        for name in names {
            inferences.append(
                Inference(
                    "file names", "look like \(name.shape)", Evidence(name.count, of: files.count, sets: files.count)))
        }
    }

    // MARK: - Counting

    /// The value that comes most often, noted with its evidence; others are a contradiction.
    private mutating func most<T: Hashable>(_ topic: String, _ values: [T], _ show: (T) -> String) -> T? {
        var counts: [T: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        let highest = counts.values.max() ?? 0
        guard let most = values.first(where: { counts[$0] == highest }) else { return nil }
        inferences.append(Inference(topic, show(most), Evidence(highest, of: values.count, sets: values.count)))
        if counts.count > 1 {
            let list = counts.sorted { ($1.value, show($0.key)) < ($0.value, show($1.key)) }.map {
                "\(show($0.key)) \($0.value) times"
            }
            contradictions.append("\(topic): \(list.joined(separator: ", "))")
        }
        return most
    }

    private static func ranked(_ counts: [String: Int]) -> [String] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).filter { (2...15).contains($0.utf8.count) }
    }

    static func show(_ delimiters: Delimiters) -> String {
        [delimiters.element, delimiters.component, delimiters.segment, delimiters.repetition].compactMap(\.self)
            .map { ProfileDraft.mark($0) }.joined(separator: " ")
    }

    /// `PO_20261121_7.edi` as `PO_{8 digits}_{digits}.edi`: runs of four digits or more keep their length.
    static func shape(_ name: String) -> String {
        var shape = ""
        var rest = name.unicodeScalars[...]
        while let first = rest.first {
            let run = rest.prefix { ("0"..."9").contains($0) }
            guard !run.isEmpty else {
                shape.unicodeScalars.append(first.value < 0x20 || first.value == 0x7F ? "?" : first)
                rest.removeFirst()
                continue
            }
            shape += run.count > 3 ? "{\(run.count) digits}" : "{digits}"
            rest = rest.dropFirst(run.count)
        }
        return shape
    }
}
