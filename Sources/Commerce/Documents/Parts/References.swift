/// Carries a reference the model has no name for (REF).
public struct Reference: JSONObject, Sendable, Equatable {
    /// What the reference is (REF01, element 128).
    public var qualifier = Text()
    /// The reference itself (REF02). A UDI is taken apart beside it in JSON (`udi`), for the reader alone.
    public var value = Text()
    /// Words that go with it (REF03).
    public var description = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("value", &value)
        json.deviceIdentification(of: &value)
        json.field("description", &description)
    }
}

/// Names the purchase order that a part of a shipment belongs to (PRF).
public struct OrderReference: JSONObject, Sendable, Equatable {
    /// The purchase order number (PRF01).
    public var number = Text()
    /// The release of a blanket order (PRF02).
    public var releaseNumber = Text()
    /// The number of the order change (PRF03).
    public var changeSequence = Text()
    /// The order's date (PRF04).
    public var date: CalendarDate?
    /// The line of the order, or another number given to it (PRF05).
    public var assignedNumber = Text()
    /// The contract (PRF06).
    public var contractNumber = Text()
    /// The kind of order (PRF07, element 92), such as SA.
    public var orderType = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("number", &number)
        json.field("releaseNumber", &releaseNumber)
        json.field("changeSequence", &changeSequence)
        json.field("date", &date)
        json.field("assignedNumber", &assignedNumber)
        json.field("contractNumber", &contractNumber)
        json.field("orderType", &orderType)
    }
}

/// Carries a note in free words (NTE).
public struct Note: JSONObject, Sendable, Equatable {
    /// What the note is about (NTE01, element 363), such as GEN.
    public var code = Text()
    /// The words (NTE02).
    public var text = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("code", &code)
        json.field("text", &text)
    }
}

/// Carries one line of free words (MSG).
public struct Message: JSONObject, Sendable, Equatable {
    /// The words (MSG01; MTX02 from 004030 on).
    public var text = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("text", &text)
    }
}

/// Carries messages that belong to a reference, such as delivery instructions (loop N9).
public struct ReferenceNote: JSONObject, Sendable, Equatable {
    /// What the reference is (N901, element 128), such as L1 for a letter or notes.
    public var qualifier = Text()
    /// The reference (N902).
    public var value = Text()
    /// The heading or the words (N903).
    public var description = Text()
    /// The date of the reference (N904).
    public var date: CalendarDate?
    /// The time of day (N905).
    public var time: TimeOfDay?
    /// The time's zone (N906, element 623).
    public var timeZone = Text()
    /// Dates that go with it (DTM).
    public var dates: List<QualifiedDate> = []
    /// The messages (MSG), in order.
    public var messages: List<Message> = []

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("qualifier", &qualifier)
        json.field("value", &value)
        json.field("description", &description)
        json.field("date", &date)
        json.field("time", &time)
        json.field("timeZone", &timeZone)
        json.field("dates", &dates)
        json.field("messages", &messages)
    }
}
