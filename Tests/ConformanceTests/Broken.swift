import InterchangeTestSupport

/// A specimen with one rule broken, and where.
struct Broken: Sendable {
    var specimen: Specimen
    /// The segment's identifier; of a missing one, what it would have been. Empty where the fault is in no segment.
    var segment = ""
    /// Counted from ST = 1; of a missing segment, that of the one which came instead. 0 outside sets.
    var ordinal = 0
    /// The element, 0 where the fault is the segment's.
    var element = 0
    /// The component, 0 where the fault is the element's.
    var component = 0
    /// The repetition, 0 where the element stands once.
    var repetition = 0
    /// The number of the data element; of a composite, whose own number AK402 cannot carry, that of its first component.
    var number: String?
    /// Whether the rule itself is in doubt: then the fault is told and tolerated.
    var isDoubtful = false
    /// Which of the sets holds the fault.
    var set = 0
}
