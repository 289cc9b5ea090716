import Glibc

/// The documents of one input until it is done, by kind: in memory, and beyond a bound in a file without name, so that an
/// archive of any size takes no more.
struct DocumentSpool: ~Copyable {
    static let prefix = ".edigate-spool-"
    /// The bytes of a kind kept in memory.
    private static let bound = 1 << 20

    private let folder: String
    private var kinds: [String: Kind] = [:]

    private struct Kind {
        var bytes: [UInt8] = []
        /// Where earlier bytes of this kind lie.
        var stretches: [Range<Int>] = []
    }

    private var file: Int32 = -1
    private var length = 0

    /// Makes an empty spool, whose file lies on the volume of a folder.
    init(beside folder: String) { self.folder = folder }

    deinit { if file >= 0 { close(file) } }

    /// Takes a document as a line.
    mutating func add(_ document: [UInt8], kind: String) throws(CommandFailure) {
        kinds[kind, default: Kind()].bytes += document
        kinds[kind]?.bytes.append(0x0A)
        guard let held = kinds[kind]?.bytes, held.count > Self.bound else { return }
        if file < 0 { try openFile() }
        try OutputFile.write(held, to: file, folder)
        kinds[kind]?.stretches.append(length..<length + held.count)
        kinds[kind]?.bytes = []
        length += held.count
    }

    private mutating func openFile() throws(CommandFailure) {
        var name = Array("\(folder)/\(Self.prefix)XXXXXX".utf8CString)
        file = name.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard file >= 0 else { throw OutputFile.failure(folder) }
        // Without a name it goes with the process, however that ends.
        _ = name.withUnsafeBufferPointer { $0.baseAddress.map { unlink($0) } }
    }

    /// Hands everything over, kind by kind, in the order it came in.
    borrowing func drain(_ take: (String, [UInt8]) throws(CommandFailure) -> Void) throws(CommandFailure) {
        for (kind, held) in kinds.sorted(by: { $0.key < $1.key }) {
            for stretch in held.stretches {
                var bytes = [UInt8](repeating: 0, count: stretch.count)
                var done = 0
                while done < bytes.count {
                    let count = bytes.withUnsafeMutableBytes {
                        pread(file, $0.baseAddress?.advanced(by: done), stretch.count - done, stretch.lowerBound + done)
                    }
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw OutputFile.failure(folder) }
                    done += count
                }
                try take(kind, bytes)
            }
            if !held.bytes.isEmpty { try take(kind, held.bytes) }
        }
    }
}
