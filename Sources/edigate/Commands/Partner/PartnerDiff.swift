import Commerce
import FoundationEssentials
import Gateway
import Ledger
import Partners

/// `edigate partner diff`: what two profiles have in effect that differs.
enum PartnerDiff: Command {
    static let name = "diff"
    static let summary = "differences in effect between profiles: files, versions in the ledger, other partners"
    static let takesPartner = true
    static let options: [Option] = []
    static let help = """
        usage: edigate partner diff ID [A [B]] [--root DIR | --partners DIR]

        Compares what holds, layers and defaults counted, and the rules of the guides. A and B are each a profile file,
        another partner's id, `now` (the files as they are), or a version of ID's profile that the ledger of the root
        keeps: v1, v2 … or the first characters of its digest. Without B, A is compared with now; without A, the last
        version that a run used is. `v` alone lists the versions. The exit status is 1 when there are differences.

        example: edigate partner diff corvane-medical tallis-surgical --partners TradingPartners
        """

    /// One side of the comparison.
    private struct Side {
        var title: String
        var directory: PartnerDirectory
        var id: String
    }

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard (1...3).contains(arguments.operands.count) else { throw .usage("names a partner, A and B; see --help") }
        let id = arguments.operands[0]
        let (directory, _) = try PartnerFolder.load(Partner.folder(arguments))
        try Partner.check(id, in: directory)
        let now = Side(title: "now", directory: directory, id: id)
        var words = Array(arguments.operands.dropFirst())
        if words == ["v"] { return try list(id, arguments) }
        if words.isEmpty { words = ["v\(try versions(id, arguments).count)"] }
        let first = try side(words[0], id, now, arguments)
        // Another partner alone is what this one is compared with, anything else what it was before.
        let isOther = words.count == 1 && first.id != id
        let before = isOther ? now : first
        let after = words.count > 1 ? try side(words[1], id, now, arguments) : isOther ? first : now
        guard let differences = before.directory.differences(of: before.id, against: after.directory, after.id) else {
            throw .environment("one of the two cannot be read: `edigate partner lint \(id)` tells why")
        }
        show(differences, before, after, isJSON: arguments.isJSON)
        return differences.isEmpty ? .done : .negative
    }

    /// What changed in effect since an earlier version, file or other partner.
    static func changes(
        of id: String, since old: String, _ directory: PartnerDirectory, _ arguments: Arguments
    ) throws(CommandFailure) -> [ProfileDifference] {
        let now = Side(title: "now", directory: directory, id: id)
        let before = try side(old, id, now, arguments)
        guard let changes = before.directory.differences(of: before.id, against: directory, id) else {
            throw .environment("\(old) cannot be read: `edigate partner lint \(id)` tells why")
        }
        return changes
    }

    // MARK: - Sides

    private static func side(
        _ word: String, _ id: String, _ now: Side, _ arguments: Arguments
    ) throws(CommandFailure) -> Side {
        if word == "now" { return now }
        if now.directory.partnerIDs.contains(word) { return Side(title: word, directory: now.directory, id: word) }
        if FileManager.default.fileExists(atPath: word) { return try file(word, now) }
        let versions = try versions(id, arguments)
        let index = versions.indices.first { index in
            word == "v\(index + 1)" || word.utf8.count >= 4 && Self.hex(versions[index].sha256).hasPrefix(word)
        }
        guard let index else {
            throw .usage("\(word) is no file, partner or version; `partner diff \(id) v` lists the versions")
        }
        let bytes = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.profileVersion(versions[index].id)
        }
        guard let bytes, let directory = PartnerDirectory.load(snapshot: bytes) else {
            throw .environment("version \(word) of \(id) cannot be read any more")
        }
        return Side(title: "v\(index + 1)", directory: directory, id: id)
    }

    /// A profile file, over the layers of the partners' folder; a guide beside it is taken along.
    private static func file(_ path: String, _ now: Side) throws(CommandFailure) -> Side {
        guard let data = FileManager.default.contents(atPath: path) else { throw .environment("cannot read \(path)") }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        let guide = FileManager.default.contents(atPath: folder.appending(path: "guide.json5").path)
        let other = now.directory.with(
            profile: [UInt8](data), guide: guide.map { [UInt8]($0) }, path: path)
        return Side(title: path, directory: other.directory, id: other.id)
    }

    private static func versions(
        _ id: String, _ arguments: Arguments
    ) throws(CommandFailure) -> [Ledger.ProfileVersion] {
        let versions = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.profileVersions(ofPartner: id)
        }
        guard !versions.isEmpty else {
            throw .usage("no run has used a profile of \(id) yet: name a file or a partner to compare with")
        }
        return versions
    }

    private static func list(_ id: String, _ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        var table = Table(["version", "first used", "digest"])
        for (index, version) in try versions(id, arguments).enumerated() {
            table.add(["v\(index + 1)", Clock.text(version.firstUsedAt), String(hex(version.sha256).prefix(12))])
        }
        table.print()
        return .done
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    // MARK: - Showing

    private static func show(_ differences: [ProfileDifference], _ before: Side, _ after: Side, isJSON: Bool) {
        if isJSON {
            for difference in differences {
                var json = OutcomeJSON()
                json.beginRecord("difference")
                json.text("place", difference.place)
                json.list("removed", difference.removed)
                json.list("added", difference.added)
                Terminal.write(json.endRecord())
            }
            return
        }
        let titles = "\(before.id) \(before.title) → \(after.id) \(after.title)"
        guard !differences.isEmpty else { return Terminal.tell("\(titles): no difference in effect") }
        Terminal.print(Terminal.styled(titles, .faint))
        for difference in differences {
            Terminal.print(Terminal.styled(difference.place, .bold))
            for line in difference.removed { Terminal.print(Terminal.styled("  - \(line)", .red)) }
            for line in difference.added { Terminal.print(Terminal.styled("  + \(line)", .green)) }
        }
    }
}
