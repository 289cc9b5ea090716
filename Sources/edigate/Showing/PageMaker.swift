import Commerce
import Translation

/// Lays a document out for a person.
struct PageMaker {
    private var fields: PageFields
    private var page: Page
    private let kind: DocumentKind

    /// Makes the page of a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - kind: Its kind.
    ///   - findings: What was found in it, a line each.
    /// - Returns: The page.
    static func page<D: Document>(of document: D, kind: DocumentKind, findings: [String]) -> Page {
        var maker = PageMaker(kind, PageFields(FieldListing.fields(of: document)), number: document.head.number.string)
        maker.lay(out: document)
        maker.page.add("Findings", .lines(findings))
        return maker.page
    }

    private init(_ kind: DocumentKind, _ fields: PageFields, number: String) {
        self.kind = kind
        self.fields = fields
        let name =
            switch kind {
            case .purchaseOrder: "Purchase order"
            case .orderAcknowledgment: "Answer to order"
            case .shipNotice: "Ship notice"
            case .invoice: "Invoice"
            case .transactionSet: "Transaction set"
            }
        page = Page(title: number.isEmpty ? name : "\(name) \(number)")
    }

    private mutating func lay<D: Document>(out document: D) {
        origin()
        if let set = document as? TransactionSet {
            page.title = [set.set.string, set.title.string, set.head.number.string].filter { !$0.isEmpty }
                .joined(separator: " ")
            page.add("Segments", .tree(Self.tree(set.segments, Self.names(set), depth: 0)))
            return
        }
        heading()
        parties()
        page.add("Lines", lines())
        page.add("Shipment", .tree(levels("levels", depth: 0)))
        totals()
        let extras = fields.entries("extras").compactMap { extra($0) }
        fields.leaveOut(below: "extras")
        page.add("Also said", .facts(fields.rest(below: "")))
        page.add("Without a field of its own", .lines(extras))
    }

    // MARK: - Heading

    private mutating func origin() {
        let sender = fields.take("source.interchange.sender")
        let receiver = fields.take("source.interchange.receiver")
        var parts: [String] = []
        if let partner = fields.take("partner") { parts.append(partner) }
        if let sender, let receiver { parts.append("from \(sender) to \(receiver)") }
        if let number = fields.take("source.interchange.controlNumber") { parts.append("interchange \(number)") }
        if let version = fields.take("source.group.version") { parts.append(version) }
        if let file = fields.take("source.file") { parts.append(file) }
        page.origin = parts.joined(separator: " · ")
        for path in ["source", "kind", "schemaVersion", "id", "number"] { fields.leaveOut(below: path) }
    }

    private mutating func heading() {
        var facts: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value { facts.append((name, value)) }
        }
        func addWindow(_ what: String, _ first: String?, _ last: String?) {
            switch (first, last) {
            case (let first?, let last?): add("\(what) between", "\(first) and \(last)")
            case (let first?, nil): add("\(what) not before", first)
            case (nil, let last): add("\(what) not after", last)
            }
        }
        add("purpose", fields.take("purpose").map { Words.purpose($0) })
        add("type", fields.take("orderType").map { Words.orderType($0) })
        add("answer", fields.take("acknowledgmentType").map { Words.answer($0) })
        add("kind", fields.take("transactionType").map { Words.transaction($0) })
        add("order", fields.take("orderNumber"))
        add("release", fields.take("releaseNumber"))
        add("date", fields.take(kind == .invoice ? "invoiceDate" : "orderDate"))
        if kind == .invoice { add("order date", fields.take("orderDate")) }
        add("made", fields.take(["createdDate", "createdTime"]))
        add("answered", fields.take("acknowledgmentDate"))
        add("deliver on", fields.take(["requestedDeliveryDate", "requestedDeliveryTime"]))
        add("ship on", fields.take("requestedShipDate"))
        addWindow("ship", fields.take("shipNotBeforeDate"), fields.take("shipNotAfterDate"))
        addWindow("deliver", fields.take("deliverNotBeforeDate"), fields.take("deliverNotAfterDate"))
        add("cancel after", fields.take("cancelAfterDate"))
        add("shipped", fields.take(["shipDate", "shipTime"]))
        add("arrives", fields.take(["estimatedDeliveryDate", "estimatedDeliveryTime"]))
        add("contract", fields.take(["contractNumber", "contractReference"], separator: ", "))
        add("currency", fields.take("currency.code"))
        for terms in fields.entries("paymentTerms") { add("payment", self.terms(terms)) }
        for contact in fields.entries("contacts") { add("contact", self.contact(contact)) }
        page.add("Heading", .facts(facts))
    }

    private mutating func terms(_ path: String) -> String? {
        var words: [String] = []
        if let percent = fields.take("\(path).discountPercent") {
            let days = fields.take("\(path).discountDays").map { " within \($0) days" } ?? ""
            words.append("\(percent) %\(days)")
        }
        if let days = fields.take("\(path).netDays") { words.append("net \(days) days") }
        if let date = fields.take("\(path).netDueDate") { words.append("due \(date)") }
        if let text = fields.take("\(path).description") { words.append(text) }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }

    private mutating func contact(_ path: String) -> String? {
        var words = fields.take("\(path).name").map { [$0] } ?? []
        for number in fields.entries("\(path).numbers") {
            if let number = fields.take(["\(number).scheme", "\(number).value"]) { words.append(number) }
        }
        if let function = fields.take("\(path).function") { words.append("(\(function))") }
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    private mutating func parties() {
        var facts: [(name: String, value: String)] = []
        for path in fields.entries("parties") {
            let (role, text) = party(path)
            facts.append((role, text))
        }
        page.add("Parties", .facts(facts))
    }

    private mutating func party(_ path: String) -> (role: String, text: String) {
        var party = Party()
        party.role = Text(fields.take("\(path).role") ?? "party")
        var identifier = PartyIdentifier()
        identifier.scheme = Text(fields.take("\(path).identifier.scheme") ?? "")
        var parts: [String] = []
        if let name = fields.take(
            ["\(path).name", "\(path).additionalName", "\(path).additionalName2"], separator: ", ")
        {
            parts.append(name)
        }
        if let value = fields.take("\(path).identifier.value") { parts.append("\(identifier.schemeName) \(value)") }
        let address = ["line1", "line2", "line3", "line4"].map { "\(path).address.\($0)" }
        if let street = fields.take(address, separator: ", ") { parts.append(street) }
        let place = ["city", "state", "postalCode", "country"].map { "\(path).address.\($0)" }
        if let place = fields.take(place) { parts.append(place) }
        return (party.roleName.string, parts.joined(separator: " · "))
    }

    // MARK: - Lines

    private mutating func lines() -> Page.Content {
        var rows: [Page.Row] = []
        for path in fields.entries("lines") {
            let quantity = fields.take("\(path).quantity.value")
            let price = fields.take("\(path).price")
            var cells = [fields.take("\(path).number") ?? "", quantity ?? ""]
            cells.append(fields.take("\(path).quantity.unit") ?? "")
            cells.append(price ?? "")
            cells.append(Self.extended(quantity, price, fields.take("\(path).priceBasis")))
            cells.append(item(path))
            rows.append(Page.Row(cells: cells, details: details(path)))
        }
        return .table(heads: ["line", "quantity", "unit", "price", "amount", "item"], rows: rows)
    }

    /// What a line is about: its description and identifiers.
    private mutating func item(_ path: String) -> String {
        var parts: [String] = []
        for description in fields.entries("\(path).descriptions") {
            if let text = fields.take("\(description).text") {
                parts.append(text)
                // F says no more than that these are words.
                fields.leaveOut("\(description).kind", when: "F")
            }
        }
        for entry in fields.entries("\(path).identifiers") {
            var identifier = ItemIdentifier()
            identifier.scheme = Text(fields.take("\(entry).scheme") ?? "")
            if let value = fields.take("\(entry).value") { parts.append("\(identifier.schemeName) \(value)") }
        }
        return parts.joined(separator: ", ")
    }

    private static func extended(_ quantity: String?, _ price: String?, _ basis: String?) -> String {
        guard let quantity = quantity.flatMap({ Text($0).withBytes { Decimal($0) } }),
            let price = price.flatMap({ Text($0).withBytes { Decimal($0) } }),
            let scale = Words.priceScale(basis ?? ""), let product = quantity.multiplied(by: price),
            let amount = Decimal(mantissa: product.mantissa, scale: product.scale + scale)?.rounded(scale: 2)
        else { return "" }
        return amount.description
    }

    /// What else a line says, an entry a line.
    private mutating func details(_ path: String) -> [String] {
        var details: [String] = []
        for outcome in fields.entries("\(path).outcomes") {
            var answer = LineOutcome()
            answer.status = Text(fields.take("\(outcome).status") ?? "")
            var words = [answer.meaning.string]
            if let quantity = fields.take(["\(outcome).quantity.value", "\(outcome).quantity.unit"]) {
                words.append(quantity)
            }
            if let date = fields.take("\(outcome).date") {
                let event = fields.take("\(outcome).dateQualifier").map { " (\($0))" } ?? ""
                words.append("on \(date)\(event)")
            }
            let other = item(outcome)
            if !other.isEmpty { words.append(other) }
            details.append(words.joined(separator: ", "))
        }
        for entry in fields.entries("\(path).allowancesAndCharges") { details.append(charge(entry)) }
        for entry in fields.entries("\(path).taxes") { details.append(tax(entry)) }
        details += fields.rest(below: "\(path).").map { "\($0.name): \($0.value)" }
        return details
    }

    private mutating func charge(_ path: String) -> String {
        var words = [fields.take("\(path).indicator").map { Words.indicator($0) } ?? "charge"]
        if let code = fields.take("\(path).code") { words.append(code) }
        if let text = fields.take("\(path).description") { words.append(text) }
        if let percent = fields.take("\(path).percent") { words.append("\(percent) %") }
        if let amount = fields.take("\(path).amount") { words.append(amount) }
        return words.joined(separator: " ")
    }

    private mutating func tax(_ path: String) -> String {
        var words = ["tax"]
        if let kind = fields.take("\(path).kind") { words.append(kind) }
        if let percent = fields.take("\(path).percent") { words.append("\(percent) %") }
        if let amount = fields.take("\(path).amount") { words.append(amount) }
        return words.joined(separator: " ")
    }

    private mutating func totals() {
        var facts: [(name: String, value: String)] = []
        for text in fields.entries("allowancesAndCharges").map({ charge($0) })
            + fields.entries("taxes").map({ tax($0) })
        {
            let words = text.split(separator: " ", maxSplits: 1).map(String.init)
            facts.append((words.first ?? "", words.count > 1 ? words[1] : ""))
        }
        func add(_ name: String, _ path: String) {
            if let value = fields.take(path) { facts.append((name, value)) }
        }
        add("total", "totalAmount")
        add("subject to discount", "discountableAmount")
        add("with discount", "discountedAmount")
        add("discount", "discountAmount")
        add("lines", "totals.lineCount")
        add("hash total", "totals.hashTotal")
        page.add("Totals", .facts(facts))
    }

    // MARK: - Shipment

    private mutating func levels(_ array: String, depth: Int) -> [(depth: Int, text: String)] {
        guard depth < JSONReader.maximumDepth else { return [] }
        var entries: [(depth: Int, text: String)] = []
        for path in fields.entries(array) {
            var words = [Words.level(fields.take("\(path).level") ?? "")]
            if let order = fields.take("\(path).order.number") { words.append(order) }
            for mark in fields.entries("\(path).marks") {
                _ = fields.take("\(mark).qualifier")
                if let value = fields.take("\(mark).value") { words.append(value) }
            }
            if let quantity = fields.take(["\(path).shippedQuantity.value", "\(path).shippedQuantity.unit"]) {
                words.append(quantity)
            }
            let item = item(path)
            if !item.isEmpty { words.append(item) }
            for (name, field) in [("lot", "lotNumber"), ("serial", "serialNumber"), ("expires", "expiryDate")] {
                if let value = fields.take("\(path).\(field)") { words.append("\(name) \(value)") }
            }
            for (name, field) in [("bill of lading", "billOfLading"), ("carrier", "routing[0].carrier")] {
                if let value = fields.take("\(path).\(field)") { words.append("\(name) \(value)") }
            }
            _ = fields.take("\(path).hasContents")
            entries.append((depth, words.joined(separator: " · ")))
            for party in fields.entries("\(path).parties") {
                let (role, text) = self.party(party)
                entries.append((depth + 1, "\(role): \(text)"))
            }
            let below = levels("\(path).contains", depth: depth + 1)
            for (name, value) in fields.rest(below: "\(path).") where !name.hasPrefix("contains") {
                entries.append((depth + 1, "\(name): \(value)"))
            }
            entries += below
        }
        return entries
    }

    // MARK: - Segments

    private mutating func extra(_ path: String) -> String? {
        let place = fields.take("\(path).at").map { " in \($0)" } ?? ""
        guard let segment = fields.take("\(path).segment"), fields.count("\(path).elements") > 0 else { return nil }
        let elements = fields.entries("\(path).elements").compactMap { element -> String? in
            guard fields.take("\(element).raw") == nil else { return nil }
            let number = fields.take("\(element).element").map { $0.count < 2 ? "0\($0)" : $0 } ?? ""
            return fields.take("\(element).value").map { "\(segment)\(number) \($0)" }
        }
        return elements.isEmpty ? nil : elements.joined(separator: ", ") + place
    }

    private static func names(_ set: TransactionSet) -> [Text: Text] {
        Dictionary(set.names.map { ($0.name, $0.text) }) { first, _ in first }
    }

    private static func tree(
        _ segments: [SetSegment], _ names: [Text: Text], depth: Int
    ) -> [(depth: Int, text: String)] {
        guard depth < JSONReader.maximumDepth else { return [] }
        return segments.flatMap { segment -> [(depth: Int, text: String)] in
            let elements = segment.elements.list.map { element -> String in
                let reference = "\(segment.segment)\(element.position < 10 ? "0" : "")\(element.position)"
                let name = names[Text(reference)]?.string ?? names[Text("\(reference)-1")]?.string ?? reference
                return "\(name) \(text(of: element.value))"
            }
            return [(depth, "\(segment.segment)  \(elements.joined(separator: " · "))")]
                + tree(segment.segments, names, depth: depth + 1)
        }
    }

    private static func text(of value: SetValue) -> String {
        switch value {
        case .simple(let text): text.string
        case .composite(let components): components.map(\.string).filter { !$0.isEmpty }.joined(separator: "/")
        case .repeated(let values): values.map { text(of: $0) }.joined(separator: ", ")
        }
    }
}
