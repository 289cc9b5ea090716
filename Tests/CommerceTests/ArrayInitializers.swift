import Commerce

// #expect and #require cannot take an expression with a span in it.
extension Text {
    init(_ bytes: [UInt8]) { self.init(bytes.span) }
    init(_ bytes: [UInt8], from start: Int, to end: Int) { self.init(bytes.span, from: start, to: end) }
    var bytes: [UInt8] { withBytes { span in span.indices.map { span[$0] } } }
}

extension Decimal {
    init?(_ bytes: [UInt8]) { self.init(bytes.span) }
    init?(_ bytes: [UInt8], isCanonical: inout Bool) { self.init(bytes.span, isCanonical: &isCanonical) }
    init?(_ bytes: [UInt8], impliedScale: Int) { self.init(bytes.span, impliedScale: impliedScale) }
    init?(_ bytes: [UInt8], impliedScale: Int, isCanonical: inout Bool) {
        self.init(bytes.span, impliedScale: impliedScale, isCanonical: &isCanonical)
    }
}

extension CalendarDate {
    init?(iso bytes: [UInt8]) { self.init(iso: bytes.span) }
    init?(digits bytes: [UInt8]) { self.init(digits: bytes.span) }
    init?(twoDigitYear bytes: [UInt8], firstYear: Int) { self.init(twoDigitYear: bytes.span, firstYear: firstYear) }
}

extension TimeOfDay {
    init?(iso bytes: [UInt8]) { self.init(iso: bytes.span) }
    init?(_ bytes: [UInt8]) { self.init(bytes.span) }
}

extension JSONWriter {
    mutating func string(_ bytes: [UInt8]) { string(bytes.span) }
}
