/// Names of files as text, though a file's name is any bytes.
///
/// A byte that is no UTF-8 becomes a character of a private range, U+F780 to U+F7FF, and that character the byte again
/// when the file is reached: so that a name from a system with another character set is a name like any other.
enum FileName {
    private static let firstStand: UInt32 = 0xF780

    /// The text for a name of the file system.
    static func text(_ bytes: [UInt8]) -> String {
        // The private characters themselves begin with this byte, and hardly anything else.
        let isPlain = !bytes.contains(0xEF)
        if let text = String(validating: bytes, as: UTF8.self), isPlain || !text.unicodeScalars.contains(where: isStand)
        {
            return text
        }
        var text = String.UnicodeScalarView()
        var decoder = UTF8()
        var rest = bytes[...]
        while !rest.isEmpty {
            var iterator = rest.makeIterator()
            if case .scalarValue(let scalar) = decoder.decode(&iterator), !isStand(scalar) {
                text.append(scalar)
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                if let stand = Unicode.Scalar(firstStand + UInt32(rest[rest.startIndex] & 0x7F)) { text.append(stand) }
                rest = rest.dropFirst()
            }
            decoder = UTF8()
        }
        return String(text)
    }

    /// Lends the name as the file system knows it.
    static func withBytes<R>(_ name: String, _ body: (UnsafePointer<CChar>) -> R) -> R {
        // U+F780 to U+F7FF begin with this byte, and hardly anything else.
        guard name.utf8.contains(0xEF) else { return name.withCString(body) }
        var bytes: [CChar] = []
        for scalar in name.unicodeScalars {
            if let byte = byte(scalar) {
                bytes.append(CChar(bitPattern: byte))
            } else {
                bytes += UTF8.encode(scalar)?.map { CChar(bitPattern: $0) } ?? []
            }
        }
        return (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? "".withCString(body)
        }
    }

    /// The name for people, in one line: what would move a cursor, and bytes that are no UTF-8, as `\x1B`.
    static func readable(_ name: String) -> String {
        guard name.unicodeScalars.contains(where: { $0.value < 0x20 || byte($0) != nil || isFormat($0) }) else {
            return name
        }
        var text = ""
        for scalar in name.unicodeScalars {
            if let byte = byte(scalar) {
                text += "\\x" + hex(UInt32(byte))
            } else if scalar.value < 0x20 || isFormat(scalar) {
                text += scalar.value < 0x100 ? "\\x" + hex(scalar.value) : "\\u{" + hex(scalar.value) + "}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private static func isStand(_ scalar: Unicode.Scalar) -> Bool { byte(scalar) != nil }

    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        (firstStand...firstStand + 0x7F).contains(scalar.value) ? UInt8(scalar.value - firstStand) | 0x80 : nil
    }

    /// Delete, the controls of Latin-1, and what turns the direction of writing.
    private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
        (0x7F...0x9F).contains(scalar.value) || (0x200E...0x200F).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return digits.count < 2 ? "0" + digits : digits
    }
}
