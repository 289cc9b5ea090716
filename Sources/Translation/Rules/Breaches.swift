import Commerce
import X12

extension [Breach] {
    /// Adds a broken rule: the check, the element that holds the value, and why.
    mutating func add(
        _ code: FindingCode, _ segment: SegmentID, _ element: Int, _ value: some CustomStringConvertible,
        _ reason: String
    ) {
        append(Breach(code: code, segment: segment, element: element, value: value.description, reason: reason))
    }
}

/// Finds a value that stands twice where none may, without keeping values that rise, as they mostly do.
struct Repetition {
    private var last = Text()
    private var seen: Set<Text>?
    private var rising: [Text] = []

    /// Notes a value; true when it was noted before. Empty ones are none.
    mutating func repeats(_ value: Text) -> Bool {
        if value.isEmpty { return false }
        if seen == nil {
            // Longer numbers are greater: 10 comes after 9.
            if last.count < value.count || last.count == value.count && last < value {
                last = value
                rising.append(value)
                return false
            }
            seen = Set(rising)
        }
        return seen?.insert(value).inserted == false
    }
}

extension Repetition {
    /// Tells the number of an order's line that stands twice.
    mutating func check(_ number: Text, _ breaches: inout [Breach]) {
        if repeats(number) { breaches.add(.lineRepeated, "PO1", 1, number, "line \(number) stands twice") }
    }
}

/// Adds decimals until one cannot be computed.
struct RunningSum {
    private(set) var value: Decimal? = Decimal(0)

    mutating func add(_ number: Decimal?) {
        guard let number else { return }
        value = value?.adding(number)
    }
}

extension Text {
    /// By which power of ten a price basis (639) divides a price; 0 for a basis that is no power of ten.
    var priceScale: Int {
        switch self {
        case "HP", "HF": 2
        case "TP": 3
        case "PN": 1
        default: 0
        }
    }
}

/// What so many units at such a price come to, in cents; nil when it cannot be computed.
func extendedPrice(_ quantity: Decimal?, _ price: Decimal?, _ basis: Text) -> Decimal? {
    guard let quantity, let price, let product = quantity.multiplied(by: price) else { return nil }
    return Decimal(mantissa: product.mantissa, scale: product.scale + basis.priceScale)?.rounded(scale: 2)
}
