/// The shape of the UTF-8 sequence that begins at one byte (RFC 3629, table of well-formed sequences).
enum UTF8Sequence: Equatable {
    /// A whole scalar of 1...4 bytes.
    case valid(Int)
    /// Bytes, 1...3, that no scalar begins with; one U+FFFD stands for them.
    case invalid(Int)

    /// Judges the bytes from `at`, which must be below `end`.
    init(unchecked base: UnsafePointer<UInt8>, at: Int, end: Int) {
        let lead = unsafe base[at]
        if lead < 0x80 {
            self = .valid(1)
            return
        }
        var second: ClosedRange<UInt8> = 0x80...0xBF
        let length: Int
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default:
            self = .invalid(1)
            return
        }
        var read = 1
        while read < length {
            guard at &+ read < end, unsafe second.contains(base[at &+ read]) else {
                self = .invalid(read)
                return
            }
            second = 0x80...0xBF
            read &+= 1
        }
        self = .valid(length)
    }
}
