/// Control numbers that count up; no series of the business is touched.
final class NumberSeries {
    private(set) var last: Int

    init(after last: Int = 0) { self.last = last }

    /// The next one.
    func take() -> Int {
        last += 1
        return last
    }
}
