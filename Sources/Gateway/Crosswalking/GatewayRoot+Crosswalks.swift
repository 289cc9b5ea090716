public import Partners
import X12

extension GatewayRoot {
    /// The file of a partner's crosswalk, as it stands.
    public struct CrosswalkFile: Sendable {
        /// Where it stands.
        public var path: String
        /// What it holds.
        public var bytes: [UInt8]
        /// When it was last written, in milliseconds since 1970 UTC.
        public var written: Int64
    }

    /// Reads the file of a crosswalk.
    ///
    /// - Returns: The file; nil when the partner has no such table.
    /// - Throws: ``GatewayError`` when there is one that cannot be read.
    public func crosswalkFile(_ table: CrosswalkTable, of partner: String) throws(GatewayError) -> CrosswalkFile? {
        let own = try Folder.open("\(partners)/\(partner)")
        guard own.status(Self.crosswalkFolder) != nil else { return nil }
        let folder = try own.folder(Self.crosswalkFolder)
        let name = table.rawValue + Self.crosswalkSuffix
        guard let status = folder.status(name) else { return nil }
        var source = FileSource(try folder.open(name))
        do {
            return CrosswalkFile(
                path: "\(folder.path)/\(name)", bytes: try source.bytes(in: 0..<source.size),
                written: status.modified / 1_000_000)
        } catch {
            throw GatewayError(.unreadable, reason: "\(folder.path)/\(name): \(error.reason)")
        }
    }

    /// Puts the file of a crosswalk in its place, whole or not at all; what stood there is kept in `history/`, named by
    /// its version.
    ///
    /// - Throws: ``GatewayError`` when the partner's folder cannot be written.
    public func placeCrosswalk(
        _ bytes: [UInt8], as table: CrosswalkTable, of partner: String, keeping old: (version: String, bytes: [UInt8])?
    ) throws(GatewayError) {
        let own = try Folder.open("\(partners)/\(partner)")
        let folder = try own.folder(Self.crosswalkFolder, creating: true)
        if let old {
            let history = try folder.folder("history", creating: true)
            try history.put(old.bytes, "\(table.rawValue).\(safeName(old.version))\(Self.crosswalkSuffix)")
        }
        try folder.put(bytes, table.rawValue + Self.crosswalkSuffix)
    }
}
