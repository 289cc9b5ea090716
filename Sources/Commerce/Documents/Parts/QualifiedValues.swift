/// Carries an amount of money and what it is (AMT).
public struct QualifiedAmount: JSONObject, Sendable, Equatable {
    /// What the amount is (AMT01, element 522), such as TT for a total.
    public var qualifier = Text()
    /// The amount (AMT02).
    public var amount: Decimal?
    /// C for a credit, D for a debit (AMT03).
    public var creditDebit = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("amount", &amount)
        json.field("creditDebit", &creditDebit)
    }
}

/// Carries a quantity and what it counts (QTY).
public struct QualifiedQuantity: JSONObject, Sendable, Equatable {
    /// What is counted (QTY01, element 673).
    public var qualifier = Text()
    /// The quantity (QTY02, QTY03-1).
    public var quantity = Quantity()
    /// Words in place of a number (QTY04).
    public var message = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("quantity", &quantity)
        json.field("message", &message)
    }
}

/// Carries a measured property, such as a weight or a length (MEA).
public struct Measurement: JSONObject, Sendable, Equatable {
    /// What the measurement belongs to (MEA01, element 737), such as PD for physical dimensions.
    public var reference = Text()
    /// What is measured (MEA02, element 738), such as WT.
    public var qualifier = Text()
    /// The measured value (MEA03, MEA04-1).
    public var value = Quantity()
    /// The least value (MEA05).
    public var minimum: Decimal?
    /// The greatest value (MEA06).
    public var maximum: Decimal?
    /// How exact the value is (MEA07, element 935).
    public var significance = Text()
    /// A property in place of a value (MEA08, element 936).
    public var attribute = Text()
    /// The surface, layer or position (MEA09, element 752).
    public var position = Text()
    /// How it was measured (MEA10, element 1373).
    public var method = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("reference", &reference)
        json.field("qualifier", &qualifier)
        json.field("value", &value)
        json.field("minimum", &minimum)
        json.field("maximum", &maximum)
        json.field("significance", &significance)
        json.field("attribute", &attribute)
        json.field("position", &position)
        json.field("method", &method)
    }
}

/// Carries a price beside that of the line, such as a catalogue price (CTP).
public struct Price: JSONObject, Sendable, Equatable {
    /// The class of trade (CTP01, element 687).
    public var tradeClass = Text()
    /// What price it is (CTP02, element 236), such as CON for the contract price.
    public var kind = Text()
    /// The price of a unit (CTP03).
    public var amount: Decimal?
    /// The quantity it holds for (CTP04, CTP05-1).
    public var quantity = Quantity()
    /// What the multiplier does (CTP06, element 648).
    public var multiplierKind = Text()
    /// The multiplier (CTP07).
    public var multiplier: Decimal?
    /// The amount of money in all (CTP08).
    public var total: Decimal?
    /// What the price is for (CTP09, element 639).
    public var basis = Text()
    /// A value the price depends on (CTP10).
    public var condition = Text()
    /// The number of units the price is for (CTP11).
    public var multiplePriceQuantity: Int?

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("tradeClass", &tradeClass)
        json.field("kind", &kind)
        json.field("amount", &amount)
        json.field("quantity", &quantity)
        json.field("multiplierKind", &multiplierKind)
        json.field("multiplier", &multiplier)
        json.field("total", &total)
        json.field("basis", &basis)
        json.field("condition", &condition)
        json.field("multiplePriceQuantity", &multiplePriceQuantity)
    }
}

/// Names the currency of the amounts (CUR).
public struct Currency: JSONObject, Sendable, Equatable {
    /// Whose currency it is (CUR01, element 98), such as BY for the buyer.
    public var statedBy = Text()
    /// The ISO 4217 code (CUR02), such as USD.
    public var code = Text()
    /// The rate to the other currency (CUR03).
    public var exchangeRate: Decimal?
    /// Whose the other currency is (CUR04, element 98).
    public var otherParty = Text()
    /// The other currency's ISO 4217 code (CUR05).
    public var otherCode = Text()
    /// The market the rate is from (CUR06, element 669).
    public var market = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("statedBy", &statedBy)
        json.field("code", &code)
        json.field("exchangeRate", &exchangeRate)
        json.field("otherParty", &otherParty)
        json.field("otherCode", &otherCode)
        json.field("market", &market)
    }
}
