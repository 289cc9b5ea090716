import Commerce
import Partners

/// Walks a document by the description of its JSON and puts each value that a crosswalk knows to it: on the way in our
/// value is noted beside the partner's, on the way out the partner's takes the place of ours.
struct CrosswalkWalk: JSONCoding {
    /// False: a walk finds values, it fills in none that are absent.
    static var isReading: Bool { false }

    private let crosswalks: Crosswalks
    private let date: CalendarDate?
    private let isOutbound: Bool
    private var path = CrosswalkPath()
    private var scopes = [Scope()]
    /// What was applied, in the order of the document.
    private(set) var uses: [CrosswalkUse] = []
    /// What no table knows, or two rows know differently.
    private(set) var issues: [CrosswalkIssue] = []

    /// What is known of the line that a walk is in. The first scope is the document.
    private struct Scope {
        /// Our number of the item.
        var item = Text()
        /// All that the item is called.
        var names: [ItemIdentifier] = []
        var contract = Text()
        var price: Decimal?
        var pricePath = ""
        /// Quantities that wait for the line's item, which stands behind them.
        var quantities: [(path: String, quantity: Quantity)] = []
    }

    /// Makes a walk.
    ///
    /// - Parameters:
    ///   - crosswalks: The partner's tables.
    ///   - date: The day whose rows count.
    ///   - isOutbound: Whether the document goes to the partner.
    init(_ crosswalks: Crosswalks, on date: CalendarDate?, isOutbound: Bool) {
        self.crosswalks = crosswalks
        self.date = date
        self.isOutbound = isOutbound
    }

    /// Walks a whole document.
    mutating func walk(_ document: inout some Document) {
        document.code(&self)
        closeScope()
    }

    // MARK: - Values

    mutating func field(_ name: StaticString, _ value: inout Text) {
        guard !value.isEmpty else { return }
        switch name.description {
        case "contractReference":
            exchange(.contracts, &value, name)
            scopes[scopes.count - 1].contract = value
        case "industryCode": exchange(.reasons, &value, name)
        default: break
        }
    }

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {
        guard let price = value, name.description == "price" else { return }
        scopes[scopes.count - 1].price = price
        path.enter(name)
        scopes[scopes.count - 1].pricePath = path.text
        path.leave()
    }

    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {}
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {}
    mutating func field(_ name: StaticString, _ value: inout Int?) {}
    mutating func field(_ name: StaticString, _ value: inout Bool?) {}
    mutating func field(_ name: StaticString, _ values: inout [Text]) {}
    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}
    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {}

    // MARK: - Objects

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        path.enter(name)
        visit(&value, name)
        path.leave()
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        guard var object = value else { return }
        field(name, &object)
        value = object
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        guard !values.isEmpty, V.self != Extra.self else { return }
        path.enter(name)
        // A contact's numbers are pairs of the same form, and no items.
        if name.description == "identifiers", var identifiers = values as? [ItemIdentifier] {
            items(&identifiers)
            if let changed = identifiers as? [V] { values = changed }
        } else {
            for index in values.indices {
                path.enter(index)
                visit(&values[index], name)
                path.leave()
            }
        }
        path.leave()
    }

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        guard !values.isEmpty else { return }
        var array = Array(values)
        field(name, &array)
        values = List(array)
    }

    private mutating func visit<V: JSONObject>(_ value: inout V, _ name: StaticString) {
        switch value {
        case is DocumentSource: return
        case var quantity as Quantity:
            guard name.description.hasSuffix("uantity") else { return }
            unit(&quantity)
            if let changed = quantity as? V { value = changed }
        case var party as Party:
            let table: CrosswalkTable = party.isPlace ? .locations : .parties
            identifier(&party.identifier, table)
            if let changed = party as? V { value = changed }
            value.code(&self)
        case var routing as CarrierRouting:
            exchange(.carriers, &routing.carrier, "carrier", scheme: &routing.carrierScheme)
            if let changed = routing as? V { value = changed }
        case var charge as AllowanceCharge:
            exchange(.reasons, &charge.code, "code")
            if let changed = charge as? V { value = changed }
        case is OrderLine, is AcknowledgmentLine, is InvoiceLine, is ShipmentLevel, is SubLine, is LineOutcome:
            scopes.append(Scope())
            value.code(&self)
            closeScope()
        case is Price, is Measurement, is Lading, is Packaging: return
        default: value.code(&self)
        }
    }
}

// MARK: - Items

extension CrosswalkWalk {
    /// What an item is called: one name that the table knows is enough, two that lead to different items are not.
    private mutating func items(_ identifiers: inout [ItemIdentifier]) {
        scopes[scopes.count - 1].names += identifiers
        guard let table = crosswalks[.items] else { return }
        var found: [(index: Int, row: CrosswalkRow)] = []
        var outOfDate: CrosswalkRow?
        for (index, name) in identifiers.enumerated() where name.isItem {
            let answer =
                isOutbound
                ? table.row(ofOurs: name.value, on: date)
                : table.row(of: name.value, scheme: name.scheme, on: date)
            switch answer {
            case .row(let row): found.append((index, row))
            case .outOfDate(let row): outOfDate = row
            case .nothing: break
            }
        }
        if let first = found.first {
            if let other = found.first(where: { $0.row.ours != first.row.ours }) {
                issues.append(
                    .conflict(path.text, identifiers[first.index], first.row, identifiers[other.index], other.row))
                return
            }
            scopes[scopes.count - 1].item = first.row.ours
            let theirs = ItemIdentifier(
                scheme: first.row.scheme.isEmpty ? "VN" : first.row.scheme, value: first.row.theirs)
            let isNew = isOutbound && !identifiers.contains { $0.value == theirs.value }
            // First, where partners look for the number they go by.
            if isNew { identifiers.insert(theirs, at: 0) }
            path.enter(isNew ? 0 : first.index)
            note(.items, first.row)
            path.leave()
            return
        }
        guard let name = identifiers.first(where: \.isItem) else { return }
        // On the way out an item may already be called what the partner calls it.
        if isOutbound, identifiers.contains(where: { isKnown($0, table) }) { return }
        let all = identifiers.filter(\.isItem).map { "\($0.scheme) \($0.value)" }.joined(separator: ", ")
        if let ours = miss(table, name.value, scheme: name.scheme, shown: all, outOfDate) {
            scopes[scopes.count - 1].item = ours
        }
    }

    private func isKnown(_ name: ItemIdentifier, _ table: Crosswalk) -> Bool {
        if case .row = table.row(of: name.value, scheme: name.scheme, on: date) { return true }
        return false
    }
}

extension ItemIdentifier {
    /// Whether it names the item itself, rather than a lot or a piece of it.
    fileprivate var isItem: Bool { !value.isEmpty && scheme != "LT" && scheme != "SN" && scheme != "EC" }
}

// MARK: - Units

extension CrosswalkWalk {
    /// On the way in the unit waits for the item of its line, on the way out it is exchanged where it stands.
    private mutating func unit(_ quantity: inout Quantity) {
        guard let table = crosswalks[.units], !quantity.unit.isEmpty else { return }
        guard isOutbound else {
            scopes[scopes.count - 1].quantities.append((path.text, quantity))
            return
        }
        guard case .row(let row) = table.row(ofOurs: quantity.unit, item: Text(), on: date) else {
            if case .nothing = table.row(of: quantity.unit, on: date) {
                _ = miss(table, quantity.unit, scheme: Text(), shown: quantity.unit.string, nil)
            }
            return
        }
        // Another quantity would need another price: only who wrote the document can say it.
        guard row.factor.map({ $0.isEqualInValue(to: Decimal(1)) }) ?? true else {
            issues.append(.unit(path.text, quantity, row))
            return
        }
        quantity.unit = row.theirs
        note(.units, row)
    }

    /// Ends a line: its quantities are converted under its item, its price held against the contract.
    private mutating func closeScope() {
        guard let scope = scopes.popLast() else { return }
        // A part of a line that names no item is about the item of the line.
        if scope.item.isEmpty, scope.names.isEmpty, !scopes.isEmpty {
            scopes[scopes.count - 1].quantities += scope.quantities
        } else {
            for (path, quantity) in scope.quantities { convert(quantity, at: path, item: scope.item) }
        }
        checkPrice(scope)
    }

    private mutating func convert(_ quantity: Quantity, at place: String, item: Text) {
        guard let table = crosswalks[.units] else { return }
        switch table.row(of: quantity.unit, item: item, on: date) {
        case .row(let row):
            var use = CrosswalkUse(.units, row, at: place, version: table.version)
            use.factor = row.factor
            use.quantity = quantity.value.flatMap { value in row.factor.map { value.multiplied(by: $0) } ?? value }
            uses.append(use)
        case .outOfDate(let row):
            _ = miss(table, quantity.unit, scheme: Text(), at: place, shown: quantity.unit.string, row)
        case .nothing: _ = miss(table, quantity.unit, scheme: Text(), at: place, shown: quantity.unit.string, nil)
        }
    }
}

// MARK: - Prices

extension CrosswalkWalk {
    /// Holds the price of a line against that of the contract it names.
    private mutating func checkPrice(_ scope: Scope) {
        guard let price = scope.price, let table = crosswalks[.contracts] else { return }
        let contract = scope.contract.isEmpty ? scopes.first?.contract ?? Text() : scope.contract
        guard !contract.isEmpty else { return }
        let items = [scope.item] + scope.names.map(\.value)
        for item in items where !item.isEmpty {
            guard case .row(let row) = table.row(of: contract, item: item, on: date), row.item == item,
                let agreed = row.price
            else { continue }
            if !agreed.isEqualInValue(to: price) { issues.append(.price(scope.pricePath, price, row)) }
            return
        }
    }
}

// MARK: - Single values

extension CrosswalkWalk {
    private mutating func identifier(_ identifier: inout PartyIdentifier, _ table: CrosswalkTable) {
        guard !identifier.value.isEmpty else { return }
        path.enter("identifier")
        exchange(table, &identifier.value, nil, scheme: &identifier.scheme)
        path.leave()
    }

    private mutating func exchange(_ name: CrosswalkTable, _ value: inout Text, _ member: StaticString) {
        var scheme = Text()
        exchange(name, &value, member, scheme: &scheme)
    }

    /// Notes our value for the partner's, or puts the partner's in place of ours.
    private mutating func exchange(
        _ name: CrosswalkTable, _ value: inout Text, _ member: StaticString?, scheme: inout Text
    ) {
        guard let table = crosswalks[name], !value.isEmpty else { return }
        if let member { path.enter(member) }
        defer { if member != nil { path.leave() } }
        let forward = table.row(of: value, scheme: scheme, on: date)
        guard isOutbound else {
            switch forward {
            case .row(let row): note(name, row)
            case .outOfDate(let row): _ = miss(table, value, scheme: scheme, shown: value.string, row)
            case .nothing: _ = miss(table, value, scheme: scheme, shown: value.string, nil)
            }
            return
        }
        guard case .row(let row) = table.row(ofOurs: value, on: date) else {
            if case .row = forward { return }
            _ = miss(table, value, scheme: scheme, shown: value.string, nil)
            return
        }
        value = row.theirs
        if !row.scheme.isEmpty { scheme = row.scheme }
        note(name, row)
    }

    private mutating func note(_ table: CrosswalkTable, _ row: CrosswalkRow) {
        uses.append(CrosswalkUse(table, row, at: path.text, version: crosswalks[table]?.version ?? Text()))
    }

    /// Notes that no row fits; gives the table's default where there is one.
    private mutating func miss(
        _ table: Crosswalk, _ value: Text, scheme: Text, at place: String? = nil, shown: String,
        _ outOfDate: CrosswalkRow?
    ) -> Text? {
        let place = place ?? path.text
        issues.append(.miss(place, table, value, shown, outOfDate, isOutbound: isOutbound))
        guard table.onMiss == .default else { return nil }
        var use = CrosswalkUse()
        use.at = Text(place)
        use.table = Text(table.table.rawValue)
        use.scheme = scheme
        use.theirs = isOutbound ? table.defaultValue : value
        use.ours = isOutbound ? value : table.defaultValue
        use.version = table.version
        uses.append(use)
        return table.defaultValue
    }
}
