import FoundationEssentials
import Gateway
import Glibc
import Ledger
import Partners

/// Measures what a large ledger costs: `edigate trace` by each kind of key, and a run of some files on it, beside the same
/// run on an empty one.
///
///     edigate-bench ledger [--documents N] [--files N] [--folder DIR]
struct LedgerBench {
    private var documents = 1_000_000
    private var files = 1_000
    private var folder = FileManager.default.temporaryDirectory.path
    /// A trace takes no longer than this, in milliseconds, the start of the program included.
    private static let longestTrace = 50.0

    init(_ words: [String]) {
        var words = words[...]
        while let option = words.popFirst(), let value = words.popFirst() {
            switch option {
            case "--documents": documents = max(1, Int(value) ?? documents)
            case "--files": files = max(1, Int(value) ?? files)
            case "--folder": folder = value
            default: print("ledger knows no \(option)")
            }
        }
    }

    func run() throws {
        let place = "\(folder)/edigate-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: place) }
        let large = try GatewayBench.makeRoot("\(place)/large")
        let empty = try GatewayBench.makeRoot("\(place)/empty")
        try fill(large)
        try measureTraces(large)
        // By turns, since others work on the machine.
        for round in 0..<3 {
            let first = 1 + round * files
            for (name, root) in [("on an empty ledger", empty), ("on the large ledger", large)] {
                let (rate, processor) = try work(root, numbers: first..<first + files)
                print(
                    "  run of \(files) files \(name): \(Int(rate)) documents/s, \(Int(processor)) µs of processor each")
            }
        }
    }

    private func fill(_ root: GatewayRoot) throws {
        let ledger = try Ledger.open(path: root.ledger)
        let elapsed = try ContinuousClock().measure { try LedgerFilling(ledger: ledger).fill(documents) }
        ledger.close()
        let size = (try? FileManager.default.attributesOfItem(atPath: root.ledger)[.size] as? Int) ?? 0
        print(
            "\(documents) documents in a ledger of \(size / 1_000_000) MB, recorded at \(Int(Double(documents) / (elapsed / .seconds(1))))/s"
        )
    }

    private func measureTraces(_ root: GatewayRoot) throws {
        guard let program = ChildProgram.edigate else { return print("  no edigate beside this program: no traces") }
        let middle = documents / 2 / 3 * 3
        var keys = [0, 1, 2].flatMap { LedgerFilling.keys(middle + $0).all.dropFirst($0 == 0 ? 0 : 1) }
        keys += [
            ("interchange's number", GatewayBench.control(middle / 100 + 1)),
            ("answer's number", GatewayBench.control(middle)), ("file that came", "file-\(middle).edi"),
            ("file that went", "997_\(GatewayBench.control(middle))_\(GatewayBench.control(middle / 100 + 1)).edi"),
            ("document's id", LedgerFilling.id(middle)), ("nothing", "NOTHING-AT-ALL"),
        ]
        for (kind, key) in keys {
            let times = (0..<9).compactMap { _ in program.run(["trace", key, "--root", root.path])?.seconds }.sorted()
            guard let first = times.first else { return print("  edigate cannot be started") }
            let median = times[times.count / 2] * 1_000
            print(
                "  trace by \(kind): \(Self.rounded(median)) ms (best \(Self.rounded(first * 1_000))), goal \(Int(Self.longestTrace)): "
                    + (median < Self.longestTrace ? "met" : "missed"))
        }
    }

    private func work(_ root: GatewayRoot, numbers: Range<Int>) throws -> (rate: Double, processor: Double) {
        let (partners, _) = try root.loadPartners()
        for number in numbers {
            try Data(GatewayBench.order(number).utf8).write(
                to: URL(filePath: "\(root.path)/drop/clinic/in/\(number).x12"))
        }
        sync()
        let ledger = try Ledger.open(path: root.ledger)
        defer { ledger.close() }
        var report = RunReport()
        let before = Clock.processorTime
        let elapsed = try ContinuousClock().measure {
            report = try Gateway(
                root: root, partners: partners, ledger: ledger, settings: GatewaySettings(documents: .rolling),
                now: { Int64(Date().timeIntervalSince1970 * 1000) }, generate: OutboundDraft.make
            ).run()
        }
        let made = report.files.reduce(0) { $0 + $1.documents }
        if made != numbers.count { print("  \(made) documents of \(numbers.count) files") }
        return (Double(made) / (elapsed / .seconds(1)), (Clock.processorTime - before) * 1e6 / Double(numbers.count))
    }

    private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }
}
