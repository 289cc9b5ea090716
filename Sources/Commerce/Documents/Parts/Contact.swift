/// Names a person or an office and how to reach them (PER).
public struct Contact: JSONObject, Sendable, Equatable {
    /// What they do (PER01, element 366), such as BD for the buyer's name.
    public var function = Text()
    /// The name (PER02).
    public var name = Text()
    /// Telephone numbers and mail addresses, the scheme from element 365, such as TE (PER03 to PER08).
    public var numbers: List<ItemIdentifier> = []
    /// The reference to quote (PER09).
    public var inquiryReference = Text()

    /// Makes an empty value, to be filled.
    public init() {}

    public mutating func code(_ json: inout some JSONCoding) {
        json.field("function", &function)
        json.field("name", &name)
        json.field("numbers", &numbers)
        json.field("inquiryReference", &inquiryReference)
    }
}

// MARK: - Numbers by kind

extension Contact {
    /// The first telephone number (TE), empty when there is none.
    public var phone: Text { number("TE") }

    /// The first mail address (EM), empty when there is none.
    public var email: Text { number("EM") }

    /// The first fax number (FX), empty when there is none.
    public var fax: Text { number("FX") }

    private func number(_ scheme: Text) -> Text { numbers.first { $0.scheme == scheme }?.value ?? Text() }
}
