import Foundation
import Gateway
import Glibc

/// Measures how long a watch takes from the last byte of a file to its acknowledgment: files of one order each, the next
/// when the last was answered, beside the syncs that the same disk does in the same run.
///
///     edigate-bench watch [--files N] [--folder DIR] [--program edigate]
struct WatchBench {
    private var files = 1_000
    private var folder = FileManager.default.temporaryDirectory.path
    /// The command line, by default beside this program.
    private var program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "edigate").path

    init(_ words: [String]) {
        var words = words[...]
        while let option = words.popFirst(), let value = words.popFirst() {
            switch option {
            case "--files": files = max(1, Int(value) ?? files)
            case "--folder": folder = value
            case "--program": program = value
            default: print("watch knows no \(option)")
            }
        }
    }

    func run() throws {
        let place = "\(folder)/edigate-bench-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: place) }
        try GatewayBench.makeRoot(place)
        let watch = Process()
        watch.executableURL = URL(filePath: program)
        watch.arguments = ["watch", "--root", place, "--quiet"]
        watch.standardOutput = FileHandle.nullDevice
        try watch.run()
        defer {
            watch.terminate()
            watch.waitUntilExit()
        }
        // The first files wait for the start of the watch.
        for number in 1...10 { _ = try answer(number, in: place) }
        let idle = Self.processor(of: watch.processIdentifier)
        sleep(5)
        let rest = Self.processor(of: watch.processIdentifier) - idle
        var times: [Double] = []
        var syncs: [Double] = []
        for number in 11..<11 + files {
            times.append(try answer(number, in: place))
            syncs.append(try Self.sync(in: place))
        }
        print("\(files) files of \(GatewayBench.order(1).utf8.count) bytes, one after another")
        print("  reference: write and fsync of such a file   \(Self.words(syncs))")
        print("  last byte to acknowledgment                 \(Self.words(times))")
        print("  processor of five idle seconds              \(rest) ms")
    }

    /// Drops a file and waits for its 997; gives the milliseconds from the closing of the one to the coming of the other.
    private func answer(_ number: Int, in place: String) throws -> Double {
        let text = GatewayBench.order(number)
        let digits = GatewayBench.control(number)
        let file = open("\(place)/drop/clinic/in/\(number).x12", O_WRONLY | O_CREAT | O_EXCL, 0o644)
        _ = write(file, text, text.utf8.count)
        let clock = ContinuousClock()
        let begun = clock.now
        close(file)
        let answer = "\(place)/drop/clinic/ack/997_\(digits)_\(digits).edi"
        while access(answer, F_OK) != 0 {
            usleep(200)
            guard clock.now - begun < .seconds(60) else { throw CocoaError(.fileNoSuchFile) }
        }
        return (clock.now - begun) / .milliseconds(1)
    }

    private static func sync(in place: String) throws -> Double {
        let text = GatewayBench.order(1)
        let elapsed = ContinuousClock().measure {
            let file = open("\(place)/reference", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            _ = write(file, text, text.utf8.count)
            fsync(file)
            close(file)
        }
        return elapsed / .milliseconds(1)
    }

    private static func words(_ times: [Double]) -> String {
        let sorted = times.sorted()
        func at(_ part: Double) -> String {
            let time = sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
            return String((time * 10).rounded() / 10)
        }
        return "p50 \(at(0.5)) ms  p90 \(at(0.9)) ms  p99 \(at(0.99)) ms  longest \(at(1)) ms"
    }

    /// Milliseconds of processor that a process has used.
    private static func processor(of identifier: Int32) -> Int {
        let stat = (try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)) ?? ""
        let words = (stat.split(separator: ")").last ?? "").split(separator: " ")
        guard words.count > 12, let user = Int(words[11]), let system = Int(words[12]) else { return 0 }
        return (user + system) * 1_000 / max(1, Int(sysconf(Int32(_SC_CLK_TCK))))
    }
}
