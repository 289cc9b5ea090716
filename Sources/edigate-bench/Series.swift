import Commerce
import Exchange
import FoundationEssentials
import Glibc
import X12

/// What one figure does not tell: how the cost goes with size, faults, files and cores, and what a program takes.
struct Series: Sendable {
    var name: String
    /// Measures, given the number of runs and the largest size in bytes.
    var run: @Sendable (Int, Int, (Measurement) -> Void) -> Void

    static let all = [sizes, groups, faults, smallFiles, cores, start, memory]

    private static func validate(_ bytes: [UInt8], translates: Bool = false) -> Tally {
        let tally = Tally()
        var options = ExchangeOptions()
        options.translates = translates
        options.digests = translates
        var exchange = Exchange(MemorySource(bytes), options: options)
        try? exchange.run(tally)
        return tally
    }

    /// From a kilobyte to the largest: a byte costs the same.
    static let sizes = Series(name: "by size") { runs, largest, tell in
        var size = 1_000
        while size <= largest {
            let bytes = Bench.sample("mixed").oneOrMore(size: size)
            // A short input many times, so that the clock has something to measure.
            let turns = max(1, 5_000_000 / bytes.count)
            let clock = Clock(runs: runs) {
                var documents = 0
                for _ in 0..<turns { documents += validate(bytes, translates: true).documents }
                return "\(documents) documents"
            }
            let rates = clock.rates(of: Double(bytes.count * turns) / 1e6)
            tell(
                Measurement(
                    "by size", "\(size / 1_000) KB to JSON", unit: "MB/s", wall: rates.wall,
                    processor: rates.processor, note: clock.note))
            size *= 10
        }
    }

    /// Sets of one group, from one to many.
    static let groups = Series(name: "by sets in a group") { runs, _, tell in
        for count in [1, 10, 100, 1_000, 10_000, 100_000] {
            var sample = Bench.sample("850")
            sample.lines = 1...1
            let bytes = Array(sample.interchange(sets: count).utf8)
            let turns = max(1, 5_000_000 / bytes.count)
            let clock = Clock(runs: min(runs, 3)) {
                var sets = 0
                for _ in 0..<turns { sets += validate(bytes).sets }
                return "\(sets / turns) sets"
            }
            let rates = clock.rates(of: Double(bytes.count * turns) / 1e6)
            tell(
                Measurement(
                    "by sets in a group", "\(count) validated", unit: "MB/s", wall: rates.wall,
                    processor: rates.processor, note: clock.note))
        }
    }

    /// A twentieth of the segments spoiled, beside none.
    static let faults = Series(name: "5 % faulty segments") { runs, _, tell in
        let clean = Bench.sample("850").oneOrMore(size: 10_000_000)
        var spoiled = Bench.sample("850")
        // Half of the segments are of a kind that is spoiled.
        spoiled.faultEvery = 9
        let faulty = spoiled.oneOrMore(size: 10_000_000)
        let before = Clock(runs: runs) { "\(validate(clean).findings) findings" }
        let after = Clock(runs: runs) { "\(validate(faulty).findings) findings" }
        let rates = after.rates(of: Double(faulty.count) / 1e6)
        tell(
            Measurement(
                "faults", "5 % faulty segments, validated", unit: "MB/s", wall: rates.wall, processor: rates.processor,
                note: after.note))
        let pairs = zip(after.processor.sorted(), before.processor.sorted())
        var ratio = Measurement(
            "faults", "rate beside a clean input", unit: "ratio",
            wall: pairs.map { $1 / Double(clean.count) / ($0 / Double(faulty.count)) }, processor: [])
        ratio.goal = Decimal(mantissa: 5, scale: 1)
        tell(ratio)
    }

    /// Ten thousand files of one order each, in one process, in the cache of the system.
    static let smallFiles = Series(name: "small files") { runs, _, tell in
        let count = 10_000
        var sample = Bench.sample("850")
        sample.lines = 16...16
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            try? Data(sample.interchange(sets: 1).utf8).write(to: folder.appending(path: "\(number).x12"))
        }
        for (name, translates, goal) in [("validated", false, 30_000), ("translated to NDJSON", true, 15_000)] {
            let clock = Clock(runs: min(runs, 3)) { FileWork.work(count, in: folder.path, translates: translates) }
            let rates = clock.rates(of: Double(count))
            var measurement = Measurement(
                "10,000 small files", name, unit: "files/s", wall: rates.wall, processor: rates.processor,
                note: clock.note)
            measurement.goal = Decimal(goal)
            tell(measurement)
        }
    }

    /// Two jobs beside one.
    static let cores = Series(name: "two cores") { runs, _, tell in
        let parts = (0..<8).map { part in
            var sample = SampleText(seed: UInt64(part))
            sample.sets = ["850"]
            return sample.interchanges(size: 4_000_000)
        }
        let one = Clock(runs: runs) { FileWork.work(parts, jobs: 1) }
        let two = Clock(runs: runs) { FileWork.work(parts, jobs: 2) }
        var measurement = Measurement(
            "two cores", "X12 to JSON, beside one core", unit: "ratio",
            wall: zip(one.wall.sorted(), two.wall.sorted()).map { $0 / $1 }, processor: [], note: two.note)
        measurement.goal = Decimal(mantissa: 19, scale: 1)
        tell(measurement)
    }

    /// From the start of the program to its first document.
    static let start = Series(name: "start") { runs, _, tell in
        guard let program = ChildProgram.edigate else { return }
        let folder = FileManager.default.temporaryDirectory
        let file = folder.appending(path: "edigate-bench-\(UUID().uuidString).x12")
        defer { try? FileManager.default.removeItem(at: file) }
        try? Data(Bench.sample("850").oneOrMore(size: 1_000)).write(to: file)
        let times = (0..<max(runs, 5) * 4).compactMap { _ in program.run(["translate", file.path])?.seconds }
        guard !times.isEmpty else { return }
        var measurement = Measurement(
            "program", "start to first document", unit: "ms", wall: times.map { $0 * 1_000 }, processor: [])
        measurement.goal = Decimal(10)
        tell(measurement)
    }

    /// The most memory of a program that translates files of ten and a hundred times the size.
    static let memory = Series(name: "memory") { _, largest, tell in
        guard let program = ChildProgram.edigate else { return }
        var size = 1_000_000
        while size <= largest * 20 {
            let file = FileManager.default.temporaryDirectory.appending(path: "edigate-bench-\(UUID().uuidString).x12")
            defer { try? FileManager.default.removeItem(at: file) }
            guard FileWork.fill(file.path, size: size), let run = program.run(["translate", file.path], watching: true)
            else { return }
            var measurement = Measurement(
                "program", "peak memory, translating \(size / 1_000_000) MB", unit: "MB", wall: [run.megabytes],
                processor: [])
            measurement.goal = Decimal(32)
            tell(measurement)
            size *= 10
        }
    }
}

extension SampleText {
    /// One interchange of that size, or several where that is more than an interchange holds.
    func oneOrMore(size: Int) -> [UInt8] {
        var text = self
        if size < 10_000 { text.lines = 1...12 }
        return text.interchanges(size: size)
    }
}
