import Glibc

/// A folder held open, so that its files are reached through it: a link that somebody puts into the path later leads
/// nowhere.
final class Folder {
    let path: String
    private let file: OpenFile

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

    /// The names in the folder in their order, and how many were left out because they are not UTF-8.
    func names() throws(GatewayError) -> (names: [String], unreadable: Int) {
        // The stream takes the descriptor over, and with it the place in the folder: it gets one of its own.
        let descriptor = retriedOpen { openat(file.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard descriptor >= 0, let stream = fdopendir(descriptor) else {
            let number = errno
            if descriptor >= 0 { close(descriptor) }
            throw GatewayError(.unreadable, reason: "\(path): \(words(number))", underlying: number)
        }
        defer { closedir(stream) }
        var names: [String] = []
        var unreadable = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else {
                unreadable += 1
                continue
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return (names.sorted(), unreadable)
    }

    /// What a name stands for, a link being a link; nil when there is nothing.
    func status(_ name: String) -> FileStatus? {
        var info = stat()
        guard fstatat(file.descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return FileStatus(info)
    }

    /// Opens a plain file for reading; a link is not followed and a pipe not waited for.
    func open(_ name: String) throws(GatewayError) -> OpenFile {
        let descriptor = retriedOpen { openat(file.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
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

    /// Renames a file into a folder of the same volume; false when the folder is on another one.
    func move(_ name: String, to folder: Folder, as other: String) throws(GatewayError) -> Bool {
        if renameat(file.descriptor, name, folder.file.descriptor, other) == 0 { return true }
        if errno == EXDEV { return false }
        throw failure(.unwritable, name)
    }

    /// Gives a file a second name in this folder; the error number when that fails.
    func link(_ name: String, as other: String) -> Int32? {
        linkat(file.descriptor, name, file.descriptor, other, 0) == 0 ? nil : errno
    }

    /// Removes a file; that there is none is no error.
    func remove(_ name: String) throws(GatewayError) {
        guard unlinkat(file.descriptor, name, 0) == 0 || errno == ENOENT else { throw failure(.unwritable, name) }
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
            number == ENOENT ? .missing : code, reason: "\(path)/\(name): \(words(number))", underlying: number)
    }
}
