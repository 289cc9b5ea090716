/// Makes a part of a file name of any text: letters, digits, `.`, `_` and `-` stay, all else becomes `_`. Never empty,
/// never hidden, at most `longest` bytes.
func safeName(_ text: String, longest: Int = 80) -> String {
    let part = text.utf8.prefix(max(longest, 1))
    guard let first = part.first else { return "_" }
    // Nearly all are safe as they are.
    if first != UInt8(ascii: "."), part.allSatisfy(isSafe) { return String(decoding: part, as: UTF8.self) }
    var bytes = part.map { isSafe($0) ? $0 : UInt8(ascii: "_") }
    if first == UInt8(ascii: ".") { bytes[0] = UInt8(ascii: "_") }
    return String(decoding: bytes, as: UTF8.self)
}

/// Whether a byte stays as it is in the name of a file.
private func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
    default: false
    }
}

/// A file name with a number before its extension: `850_7-2.edi`.
func numbered(_ name: String, _ number: Int) -> String {
    guard number > 1 else { return name }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "\(name)-\(number)" }
    return "\(name[..<dot])-\(number)\(name[dot...])"
}
