import Commerce
import X12

/// All crosswalks there are: the files of each partner, by its id and the name of the file.
struct CrosswalkLibrary {
    private let files: [String: [String: ProfileText]]
    private(set) var faults: Set<ProfileFault> = []

    init(_ files: [String: [String: ProfileText]]) { self.files = files }

    /// Gives a profile its tables, under what it says of them; false when a file has an error, and then the partner
    /// cannot be used: half a table gives half the documents a meaning.
    mutating func apply(to profile: inout Profile) -> Bool {
        let before = faults.count
        let standard = Standard.version(profile.groupVersion)
        for (name, text) in (files[profile.id] ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let table = CrosswalkTable(rawValue: name) else {
                let all = CrosswalkTable.allCases.map(\.rawValue)
                report(
                    text, 1, "there is no crosswalk \(quoted(name))",
                    all.nearest(to: name).map { "did you mean \"\($0).csv\"?" } ?? "the tables are \(all.choice)")
                continue
            }
            var reader = CrosswalkReader(table, path: text.path)
            let crosswalk = reader.read(text.bytes, standard: standard)
            for fault in reader.faults where fault.severity == .error {
                report(text, fault.line, fault.message, fault.remedy)
            }
            if var crosswalk {
                if let terms = profile.crosswalkTerms[table] { crosswalk.apply(terms) }
                profile.crosswalks.tables[table] = crosswalk
            }
        }
        return faults.count == before
    }

    private mutating func report(_ text: ProfileText, _ line: Int, _ message: String, _ remedy: String) {
        faults.insert(
            ProfileFault(path: text.path, line: line, column: 1, jsonPath: "$", message: message, remedy: remedy))
    }
}
