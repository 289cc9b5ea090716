extension JSONWriter {
    /// Writes a quoted string, escaped, without a comma.
    mutating func quote(_ bytes: UnsafeBufferPointer<UInt8>) {
        // A control character takes six bytes, the longest of all; eight more let whole words be stored.
        unsafe append(capacity: bytes.count &* 6 &+ 16) { target in
            unsafe target[0] = UInt8(ascii: "\"")
            let end = unsafe bytes.withJSONEscapes(unchecked: target + 1) &+ 1
            unsafe target[end] = UInt8(ascii: "\"")
            return end &+ 1
        }
    }

    mutating func quote(_ text: Text) {
        unsafe text.withUnsafeBytes { unsafe quote($0) }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Writes the bytes as the inside of a JSON string, bytes that are not UTF-8 as U+FFFD, and gives the number
    /// written: at most six for each byte, of which words of eight may be stored.
    func withJSONEscapes(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        guard let base = baseAddress else { return 0 }
        let out = UnsafeMutableRawPointer(target)
        let source = unsafe UnsafeRawPointer(base)
        var at = 0
        var written = 0
        while at < count {
            while at &+ 8 <= count {
                let word = unsafe source.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
                unsafe out.storeBytes(of: word.littleEndian, toByteOffset: written, as: UInt64.self)
                let special = word.bytesSpecialInJSON
                let plain = special.trailingZeroBitCount / 8
                at &+= plain
                written &+= plain
                if special != 0 { break }
            }
            if at == count { break }
            let byte = unsafe base[at]
            if byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") {
                unsafe target[written] = byte
                at &+= 1
                written &+= 1
            } else if byte < 0x80 {
                written &+= unsafe JSONEscape.write(byte, unchecked: target + written)
                at &+= 1
            } else {
                switch unsafe UTF8Sequence(unchecked: base, at: at, end: count) {
                case .valid(let length):
                    unsafe (target + written).update(from: base + at, count: length)
                    at &+= length
                    written &+= length
                case .invalid(let length):
                    unsafe target[written] = 0xEF
                    unsafe target[written &+ 1] = 0xBF
                    unsafe target[written &+ 2] = 0xBD
                    at &+= length
                    written &+= 3
                }
            }
        }
        return written
    }
}

/// The escapes of RFC 8259, section 7.
enum JSONEscape {
    /// Writes the escape of a quote, a backslash or a control character and gives its length, 2 or 6.
    static func write(_ byte: UInt8, unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe target[0] = UInt8(ascii: "\\")
        let short: UInt8? =
            switch byte {
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            default: nil
            }
        if let short {
            unsafe target[1] = short
            return 2
        }
        unsafe target[1] = UInt8(ascii: "u")
        unsafe target[2] = UInt8(ascii: "0")
        unsafe target[3] = UInt8(ascii: "0")
        unsafe target[4] = digit(byte &>> 4)
        unsafe target[5] = digit(byte & 15)
        return 6
    }

    static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? value &+ UInt8(ascii: "0") : value &- 10 &+ UInt8(ascii: "A")
    }
}
