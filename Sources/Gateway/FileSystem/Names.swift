/// Makes a part of a file name of any text: letters, digits, `.`, `_` and `-` stay, all else becomes `_`. Never empty,
/// never hidden, at most `longest` bytes.
func safeName(_ text: String, longest: Int = 80) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8.prefix(max(longest, 1)) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            bytes.append(byte)
        default: bytes.append(UInt8(ascii: "_"))
        }
    }
    if bytes.isEmpty { return "_" }
    if bytes[0] == UInt8(ascii: ".") { bytes[0] = UInt8(ascii: "_") }
    return String(decoding: bytes, as: UTF8.self)
}

/// A file name with a number before its extension: `850_7-2.edi`.
func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
}
