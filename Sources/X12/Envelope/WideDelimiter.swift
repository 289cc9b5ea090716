/// A delimiter of several bytes, a character of UTF-8 beyond ASCII, and the control character that a repair puts in its
/// place.
struct WideDelimiter: Sendable, Hashable {
    var bytes: [UInt8]
    var stand: UInt8

    /// What stands for each kind: the separators that ASCII itself has for the purpose.
    static let element: UInt8 = 0x1D
    static let terminator: UInt8 = 0x1E
    static let component: UInt8 = 0x1F

    /// The bytes of a character beyond ASCII at a position, or `nil` when none is there.
    static func character(_ bytes: borrowing Span<UInt8>, at position: Int, end: Int) -> [UInt8]? {
        guard position < end, bytes[position] >= 0xC2 else { return nil }
        var character = [bytes[position]]
        while character.count < 4, position + character.count < end,
            bytes[position + character.count] & 0xC0 == 0x80
        {
            character.append(bytes[position + character.count])
        }
        return character.count > 1 ? character : nil
    }
}

extension InterchangeHeader {
    /// Reads the ISA at `start`, which is at `offset` in the file. What was read up to `end` reaches at least
    /// ``longest`` bytes further, unless the file ends before.
    static func read(_ bytes: borrowing Span<UInt8>, start: Int, end: Int, offset: Int) -> Reading {
        guard start + 4 <= end else { return .malformed(next: nil) }
        var wide: [WideDelimiter] = []
        if let character = WideDelimiter.character(bytes, at: start + 3, end: end) {
            wide.append(WideDelimiter(bytes: character, stand: WideDelimiter.element))
        }
        if let component = wideComponent(bytes, start: start, end: end, element: wide.first?.bytes) {
            // Or is it the terminator, ISA16 being forgotten? Then no segment follows what would be the terminator.
            let both = wide + [WideDelimiter(bytes: component, stand: WideDelimiter.component)]
            let reading = read(bytes, start: start, end: end, offset: offset, replacing: both)
            if case .header(let header, _) = reading, header.delimiters.component == WideDelimiter.component,
                !header.repairs.contains(.missingComponentSeparator)
            {
                return reading
            }
        }
        return wide.isEmpty
            ? readPlain(bytes, start: start, end: end, offset: offset)
            : read(bytes, start: start, end: end, offset: offset, replacing: wide)
    }

    /// The character of several bytes in the place of ISA16, or `nil`.
    private static func wideComponent(
        _ bytes: borrowing Span<UInt8>, start: Int, end: Int, element: [UInt8]?
    ) -> [UInt8]? {
        let separator = element ?? [bytes[start + 3]]
        var position = start + 3
        var count = 0
        let limit = min(end, start + longest)
        while position + separator.count < limit {
            var length = 0
            while length < separator.count, bytes[position + length] == separator[length] { length += 1 }
            if length == separator.count {
                count += 1
                position += length
                if count == 16 { return WideDelimiter.character(bytes, at: position, end: end) }
            } else {
                position += 1
            }
        }
        return nil
    }

    /// Reads the ISA with characters of several bytes replaced by what stands for them.
    private static func read(
        _ bytes: borrowing Span<UInt8>, start: Int, end: Int, offset: Int, replacing wide: [WideDelimiter]
    ) -> Reading {
        var plain: [UInt8] = []
        // Where each byte stood.
        var places: [Int] = []
        var position = start
        let limit = min(end, start + longest * 2)
        while position < limit {
            places.append(position)
            let character = WideDelimiter.character(bytes, at: position, end: end)
            if let character, let known = wide.first(where: { $0.bytes == character }) {
                plain.append(known.stand)
                position += character.count
            } else {
                plain.append(bytes[position])
                position += 1
            }
        }
        places.append(position)
        switch readPlain(plain.span, start: 0, end: plain.count, offset: offset, standing: wide) {
        case .header(let header, let contentStart):
            return .header(header, contentStart: places[min(contentStart, places.count - 1)])
        case .malformed(let next):
            return .malformed(next: next.map { places[min($0, places.count - 1)] })
        }
    }
}
