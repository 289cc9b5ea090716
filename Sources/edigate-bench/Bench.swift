import Exchange
import FoundationEssentials
import X12

/// Measures each stage of the hot path over X12 files: MB/s of X12, median of several runs, beside references taken in
/// the same run.
///
///     edigate-bench [--only STAGE] FILE…
///     edigate-bench gateway [--files N]
///     edigate-bench watch [--files N]
@main
struct Bench {
    static let runs = 5

    static func main() throws {
        var paths = Array(CommandLine.arguments.dropFirst())
        if paths.first == "gateway" {
            var bench = GatewayBench(Array(paths.dropFirst()))
            return try bench.run()
        }
        if paths.first == "watch" { return try WatchBench(Array(paths.dropFirst())).run() }
        var only = ""
        if let flag = paths.firstIndex(of: "--only"), flag + 1 < paths.count {
            only = paths[flag + 1]
            paths.removeSubrange(flag...flag + 1)
        }
        guard !paths.isEmpty else {
            print(
                "usage: edigate-bench [--only STAGE] FILE…\n       edigate-bench gateway [--files N] [--earlier N] [--folder DIR]\n       edigate-bench watch [--files N] [--folder DIR] [--program EDIGATE]\nX12 files to measure; larger than 10 MB for steady figures"
            )
            return
        }
        for path in paths {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            print(path, "\(bytes.count / 1_000_000) MB")
            for stage in Stage.all where stage.name.contains(only) || only.isEmpty { report(stage, bytes) }
        }
    }

    private static func report(_ stage: Stage, _ bytes: [UInt8]) {
        var rates: [Double] = []
        var note = ""
        _ = stage.run(bytes)
        for _ in 0..<runs {
            let elapsed = ContinuousClock().measure { note = stage.run(bytes) }
            rates.append(Double(bytes.count) / (elapsed / .seconds(1)) / 1e6)
        }
        rates.sort()
        let median = Int(rates[runs / 2].rounded())
        let spread = Int(((rates[runs - 1] - rates[0]) / rates[runs / 2] * 100).rounded())
        print("  \(pad(stage.name, 34)) \(pad(String(median), 6, left: true)) MB/s  ±\(spread) %  \(note)")
    }

    private static func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
        let fill = String(repeating: " ", count: max(width - text.count, 0))
        return left ? fill + text : text + fill
    }
}
