extension LineStatements {
    /// Takes lines as they were stored; nil when the text is none that ``text`` gave.
    public init?(packed text: String) {
        packed = Array(text.utf8)
        var scan = Scan(packed: packed)
        while !scan.isAtEnd {
            guard scan.next() != nil else { return nil }
        }
    }
}

extension LineStatements: Sequence {
    /// Takes the lines apart, one after the other.
    public struct Iterator: IteratorProtocol {
        fileprivate var scan: Scan

        /// The next line; nil behind the last.
        public mutating func next() -> LineStatement? { scan.next().map { scan.line(at: $0) } }
    }

    /// Begins at the first line.
    public func makeIterator() -> Iterator { Iterator(scan: Scan(packed: packed)) }
}

/// Finds one line after the other.
private struct Scan {
    /// Where the texts of a line stand; nil for what there is none of.
    struct Place {
        var number: Range<Int>
        var items: Range<Int>
        var quantity: Range<Int>?
        var unit: Range<Int>
        var price: Range<Int>?
    }

    let packed: [UInt8]
    private var at = 0

    init(packed: [UInt8]) { self.packed = packed }

    var isAtEnd: Bool { at == packed.count }

    /// Goes behind the next line; nil when there is none, or what stands there is no line.
    mutating func next() -> Place? {
        guard case .text(let number) = text(), case .text(let items) = text(), let quantity = text(),
            case .text(let unit) = text(), let price = text()
        else { return nil }
        return Place(number: number, items: items, quantity: quantity.range, unit: unit, price: price.range)
    }

    /// The line at a place.
    func line(at place: Place) -> LineStatement {
        LineStatement(
            line: string(place.number),
            items: packed[place.items].split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) },
            quantity: decimal(place.quantity), unit: string(place.unit), price: decimal(place.price))
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: packed[range], as: UTF8.self) }

    /// What is no number counts as none.
    private func decimal(_ range: Range<Int>?) -> Decimal? {
        range.flatMap { Decimal(packed.span.extracting($0)) }
    }

    // MARK: - Texts

    private enum Packed {
        case text(Range<Int>)
        case none

        var range: Range<Int>? {
            switch self {
            case .text(let range): range
            case .none: nil
            }
        }
    }

    /// Goes behind the next text with its comma; nil when it is none.
    private mutating func text() -> Packed? {
        guard !isAtEnd else { return nil }
        if packed[at] == UInt8(ascii: "-") {
            at += 1
            return comma() ? Packed.none : nil
        }
        guard let count = count(), count < packed.count - at else { return nil }
        let start = at
        at += count
        return comma() ? .text(start..<start + count) : nil
    }

    /// Goes behind a count and its colon. It is none when it is greater than there are bytes.
    private mutating func count() -> Int? {
        let start = at
        var count = 0
        while !isAtEnd, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(packed[at]) {
            count = count * 10 + Int(packed[at] - UInt8(ascii: "0"))
            guard count <= packed.count else { return nil }
            at += 1
        }
        guard at > start, !isAtEnd, packed[at] == UInt8(ascii: ":") else { return nil }
        at += 1
        return count
    }

    private mutating func comma() -> Bool {
        guard !isAtEnd, packed[at] == UInt8(ascii: ",") else { return false }
        at += 1
        return true
    }
}
