import Commerce
import X12

/// A line of an order, as the buyer sends it or the seller repeats it.
protocol OrderedLine {
    var number: Text { get }
    var quantity: Quantity { get }
    var schedules: List<Schedule> { get }
    var storeAllocations: List<StoreAllocation> { get }
}

extension OrderLine: OrderedLine {}
extension AcknowledgmentLine: OrderedLine {}

extension OrderedLine {
    /// Whether its quantity is divided by date or store.
    var isDivided: Bool { !schedules.isEmpty || !storeAllocations.isEmpty }

    /// The quantity against the parts it is divided into.
    func checkDivision(_ breaches: inout [Breach]) {
        if !schedules.isEmpty { checkSchedules(&breaches) }
        if !storeAllocations.isEmpty { checkStores(&breaches) }
    }

    private func checkSchedules(_ breaches: inout [Breach]) {
        var sum = RunningSum()
        for schedule in schedules {
            sum.add(schedule.quantity.value)
            guard schedule.quantity.unit == quantity.unit || schedule.quantity.unit.isEmpty else {
                breaches.add(
                    .lineUnit, "SCH", 2, schedule.quantity.unit,
                    "line \(number) is in \(quantity.unit), a schedule of it in \(schedule.quantity.unit)")
                return
            }
        }
        checkSum(sum, "SCH", 1, "its schedules make", &breaches)
    }

    private func checkStores(_ breaches: inout [Breach]) {
        var sum = RunningSum()
        for allocation in storeAllocations {
            guard allocation.unit == quantity.unit || allocation.unit.isEmpty else {
                breaches.add(
                    .lineUnit, "SDQ", 1, allocation.unit,
                    "line \(number) is in \(quantity.unit), its stores in \(allocation.unit)")
                return
            }
            for store in allocation.stores { sum.add(store.quantity) }
        }
        checkSum(sum, "SDQ", 4, "its stores get", &breaches)
    }

    private func checkSum(
        _ sum: RunningSum, _ segment: SegmentID, _ element: Int, _ words: String, _ breaches: inout [Breach]
    ) {
        guard let ordered = quantity.value, let value = sum.value, !value.isEqualInValue(to: ordered) else { return }
        breaches.add(
            .lineSplit, segment, element, value, "line \(number) is for \(ordered), \(words) \(value)")
    }
}

/// Dates of which one may not come before the other.
func checkWindow(
    _ first: CalendarDate?, _ last: CalendarDate?, _ segment: SegmentID, _ element: Int, _ words: String,
    _ breaches: inout [Breach]
) {
    guard let first, let last, last < first else { return }
    breaches.add(.dateWindow, segment, element, last, "\(words): \(last) comes before \(first)")
}
