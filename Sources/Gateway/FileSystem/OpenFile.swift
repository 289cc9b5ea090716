import CLinux
import Glibc

/// A file or folder held open, closed when it is let go.
final class OpenFile: Sendable {
    let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// What the file is, asked of the file itself and not of its name.
    func status() -> FileStatus? {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return nil }
        return FileStatus(info)
    }

    /// Writes all bytes; the error number when that fails.
    func write(_ bytes: ArraySlice<UInt8>) -> Int32? {
        bytes.withUnsafeBytes { raw in
            var done = 0
            while done < raw.count {
                let count = retried { Glibc.write(descriptor, raw.baseAddress?.advanced(by: done), raw.count - done) }
                guard count > 0 else { return errno }
                done += count
            }
            return nil
        }
    }

    /// Brings what was written to the disk; the error number when that fails.
    func sync() -> Int32? {
        retried { Int(fsync(descriptor)) } == 0 ? nil : errno
    }

    /// Brings all that was written to the file's volume to the disk; the error number when that fails.
    ///
    /// One call for a thousand files is some hundred times faster than a thousand calls.
    func syncVolume() -> Int32? {
        retried { Int(syncfs(descriptor)) } == 0 ? nil : errno
    }
}

/// What a name in a folder stands for.
struct FileStatus: Equatable {
    enum Kind { case file, folder, link, other }

    var kind: Kind
    var size: Int
    /// Nanoseconds since 1970 UTC.
    var modified: Int64
    /// When the file was last changed in any way, in nanoseconds since 1970 UTC: unlike ``modified`` nobody can set it.
    var changed: Int64
    var device: UInt64
    var node: UInt64
    /// Under how many names it is known.
    var links: Int

    init(_ info: stat) {
        kind =
            switch info.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(info.st_size)
        modified = Int64(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(info.st_mtim.tv_nsec)
        changed = Int64(info.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(info.st_ctim.tv_nsec)
        device = UInt64(info.st_dev)
        node = UInt64(info.st_ino)
        links = Int(info.st_nlink)
    }

    /// Whether both are the same file, under whatever name.
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && node == other.node }

    /// Whether it is the same file with, as far as can be told, the same bytes; a rename makes no difference.
    func isUnchanged(since other: FileStatus) -> Bool {
        isSameFile(as: other) && size == other.size && modified == other.modified
    }
}

/// Calls again as long as a signal interrupts.
func retried(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}

/// Opens again as long as a signal interrupts.
func retriedOpen(_ call: () -> Int32) -> Int32 { Int32(truncatingIfNeeded: retried { Int(call()) }) }

/// The system's words for an error number.
func words(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "error \(number)"
}
