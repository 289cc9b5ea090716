extension Document {
    /// Gathers what the document is found by and what it says of orders.
    public var facts: DocumentFacts {
        var facts = DocumentFacts()
        gather(&facts)
        return facts
    }
}

extension DocumentFacts {
    fileprivate mutating func add(lotsAndSerialsOf identifiers: List<ItemIdentifier>) {
        for identifier in identifiers {
            switch identifier.scheme {
            case "LT": add(.lot, identifier.value)
            case "SN": add(.serial, identifier.value)
            default: break
            }
        }
    }

    fileprivate mutating func add(_ marks: List<Mark>) {
        for mark in marks {
            // Element 88: GM is the SSCC with its application identifier, AA without.
            if mark.qualifier == "GM" || mark.qualifier == "AA" { add(.sscc, mark.value) }
            if mark.otherQualifier == "GM" || mark.otherQualifier == "AA" { add(.sscc, mark.otherValue) }
            if mark.qualifier == "CP" { add(.tracking, mark.value) }
        }
    }
}

extension PurchaseOrder {
    public func gather(_ facts: inout DocumentFacts) {
        facts.purpose = purpose.string
        facts.release = releaseNumber.string
        facts.add(.order, head.number)
        facts.add(.sellerOrder, vendorOrderNumber)
        let order = facts.order(head.number, releaseNumber)
        // Each line is lent and not copied: it may be a kilobyte of fields.
        for at in lines.indices { Self.gather(lines[at], order, &facts) }
    }

    private static func gather(_ line: OrderLine, _ order: Int?, _ facts: inout DocumentFacts) {
        facts.add(lotsAndSerialsOf: line.identifiers)
        facts.add(LineStatement(line.number, line.identifiers, line.quantity, line.price), toOrderAt: order)
    }
}

extension OrderAcknowledgment {
    public func gather(_ facts: inout DocumentFacts) {
        facts.purpose = purpose.string
        facts.release = releaseNumber.string
        facts.add(.order, head.number)
        facts.add(.sellerOrder, vendorOrderNumber)
        let order = facts.order(head.number, releaseNumber)
        for at in lines.indices { gather(lines[at], order, &facts) }
    }

    private func gather(_ line: AcknowledgmentLine, _ order: Int?, _ facts: inout DocumentFacts) {
        facts.add(.sellerOrder, line.vendorOrderNumber)
        var taken = Quantity()
        taken.unit = line.quantity.unit
        taken.value = line.acknowledgedQuantity(wholeOrderIsRejected: isRejected)
        facts.add(LineStatement(line.number, line.identifiers, taken, line.price), toOrderAt: order)
    }

    /// Whether the heading refuses the order as a whole (BAK02, element 587).
    var isRejected: Bool { acknowledgmentType == "RJ" || acknowledgmentType == "RD" }
}

extension AcknowledgmentLine {
    /// How much of the line is promised: the sum of ACK02 of the outcomes that promise anything, in ACK03's unit.
    ///
    /// A line without ACK takes the ordered quantity; one that is backordered is promised, only later.
    func acknowledgedQuantity(wholeOrderIsRejected: Bool) -> Decimal? {
        if wholeOrderIsRejected { return Decimal(0) }
        guard !outcomes.isEmpty else { return quantity.value }
        var sum = Decimal(0)
        for outcome in outcomes {
            switch outcome.disposition {
            case .rejected: continue
            default:
                guard let part = outcome.quantity.value ?? quantity.value, let next = sum.adding(part) else {
                    return nil
                }
                sum = next
            }
        }
        return sum
    }
}

extension ShipNotice {
    public func gather(_ facts: inout DocumentFacts) {
        facts.purpose = purpose.string
        facts.add(.shipment, head.number)
        var order = OrderReference()
        for level in levels { gather(level, &order, &facts) }
    }

    private func gather(_ level: ShipmentLevel, _ order: inout OrderReference, _ facts: inout DocumentFacts) {
        // An order named above holds for all below it; packs above orders name it on the way down again.
        let above = order
        if !level.order.number.isEmpty {
            order = level.order
            facts.add(.order, order.number)
            facts.order(order.number, order.releaseNumber)
        }
        facts.add(.billOfLading, level.billOfLading)
        facts.add(.tracking, level.carrierReference)
        facts.add(.tracking, level.trackingNumber)
        facts.add(.packingSlip, level.packingSlip)
        facts.add(.invoice, level.invoiceNumber)
        facts.add(.sellerOrder, level.vendorOrderNumber)
        facts.add(.lot, level.lotNumber)
        facts.add(.serial, level.serialNumber)
        facts.add(lotsAndSerialsOf: level.identifiers)
        facts.add(level.marks)
        if level.shippedQuantity.value != nil {
            let number = level.lineNumber.isEmpty ? level.number : level.lineNumber
            facts.add(
                LineStatement(number, level.identifiers, level.shippedQuantity, nil), toOrder: order.number,
                release: order.releaseNumber)
        }
        for inner in level.contains { gather(inner, &order, &facts) }
        order = above
    }
}

extension Invoice {
    public func gather(_ facts: inout DocumentFacts) {
        facts.purpose = purpose.string
        facts.add(.invoice, head.number)
        facts.add(.order, orderNumber)
        facts.add(.sellerOrder, vendorOrderNumber)
        facts.add(.billOfLading, billOfLading)
        facts.add(.tracking, carrierReference)
        facts.add(.packingSlip, packingSlip)
        facts.order(orderNumber, releaseNumber)
        for at in lines.indices { gather(lines[at], &facts) }
    }

    private func gather(_ line: InvoiceLine, _ facts: inout DocumentFacts) {
        let order = line.orderNumber.isEmpty ? orderNumber : line.orderNumber
        facts.add(.order, order)
        facts.add(.lot, line.lotNumber)
        facts.add(.serial, line.serialNumber)
        facts.add(lotsAndSerialsOf: line.identifiers)
        var invoiced = line.quantity
        // BIG07: a credit takes back what was invoiced.
        if isCredit, let value = invoiced.value, !value.isNegative { invoiced.value = value.negated }
        facts.add(
            LineStatement(line.number, line.identifiers, invoiced, line.price), toOrder: order,
            release: line.orderNumber.isEmpty ? releaseNumber : Text())
    }

    /// Whether it is a credit memo (BIG07, element 640).
    var isCredit: Bool { transactionType == "CR" || transactionType == "CN" }
}
