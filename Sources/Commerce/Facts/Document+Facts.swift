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
        // Fields are taken out of a line where it stands: as a whole it is a kilobyte, which would be copied to be lent.
        let lines = lines.slots.span.extracting(first: lines.count)
        for at in lines.indices {
            facts.add(lotsAndSerialsOf: lines[at].identifiers)
            facts.addLine(
                lines[at].number, lines[at].identifiers, lines[at].quantity, lines[at].price, toOrderAt: order)
        }
    }
}

extension OrderAcknowledgment {
    public func gather(_ facts: inout DocumentFacts) {
        facts.purpose = purpose.string
        facts.release = releaseNumber.string
        facts.add(.order, head.number)
        facts.add(.sellerOrder, vendorOrderNumber)
        let order = facts.order(head.number, releaseNumber)
        let lines = lines.slots.span.extracting(first: lines.count)
        for at in lines.indices {
            facts.add(.sellerOrder, lines[at].vendorOrderNumber)
            var taken = lines[at].quantity
            taken.value = isRejected ? Decimal(0) : taken.acknowledged(by: lines[at].outcomes)
            facts.addLine(lines[at].number, lines[at].identifiers, taken, lines[at].price, toOrderAt: order)
        }
    }

    /// Whether the heading refuses the order as a whole (BAK02, element 587).
    var isRejected: Bool { acknowledgmentType == "RJ" || acknowledgmentType == "RD" }
}

extension Quantity {
    /// How much of an ordered quantity is promised: the sum of ACK02 of the outcomes that promise anything, in ACK03's
    /// unit.
    ///
    /// A line without ACK takes the ordered quantity; one that is backordered is promised, only later.
    fileprivate func acknowledged(by outcomes: List<LineOutcome>) -> Decimal? {
        guard !outcomes.isEmpty else { return value }
        var sum = Decimal(0)
        for outcome in outcomes {
            switch outcome.disposition {
            case .rejected: continue
            default:
                guard let part = outcome.quantity.value ?? value, let next = sum.adding(part) else {
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
            facts.addLine(
                number, level.identifiers, level.shippedQuantity, nil,
                toOrderAt: facts.order(order.number, order.releaseNumber))
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
        let lines = lines.slots.span.extracting(first: lines.count)
        for at in lines.indices {
            let (own, identifiers) = (lines[at].orderNumber, lines[at].identifiers)
            let order = own.isEmpty ? orderNumber : own
            facts.add(.order, order)
            facts.add(.lot, lines[at].lotNumber)
            facts.add(.serial, lines[at].serialNumber)
            facts.add(lotsAndSerialsOf: identifiers)
            var invoiced = lines[at].quantity
            // BIG07: a credit takes back what was invoiced.
            if isCredit, let value = invoiced.value, !value.isNegative { invoiced.value = value.negated }
            let place = facts.order(order, own.isEmpty ? releaseNumber : Text())
            facts.addLine(lines[at].number, identifiers, invoiced, lines[at].price, toOrderAt: place)
        }
    }

    /// Whether it is a credit memo (BIG07, element 640).
    var isCredit: Bool { transactionType == "CR" || transactionType == "CN" }
}
