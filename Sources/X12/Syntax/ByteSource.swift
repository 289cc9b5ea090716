/// Bytes that can be read from any offset: a file, or memory. Readers stream through a reused window, so a source of
/// any size takes the same memory.
public protocol ByteSource {
    /// Reads into `buffer` from `offset` on.
    ///
    /// - Returns: How many bytes were read; 0 only at the end.
    /// - Throws: ``SourceError`` when the bytes cannot be had.
    mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int

    /// How many bytes there are, where that is known without reading them: a window need be no larger.
    var byteCount: Int? { get }
}

extension ByteSource {
    /// Unknown.
    public var byteCount: Int? { nil }

    /// Where the first byte behind an interchange stands that is neither layout nor the beginning of another; `nil` when
    /// there is none.
    ///
    /// - Throws: ``SourceError`` when the bytes cannot be had.
    public mutating func junk(from offset: Int) throws(SourceError) -> Int? {
        var offset = offset
        while true {
            var buffer = [UInt8](repeating: 0, count: 1024)
            var count = 0
            var failure: SourceError?
            unsafe buffer.withUnsafeMutableBytes { raw in
                do throws(SourceError) { count = unsafe try read(at: offset, into: raw) } catch { failure = error }
            }
            if let failure { throw failure }
            guard count > 0 else { return nil }
            // An end-of-file character and a byte order mark are not meant as data.
            let first = buffer[..<count].firstIndex { !isLineBreakOrBlank($0) && $0 != 0x1A }
            guard let first else {
                offset += count
                continue
            }
            if buffer[first...].starts(with: [0xEF, 0xBB, 0xBF]) {
                offset += first + 3
            } else if first > 0, count - first < 4 {
                offset += first
            } else {
                let isHeader = buffer[first...].starts(with: Array("ISA".utf8)) && !isAlphanumeric(buffer[first + 3])
                return isHeader ? nil : offset + first
            }
        }
    }
}

/// Bytes could not be read: the device or the file system failed, not the data.
public struct SourceError: Error, Sendable, CustomStringConvertible {
    /// What failed.
    public var reason: String

    /// Makes an error.
    public init(reason: String) { self.reason = reason }

    public var description: String { reason }
}

/// Bytes in memory as a source.
public struct MemorySource: ByteSource, Sendable {
    private let bytes: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public var byteCount: Int? { bytes.count }

    public mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset)
        unsafe bytes.withUnsafeBytes {
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
        }
        return count
    }
}
