import X12

extension ByteSource {
    /// Reads a range whole, less where the source ends before.
    mutating func bytes(in range: Range<Int>) throws(SourceError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < bytes.count {
            var count = 0
            var failure: SourceError?
            bytes.withUnsafeMutableBytes { raw in
                do throws(SourceError) {
                    count = try read(
                        at: range.lowerBound &+ filled, into: UnsafeMutableRawBufferPointer(rebasing: raw[filled...]))
                } catch { failure = error }
            }
            if let failure { throw failure }
            guard count > 0 else { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }
}
