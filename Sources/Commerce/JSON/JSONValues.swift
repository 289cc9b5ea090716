/// Finds the values that stand one after the other in a text: one document however laid out, or one a line.
package enum JSONValues {
    /// The ranges of the values. What is no object ends with its line; one that does not end goes on to the end.
    package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count {
            if isBlank(bytes[at]) {
                at += 1
                continue
            }
            let start = at
            at = bytes[at] == UInt8(ascii: "{") ? endOfObject(bytes, from: at) : endOfLine(bytes, from: at)
            ranges.append(start..<at)
        }
        return ranges
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
        bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    }

    private static func endOfObject(_ bytes: [UInt8], from start: Int) -> Int {
        var braces = BraceScan()
        var at = start
        while at < bytes.count {
            let end = min(at &+ ByteBlock.width, bytes.count)
            if let found = braces.pass(bytes, from: at, to: end) { return found }
            at = end
        }
        return bytes.count
    }
}
