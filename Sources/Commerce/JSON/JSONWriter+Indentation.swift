extension JSONWriter {
    /// Lays out the outermost value, which was written without blanks, on lines.
    mutating func indent() {
        let compact = [UInt8](bytes[valueStart...])
        count = valueStart
        var level = 0
        var isInString = false
        var isEscaped = false
        for (index, byte) in compact.enumerated() {
            if isInString {
                append(byte)
                if byte == UInt8(ascii: "\""), !isEscaped { isInString = false }
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                append(byte)
                level &+= 1
                let next = index &+ 1 < compact.count ? compact[index &+ 1] : 0
                if next != UInt8(ascii: "}") && next != UInt8(ascii: "]") { breakLine(level) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                level &-= 1
                let previous = index > 0 ? compact[index &- 1] : 0
                if previous != UInt8(ascii: "{") && previous != UInt8(ascii: "[") { breakLine(level) }
                append(byte)
            case UInt8(ascii: ","):
                append(byte)
                breakLine(level)
            case UInt8(ascii: ":"): append(": ")
            default:
                isInString = byte == UInt8(ascii: "\"")
                append(byte)
            }
        }
    }

    private mutating func breakLine(_ level: Int) {
        append(UInt8(ascii: "\n"))
        for _ in 0..<max(0, level) { append("  ") }
    }
}
