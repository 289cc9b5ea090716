import Foundation
import Ledger
import Testing

@testable import Gateway

/// What cannot be brought to its folder: it waits, is left alone, is given up, as what goes to an endpoint is.
@Suite struct FolderRetryTests {
    private static let acks = "drop/brightwater-clinics/ack"
    private static let endpoint = "folder drop/brightwater-clinics/ack"

    /// A root whose folder for acknowledgments is a file.
    private static func blocked(_ rules: String = "") throws -> TestRoot {
        let root = try TestRoot(delivery: rules)
        try root.remove(acks)
        try root.write("in the way", to: acks)
        return root
    }

    private static func mend(_ root: TestRoot) throws { try root.remove(acks) }

    @Test func `a wait doubles, an early start tries and counts for nothing, and success frees all`() throws {
        let root = try Self.blocked()
        try root.drop(501...503)
        try root.run()
        let id = try #require(try root.ledger.deliveries(.acknowledgment, of: "1").first).id
        let first = try #require(try root.ledger.dispatch(of: id))
        #expect(first.endpoint == Self.endpoint && first.failures == 1)
        #expect((15_000...30_000).contains(try #require(first.dueAt) - root.time))
        // Started by a clock that knows nothing of waits.
        for _ in 1...5 { #expect(try root.run().failures.count == 1) }
        #expect(try root.ledger.dispatch(of: id)?.failures == 1)
        root.time += 31_000
        try root.run()
        let second = try #require(try root.ledger.dispatch(of: id))
        #expect(second.failures == 2)
        #expect((30_000...60_000).contains(try #require(second.dueAt) - root.time))
        try Self.mend(root)
        #expect(try root.run().deliveries == 3)
        #expect(root.names(Self.acks).count == 3)
        #expect(try root.ledger.queuedEndpoints().isEmpty && root.ledger.endpoints().isEmpty)
    }

    @Test func `a folder that fails is left alone, what comes meanwhile waits, and one thing tries it`() throws {
        let root = try Self.blocked()
        try root.drop(501...506)
        try root.run()
        let open = try #require(try root.ledger.endpoint(Self.endpoint)?.openUntil)
        #expect(try root.ledger.remarks().contains { $0.kind == "alert" && $0.subject == Self.endpoint })
        try root.drop(507...507)
        let gateway = try root.gateway()
        var report = RunReport()
        try gateway.begin(&report)
        #expect(report.failures.count == 1)
        report = RunReport()
        try gateway.work(try TestFiles.waiting(gateway), &report)
        // Its answer is not even tried; its document goes its way.
        #expect(report.failures == [] && report.deliveries == 1)
        let late = try #require(try root.ledger.deliveries(.acknowledgment, of: "7").first)
        #expect(try root.ledger.dispatch(of: late.id)?.failures == 0 && late.attempts == 0)
        root.time = try #require(try root.ledger.endpoint(Self.endpoint)?.openUntil)
        #expect(root.time >= open)
        report = RunReport()
        try gateway.tend(&report)
        #expect(report.failures.count == 1)
        try Self.mend(root)
        root.time += 3_600_000
        report = RunReport()
        try gateway.tend(&report)
        #expect(report.deliveries == 7 && root.names(Self.acks).count == 7)
    }

    @Test func `what does not get there waits its time, though other things do`() throws {
        let root = try TestRoot(delivery: "{ to: 'directory', folder: 'erp', file: '{number}.json' }")
        let gateway = try root.gateway()
        var report = RunReport()
        try gateway.begin(&report)
        // The first delivery has no room for its private file.
        try FileManager.default.createDirectory(at: root.url("outbox/1"), withIntermediateDirectories: false)
        try root.drop(501...502)
        try gateway.work(try TestFiles.waiting(gateway), &report)
        #expect(report.failures.count == 1 && root.names("erp") == ["PO-502-1.json"])
        #expect(try root.ledger.endpoint("folder erp")?.failures == 1)
        let due = try #require(try root.ledger.dispatch(of: 1)?.dueAt)
        #expect(due > root.time)
        try root.drop(503...503)
        try gateway.work(try TestFiles.waiting(gateway), &report)
        for _ in 1...3 { try gateway.tend(&report) }
        #expect(report.failures.count == 1 && root.names("erp").count == 2)
        #expect(try root.ledger.dispatch(of: 1)?.failures == 1 && root.ledger.dispatch(of: 1)?.dueAt == due)
    }

    @Test func `what is given up is a dead letter, and goes on when a person says so`() throws {
        let root = try Self.blocked(
            "{ of: ['acknowledgment'], to: 'directory', folder: 'drop/{partner}/ack', file: '{number}.edi', retry: { attempts: 2 } }"
        )
        try root.drop(501...501)
        try root.run()
        root.time += 31_000
        try root.run()
        let letter = try #require(try root.ledger.deadLetters().first)
        #expect(letter.attempts == 2 && letter.lastError?.contains("expected a folder") == true)
        #expect(
            try root.ledger.remarks().contains { $0.kind == "alert" && $0.detail.contains("given up after 2 attempts") }
        )
        root.time += 100_000_000
        #expect(try root.run().failures == [])
        try root.ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(letter.id) }
        try Self.mend(root)
        #expect(try root.run().deliveries == 1)
        #expect(root.names(Self.acks) == ["000000001.edi"])
    }

    @Test func `a folder that is mended in the rules is used at the next try`() throws {
        let root = try TestRoot(delivery: "{ to: 'directory', folder: 'in-the-way', file: '{number}.json' }")
        try root.write("", to: "in-the-way")
        try root.drop(501...501)
        #expect(try root.run().failures.count == 1)
        try root.write("{ delivery: [{ to: 'directory', folder: 'erp', file: '{number}.json' }] }", to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
        #expect(try root.run().deliveries == 1)
        #expect(root.names("erp") == ["PO-501-1.json"])
    }

    @Test func `what is staged when its folder goes is placed when it is back, or given up and had back`() throws {
        for isMended in [true, false] {
            let root = try TestRoot(
                delivery: "{ to: 'directory', folder: 'erp', file: '{number}.json', retry: { attempts: 2 } }")
            let gateway = try root.gateway()
            gateway.reached = { (step) throws(GatewayError) in
                guard step == .staged else { return }
                try? root.remove("erp")
                try? root.write("", to: "erp")
            }
            try root.drop(501...501)
            var report = RunReport()
            try gateway.begin(&report)
            try gateway.work(try TestFiles.waiting(gateway), &report)
            gateway.reached = { (_) throws(GatewayError) in }
            #expect(report.failures.count == 1 && root.names("outbox").count == 1)
            let delivery = try #require(try root.delivery("PO-501-1"))
            #expect(delivery.staged != nil)
            root.time += 31_000
            if isMended { try root.remove("erp") }
            report = RunReport()
            // The process lives on: it needs no restart to try again.
            try gateway.tend(&report)
            #expect(root.names("outbox").isEmpty)
            guard !isMended else {
                #expect(report.deliveries == 1 && root.names("erp") == ["PO-501-1.json"])
                continue
            }
            #expect(try root.ledger.deadLetters().map(\.id) == [delivery.id])
            try root.ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(delivery.id)
            }
            try root.remove("erp")
            root.time += 3_600_000
            report = RunReport()
            try gateway.tend(&report)
            #expect(root.names("erp") == ["PO-501-1.json"])
            #expect(try root.ledger.documents().map(\.state) == [.delivered])
        }
    }
}

/// The files that wait in a root, as a gateway finds them.
enum TestFiles {
    static func waiting(_ gateway: Gateway) throws -> [WaitingFile] {
        var sightings = Sightings(writers: gateway.writers)
        return try gateway.lookEverywhere(&sightings, isFinal: true).ready
    }
}
