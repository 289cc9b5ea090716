import Commerce
import FoundationEssentials
import Glibc

/// Measures each stage of the hot path, and what a user meets: beside references taken in the same run, since the machine
/// is shared.
///
///     edigate-bench [--sets 850,855,856,810,mixed] [--size MB] [--runs N] [--only STAGE] [--json] [--compare FILE] [FILE…]
///     edigate-bench gateway [--files N] [--earlier N] [--folder DIR]
///     edigate-bench ledger [--documents N] [--files N] [--folder DIR]
///     edigate-bench watch [--files N]
///     edigate-bench input SET MB > FILE
@main
struct Bench {
    private static let names = ["850", "855", "856", "810", "mixed"]
    private var sets = Self.names
    private var megabytes = 20
    private var runs = 5
    private var only = ""
    private var paths: [String] = []
    private var report: Report
    /// The largest size at which the cost of a byte is measured, in MB, and that of the memory of a program.
    private var largest = 100

    static func main() {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            if words.first == "gateway" {
                var bench = GatewayBench(Array(words.dropFirst()))
                return try bench.run()
            }
            if words.first == "input" { return try writeInput(Array(words.dropFirst())) }
            if words.first == "ledger" { return try LedgerBench(Array(words.dropFirst())).run() }
            if words.first == "watch" { return try WatchBench(Array(words.dropFirst())).run() }
            var bench = try Bench(words)
            try bench.run()
        } catch {
            let message = Array("edigate-bench: \(error)\n".utf8)
            _ = write(STDERR_FILENO, message, message.count)
            exit(2)
        }
    }

    private static let usage = """
        usage: edigate-bench [OPTION…] [FILE…]
               edigate-bench gateway [--files N] [--earlier N] [--folder DIR]
               edigate-bench ledger [--documents N] [--files N] [--folder DIR]
               edigate-bench watch [--files N] [--folder DIR] [--program EDIGATE]
               edigate-bench input SET MB > FILE

          --sets LIST     of 850, 855, 856, 810, mixed: inputs made of a seed (all of them, unless FILEs are named)
          --size MB       the size of each input (20)
          --largest MB    the largest input of the series by size (100)
          --runs N        runs of each stage, after one for warming up (5)
          --only TEXT     only the stages with TEXT in their name
          --json          a line of JSON for each measurement
          --compare FILE  beside those of an earlier --json
        """

    private init(_ words: [String]) throws {
        var isJSON = false
        var earlier: String?
        var rest = words[...]
        func number(_ option: String, _ value: String?) throws -> Int {
            guard let value, let number = Int(value), number > 0 else {
                throw Report.Failure(reason: "\(option) needs a number above 0")
            }
            return number
        }
        while let word = rest.popFirst() {
            switch word {
            case "--sets": sets = (rest.popFirst() ?? "").split(separator: ",").map(String.init)
            case "--size": megabytes = try number(word, rest.popFirst())
            case "--largest": largest = try number(word, rest.popFirst())
            case "--runs": runs = try number(word, rest.popFirst())
            case "--only": only = rest.popFirst() ?? ""
            case "--json": isJSON = true
            case "--compare": earlier = rest.popFirst()
            case "--help":
                print(Self.usage)
                exit(0)
            case _ where word.hasPrefix("-"):
                throw Report.Failure(reason: "there is no option \(word)\n\(Self.usage)")
            default: paths.append(word)
            }
        }
        for set in sets where !Self.names.contains(set) {
            throw Report.Failure(reason: "there is no input \(set)")
        }
        report = try Report(json: isJSON, comparing: earlier)
    }

    private mutating func run() throws {
        for path in paths { measure([UInt8](try Data(contentsOf: URL(filePath: path))), as: path) }
        guard paths.isEmpty else { return }
        for set in sets { measure(Self.sample(set).oneOrMore(size: megabytes * 1_000_000), as: set) }
        for series in Series.all where series.name.contains(only) || only.isEmpty {
            series.run(runs, largest * 1_000_000) { report.tell($0) }
        }
    }

    /// Text of one kind of set, or of all in turn.
    static func sample(_ set: String) -> SampleText {
        var text = SampleText()
        text.sets = set == "mixed" ? ["850", "855", "856", "810"] : [set]
        return text
    }

    /// Writes an input as the stages get it, for programs that read files.
    private static func writeInput(_ words: [String]) throws {
        guard words.count == 2, names.contains(words[0]), let size = Int(words[1]), size > 0 else {
            throw Report.Failure(reason: "an input is one of \(names.joined(separator: ", ")) and a number of MB")
        }
        var rest = sample(words[0]).oneOrMore(size: size * 1_000_000)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Report.Failure(reason: "the input cannot be written") }
            rest.removeFirst(count)
        }
    }

    private mutating func measure(_ bytes: [UInt8], as input: String) {
        for stage in Stage.all where stage.name.contains(only) || only.isEmpty {
            let clock = Clock(runs: runs) { stage.run(bytes) }
            let rates = clock.rates(of: Double(bytes.count) / 1e6)
            var measurement = Measurement(
                input, stage.name, unit: "MB/s", wall: rates.wall, processor: rates.processor, note: clock.note)
            measurement.goal = stage.goal.map { Decimal($0) }
            report.tell(measurement)
        }
    }
}
