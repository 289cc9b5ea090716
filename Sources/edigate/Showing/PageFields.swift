import Commerce

/// The fields of a document by path, each of which is shown once: what nobody asked for is left for the end.
struct PageFields {
    private let values: [String: String]
    private let paths: [String]
    private var shown: Set<String> = []
    /// How many entries each array has.
    private let counts: [String: Int]
    /// Where among the paths those of each array's entry are, which stand together.
    private let ranges: [String: Range<Int>]

    /// What a value says, for a person.
    private static func text(_ value: FieldListing.Value) -> String {
        switch value {
        case .text(let text): text.string
        case .decimal(let number): number.description
        case .date(let date): date.description
        case .time(let time): time.description
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "yes" : "no"
        }
    }

    init(_ fields: [FieldListing.Field]) {
        paths = fields.map { String($0.path.dropFirst(2)) }
        var values: [String: String] = [:]
        for (path, field) in zip(paths, fields) { values[path] = Self.text(field.value) }
        self.values = values
        var counts: [String: Int] = [:]
        var ranges: [String: Range<Int>] = [:]
        for (index, path) in paths.enumerated() {
            for bracket in path.indices where path[bracket] == "]" {
                let entry = String(path[...bracket])
                guard let open = entry.lastIndex(of: "["),
                    let number = Int(entry[entry.index(after: open)...].dropLast())
                else { continue }
                let array = String(entry[..<open])
                counts[array] = max(counts[array] ?? 0, number + 1)
                ranges[entry] = (ranges[entry]?.lowerBound ?? index)..<index + 1
            }
        }
        self.counts = counts
        self.ranges = ranges
    }

    /// The value at a path, which counts as shown; nil when there is none.
    mutating func take(_ path: String) -> String? {
        guard let value = values[path] else { return nil }
        shown.insert(path)
        return value
    }

    /// The values at several paths, those that are there.
    mutating func take(_ paths: [String], separator: String = " ") -> String? {
        var found: [String] = []
        for path in paths { if let value = take(path) { found.append(value) } }
        return found.isEmpty ? nil : found.joined(separator: separator)
    }

    /// Counts a field as shown when it holds what goes without saying.
    mutating func leaveOut(_ path: String, when value: String) {
        if values[path] == value { shown.insert(path) }
    }

    /// Counts as shown what is of no use to a person.
    mutating func leaveOut(below prefix: String) {
        for path in paths where path.hasPrefix(prefix) { shown.insert(path) }
    }

    /// How many entries an array has.
    func count(_ array: String) -> Int { counts[array] ?? 0 }

    /// The entries of an array, as prefixes of their paths.
    func entries(_ array: String) -> [String] { (0..<count(array)).map { "\(array)[\($0)]" } }

    /// What has not been shown below a path, name and value; it counts as shown.
    mutating func rest(below prefix: String) -> [(name: String, value: String)] {
        var rest: [(String, String)] = []
        // A prefix ends in a dot behind the entry of an array, or is empty.
        for path in paths[ranges[String(prefix.dropLast())] ?? paths.indices]
        where path.hasPrefix(prefix) && !shown.contains(path) {
            shown.insert(path)
            // A quantity and its unit are said in one.
            if path.hasSuffix(".unit"), let last = rest.last,
                last.0 == Self.words(String(path.dropFirst(prefix.count).dropLast(5)))
            {
                rest[rest.count - 1].1 += " \(values[path] ?? "")"
                continue
            }
            let path =
                path.hasSuffix(".value") && values[path.dropLast(5) + "unit"] != nil ? String(path.dropLast(6)) : path
            rest.append(
                (Self.words(String(path.dropFirst(prefix.count))), values[path] ?? values[path + ".value"] ?? ""))
        }
        return rest
    }

    /// A path in words: `paymentTerms[1].netDays` as `payment terms 2, net days`.
    static func words(_ path: String) -> String {
        let steps = path.split(separator: ".").map { step -> String in
            var words = ""
            for character in step {
                if character.isUppercase, words.last?.isLowercase == true {
                    words += " " + character.lowercased()
                } else if character == "[" {
                    words += " "
                } else if character != "]", character != "\"" {
                    words.append(character)
                }
            }
            // Entries are counted from 1 by people.
            let parts = words.split(separator: " ")
            guard let number = parts.last.flatMap({ Int($0) }), parts.count > 1 else { return words }
            return parts.dropLast().joined(separator: " ") + (number == 0 ? "" : " \(number + 1)")
        }
        return steps.joined(separator: ", ")
    }
}
