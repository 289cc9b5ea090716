import Commerce
import Dispatch
import Exchange
import Gateway
import Glibc
import Synchronization
import X12

/// Translates many inputs into a folder, several at once, and remembers each in a manifest: killed and started again, it
/// goes on behind the last input that was finished.
final class Batch: Sendable {
    /// What is asked for.
    struct Order: Sendable {
        var folder: String
        var jobs = 1
        /// Whether documents of a kind go to one file, a line each, and not to a file each.
        var isRolling = false
        var resumes = false
        var failsFast = false
        /// Whether acknowledgments are written beside the documents, with numbers from here on.
        var acknowledges = false
        var firstNumber = 1
        var time: EnvelopeTime
    }

    private let order: Order
    private let rules: RuleChoice
    private let items: [InputFiles.Item]
    private let numbers: ControlNumbers
    private let shared: Mutex<Shared>

    /// What the jobs share.
    private struct Shared {
        var manifest: BatchManifest
        var output: BatchOutput
        var next = 0
        var summary: BatchSummary
        var progress: BatchProgress
        /// Why nothing more can be done: the folder cannot be written.
        var failure: CommandFailure?
        var isStopped = false
    }

    init(_ items: [InputFiles.Item], rules: RuleChoice, _ order: Order) throws(CommandFailure) {
        self.order = order
        self.rules = rules
        var known: Set<String> = []
        self.items = items.filter { known.insert($0.path).inserted }
        try OutputFolder.make(order.folder)
        if order.acknowledges { try OutputFolder.make("\(order.folder)/acknowledgments") }
        if order.resumes {
            OutputFolder.clear(order.folder)
            OutputFolder.clear("\(order.folder)/acknowledgments")
        }
        if order.isRolling, !order.resumes, BatchManifest.isThere(in: order.folder) {
            throw .usage(
                "\(order.folder) holds an earlier batch, whose documents would be doubled: --resume goes on with it, or "
                    + "name another folder")
        }
        let manifest = try BatchManifest(in: order.folder, resumes: order.resumes)
        if let isRolling = manifest.isRolling, isRolling != order.isRolling {
            throw .usage(
                "the batch in \(order.folder) was begun \(isRolling ? "with" : "without") --ndjson: go on so, or name "
                    + "another folder")
        }
        let output = try BatchOutput(
            folder: order.folder, lengths: manifest.lengths, isRolling: order.isRolling)
        numbers = ControlNumbers(first: manifest.lastNumber.map { $0 % 999_999_999 + 1 } ?? order.firstNumber)
        shared = Mutex(
            Shared(
                manifest: manifest, output: output, summary: BatchSummary(),
                progress: BatchProgress(files: self.items.count, bytes: Self.size(of: self.items))))
    }

    /// Works all inputs.
    func run() throws(CommandFailure) -> BatchSummary {
        DispatchQueue.concurrentPerform(iterations: order.jobs) { @Sendable _ in
            let memory = ExchangeMemory()
            while let item = self.next() { self.work(item, memory) }
        }
        return try shared.withLock { shared throws(CommandFailure) in
            shared.progress.end()
            if let failure = shared.failure { throw failure }
            try shared.output.sync()
            try shared.manifest.sync()
            shared.summary.seconds = shared.progress.seconds
            return shared.summary
        }
    }

    private func next() -> InputFiles.Item? {
        shared.withLock { shared in
            guard shared.next < items.count, shared.failure == nil, !shared.isStopped else { return nil }
            shared.next += 1
            return items[shared.next - 1]
        }
    }

    private func work(_ item: InputFiles.Item, _ memory: ExchangeMemory) {
        let began = ContinuousClock.now
        do throws(CommandFailure) {
            var entry = BatchEntry()
            entry.input = Text(item.name)
            let (size, modified) = Self.status(of: item)
            let earlier = shared.withLock { $0.manifest.finished[Text(item.name)] }
            if let earlier, modified != nil, earlier.bytes == size, earlier.modified == modified {
                return pass(earlier)
            }
            entry.modified = modified
            let sink: BatchInput
            do throws(CommandFailure) {
                var source = try InputFiles.open(item)
                do throws(SourceError) {
                    entry.bytes = source.size
                    entry.sha256 = Text(try SHA256.digest(of: &source, range: 0..<source.size).hex)
                } catch { throw .environment("\(item.name): \(error.reason)") }
                if let earlier, earlier.sha256 == entry.sha256 { return pass(earlier) }
                sink = BatchInput(item, order, numbers) { [self] bytes in
                    shared.withLock { $0.progress.advance(bytes: bytes) }
                }
                try Judging.run(
                    source, item: item, rules: rules, translates: true, judgesRejected: false, memory: memory, sink)
            } catch {
                entry.outcome = "unreadable"
                entry.reason = Text(error.message)
                Terminal.complain("edigate translate: \(error.message)")
                return try finish(entry, nil)
            }
            if let failure = sink.failure { throw failure }
            sink.describe(&entry)
            entry.milliseconds = Int((ContinuousClock.now - began) / .milliseconds(1))
            try finish(entry, sink)
        } catch {
            shared.withLock { $0.failure = $0.failure ?? error }
        }
    }

    /// Passes an input that was finished before.
    private func pass(_ entry: BatchEntry) {
        shared.withLock { shared in
            shared.summary.addEarlier(entry)
            shared.progress.pass(bytes: entry.bytes ?? 0)
        }
    }

    /// Puts an input's documents in their place and its line into the manifest.
    private func finish(_ entry: BatchEntry, _ sink: BatchInput?) throws(CommandFailure) {
        try shared.withLock { shared throws(CommandFailure) in
            var entry = entry
            if let sink, order.isRolling { entry.lengths = try shared.output.add(sink.spool) }
            try shared.manifest.add(entry)
            shared.summary.add(entry, sink?.kinds ?? [:])
            shared.progress.finish(isFaulty: entry.isRejected || entry.isUnreadable)
            if order.failsFast, entry.isRejected || entry.isUnreadable { shared.isStopped = true }
        }
    }

    private static func status(of item: InputFiles.Item) -> (size: Int, modified: Int?) {
        var info = stat()
        guard item.path != "-", stat(item.path, &info) == 0 else { return (0, nil) }
        return (Int(info.st_size), Int(info.st_mtim.tv_sec) &* 1_000_000_000 &+ Int(info.st_mtim.tv_nsec))
    }

    private static func size(of items: [InputFiles.Item]) -> Int { items.reduce(0) { $0 + status(of: $1).size } }
}

/// Control numbers given out one after the other, to several jobs.
final class ControlNumbers: Sendable {
    private let next: Mutex<Int>

    init(first: Int) { next = Mutex(first) }

    /// Takes a number; 1 follows 999999999.
    func take() -> Int {
        next.withLock { next in
            defer { next = next == 999_999_999 ? 1 : next + 1 }
            return next
        }
    }

    /// The number taken last; nil when none was.
    var last: Int? { next.withLock { $0 > 1 ? $0 - 1 : nil } }
}
