import Foundation
import InterchangeTestSupport
import Testing
import Translation
import X12

/// The article that says which element each canonical field stands for, made by recording the walks.
@Suite struct FieldArticleTests {
    private static let folder = Repository.root.appending(path: "Sources/Translation/Translation.docc")

    /// Set RECORD_GOLDENS to write the articles anew.
    @Test(arguments: DocumentKind.allCases.filter { $0.set != nil })
    func `the article of a kind is what its walk does`(kind: DocumentKind) throws {
        let file = Self.folder.appending(path: "Fields\(kind.set ?? "").md")
        let text = try Self.text(of: kind)
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    private static func text(of kind: DocumentKind) throws -> String {
        let set = kind.set ?? ""
        var lines = [
            "# Fields of a \(kind.rawValue)", "",
            "Each canonical field and the element of an \(set) that it stands for, in both directions.", "",
            "## Overview", "",
            "`[]` is any entry of an array; `DTM[01=002]02` is DTM02 of a DTM whose first element is `002`; "
                + "`PO106…24` are PO106, PO108 and so on to PO124. Where versions differ, each stands with its element; "
                + "a version that is not named has none there. What an \(set) says beyond these stands in `extras` with "
                + "its place.", "",
            "This article is made by `FieldArticleTests`, which walks the set as the gateway does.", "",
            "| field | element | what the standard calls it |", "|---|---|---|",
        ]
        for field in try fields(of: kind) {
            lines.append("| `\(field.path)` | \(field.places) | \(field.name) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func fields(of kind: DocumentKind) throws -> [(path: String, places: String, name: String)] {
        let versions = Standard.versions.sorted()
        var paths: [String] = []
        var places: [String: [String: [String]]] = [:]
        var names: [String: String] = [:]
        for version in versions {
            for place in FieldRecorder.places(of: kind, in: try #require(Standard.version(version))) {
                if places[place.path] == nil { paths.append(place.path) }
                let reference = "`\(place.fullReference)`"
                if places[place.path]?[version]?.contains(reference) != true {
                    places[place.path, default: [:]][version, default: []].append(reference)
                }
                names[place.path] = names[place.path] ?? place.name
            }
        }
        return paths.map { path in
            var texts: [(text: String, versions: [String])] = []
            for version in versions {
                guard let references = places[path]?[version] else { continue }
                let text = references.joined(separator: ", ")
                if let known = texts.firstIndex(where: { $0.text == text }) {
                    texts[known].versions.append(version)
                } else {
                    texts.append((text, [version]))
                }
            }
            let cell = texts.map { entry in
                entry.versions == versions ? entry.text : "\(entry.text) (\(entry.versions.joined(separator: ", ")))"
            }
            return (path, cell.joined(separator: "; "), names[path] ?? "")
        }
    }
}
