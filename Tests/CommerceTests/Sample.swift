import Commerce

/// A document with every kind of field, two levels of objects and two of arrays.
struct Sample: JSONObject, Equatable {
    struct Party: JSONObject, Equatable {
        var scheme = Text()
        var value = Text()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("scheme", &scheme)
            json.field("value", &value)
        }
    }

    struct Line: JSONObject, Equatable {
        var number: Int?
        var quantity: Decimal?
        var identifiers: [Party] = []
        var location = Party()

        mutating func code(_ json: inout some JSONCoding) {
            json.field("number", &number)
            json.field("quantity", &quantity)
            json.field("identifiers", &identifiers)
            json.field("location", &location)
        }
    }

    var kind = Text()
    var number = Text()
    var date: CalendarDate?
    var time: TimeOfDay?
    var total: Decimal?
    var isFinal: Bool?
    var notes: [Text] = []
    var buyer = Party()
    var seller: Party?
    var lines: [Line] = []

    mutating func code(_ json: inout some JSONCoding) {
        json.field("kind", &kind)
        json.field("number", &number)
        json.field("date", &date)
        json.field("time", &time)
        json.field("total", &total)
        json.field("isFinal", &isFinal)
        json.field("notes", &notes)
        json.field("buyer", &buyer)
        json.field("seller", &seller)
        json.field("lines", &lines)
    }

    static let json = """
        {"kind":"Order","number":"PO-7781","date":"2026-11-21","time":"14:05:33.5","total":"1234567.50",\
        "isFinal":true,"notes":["a \\"quoted\\" line\\n","Käse 🧀"],"buyer":{"scheme":"GLN","value":"0614141000012"},\
        "seller":{"value":"a value longer than fifteen bytes"},"lines":[{"number":1,"quantity":"12",\
        "identifiers":[{"scheme":"GTIN","value":"00614141000418"},{"scheme":"SKU","value":"A-1"}]},\
        {"number":-2,"quantity":"0.50","location":{"value":"DOCK"}}]}
        """

    static func read(_ json: String, syntax: JSONReader.Syntax = .strict) -> Result<Sample, JSONError> {
        var reader = JSONReader(syntax: syntax)
        return reader.read(Sample.self, from: Array(json.utf8))
    }

    /// The compact JSON of the sample.
    var written: String {
        var writer = JSONWriter()
        writer.write(self)
        return writer.string
    }
}

/// The problem that reading the JSON as a sample gives.
func problem(_ json: String, syntax: JSONReader.Syntax = .strict) -> JSONError? {
    guard case .failure(let error) = Sample.read(json, syntax: syntax) else { return nil }
    return error
}
