import Glibc

/// The one line that tells at a terminal how far a batch is: nothing is told elsewhere.
struct BatchProgress {
    private let files: Int
    private let bytes: Int
    private let began = ContinuousClock.now
    private var told: ContinuousClock.Instant?
    private var done = 0
    private var passed = 0
    private var worked = 0
    private var faulty = 0
    private let isShown: Bool

    /// Begins a batch of that many files and bytes.
    init(files: Int, bytes: Int) {
        self.files = files
        self.bytes = bytes
        isShown = isatty(STDERR_FILENO) == 1 && !Terminal.isQuiet
    }

    var seconds: Double { (ContinuousClock.now - began) / .seconds(1) }

    /// Bytes of an input under way were worked.
    mutating func advance(bytes: Int) {
        worked += bytes
        tell()
    }

    /// An input was finished.
    mutating func finish(isFaulty: Bool) {
        done += 1
        faulty += isFaulty ? 1 : 0
        tell()
    }

    /// An input was finished by an earlier run.
    mutating func pass(bytes: Int) {
        done += 1
        passed += bytes
    }

    /// Takes the line away.
    func end() { if isShown { Terminal.status("") } }

    private mutating func tell() {
        guard isShown else { return }
        let now = ContinuousClock.now
        if let told, now - told < .milliseconds(200) { return }
        told = now
        let seconds = seconds
        let rate = seconds > 0 ? Double(worked) / seconds : 0
        let left = rate > 0 ? Int(Double(max(0, bytes - passed - worked)) / rate) : 0
        Terminal.status(
            "\(done) of \(files) files, \(Int(rate / 1e6)) MB/s, \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) "
                + "left, \(faulty) with errors")
    }
}
