import Glibc

/// A file that bytes are added to, by one process at a time.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    /// How long it is.
    private(set) var length: Int

    /// Opens a file, or makes it.
    init(appending path: String) throws(CommandFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path) }
        self.path = path
        self.descriptor = descriptor
        length = Int(lseek(descriptor, 0, SEEK_END))
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end.
    func append(_ bytes: [UInt8]) throws(CommandFailure) {
        try Self.write(bytes, to: descriptor, path)
        length += bytes.count
    }

    /// Takes away what stands behind a length.
    func cut(to length: Int) throws(CommandFailure) {
        guard ftruncate(descriptor, length) == 0 else { throw Self.failure(path) }
        self.length = length
    }

    /// Brings what was written to the disk.
    func sync() throws(CommandFailure) {
        guard fdatasync(descriptor) == 0 else { throw Self.failure(path) }
    }

    /// All bytes of a file; none when there is no file.
    static func contents(of path: String) throws(CommandFailure) -> [UInt8] {
        if access(path, F_OK) != 0, errno == ENOENT { return [] }
        return try InputFiles.read(InputFiles.Item(name: path, path: path))
    }

    /// Writes all bytes to a descriptor.
    static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(CommandFailure) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            done += count
        }
    }

    static func failure(_ path: String) -> CommandFailure {
        .environment("cannot write \(path): \(String(cString: strerror(errno)))")
    }
}
