import FoundationEssentials
import Gateway
import Glibc
import Partners

/// Writes the files of one partner's folder.
struct ProfileFolder {
    let id: String
    let partners: String
    var path: String { "\(partners)/\(id)" }
    var profile: String { "\(path)/profile.json5" }

    init(_ id: String, in partners: String) throws(CommandFailure) {
        guard Self.isName(id) else {
            throw .usage(
                "\(id) cannot be a partner's folder: write letters, digits, - and _, a letter or digit first, at most 64"
            )
        }
        self.id = id
        self.partners = partners
    }

    /// Letters, digits, `-` and `_`, so that it stands in paths and file names everywhere.
    static func isName(_ id: String) -> Bool {
        guard let first = id.utf8.first, id.utf8.count <= 64 else { return false }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isAlphanumeric(first) && id.utf8.allSatisfy { isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F }
    }

    /// Writes files of the folder, which must not be there unless `overwriting`; each is put in place whole.
    func write(_ files: [(name: String, text: String)], overwriting: Bool) throws(CommandFailure) {
        let manager = FileManager.default
        if !overwriting, let there = files.first(where: { manager.fileExists(atPath: "\(path)/\($0.name)") }) {
            throw .usage("\(path)/\(there.name) is there already; --force writes over it")
        }
        do {
            try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .environment("cannot write \(path): \(error)")
        }
        let root = GatewayRoot(path: partners, partners: partners)
        do throws(GatewayError) {
            let lock = try PartnerLock(root, partner: id)
            defer { withExtendedLifetime(lock) {} }
            for file in files { try root.place(Array(file.text.utf8), named: file.name, of: id) }
        } catch { throw .environment("\(error)") }
    }

    /// Puts a file in place whole: who reads it meanwhile sees the old or the new.
    static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
        let draft = "\(path).tmp"
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: draft))
        } catch {
            throw .environment("cannot write \(draft): \(error)")
        }
        if chmod(draft, 0o644) != 0 || rename(draft, path) != 0 {
            throw .environment("cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Makes the drop folders, when the partners are those of a root.
    static func makeDrops(_ arguments: Arguments) throws(CommandFailure) {
        guard arguments.value("--partners") == nil else { return }
        do throws(GatewayError) { _ = try GatewayRoot.create(at: arguments.root) } catch {
            throw .environment("\(error)")
        }
    }
}
