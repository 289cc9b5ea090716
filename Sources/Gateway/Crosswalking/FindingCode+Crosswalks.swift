import X12

extension FindingCode {
    /// Whether it says that a crosswalk has no row for a value, or rows that contradict one another.
    var isCrosswalkMiss: Bool {
        self == .crosswalkMiss || self == .crosswalkConflict || self == .crosswalkPassed
    }
}
