import FoundationEssentials
import Gateway
import Glibc
import X12

/// The files a command reads: operands are files, folders (their files, in order of name) or `-`.
struct InputFiles {
    /// A file, named as the user named it.
    struct Item {
        var name: String
        var path: String
    }

    private(set) var items: [Item] = []

    init(_ operands: [String]) throws(CommandFailure) {
        for operand in operands {
            if operand == "-" {
                items.append(Item(name: "-", path: "-"))
                continue
            }
            var isFolder = false
            guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder) else {
                throw .environment("there is no file \(operand)")
            }
            if isFolder {
                let files = try Self.files(under: operand)
                if files.isEmpty { Terminal.complain("\(operand): holds no file") }
                items += files
            } else {
                items.append(Item(name: operand, path: operand))
            }
        }
    }

    /// Whether an operand is a file, a folder or standard input.
    static func isThere(_ operand: String) -> Bool { operand == "-" || FileManager.default.fileExists(atPath: operand) }

    private static func files(under folder: String) throws(CommandFailure) -> [Item] {
        let names: [String]
        do { names = try FileManager.default.subpathsOfDirectory(atPath: folder) } catch {
            throw .environment("cannot list \(folder): \(error)")
        }
        return names.sorted().compactMap { name in
            let path = folder + "/" + name
            // A pipe among the files would be waited for without end.
            var info = stat()
            let hidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            guard !hidden, stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
            return Item(name: path, path: path)
        }
    }

    /// Opens an item; standard input is spooled to a file without name, so that it can be read twice.
    static func open(_ item: Item) throws(CommandFailure) -> FileSource {
        do throws(SourceError) {
            return item.path == "-" ? try FileSource.spool(STDIN_FILENO) : try FileSource(path: item.path)
        } catch {
            throw .environment("\(item.name): \(error.reason)")
        }
    }

    /// All bytes of an item, for documents.
    static func read(_ item: Item) throws(CommandFailure) -> [UInt8] {
        var source = try open(item)
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            var count = 0
            var failure: SourceError?
            unsafe buffer.withUnsafeMutableBytes { raw in
                do throws(SourceError) { count = unsafe try source.read(at: bytes.count, into: raw) } catch {
                    failure = error
                }
            }
            if let failure { throw .environment("\(item.name): \(failure.reason)") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}

extension Arguments {
    /// The partners, when they are in play; a faulty profile stops the command.
    func partners() throws(CommandFailure) -> PartnerFolder? {
        guard let folder = partnersFolder else { return nil }
        return try PartnerFolder(folder)
    }
}
