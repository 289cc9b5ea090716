import CLinux
import Glibc

/// A folder held open, so that its files are reached through it: a link that somebody puts into the path later leads
/// nowhere.
final class Folder: Sendable {
    let path: String
    private let file: OpenFile

    /// A path that leads to this very folder, whatever became of its name, while it is held open.
    var descriptorPath: String { "/proc/self/fd/\(file.descriptor)" }

    private init(path: String, descriptor: Int32) {
        self.path = path
        file = OpenFile(descriptor)
    }

    /// Opens a folder by its path, in which links are followed.
    static func open(_ path: String) throws(GatewayError) -> Folder {
        let descriptor = retriedOpen { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0 else {
            throw GatewayError(
                errno == ENOENT ? .missing : .unreadable, reason: "\(path): \(words(errno))", underlying: errno)
        }
        return Folder(path: path, descriptor: descriptor)
    }

    /// Opens a folder below this one, no part of whose path may be a link, and makes it first when asked to.
    func folder(_ relative: String, creating: Bool = false, mode: mode_t = 0o755) throws(GatewayError) -> Folder {
        var folder = self
        for part in relative.split(separator: "/").map(String.init) {
            folder = try folder.child(part, creating: creating, mode: mode)
        }
        return folder
    }

    private func child(_ name: String, creating: Bool, mode: mode_t) throws(GatewayError) -> Folder {
        let path = "\(path)/\(name)"
        guard name != "..", name != "." else { throw GatewayError(.missing, reason: "\(path): not a folder's name") }
        if creating, mkdirat(file.descriptor, name, mode) == 0 { try sync() }
        let descriptor = retriedOpen { openat(file.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard descriptor >= 0 else {
            let reason = errno == ENOTDIR || errno == ELOOP ? "expected a folder, found a file or link" : words(errno)
            throw GatewayError(
                errno == ENOENT ? .missing : .unreadable, reason: "\(path): \(reason)", underlying: errno)
        }
        return Folder(path: path, descriptor: descriptor)
    }

    /// The names in the folder in their order, as ``FileName`` makes text of them.
    func names() throws(GatewayError) -> [String] {
        // The stream takes the descriptor over, and with it the place in the folder: it gets one of its own.
        let descriptor = retriedOpen { openat(file.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            let number = errno
            if descriptor >= 0 { close(descriptor) }
            throw GatewayError(.unreadable, reason: "\(path): \(words(number))", underlying: number)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: UInt8.self, capacity: 256) {
                    FileName.text(Array(UnsafeBufferPointer(start: $0, count: Self.length($0))))
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func length(_ name: UnsafePointer<UInt8>) -> Int {
        var length = 0
        while length < 256, name[length] != 0 { length += 1 }
        return length
    }

    /// What a name stands for, a link being a link; nil when there is nothing.
    func status(_ name: String) -> FileStatus? {
        var info = stat()
        guard FileName.withBytes(name, { fstatat(file.descriptor, $0, &info, AT_SYMLINK_NOFOLLOW) }) == 0 else {
            return nil
        }
        return FileStatus(info)
    }

    /// Opens a plain file for reading; a link is not followed and a pipe not waited for.
    func open(_ name: String) throws(GatewayError) -> OpenFile {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = retriedOpen { FileName.withBytes(name) { openat(file.descriptor, $0, flags) } }
        guard descriptor >= 0 else { throw failure(.unreadable, name) }
        let opened = OpenFile(descriptor)
        guard opened.status()?.kind == .file else {
            throw GatewayError(.unreadable, reason: "\(path)/\(name): not a plain file")
        }
        return opened
    }

    /// Makes a file that was not there and opens it for reading and writing.
    func create(_ name: String, mode: mode_t = 0o644) throws(GatewayError) -> OpenFile {
        let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = retriedOpen { openat(file.descriptor, name, flags, mode) }
        guard descriptor >= 0 else { throw failure(.unwritable, name) }
        return OpenFile(descriptor)
    }

    /// Makes a file and opens it for reading and writing; one of that name is taken away before.
    func createAnew(_ name: String, mode: mode_t = 0o644) throws(GatewayError) -> OpenFile {
        do throws(GatewayError) { return try create(name, mode: mode) } catch {
            guard error.underlying == EEXIST else { throw error }
            try remove(name)
            return try create(name, mode: mode)
        }
    }

    /// Whether two plain files hold the same bytes; false when one of them cannot be read.
    func holdsSame(_ name: String, as folder: Folder, _ other: String) -> Bool {
        guard let one = try? open(name), let two = try? folder.open(other), let size = one.status()?.size,
            two.status()?.size == size
        else { return false }
        var (left, right) = (FileSource(one), FileSource(two))
        for start in stride(from: 0, to: size, by: 256 * 1024) {
            let range = start..<min(start + 256 * 1024, size)
            guard let bytes = try? left.bytes(in: range), bytes.count == range.count,
                (try? right.bytes(in: range)) == bytes
            else { return false }
        }
        return true
    }

    /// Renames a file into a folder of the same volume; false when the folder is on another one.
    func move(_ name: String, to folder: Folder, as other: String) throws(GatewayError) -> Bool {
        let result = FileName.withBytes(name) { from in
            FileName.withBytes(other) { renameat(file.descriptor, from, folder.file.descriptor, $0) }
        }
        if result == 0 { return true }
        if errno == EXDEV { return false }
        throw failure(.unwritable, name)
    }

    /// What became of the attempt to give a file a name that nobody has.
    enum Naming: Equatable {
        case named
        /// Something has the name.
        case taken
        /// The folder is on another volume.
        case otherVolume
    }

    /// Renames a file into a folder of the same volume, never in the place of another.
    func move(_ name: String, to folder: Folder, asNew other: String) throws(GatewayError) -> Naming {
        let result = FileName.withBytes(name) { from in
            FileName.withBytes(other) { renameat2(file.descriptor, from, folder.file.descriptor, $0, 1) }
        }
        if result == 0 { return .named }
        switch errno {
        case EEXIST: return .taken
        case EXDEV: return .otherVolume
        case EINVAL, ENOSYS, ENOTSUP:
            // A file system that cannot refuse by itself. Nobody but this gateway makes files there, so that looking
            // first is as good.
            if folder.status(other) != nil { return .taken }
            return try move(name, to: folder, as: other) ? .named : .otherVolume
        default: throw folder.failure(.unwritable, other)
        }
    }

    /// Whether both folders are on one volume.
    func sharesVolume(with other: Folder) -> Bool { file.status()?.device == other.file.status()?.device }

    /// Brings all that was written to the folder's volume to the disk.
    func syncVolume() throws(GatewayError) {
        if let number = file.syncVolume() { throw GatewayError(unwritable: path, number) }
    }

    /// Removes a file; that there is none is no error.
    func remove(_ name: String) throws(GatewayError) {
        guard FileName.withBytes(name, { unlinkat(file.descriptor, $0, 0) }) == 0 || errno == ENOENT else {
            throw failure(.unwritable, name)
        }
    }

    /// Brings the folder's names to the disk.
    func sync() throws(GatewayError) {
        if let number = file.sync() {
            throw GatewayError(.unwritable, reason: "\(path): \(words(number))", underlying: number)
        }
    }

    private func failure(_ code: GatewayError.Code, _ name: String) -> GatewayError {
        let number = errno
        return GatewayError(
            number == ENOENT ? .missing : code, reason: "\(path)/\(FileName.readable(name)): \(words(number))",
            underlying: number)
    }
}
