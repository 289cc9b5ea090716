import Commerce
import X12

/// A companion guide's file, read and checked in itself; whether its places exist only a version of the standard tells.
struct GuideFile: Sendable {
    /// The rules for one set, one way.
    struct Part: Sendable {
        var set: String
        var versions: [String]
        var direction: Profile.Direction?
        var rules: [Rule]
    }

    /// A rule and where it stands.
    struct Rule: Sendable {
        var rule: GuideRule
        var jsonPath: String
    }

    var title: String
    var parts: [Part]
    let text: ProfileText
    let places: PlaceIndex

    func fault(_ jsonPath: String, _ message: String, _ remedy: String) -> ProfileFault {
        let place = places.place(of: jsonPath)
        return ProfileFault(
            path: text.path, line: place.line, column: place.column, jsonPath: jsonPath, message: message,
            remedy: remedy)
    }
}

/// Reads a guide strictly: an unknown key, a wrong type, a path that is none and a rule that says nothing are faults.
struct GuideReader {
    private(set) var faults: [ProfileFault] = []
    private var file: GuideFile

    /// More rules than this in one file are taken for a mistake.
    static let mostRules = 5000

    init(_ text: ProfileText) {
        file = GuideFile(title: "", parts: [], text: text, places: PlaceIndex(text.bytes))
    }

    /// The guide; `nil` when ``faults`` has an entry.
    mutating func read() -> GuideFile? {
        var reader = JSONReader(syntax: .json5)
        switch reader.read(GuideDescription.self, from: file.text.bytes) {
        case .failure(let error):
            faults.append(
                ProfileFault(
                    path: file.text.path, line: error.line, column: error.column, jsonPath: error.path,
                    message: error.message, remedy: "correct the file here"))
            return nil
        case .success(let description):
            let current = GuideDescription.currentSchema
            if description.schemaVersion != current {
                let found = description.schemaVersion.map(String.init) ?? "nothing"
                report(
                    "$.schemaVersion", "expected schemaVersion \(current), found \(found)",
                    "write schemaVersion: \(current)")
            }
            file.title = description.title.string
            let count = description.sets.reduce(0) { $0 + $1.rules.count }
            if count > Self.mostRules {
                report("$.sets", "\(count) rules, where \(Self.mostRules) are allowed", "keep to what the guide says")
                return nil
            }
            for (index, entry) in description.sets.enumerated() { read(entry, "$.sets[\(index)]") }
            return faults.isEmpty ? file : nil
        }
    }

    private mutating func report(_ jsonPath: String, _ message: String, _ remedy: String) {
        faults.append(file.fault(jsonPath, message, remedy))
    }

    private mutating func read(_ entry: GuideDescription.SetEntry, _ path: String) {
        let set = entry.set.string
        if set.utf8.count != 3 || !set.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            report("\(path).set", "expected a set's three digits, found \(quoted(set))", "write a set such as \"850\"")
        }
        var direction: Profile.Direction?
        if !entry.direction.isEmpty {
            direction = Profile.Direction(rawValue: entry.direction.string)
            if direction == nil {
                report(
                    "\(path).direction", "expected \"in\" or \"out\", found \(quoted(entry.direction.string))",
                    "write \"in\" for what the partner sends, or leave it out for both ways")
            }
        }
        for (index, version) in entry.versions.enumerated() where Standard.version(version.string) == nil {
            report(
                "\(path).versions[\(index)]",
                "expected \(Standard.versions.choice), found \(quoted(version.string))", "write a version there is")
        }
        if entry.rules.isEmpty { report("\(path).rules", "there is no rule", "add one, or take the entry away") }
        var part = GuideFile.Part(
            set: set, versions: entry.versions.map { String($0.string.prefix(6)) }, direction: direction, rules: [])
        var keys: [String: String] = [:]
        for (index, entry) in entry.rules.enumerated() {
            let place = "\(path).rules[\(index)]"
            var reader = RuleReader(entry, file: file, jsonPath: place)
            let rules = reader.rules()
            faults += reader.faults
            for rule in rules {
                if let other = keys.updateValue(place, forKey: rule.key) {
                    report(
                        place, "line \(file.places.place(of: other).line) says of \(rule.at) already what it must be",
                        "say it once")
                }
                part.rules.append(GuideFile.Rule(rule: rule, jsonPath: place))
            }
        }
        file.parts.append(part)
    }
}
