import Commerce

/// Is the name of a file or folder with places for what is known of a delivery, such as
/// `{kind}_{number}_{date:yyyyMMdd}.json`.
public struct NameTemplate: Sendable, Hashable {
    /// The template as it was written.
    public let text: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case literal(String)
        case fact(Fact)
        case moment([MomentField])
    }

    /// What may stand in braces.
    public enum Fact: String, Sendable, CaseIterable {
        /// The canonical kind, `997`, `999`, `TA1`, or the sets of an interchange.
        case kind
        /// The document's own number; the control number where it has none.
        case number
        /// The partner's id.
        case partner
        /// The control number of the interchange that it came in, goes in or answers with.
        case controlNumber
        /// The id: a document's UUID; no two deliveries share one but those of the same document.
        case id
        /// The first eight characters of the id.
        case id8
    }

    private enum MomentField: Sendable, Hashable {
        case year, yearOfCentury, month, day, hour, minute, second, milliseconds
        case literal(String)
    }

    /// What is wrong with a template.
    public struct Fault: Error, Sendable, Hashable {
        /// What was expected and found.
        public var message: String
        /// What to do.
        public var remedy: String
    }

    /// A longer name is none that every file system takes.
    public static let longestName = 200

    /// Reads a template. The name of a file holds no slash; that of a folder may, and may begin with one.
    public init(_ text: String, isFolder: Bool = false) throws(Fault) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.literal(try Self.literal(rest[..<open], isFolder))) }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Fault(message: "a place begins with { and does not end", remedy: "write the } behind it")
            }
            parts.append(try Self.place(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(try Self.literal(rest, isFolder))) }
        self.text = text
        self.parts = parts
        guard text.utf8.count <= Self.longestName else {
            throw Fault(message: "a name of more than \(Self.longestName) bytes", remedy: "write a shorter one")
        }
        if isFolder {
            let steps = text.split(separator: "/", omittingEmptySubsequences: false)
            guard
                !steps.enumerated().contains(where: { $1 == "." || $1 == ".." || $1.isEmpty && $0 > 0 }) || text == "/"
            else { throw Fault(message: "the folder leads nowhere sure", remedy: "write no \".\", \"..\" or \"//\"") }
        } else if text.isEmpty || text.hasPrefix(".") {
            throw Fault(
                message: text.isEmpty ? "there is no name" : "a name that begins with . is hidden",
                remedy: "write a name such as \"{kind}-{number}-{id8}.json\"")
        }
    }

    private static func literal(_ text: Substring, _ isFolder: Bool) throws(Fault) -> String {
        for character in text {
            let isPlain = character.isASCII && (character.isLetter || character.isNumber)
            guard isPlain || "._-".contains(character) || isFolder && character == "/" else {
                throw Fault(
                    message:
                        "\(quoted(String(character))) cannot stand in a \(isFolder ? "folder" : "file")'s name here",
                    remedy: character == "/"
                        ? "write the folder as `folder`" : "write letters, digits, \".\", \"_\", \"-\" and places in {}"
                )
            }
        }
        return String(text)
    }

    private static func place(_ name: Substring) throws(Fault) -> Part {
        let halves = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch halves[0] {
        case "date": return .moment(try moment(halves.count > 1 ? halves[1] : "yyyyMMdd"))
        case "time": return .moment(try moment(halves.count > 1 ? halves[1] : "HHmmss"))
        default: break
        }
        if halves.count == 1, let fact = Fact(rawValue: halves[0]) { return .fact(fact) }
        let known = Fact.allCases.map(\.rawValue) + ["date", "time"]
        throw Fault(
            message: "there is no place {\(name)}",
            remedy: known.nearest(to: halves[0]).map { "did you mean {\($0)}?" }
                ?? "write {kind}, {number}, {partner}, {controlNumber}, {id}, {id8}, {date:yyyyMMdd} or {time:HHmmss}")
    }

    private static func moment(_ format: String) throws(Fault) -> [MomentField] {
        let words: [(String, MomentField)] = [
            ("yyyy", .year), ("yy", .yearOfCentury), ("MM", .month), ("dd", .day), ("HH", .hour), ("mm", .minute),
            ("ss", .second), ("SSS", .milliseconds), ("-", .literal("-")), ("_", .literal("_")), (".", .literal(".")),
            ("T", .literal("T")),
        ]
        var fields: [MomentField] = []
        var rest = format[...]
        while !rest.isEmpty {
            guard let word = words.first(where: { rest.hasPrefix($0.0) }) else {
                throw Fault(
                    message: "\(quoted(String(rest))) is no part of a date or time",
                    remedy: "write yyyy, yy, MM, dd, HH, mm, ss, SSS, and between them T, \"-\", \"_\" or \".\"")
            }
            fields.append(word.1)
            rest = rest.dropFirst(word.0.utf8.count)
        }
        guard !fields.isEmpty else {
            throw Fault(message: "the format is empty", remedy: "write one such as {date:yyyyMMdd}")
        }
        return fields
    }
}

// MARK: - Filling in

extension NameTemplate {
    /// What is known of a delivery.
    public struct Facts: Sendable, Hashable {
        /// See ``NameTemplate/Fact``.
        public var kind, number, partner, controlNumber, id: String
        /// When it was recorded, in milliseconds since 1970 UTC.
        public var createdAt: Int64
        /// How many minutes the partner's clock is ahead of UTC.
        public var offset: Int

        /// Makes facts.
        public init(
            kind: String, number: String, partner: String, controlNumber: String, id: String, createdAt: Int64,
            offset: Int
        ) {
            (self.kind, self.number, self.partner) = (kind, number, partner)
            (self.controlNumber, self.id, self.createdAt, self.offset) = (controlNumber, id, createdAt, offset)
        }

        subscript(fact: Fact) -> String {
            switch fact {
            case .kind: kind
            case .number: number.isEmpty ? controlNumber : number
            case .partner: partner
            case .controlNumber: controlNumber
            case .id: id
            case .id8: String(id.prefix(8))
            }
        }
    }

    /// The name with everything filled in; a value's slashes, blanks and the like become `_`, so that it cannot lead to
    /// another folder.
    public func name(_ facts: Facts) -> String {
        var name = ""
        for part in parts {
            switch part {
            case .literal(let text): name += text
            case .fact(let fact): name += Self.safe(facts[fact])
            case .moment(let fields): name += Self.moment(facts, fields)
            }
        }
        return name
    }

    /// Letters, digits, `.`, `_` and `-`, at most 60 of them; never `.` or `..`, and not empty.
    private static func safe(_ text: String) -> String {
        var name = ""
        for scalar in text.unicodeScalars.prefix(60) {
            let isPlain = scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            name.unicodeScalars.append(isPlain || scalar == "." || scalar == "_" || scalar == "-" ? scalar : "_")
        }
        if name.isEmpty || name.allSatisfy({ $0 == "." }) { return "_" }
        return name.hasPrefix(".") ? "_" + name.dropFirst() : name
    }

    private static func moment(_ facts: Facts, _ fields: [MomentField]) -> String {
        let milliseconds = facts.createdAt &+ Int64(facts.offset) &* 60_000
        let perDay: Int64 = 86_400_000
        let inDay = ((milliseconds % perDay) &+ perDay) % perDay
        let day = CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int((milliseconds &- inDay) / perDay))
        let date = day?.description ?? "0000-00-00"
        func part(_ start: Int, _ count: Int) -> String { String(date.dropFirst(start).prefix(count)) }
        func filled(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return fields.map { field in
            switch field {
            case .year: part(0, 4)
            case .yearOfCentury: part(2, 2)
            case .month: part(5, 2)
            case .day: part(8, 2)
            case .hour: filled(inDay / 3_600_000, 2)
            case .minute: filled(inDay / 60_000 % 60, 2)
            case .second: filled(inDay / 1_000 % 60, 2)
            case .milliseconds: filled(inDay % 1_000, 3)
            case .literal(let text): text
            }
        }.joined()
    }
}
