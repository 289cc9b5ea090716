import Commerce

/// The fields of a file format: what its loader accepts, joined with what is written about each.
///
/// The members, their types and defaults come from the description that the loader reads by, the words from a table; a
/// test holds the two together, so that a field can be neither accepted and not described, nor the other way about.
public struct FormatSchema: Sendable {
    /// `profile` or `guide`.
    public let name: String
    /// What the file is, in a line.
    public let title: String
    /// What is written about each field.
    public let fields: [SchemaField]
    /// The fields that must be written.
    let required: [String]
    /// What the loader accepts.
    let members: [JSONOutline.Member]

    /// The format of `profile.json5` and of the layers it extends.
    public static let profile = FormatSchema(
        name: "profile", title: "How we trade with one partner", fields: profileFields,
        required: ["schemaVersion"], members: JSONOutline.members(of: ProfileDescription.self))

    /// The format of `guide.json5`.
    public static let guide = FormatSchema(
        name: "guide", title: "A partner's companion guide: what it says beyond the standard", fields: guideFields,
        required: ["schemaVersion"], members: JSONOutline.members(of: GuideDescription.self))

    /// The formats there are.
    public static let all = [profile, guide]

    /// What is written about a field, named with or without list positions: `severities[0].check`, `severities.check`;
    /// nil when there is none of that name.
    public func field(_ path: String) -> SchemaField? {
        let plain = Self.plain(path)
        return fields.first { $0.describes(plain) }
            ?? fields.first { $0.path.replacingMarks() == plain.replacingMarks() }
    }

    /// The paths of all fields that the loader accepts, `*` for none, lists marked by `[]`.
    public var paths: [String] { walk(members, under: "").map(\.path) }

    /// What does not fit together: fields accepted and not described, described and not accepted, described twice.
    public var gaps: [String] {
        let accepted = paths
        let table = "the table Partners/Schema/\(name == "profile" ? "ProfileFields" : "GuideFields")*.swift"
        var gaps = accepted.compactMap { path in
            let count = fields.count { $0.describes(path) }
            return count == 1 ? nil : "\(path) is accepted by the loader and stands \(count) times in \(table)"
        }
        for field in fields where !accepted.contains(where: { field.describes($0) }) {
            gaps.append("\(field.path) stands in \(table) and the loader does not accept it")
        }
        return gaps
    }

    // MARK: - Walking

    /// A member with its path.
    struct Place {
        var path: String
        var member: JSONOutline.Member
        /// Whether it is an element of a list somewhere.
        var isListed: Bool { path.contains("[]") }
    }

    /// All members, outer ones before what they hold.
    func walk(_ members: [JSONOutline.Member], under parent: String) -> [Place] {
        members.flatMap { member in
            let path = parent.isEmpty ? member.name : "\(parent).\(member.name)"
            let own = [Place(path: path, member: member)]
            switch member.shape {
            case .object(_, let inner): return own + walk(inner, under: path)
            case .objects(_, let inner): return own + walk(inner, under: path + "[]")
            default: return own
            }
        }
    }

    /// A path with its list positions taken out: `documents[3].set` is `documents[].set`.
    static func plain(_ path: String) -> String {
        var plain = ""
        var isInside = false
        for character in path {
            if character == "]" { isInside = false }
            if !isInside { plain.append(character) }
            if character == "[" { isInside = true }
        }
        return plain.hasPrefix("$.") ? String(plain.dropFirst(2)) : plain
    }
}

extension String {
    /// The path without the marks of lists.
    fileprivate func replacingMarks() -> String { String(filter { $0 != "[" && $0 != "]" }) }
}

extension JSONOutline.Initial {
    /// The value as it is written.
    var json5: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .integer(let number): String(number)
        case .truth(let truth): String(truth)
        case .texts(let texts): "[\(texts.map { "\"\($0)\"" }.joined(separator: ", "))]"
        }
    }
}

// MARK: - Asking

extension FormatSchema {
    /// A path as the format has it, whatever way it is written: `$.Envelope.ISA14` is `envelope.isa14`.
    public func canonical(_ path: String) -> String {
        let plain = path.hasPrefix("$.") ? String(path.dropFirst(2)) : path
        let lower = plain.lowercased()
        return paths.first { $0.lowercased() == lower } ?? plain
    }

    /// The default of a field, as it is written; nil when it has none.
    public func initial(of path: String) -> String? {
        walk(members, under: "").first { $0.path == path }?.member.initial?.json5
    }
}
