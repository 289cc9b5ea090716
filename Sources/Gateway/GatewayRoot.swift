/// The folders that a gateway works on.
public struct GatewayRoot: Sendable {
    /// The root itself.
    public let path: String
    /// Where the partners' profiles are.
    public let partners: String

    /// Names a root, and where its partners are when that is not `TradingPartners` in it; nothing is made or read.
    public init(path: String, partners: String? = nil) {
        self.path = path
        self.partners = partners ?? "\(path)/TradingPartners"
    }

    /// A path that a person wrote into a profile or settings: it begins in the root unless it begins with a slash.
    func resolved(_ written: String) -> String { written.hasPrefix("/") ? written : "\(path)/\(written)" }

    /// The ledger's file.
    public var ledger: String { "\(path)/ledger.sqlite" }

    /// The folders of every root, relative to it.
    static let folders = ["TradingPartners", "drop", "canonical", "outbound", "quarantine", "dead-letter"]
    /// The folders that nobody but the gateway may look into.
    static let privateFolders = ["work", "archive", Parcel.stage]
    /// What a partner sees of the root: where it puts files, where it finds documents, acknowledgments, certificates.
    static let dropFolders = ["in", "out", "ack", "cert"]

    /// The folder, relative to the root, in which a partner finds `part`, one of in, out, ack and cert.
    static func drop(_ partner: String, _ part: String) -> String { "drop/\(partner)/\(part)" }

    /// Makes the folders of a root, and the drop folders of each partner that has a profile folder.
    ///
    /// What is there stays as it is, so that this can be called again when partners were added.
    ///
    /// - Throws: ``GatewayError`` `unwritable` when a folder cannot be made, or a file has its name.
    public static func create(at path: String, partners: String? = nil) throws(GatewayError) -> GatewayRoot {
        let root = GatewayRoot(path: path, partners: partners)
        let folder = try makeFolder(path)
        for name in folders { _ = try folder.folder(name, creating: true) }
        for name in privateFolders { _ = try folder.folder(name, creating: true, mode: 0o700) }
        for partner in try root.partnerNames() {
            for part in dropFolders { _ = try folder.folder(drop(partner, part), creating: true) }
        }
        return root
    }

    /// The names of the partners' folders, sorted; those that begin with `_` or `.` are not partners.
    public func partnerNames() throws(GatewayError) -> [String] {
        let folder = try Folder.open(partners)
        return try folder.names().filter { name in
            !name.hasPrefix("_") && !name.hasPrefix(".") && (try? folder.folder(name)) != nil
        }
    }
}
