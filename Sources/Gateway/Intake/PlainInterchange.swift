/// Recognises the file that nine of ten senders make: one interchange from its first byte to its last, whose ISA has the
/// widths of the standard, and whose IEA bears its control number and counts its groups.
///
/// It says of such a file what the reader of envelopes says, at a twentieth of the cost, and nothing of any other: who
/// looks at ten thousand files only asks whether they are whole, and each is read properly when it is judged.
enum PlainInterchange {
    /// X12.5: `ISA` and 16 elements of fixed width, each behind a separator, and the terminator of the segment.
    private static let headerLength = 106
    private static let separators = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]
    private static let controlNumber = 90..<99

    /// Whether the bytes are one, with nothing but line ends and blanks behind it.
    static func fills(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            guard bytes.count > headerLength, bytes.starts(with: "ISA".utf8) else { return false }
            let (separator, terminator) = (bytes[3], bytes[headerLength - 1])
            guard separator != terminator, isDelimiter(separator), isDelimiter(terminator),
                separators.allSatisfy({ bytes[$0] == separator }),
                bytes[..<headerLength].count(where: { $0 == separator }) == separators.count,
                !bytes[..<(headerLength - 1)].contains(terminator)
            else { return false }
            var groups = (begun: 0, ended: 0)
            var at = headerLength
            while true {
                while at < bytes.count, isBlank(bytes[at]) { at += 1 }
                guard let end = bytes[at...].firstIndex(of: terminator) else { return false }
                let segment = UnsafeBufferPointer(rebasing: bytes[at..<end])
                at = end + 1
                if begins(segment, "GS", separator) {
                    groups.begun += 1
                } else if begins(segment, "GE", separator) {
                    groups.ended += 1
                } else if begins(segment, "ISA", separator) {
                    return false
                } else if begins(segment, "IEA", separator) {
                    guard groups.begun == groups.ended, bytes[at...].allSatisfy(isBlank) else { return false }
                    return segment.elementsEqual(
                        "IEA".utf8 + [separator] + Array(String(groups.begun).utf8) + [separator]
                            + bytes[controlNumber])
                }
            }
        }
    }

    private static func begins(_ segment: UnsafeBufferPointer<UInt8>, _ id: StaticString, _ separator: UInt8) -> Bool {
        let length = id.utf8CodeUnitCount
        guard segment.count > length, segment[length] == separator else { return false }
        return (0..<length).allSatisfy { segment[$0] == id.utf8Start[$0] }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0x20 }

    /// Others are delimiters too, which the reader of envelopes judges.
    private static func isDelimiter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
        default: (0x21...0x7E).contains(byte)
        }
    }
}
