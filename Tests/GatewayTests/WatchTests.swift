import Foundation
import Glibc
import Ledger
import Partners
import Testing

@testable import Gateway

/// A watch in this process, which each test tells what to do next when it has done the last.
@Suite(.timeLimit(.minutes(1))) struct WatchTests {
    /// Serves a root; `step` is called with each report that has something in it, and with how many came before.
    private static func serve(
        _ root: TestRoot, interval: Duration = .seconds(60),
        _ step: @escaping (RunReport, Int, WatchSignals) throws -> Void
    ) throws -> (said: [String], failed: [String]) {
        let signals = try WatchSignals()
        var options = WatchOptions()
        options.interval = interval
        options.settling = .zero
        var (said, failed): ([String], [String]) = ([], [])
        var count = 0
        let watch = Watch(
            try root.gateway(), root: GatewayRoot(path: root.path), signals: signals, options: options,
            news: WatchNews(
                worked: { report in
                    do { try step(report, count, signals) } catch {
                        Issue.record(error)
                        signals.stop()
                    }
                    count += 1
                },
                said: { said.append($0) }, failed: { failed.append($0) }))
        watch.serve()
        return (said, failed)
    }

    @Test func `files are taken one after another as they come, and a stop ends the watch`() throws {
        let root = try TestRoot()
        var taken: [String] = []
        _ = try Self.serve(root) { report, count, signals in
            taken += report.files.map(\.name)
            if count == 5 { return signals.stop() }
            // In place, and by another name first.
            if count % 2 == 0 {
                try root.drop(Order.interchange(number: 601 + count), as: "\(count).edi")
            } else {
                try root.drop(Order.interchange(number: 601 + count), as: "\(count).edi.filepart")
                try FileManager.default.moveItem(
                    at: root.url("drop/brightwater-clinics/in/\(count).edi.filepart"),
                    to: root.url("drop/brightwater-clinics/in/\(count).edi"))
            }
        }
        #expect(taken == ["0.edi", "1.edi", "2.edi", "3.edi", "4.edi"])
        #expect(try root.ledger.remarks().allSatisfy { !["untaken", "incomplete", "recovery"].contains($0.kind) })
    }

    @Test func `what no event tells of is found by looking`() throws {
        let root = try TestRoot()
        // A folder that is put in the place of the watched one brings no event of its file.
        var taken: [String] = []
        _ = try Self.serve(root, interval: .milliseconds(20)) { report, count, signals in
            taken += report.files.map(\.name)
            if !taken.isEmpty { return signals.stop() }
            guard count == 0 else { return }
            try FileManager.default.createDirectory(at: root.url("new"), withIntermediateDirectories: false)
            try root.write(Order.interchange(), to: "new/orders.edi")
            try root.remove("drop/brightwater-clinics/in")
            #expect(rename(root.url("new").path, root.url("drop/brightwater-clinics/in").path) == 0)
        }
        #expect(taken == ["orders.edi"])
    }

    @Test func `a profile that is changed applies to the next file`() throws {
        let root = try TestRoot()
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        let text = try root.text(path)
        var reports: [RunReport] = []
        let told = try Self.serve(root, interval: .milliseconds(20)) { report, count, signals in
            if !report.files.isEmpty { reports.append(report) }
            switch (count, reports.count) {
            case (0, _):
                // Read by signal, so that the file cannot come before.
                try root.write(text.replacing("functional: \"997\"", with: "functional: \"none\""), to: path)
                signals.reload()
                try root.drop(Order.interchange(number: 700))
            case (_, 1):
                if reports[0].files[0].acknowledgments != 0 { Issue.record("acknowledged: \(reports[0].files)") }
                try root.write("{ half", to: path)
                signals.reload()
                reports.append(RunReport())
                try root.drop(Order.interchange(number: 701))
            case (_, 3): signals.stop()
            default: break
            }
        }
        // Half an edit changes nothing.
        #expect(reports.last?.files.first?.acknowledgments == 0)
        #expect(told.failed.contains { $0.contains("stay as they were until brightwater-clinics") })
    }

    @Test func `what is odd is told once, and never blocks the others`() throws {
        let root = try TestRoot()
        let drop = "drop/brightwater-clinics/in"
        try FileManager.default.createSymbolicLink(
            at: root.url("\(drop)/a-link.edi"), withDestinationURL: root.url("ledger.sqlite"))
        var scans = 0
        let told = try Self.serve(root, interval: .milliseconds(5)) { report, count, signals in
            scans += 1
            if scans == 5 { try root.drop(Order.interchange()) }
            if !report.files.isEmpty { signals.stop() }
        }
        #expect(told.said == ["left \(drop)/a-link.edi: expected a plain file, found a symbolic link"])
        #expect(try root.ledger.untakenFiles().map(\.path) == ["\(drop)/a-link.edi"])
        #expect(try root.ledger.remarks().map(\.kind) == ["untaken"])
    }

    @Test func `a disk that fails is waited for, and the work goes on`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        let signals = try WatchSignals()
        let gateway = try root.gateway()
        var failures = 1
        gateway.reached = { (step) throws(GatewayError) in
            guard step == .claimed, failures > 0 else { return }
            failures -= 1
            throw GatewayError(.unwritable, reason: "no room")
        }
        var failed: [String] = []
        var taken = 0
        let watch = Watch(
            gateway, root: GatewayRoot(path: root.path), signals: signals,
            news: WatchNews(
                worked: {
                    taken += $0.files.count
                    if taken > 0 { signals.stop() }
                }, failed: { failed.append($0) }))
        watch.serve()
        #expect(taken == 1)
        #expect(failed.count == 1 && failed[0].contains("no room"))
    }

    @Test func `a backlog that comes in any order is worked in its own, however it is told`() {
        func file(_ age: Int64) -> WaitingFile {
            WaitingFile(partner: "bulk", folder: "bulk", name: "\(age)", modified: age, size: 1)
        }
        // The newest first, as a folder may list them: one by one, some, and all at once.
        for step in [1, 7, 500, 20_000] {
            var ready = ReadyFiles()
            var taken: [Int64] = []
            for end in stride(from: 20_000, to: 0, by: -step) {
                ready.add((max(1, end - step + 1)...end).map { file(Int64($0)) })
            }
            while !ready.isEmpty { taken += ready.nextGroup(largest: 100).map(\.modified) }
            #expect(taken == Array(1...20_000))
        }
    }

    @Test func `partners take turns, and each one's oldest file comes first`() {
        var ready = ReadyFiles()
        func file(_ partner: String, _ age: Int64, size: Int = 100) -> WaitingFile {
            WaitingFile(partner: partner, folder: partner, name: "\(age)", modified: age, size: size)
        }
        ready.add((1...2_000).map { file("bulk", $0) })
        ready.add([file("small", 5_000), file("small", 4_000), file("small", 4_000)])
        #expect(ready.count == 2_002)
        let first = ready.nextGroup(largest: 1_000)
        #expect(first.filter { $0.partner == "small" }.map(\.name) == ["4000", "5000"])
        #expect(first.filter { $0.partner == "bulk" }.map(\.modified) == Array(1...Int64(first.count - 2)))
        ready.add([file("large", 1, size: 5_000)])
        var groups: [[WaitingFile]] = []
        while !ready.isEmpty { groups.append(ready.nextGroup(largest: 1_000)) }
        #expect(groups.contains([file("large", 1, size: 5_000)]))
        #expect(
            groups.flatMap { $0 }.filter { $0.partner == "bulk" }.map(\.modified)
                == Array(Int64(first.count - 1)...2_000))
    }
}
