/// Is what a document says of the lines of one order, in the order in which they stand.
///
/// They are kept as one text, which is also what the ledger stores of them, and taken apart only for who looks at a line:
/// of a document that places an order nobody does.
///
/// A line is five texts: its number, the identifiers of its item with tabs between them, the quantity, the unit and the
/// price. Each stands behind the count of its bytes, so that nothing needs escaping, and `-` says that there is none:
/// `1:1,8:VN:BX-12,2:15,2:BX,-,` is line 1 of an item, fifteen boxes at no price that is named.
public struct LineStatements: Sendable, Equatable {
    /// The lines, in UTF-8.
    var packed: [UInt8] = []

    /// Makes what is said of no line.
    public init() {}

    /// Makes what is said of lines. An identifier that holds a tab is taken for two.
    public init(_ lines: some Sequence<LineStatement>) {
        for line in lines { append(line) }
    }

    /// Says whether nothing is said of any line.
    public var isEmpty: Bool { packed.isEmpty }

    /// The lines as one text, of which ``init(packed:)`` makes them again.
    public var text: String { String(decoding: packed, as: UTF8.self) }
}

extension LineStatements: ExpressibleByArrayLiteral {
    /// Makes what is said of the lines.
    public init(arrayLiteral lines: LineStatement...) { self.init(lines) }
}

// MARK: - Packing

extension LineStatements {
    /// Adds a line.
    mutating func append(_ line: LineStatement) {
        add(line.line)
        add(line.items.joined(separator: "\t"))
        add(line.quantity?.description)
        add(line.unit)
        add(line.price?.description)
    }

    private mutating func add(_ text: String?) {
        guard let text else {
            packed.append(contentsOf: "-,".utf8)
            return
        }
        packed.append(contentsOf: "\(text.utf8.count):".utf8)
        packed.append(contentsOf: text.utf8)
        packed.append(UInt8(ascii: ","))
    }

    /// Adds a line of a document, whose parts are written where they will stay: an order has thousands of lines.
    mutating func append(_ number: Text, _ items: List<ItemIdentifier>, _ quantity: Quantity, _ price: Decimal?) {
        var isASCII = number.isASCII && quantity.unit.isASCII
        var room = LinePacker.roomBesides &+ number.count &+ quantity.unit.count
        for at in items.indices {
            isASCII = isASCII && items[at].scheme.isASCII && items[at].value.isASCII
            room &+= items[at].scheme.count &+ items[at].value.count &+ 2
        }
        guard isASCII else {
            // What is not UTF-8 becomes so in a string, and what counts are the bytes that it has then.
            append(LineStatement(number, items, quantity, price))
            return
        }
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { memory in
            guard let base = memory.baseAddress else { return }
            var packer = unsafe LinePacker(unchecked: base)
            packer.add(number)
            packer.add(items)
            packer.add(quantity.value)
            packer.add(quantity.unit)
            packer.add(price)
            unsafe packed.append(contentsOf: UnsafeBufferPointer(start: base, count: packer.count))
        }
    }
}
