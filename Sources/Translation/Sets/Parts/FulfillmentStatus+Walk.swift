import Commerce
import X12

extension FulfillmentStatus {
    /// Walks the elements of IT3.
    mutating func codeElements(_ segment: inout some SetCoding) {
        segment.decimal(1, &quantity.value)
        segment.text(2, &quantity.unit)
        segment.text(3, &status)
        segment.decimal(4, &difference)
        segment.text(5, &reason)
    }
}
