import COpenSSL
public import X12

/// SHA-256 by libcrypto.
public struct SHA256 {
    /// Thirty-two bytes.
    public struct Digest: Sendable, Hashable {
        /// The bytes.
        public let bytes: [UInt8]

        /// The bytes in hexadecimal.
        public var hex: String { bytes.hexadecimal }

        /// An id of version 8 (RFC 9562): the first bits of the digest and an ordinal. The same bytes and ordinal give
        /// the same id.
        public func identifier(ordinal: Int) -> String {
            var id = Array(bytes.prefix(12))
            for shift in stride(from: 24, through: 0, by: -8) { id.append(UInt8(truncatingIfNeeded: ordinal >> shift)) }
            id[6] = id[6] & 0x0F | 0x80
            id[8] = id[8] & 0x3F | 0x80
            return unsafe String(unsafeUninitializedCapacity: 36) { text in
                var at = 0
                for (index, byte) in id.enumerated() {
                    if index == 4 || index == 6 || index == 8 || index == 10 {
                        unsafe text[at] = UInt8(ascii: "-")
                        at += 1
                    }
                    unsafe text[at] = [UInt8].hexadecimalDigit(byte >> 4)
                    unsafe text[at + 1] = [UInt8].hexadecimalDigit(byte & 15)
                    at += 2
                }
                return at
            }
        }
    }

    /// Fetched once: libcrypto else looks for an implementation at each digest, which takes as long as a kilobyte does.
    /// A method never changes, and is shared by all threads.
    private static nonisolated(unsafe) let method = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    /// Digests bytes in memory.
    public static func digest(of bytes: [UInt8]) -> Digest {
        var result = [UInt8](repeating: 0, count: 32)
        let isDone = unsafe bytes.withUnsafeBytes { bytes in
            unsafe EVP_Digest(bytes.baseAddress, bytes.count, &result, nil, method, nil) == 1
        }
        return Digest(bytes: isDone ? result : [])
    }

    /// Digests part of a source.
    ///
    /// - Throws: ``SourceError`` when it cannot be read.
    public static func digest(of source: inout some ByteSource, range: Range<Int>) throws(SourceError) -> Digest {
        guard let context = unsafe EVP_MD_CTX_new() else { throw SourceError(reason: "no memory for a digest") }
        defer { unsafe EVP_MD_CTX_free(context) }
        unsafe EVP_DigestInit_ex(context, method, nil)
        var buffer = [UInt8](repeating: 0, count: min(256 * 1024, max(range.count, 1)))
        var offset = range.lowerBound
        while offset < range.upperBound {
            let wanted = min(buffer.count, range.upperBound - offset)
            var count = 0
            var failure: SourceError?
            unsafe buffer.withUnsafeMutableBytes { raw in
                do throws(SourceError) {
                    count = unsafe try source.read(
                        at: offset, into: UnsafeMutableRawBufferPointer(rebasing: raw[0..<wanted]))
                    unsafe EVP_DigestUpdate(context, raw.baseAddress, count)
                } catch { failure = error }
            }
            if let failure { throw failure }
            if count == 0 { break }
            offset += count
        }
        var result = [UInt8](repeating: 0, count: 32)
        unsafe result.withUnsafeMutableBufferPointer { buffer in
            _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        }
        return Digest(bytes: result)
    }
}

extension [UInt8] {
    /// The bytes in hexadecimal, two digits each.
    public var hexadecimal: String {
        unsafe String(unsafeUninitializedCapacity: count * 2) { text in
            for (index, byte) in enumerated() {
                unsafe text[index * 2] = Self.hexadecimalDigit(byte >> 4)
                unsafe text[index * 2 + 1] = Self.hexadecimalDigit(byte & 15)
            }
            return count * 2
        }
    }

    /// The digit of a value below 16.
    fileprivate static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? value + UInt8(ascii: "0") : value - 10 + UInt8(ascii: "a")
    }
}
