import Commerce

/// An order as it is made up, and as the partner's guide left it.
struct TestTrade {
    /// A line of it.
    struct Line {
        var number: String
        var quantity: Int
        var unit: String
        /// In cents.
        var price: Int
        /// Scheme and value.
        var items: [(scheme: String, value: String)]
        /// What comes in its place where a scenario has it so.
        var substitute: (scheme: String, value: String)

        /// The price as an element has it.
        var priceText: String { Self.amount(price) }

        static func amount(_ cents: Int) -> String {
            let fraction = cents % 100
            return "\(cents / 100)." + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
        }
    }

    /// The order's number.
    var number: String
    var day: CalendarDate
    /// What numbers of shipments, invoices and lots are made of.
    var serial: Int
    var lines: [Line]
    /// The case that goods were used in; empty where nothing was.
    var caseNumber = ""

    /// A day of the trade as elements have it.
    func date(_ days: Int) -> String {
        var bytes: [UInt8] = []
        (day.adding(days: days) ?? day).appendDigits(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes over what the order came to under the guide.
    mutating func adopt(_ order: PurchaseOrder) {
        number = order.head.number.string
        for index in lines.indices where index < order.lines.count {
            let line = order.lines[index]
            lines[index].number = line.number.string
            if !line.quantity.unit.isEmpty { lines[index].unit = line.quantity.unit.string }
            let items = line.identifiers.map { ($0.scheme.string, $0.value.string) }
            if !items.isEmpty { lines[index].items = items }
        }
    }
}

/// What the seller does with a line.
enum LineAnswer {
    case accept
    case part(Int)
    case backorder
    case substitute
    case reject
    case delete
    case reprice(Int)

    /// ACK01.
    var status: String {
        switch self {
        case .accept: "IA"
        case .part: "IQ"
        case .backorder: "IB"
        case .substitute: "IS"
        case .reject: "IR"
        case .delete: "ID"
        case .reprice: "IP"
        }
    }
}

/// What the seller does with the order of a scenario.
struct SellersPlan {
    var answers: [LineAnswer]
    /// The quantities of each line in each shipment.
    var shipments: [[Int]]
    /// The quantities of each line in each invoice.
    var invoices: [[Int]]
    var namesLots = false

    init(_ scenario: Scenario, _ lines: [TestTrade.Line]) {
        let all = lines.map(\.quantity)
        let nothing = lines.map { _ in 0 }
        let isLast = lines.indices.map { $0 == lines.count - 1 }
        /// All as ordered but for the last line.
        func last(_ answer: LineAnswer) -> [LineAnswer] { isLast.map { $0 ? answer : .accept } }
        func last(_ quantity: Int) -> [Int] { zip(all, isLast).map { $1 ? quantity : $0 } }
        let part = max((all.last ?? 2) / 2, 1)
        var goods = [all]
        switch scenario {
        case .partial:
            answers = last(.part(part))
            goods = [last(part)]
        case .backorder:
            answers = last(.backorder)
            goods = [last(0)]
        case .substitution: answers = last(.substitute)
        case .reject:
            answers = lines.map { _ in .reject }
            goods = []
        case .cancel:
            answers = lines.map { _ in .delete }
            goods = []
        case .priceChange: answers = last(.reprice((lines.last?.price ?? 100) + 25))
        case .splitShipment:
            answers = lines.map { _ in .accept }
            goods = [last(part), zip(nothing, isLast).map { $1 ? (all.last ?? 2) - part : $0 }]
        case .badEnvelope, .duplicate, .oversize, .otherSets:
            answers = lines.map { _ in .accept }
            goods = []
        case .happyPath, .lotSerial, .billOnly: answers = lines.map { _ in .accept }
        }
        shipments = scenario == .billOnly ? [] : goods
        invoices = goods
        namesLots = scenario == .lotSerial
    }
}
