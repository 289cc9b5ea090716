import FoundationEssentials
import Gateway
import Glibc
import Ledger
import Partners

/// Measures the gateway over many small files, from the drop to the delivered documents and answers, beside the same
/// operations on files without a gateway, taken in the same run: wall figures of a busy machine say nothing alone.
///
/// A file system may make files many times slower for minutes after many were removed, as ext4 does, which passes over
/// the inodes that were freed a moment ago; and the gateway removes each file that it has worked. So each rate of the
/// gateway stands beside rates that were taken directly before it, behind as many removals.
///
///     edigate-bench gateway [--files N] [--folder DIR] [--earlier N]
struct GatewayBench {
    /// Files of one order each, some 2.6 KB.
    var files = 10_000
    /// Where the roots are made.
    var folder = FileManager.default.temporaryDirectory.path
    /// Documents in the ledger before.
    var earlier = 0
    /// Microseconds of processor that the last measurement took for each file, the system's included: what others do on
    /// the machine does not show in it.
    private var processor = 0.0

    init(_ words: [String]) {
        var words = words[...]
        while let option = words.popFirst(), let value = words.popFirst() {
            switch option {
            case "--files": files = max(1, Int(value) ?? files)
            case "--earlier": earlier = max(0, Int(value) ?? 0)
            case "--folder": folder = value
            default: print("gateway knows no \(option)")
            }
        }
    }

    mutating func run() throws {
        let place = "\(folder)/edigate-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: place) }
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        let size = Self.order(1).utf8.count
        print("\(files) files of \(size) bytes")
        print("  append, fdatasync                     \(Int(try rawSyncs(place)))/s")
        for documents in GatewaySettings.Documents.allCases {
            let same = try sameOperations(place, documents)
            let raw = try rawFiles("\(place)/raw-\(documents.rawValue)")
            print("  create, write, rename                 \(Int(raw)) files/s, \(Int(processor)) µs of processor each")
            let (rate, before) = try gateway(place, documents)
            let name = documents == .files ? "gateway, a file each" : "gateway, rolling NDJSON"
            let earlier = before > 0 ? ", after \(before) others" : ""
            print(
                "  \(name)\(earlier)  \(Int(rate)) documents/s, \(Int(rate / raw * 100)) % of create, write, rename, \(Int(processor)) µs of processor each"
            )
            print("    \(Int(rate / same * 100)) % of its own file operations without a gateway, \(Int(same))/s")
        }
    }

    // MARK: - Without a gateway

    private mutating func rawFiles(_ place: String) throws -> Double {
        let bytes = Array(Self.order(1).utf8)
        for name in ["from", "to"] {
            try FileManager.default.createDirectory(atPath: "\(place)/\(name)", withIntermediateDirectories: true)
        }
        let begun = Self.processorTime()
        let count = files
        let elapsed = ContinuousClock().measure {
            for number in 0..<count {
                let file = open("\(place)/from/\(number)", O_WRONLY | O_CREAT | O_EXCL, 0o644)
                _ = write(file, bytes, bytes.count)
                close(file)
                rename("\(place)/from/\(number)", "\(place)/to/\(number)")
            }
        }
        processor = (Self.processorTime() - begun) / Double(files)
        return Double(files) / (elapsed / .seconds(1))
    }

    /// What the gateway does to files for each document, and no more: the one that came is looked at, moved, read and
    /// removed, the answer and, unless documents go into one file, the document are made, written and moved.
    private func sameOperations(_ place: String, _ documents: GatewaySettings.Documents) throws -> Double {
        let bytes = Array(Self.order(1).utf8)
        let folder = "\(place)/same-\(documents.rawValue)"
        for name in ["in", "work", "outbox", "out"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        for number in 0..<files {
            try Data(bytes).write(to: URL(filePath: "\(folder)/in/\(number)"))
        }
        sync()
        let made = documents == .files ? 2 : 1
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let elapsed = ContinuousClock().measure {
            for number in 0..<files {
                let came = open("\(folder)/in/\(number)", O_RDONLY)
                rename("\(folder)/in/\(number)", "\(folder)/work/\(number)")
                _ = read(came, &buffer, buffer.count)
                close(came)
                for copy in 0..<made {
                    let file = open("\(folder)/outbox/\(number)", O_WRONLY | O_CREAT | O_EXCL, 0o644)
                    _ = write(file, bytes, bytes.count)
                    close(file)
                    rename("\(folder)/outbox/\(number)", "\(folder)/out/\(number)-\(copy)")
                }
                unlink("\(folder)/work/\(number)")
            }
        }
        return Double(files) / (elapsed / .seconds(1))
    }

    /// Microseconds of processor that this process has used.
    private static func processorTime() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
    }

    private func rawSyncs(_ place: String) throws -> Double {
        let bytes = Array(Self.order(1).utf8)
        let file = open("\(place)/log", O_WRONLY | O_CREAT | O_APPEND, 0o644)
        defer { close(file) }
        let count = 500
        let elapsed = ContinuousClock().measure {
            for _ in 0..<count {
                _ = write(file, bytes, bytes.count)
                fdatasync(file)
            }
        }
        return Double(count) / (elapsed / .seconds(1))
    }

    // MARK: - With one

    private mutating func gateway(
        _ place: String, _ documents: GatewaySettings.Documents
    ) throws -> (rate: Double, before: Int) {
        let path = "\(place)/\(documents.rawValue)"
        let root = try Self.makeRoot(path)
        let (partners, faults) = try root.loadPartners()
        for fault in faults { print(fault) }
        let ledger = try Ledger.open(path: root.ledger)
        func drop(_ numbers: Range<Int>) throws {
            for number in numbers {
                try Data(Self.order(number).utf8).write(to: URL(filePath: "\(path)/drop/clinic/in/\(number).x12"))
            }
        }
        func work() throws -> RunReport {
            try Gateway(
                root: root, partners: partners, ledger: ledger, settings: GatewaySettings(documents: documents),
                now: { Int64(Date().timeIntervalSince1970 * 1000) }, generate: OutboundDraft.make
            ).run()
        }
        var next = 1
        while next <= earlier {
            let end = min(next + 20_000, earlier + 1)
            try drop(next..<end)
            _ = try work()
            next = end
        }
        try drop(next..<next + files)
        // What the making of the files left to be written is not the gateway's.
        sync()
        var report = RunReport()
        let begun = Self.processorTime()
        let elapsed = try ContinuousClock().measure { report = try work() }
        processor = (Self.processorTime() - begun) / Double(files)
        let made = report.files.reduce(0) { $0 + $1.documents }
        if made != files || report.deliveries != 2 * files {
            print(
                "  \(made) documents and \(report.deliveries) deliveries of \(files) files: \(report.failures.first ?? "")"
            )
        }
        return (Double(made) / (elapsed / .seconds(1)), next - 1)
    }

    // MARK: - What is worked

    private static let profile = """
        {
          schemaVersion: 1, id: "clinic", name: "Clinic", role: "customer", stage: "production",
          identities: { production: {
            us: { isa: [{ qualifier: "ZZ", id: "HUB" }], gs: ["HUB"] },
            partner: { isa: [{ qualifier: "ZZ", id: "CLINIC" }], gs: ["CLINIC"] },
          } },
        }
        """

    /// A root with one partner.
    @discardableResult
    static func makeRoot(_ path: String) throws -> GatewayRoot {
        try FileManager.default.createDirectory(
            atPath: "\(path)/TradingPartners/clinic", withIntermediateDirectories: true)
        try Data(profile.utf8).write(to: URL(filePath: "\(path)/TradingPartners/clinic/profile.json5"))
        return try GatewayRoot.create(at: path)
    }

    /// A control number of nine digits.
    static func control(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 9 - digits.count)) + digits
    }

    /// An order of 48 lines.
    static func order(_ number: Int) -> String {
        func wide(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let control = control(number)
        var text =
            "ISA*00*          *00*          *ZZ*\(wide("CLINIC", 15))*ZZ*\(wide("HUB", 15))*260309*0840*U*00401*\(control)"
            + "*0*P*>~\nGS*PO*CLINIC*HUB*20260309*0840*\(number)*X*004010~\nST*850*0001~\nBEG*00*SA*PO-\(number)**20260309~\n"
        for line in 1...48 { text += "PO1*\(line)*15*BX*11.25**IN*ITEM-\(number % 1_000)-\(line)*VN*V-\(line)~\n" }
        return text + "CTT*48~\nSE*52*0001~\nGE*1*\(number)~\nIEA*1*\(control)~\n"
    }
}
