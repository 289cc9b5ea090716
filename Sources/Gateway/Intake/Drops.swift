import Partners

/// A folder into which files are put for the gateway.
struct Drop: Hashable {
    /// The owner; empty for outbound/.
    var partner: String
    /// Relative to the root.
    var folder: String

    static let outbound = Drop(partner: "", folder: "outbound")

    static func of(_ partner: String) -> Drop { Drop(partner: partner, folder: GatewayRoot.drop(partner, "in")) }

    /// The ERP side hands over documents, and only files that say so.
    func expects(_ name: String) -> Bool { !partner.isEmpty || name.lowercased().hasSuffix(".json") }

    /// What a file in it says about whether there is more to come.
    func structure(of file: OpenFile, size: Int) -> Structure {
        partner.isEmpty ? .ofDocument(file, size: size) : .ofInterchanges(file, size: size)
    }
}

/// A file that lies ready.
struct WaitingFile: Equatable {
    /// The owner of the drop; empty for a file of outbound/.
    var partner: String
    /// Relative to the root.
    var folder: String
    var name: String
    /// Nanoseconds since 1970 UTC.
    var modified: Int64
    /// In bytes, when it was looked at.
    var size: Int
    /// What it was when it was found complete; nil of a file that a run before had taken already.
    var status: FileStatus?
    /// How urgent it is: 1 goes first, 9 last.
    var lane = 5
    /// Why it was taken though it is not complete.
    var remark: String?

    /// The name as people and records have it.
    var title: String { FileName.readable(name) }

    /// Where it lies, relative to the root, as people and records have it.
    var path: String { "\(folder)/\(title)" }

    /// Whether it is to be worked before another: the most urgent first, then what came in before what goes out, the
    /// oldest first, then by name.
    static func precedes(_ one: WaitingFile, _ other: WaitingFile) -> Bool {
        if one.lane != other.lane { return one.lane < other.lane }
        if one.partner.isEmpty != other.partner.isEmpty { return other.partner.isEmpty }
        return (one.modified, one.name, one.partner) < (other.modified, other.name, other.partner)
    }
}

/// The drops of all partners, and outbound/.
struct Drops {
    let root: Folder

    /// All of them, by name; a folder of drop/ without an `in` is one too, whose reading fails.
    func all() throws(GatewayError) -> [Drop] {
        try root.folder("drop").names().filter { !$0.hasPrefix(".") }.map { .of($0) } + [.outbound]
    }
}
