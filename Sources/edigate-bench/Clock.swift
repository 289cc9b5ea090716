import Glibc

/// Runs something a few times, after once for warming up, by both clocks.
struct Clock {
    /// Seconds on the wall and of the processor, for each run.
    private(set) var wall: [Double] = []
    private(set) var processor: [Double] = []
    private(set) var note = ""

    init(runs: Int, warmsUp: Bool = true, _ body: () -> String) {
        if warmsUp { note = body() }
        for _ in 0..<max(runs, 1) {
            let before = Self.processorTime
            let elapsed = ContinuousClock().measure { note = body() }
            wall.append(elapsed / .seconds(1))
            processor.append(Self.processorTime - before)
        }
    }

    /// Seconds of processor that this process has used.
    static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// How many of something were done in a second, by both clocks.
    func rates(of amount: Double) -> (wall: [Double], processor: [Double]) {
        (wall.map { amount / max($0, 1e-9) }, processor.map { amount / max($0, 1e-9) })
    }
}
