/// The folder in which a partner is certified: what we send lies in `pack/` below it, our acknowledgments in `ack/`, and
/// the partner puts its own files beside them. Nothing of it is claimed, recorded or delivered.
public struct CertificationFolder {
    /// A file of the partner.
    public struct Entry: Sendable {
        /// Its name, fit to be shown.
        public var name: String
        /// What it holds; nil where it cannot or must not be read.
        public var bytes: [UInt8]?
        /// Why it cannot be read, in a sentence; empty otherwise.
        public var reason: String
    }

    /// Where it is.
    public var path: String { folder.path }

    /// The folder of what we send, and of our answers.
    public static let packFolder = "pack", answerFolder = "ack"
    /// The report, for the partner to fetch.
    public static let reportFile = "report.html"
    /// More files than these are told and not read.
    public static let mostFiles = 2_000
    /// More bytes than these in all are not read.
    static let mostBytes = 256 * 1024 * 1024

    private let folder: Folder

    /// Whether our files are put into it; another folder is only read.
    private let isOurs: Bool

    /// Opens a folder anywhere, to be read and nothing else: what lies there is somebody else's.
    ///
    /// - Throws: ``GatewayError`` when it cannot be opened.
    public init(path: String) throws(GatewayError) {
        folder = try Folder.open(path)
        isOurs = false
    }

    /// Opens the cert folder in a partner's drop, and makes it where it is not there. No part of the way below the root
    /// may be a link: the partner can write there.
    ///
    /// - Throws: ``GatewayError`` when it cannot be had.
    public init(_ root: GatewayRoot, partner: String) throws(GatewayError) {
        folder = try Folder.open(root.path).folder(GatewayRoot.drop(partner, "cert"), creating: true)
        isOurs = true
    }

    /// The partner's files, in the order of their names. Links are not followed and pipes not waited for.
    ///
    /// - Parameters:
    ///   - largest: The bytes of the largest file that is read.
    ///   - ignores: Says of a name that its file is not complete.
    /// - Returns: An entry for each, whether or not it can be read.
    /// - Throws: ``GatewayError`` when the folder cannot be listed.
    public func entries(largest: Int, ignores: (String) -> Bool) throws(GatewayError) -> [Entry] {
        let own = [Self.packFolder, Self.answerFolder, Self.reportFile]
        let names = try folder.names().filter { !own.contains($0) }
        var entries: [Entry] = []
        var room = Self.mostBytes
        for name in names.prefix(Self.mostFiles) {
            entries.append(entry(name, largest: min(largest, room), isIgnored: ignores(name)))
            room -= entries.last?.bytes?.count ?? 0
        }
        if names.count > Self.mostFiles {
            entries.append(
                Entry(
                    name: "(\(names.count - Self.mostFiles) more)", bytes: nil,
                    reason: "no more than \(Self.mostFiles) files are read"))
        }
        return entries
    }

    private func entry(_ name: String, largest: Int, isIgnored: Bool) -> Entry {
        func unread(_ reason: String) -> Entry { Entry(name: FileName.readable(name), bytes: nil, reason: reason) }
        if isIgnored { return unread("its name says that it is not complete") }
        switch folder.status(name)?.kind {
        case nil: return unread("it went away while it was looked at")
        case .folder: return unread("it is a folder: files lie in \(folder.path) itself")
        case .link: return unread("it is a link, and links are not followed")
        case .other: return unread("it is no plain file")
        case .file: break
        }
        do {
            var source = FileSource(try folder.open(name))
            let size = source.size
            guard size <= largest else {
                return unread("it has \(size) bytes, and no more than \(largest) are read here")
            }
            return Entry(name: FileName.readable(name), bytes: try source.bytes(in: 0..<size), reason: "")
        } catch {
            return unread("it cannot be read: \(error)")
        }
    }

    /// Puts the report in its place.
    ///
    /// - Throws: ``GatewayError`` when the folder cannot be written.
    public func place(report: [UInt8]) throws(GatewayError) {
        if isOurs { try folder.put(report, Self.reportFile) }
    }

    /// Makes a folder below hold these files and none of an earlier time; what is as it should be is left alone. Each is
    /// tried, whatever stands in the way of another.
    ///
    /// - Throws: ``GatewayError`` when the folder cannot be written, or a link stands in its place.
    public func place(_ files: [(name: String, bytes: [UInt8])], in name: String) throws(GatewayError) {
        guard isOurs else { return }
        let below = try folder.folder(name, creating: true)
        let wanted = Set(files.map(\.name))
        for other in try below.names() where !wanted.contains(other) && below.status(other)?.kind == .file {
            try below.remove(other)
        }
        var fault: GatewayError?
        for file in files where !Self.holds(below, file.name, file.bytes) {
            do throws(GatewayError) { try below.put(file.bytes, file.name) } catch { fault = fault ?? error }
        }
        if let fault { throw fault }
    }

    private static func holds(_ folder: Folder, _ name: String, _ bytes: [UInt8]) -> Bool {
        guard let file = try? folder.open(name), file.status()?.size == bytes.count else { return false }
        var source = FileSource(file)
        return (try? source.bytes(in: 0..<bytes.count)) == bytes
    }
}
