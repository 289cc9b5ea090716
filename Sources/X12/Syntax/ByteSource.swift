/// Bytes that can be read from any offset: a file, or memory. Readers stream through a reused window, so a source of
/// any size takes the same memory.
public protocol ByteSource {
    /// Reads into `buffer` from `offset` on.
    ///
    /// - Returns: How many bytes were read; 0 only at the end.
    /// - Throws: ``SourceError`` when the bytes cannot be had.
    mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int
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
public struct MemorySource: ByteSource {
    private let bytes: [UInt8]

    /// Wraps bytes.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    public mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard offset >= 0, offset < bytes.count else { return 0 }
        let count = min(buffer.count, bytes.count - offset)
        unsafe bytes.withUnsafeBytes {
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
        }
        return count
    }
}
