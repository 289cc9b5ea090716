import Glibc
public import X12

/// A file as a source of bytes, read with `pread`, so that two passes need no seeking.
public struct FileSource: ByteSource, Sendable {
    private let file: OpenFile

    /// Opens a file for reading.
    ///
    /// - Throws: ``SourceError`` when it cannot be opened, or is a folder.
    public init(path: String) throws(SourceError) {
        let number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw SourceError(reason: "cannot open: \(Self.reason(errno))") }
        self.init(taking: number)
        var status = stat()
        guard unsafe fstat(number, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            throw SourceError(reason: "is a folder")
        }
    }

    /// Takes over an open descriptor.
    public init(taking descriptor: CInt) {
        file = OpenFile(descriptor)
    }

    /// Shares a file that is open already.
    init(_ file: OpenFile) { self.file = file }

    /// Counts the file's bytes as they are now.
    public var size: Int { file.status()?.size ?? 0 }

    /// The file's bytes as they are now; unknown of what is no file, whose size the system gives as 0.
    public var byteCount: Int? { size > 0 ? size : nil }

    /// Copies a stream, such as standard input, to a file without name, so that it can be read twice.
    ///
    /// - Throws: ``SourceError`` when there is no room for it or reading fails.
    public static func spool(_ stream: CInt) throws(SourceError) -> FileSource {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var name = Array("\(folder)/edigate-XXXXXX".utf8CString)
        let number = unsafe name.withUnsafeMutableBufferPointer {
            unsafe $0.baseAddress.map { unsafe mkstemp($0) } ?? -1
        }
        guard number >= 0 else { throw SourceError(reason: "cannot spool to \(folder): \(Self.reason(errno))") }
        // Without a name the file goes with its last user, however the process ends.
        _ = unsafe name.withUnsafeBufferPointer { unsafe $0.baseAddress.map { unsafe unlink($0) } }
        let source = FileSource(taking: number)
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(stream, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw SourceError(reason: "cannot read: \(Self.reason(errno))")
            }
            if count == 0 { return source }
            var written = 0
            while written < count {
                let step = unsafe buffer.withUnsafeBytes {
                    unsafe Glibc.write(number, $0.baseAddress.map { unsafe $0 + written }, count - written)
                }
                if step < 0 {
                    if errno == EINTR { continue }
                    throw SourceError(reason: "cannot spool to \(folder): \(Self.reason(errno))")
                }
                written += step
            }
        }
    }

    public mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        while true {
            let count = unsafe pread(file.descriptor, buffer.baseAddress, buffer.count, offset)
            if count >= 0 { return count }
            if errno != EINTR { throw SourceError(reason: "cannot read: \(Self.reason(errno))") }
        }
    }

    private static func reason(_ code: CInt) -> String { unsafe String(cString: strerror(code)) }
}
