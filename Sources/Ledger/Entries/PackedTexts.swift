/// Packs texts into one, each behind the count of its bytes, so that many small rows are one and nothing needs escaping:
/// `3:BX1,5:11.25,-,` holds `BX1`, `11.25` and nothing.
struct PackedTexts {
    private(set) var packed: [UInt8] = []

    /// Adds a text, or that there is none.
    mutating func add(_ text: String?) {
        if let text {
            add([text], joinedBy: 0)
        } else {
            packed.append(UInt8(ascii: "-"))
            packed.append(UInt8(ascii: ","))
        }
    }

    /// Adds one text that is made of several with a byte between them.
    mutating func add(_ parts: [String], joinedBy separator: UInt8) {
        add(parts.reduce(max(parts.count - 1, 0)) { $0 + $1.utf8.count })
        packed.append(UInt8(ascii: ":"))
        var isFirst = true
        for part in parts {
            if !isFirst { packed.append(separator) }
            isFirst = false
            append(part)
        }
        packed.append(UInt8(ascii: ","))
    }

    /// Adds the bytes of a text at once, as far as it holds them in one piece.
    private mutating func append(_ text: String) {
        let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { packed.append(contentsOf: $0) }
        if isDone == nil { packed.append(contentsOf: text.utf8) }
    }

    private mutating func add(_ number: Int) {
        if number > 9 { add(number / 10) }
        packed.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Takes the texts out again; nil when these are not texts that were packed.
    static func unpack(_ packed: String) -> [String?]? {
        let bytes = Array(packed.utf8)
        var texts: [String?] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == UInt8(ascii: "-") {
                texts.append(nil)
                at += 1
            } else {
                guard let colon = bytes[at...].firstIndex(of: UInt8(ascii: ":")),
                    let count = Int(String(decoding: bytes[at..<colon], as: UTF8.self)), count >= 0,
                    count < bytes.count - colon
                else { return nil }
                let start = colon + 1
                texts.append(String(decoding: bytes[start..<start + count], as: UTF8.self))
                at = start + count
            }
            guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return nil }
            at += 1
        }
        return texts
    }
}
