/// The files that profiles were read from, by kind and name.
struct ProfileFiles: Sendable {
    /// What a file is.
    enum Kind: String, CaseIterable, Sendable {
        /// A partner's `profile.json5`.
        case profile
        /// A layer that profiles extend.
        case base
        /// A partner's `guide.json5`.
        case guide
        /// The guide of a layer.
        case baseGuide = "base-guide"
        /// One of a partner's crosswalks, by partner and table: `corvane-medical/items`.
        case crosswalk
    }

    private(set) var files: [Kind: [String: ProfileText]] = [:]

    /// Makes a collection without files.
    init() {}

    mutating func add(_ kind: Kind, _ texts: [String: ProfileText]) { files[kind] = texts }

    mutating func add(crosswalks: [String: [String: ProfileText]]) {
        for (id, tables) in crosswalks {
            for (table, text) in tables { files[.crosswalk, default: [:]]["\(id)/\(table)"] = text }
        }
    }

    /// Texts named `partner/table`, by partner and then by table.
    static func tables(_ texts: [String: ProfileText]) -> [String: [String: ProfileText]] {
        var tables: [String: [String: ProfileText]] = [:]
        for (name, text) in texts {
            guard let slash = name.firstIndex(of: "/") else { continue }
            tables[String(name[..<slash]), default: [:]][String(name[name.index(after: slash)...])] = text
        }
        return tables
    }

    func texts(_ kind: Kind) -> [String: ProfileText] { files[kind] ?? [:] }
}

extension PartnerDirectory {
    /// The files of a partner's profile and of all layers as one text, from which ``load(snapshot:)`` makes the profile
    /// again, as long as it is sound; nil when there is no such partner, or the directory was made of no files.
    public func snapshot(of id: String) -> [UInt8]? {
        guard files.texts(.profile)[id] != nil else { return nil }
        var bytes: [UInt8] = []
        for kind in ProfileFiles.Kind.allCases {
            for (name, text) in files.texts(kind).sorted(by: { $0.key < $1.key })
            where kind.isShared || name == id || name.hasPrefix("\(id)/") {
                bytes += Array("\(kind.rawValue) \(text.bytes.count) \(text.path.utf8.count) \(name)\n".utf8)
                bytes += Array(text.path.utf8)
                bytes += text.bytes
                bytes.append(0x0A)
            }
        }
        return bytes.isEmpty ? nil : bytes
    }

    /// Makes the directory of one partner from a snapshot; nil when it is none, or its profile is not sound any more.
    public static func load(snapshot: [UInt8]) -> PartnerDirectory? {
        guard let texts = ProfileSnapshot.texts(in: snapshot) else { return nil }
        let (directory, _) = load(
            profiles: texts[.profile] ?? [:], bases: texts[.base] ?? [:], guides: texts[.guide] ?? [:],
            baseGuides: texts[.baseGuide] ?? [:], crosswalks: ProfileFiles.tables(texts[.crosswalk] ?? [:]))
        return directory.profiles.isEmpty ? nil : directory
    }
}

/// Reads the text that ``PartnerDirectory/snapshot(of:)`` writes.
public enum ProfileSnapshot {
    /// The bytes of a partner's own profile; nil when the text is no snapshot, or of another partner.
    public static func profile(of id: String, in snapshot: [UInt8]) -> [UInt8]? {
        texts(in: snapshot)?[.profile]?[id]?.bytes
    }

    /// The files by kind and name; nil when the text is no snapshot.
    static func texts(in snapshot: [UInt8]) -> [ProfileFiles.Kind: [String: ProfileText]]? {
        var texts: [ProfileFiles.Kind: [String: ProfileText]] = [:]
        var rest = snapshot[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: 0x0A) else { return nil }
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ", maxSplits: 3)
            guard words.count == 4, let kind = ProfileFiles.Kind(rawValue: String(words[0])),
                let size = Int(words[1]), let path = Int(words[2]), size >= 0, path >= 0, path < 10_000,
                size < rest.endIndex - end - path
            else { return nil }
            let body = end + 1 + path
            texts[kind, default: [:]][String(words[3])] = ProfileText(
                path: String(decoding: rest[end + 1..<body], as: UTF8.self), bytes: Array(rest[body..<body + size]))
            rest = rest[min(body + size + 1, rest.endIndex)...]
        }
        return texts
    }
}

extension ProfileFiles.Kind {
    /// Whether all partners have it in common.
    fileprivate var isShared: Bool { self == .base || self == .baseGuide }
}
