/// Holds what is taken from a document for finding it again and for comparing it with others.
public struct DocumentFacts: Sendable, Equatable {
    /// What the document does (element 353): 00 new, 01 cancellation, 05 replacement; empty where it says nothing.
    public var purpose = ""
    /// The documents that carry the same number by rule and are told apart by this, such as the releases of a blanket
    /// order.
    public var release = ""
    /// What it is found by, each key once, in the order in which they stand.
    public private(set) var keys: [DocumentKey] = []
    /// What it says of orders, an entry for each order it names.
    public private(set) var orders: [OrderStatement] = []

    /// More keys of one document than this are not kept: a ship notice of ten thousand serial numbers has its place.
    public static let mostKeys = 20_000

    private var known: Set<DocumentKey> = []

    /// Makes facts of a document of which nothing is known.
    public init() {}

    /// What the lines come to, quantity by price, in whatever currency the document has; 0 without prices.
    public var amount: Decimal {
        var sum = Decimal(0)
        for line in orders.flatMap(\.lines) {
            guard let quantity = line.quantity, let price = line.price, let amount = quantity.multiplied(by: price),
                let more = sum.adding(amount)
            else { continue }
            sum = more
        }
        return sum
    }

    /// Takes a key, unless the value is empty or the key is there.
    public mutating func add(_ kind: DocumentKey.Kind, _ value: Text) {
        guard keys.count < Self.mostKeys, let key = DocumentKey(kind, value), known.insert(key).inserted else { return }
        keys.append(key)
    }

    /// Takes what the document says of a line of the order at a place that ``order(_:_:)`` gave.
    mutating func addLine(
        _ number: Text, _ items: List<ItemIdentifier>, _ quantity: Quantity, _ price: Decimal?, toOrderAt place: Int?
    ) {
        guard let place, orders.indices.contains(place) else { return }
        orders[place].lines.append(number, items, quantity, price)
    }

    /// Takes the order itself; gives its place, nil when the number is empty.
    @discardableResult
    public mutating func order(_ number: Text, _ release: Text = Text()) -> Int? {
        guard !number.isEmpty else { return nil }
        let name = DocumentKey.normal(number)
        let part = DocumentKey.normal(release)
        if let at = orders.firstIndex(where: { $0.number == name && $0.release == part }) { return at }
        orders.append(OrderStatement(number: name, release: part))
        return orders.count - 1
    }
}

/// Is what a document says of one order.
public struct OrderStatement: Sendable, Equatable {
    /// The order's number, as ``DocumentKey/normal(_:)`` gives it.
    public var number: String
    /// The release of a blanket order; empty where there is none.
    public var release: String
    /// Its lines; empty when the document speaks of the order as a whole.
    public var lines: LineStatements = []

    /// Makes a statement about an order as a whole.
    public init(number: String, release: String = "", lines: LineStatements = []) {
        self.number = number
        self.release = release
        self.lines = lines
    }
}

/// Is what a document says of one line of an order.
public struct LineStatement: Sendable, Equatable {
    /// The line's number in the order, as sent.
    public var line: String
    /// The item's identifiers, `scheme:value`, in the order in which they stand.
    public var items: [String]
    /// The quantity ordered, acknowledged, shipped or invoiced; nil when the document names none.
    public var quantity: Decimal?
    /// The unit of the quantity, as sent.
    public var unit: String
    /// The price of a unit; nil when the document names none.
    public var price: Decimal?

    /// Makes a statement.
    public init(line: String, items: [String] = [], quantity: Decimal? = nil, unit: String = "", price: Decimal? = nil)
    {
        self.line = line
        self.items = items
        self.quantity = quantity
        self.unit = unit
        self.price = price
    }

    /// Makes a statement from the parts of a document's line.
    init(_ number: Text, _ identifiers: List<ItemIdentifier>, _ quantity: Quantity, _ price: Decimal?) {
        self.init(
            line: number.string,
            items: identifiers.map { DocumentKey.normal($0.scheme, $0.value) },
            quantity: quantity.value, unit: quantity.unit.string, price: price)
    }
}
