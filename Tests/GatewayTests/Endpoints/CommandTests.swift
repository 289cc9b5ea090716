import Foundation
import Ledger
import Testing

@testable import Gateway

extension TestRoot {
    /// A root whose settings hold rules of delivery.
    convenience init(delivery rules: String...) throws {
        try self.init()
        try write("{ delivery: [\(rules.joined(separator: ","))] }", to: "gateway.json5")
        settings = try GatewayRoot(path: path).loadSettings()
    }

    /// The delivery of a document, by its number.
    func delivery(_ number: String) throws -> Ledger.Recorded<Ledger.Delivery>? {
        try ledger.documents(number: number).first.flatMap { try ledger.deliveries(.document, of: $0.id).first }
    }

    /// Drops an order for each number, in files of that order.
    func drop(_ numbers: ClosedRange<Int>) throws {
        for number in numbers { try drop(Order.interchange(number: number), as: "\(number).edi") }
    }
}

/// Documents handed to real programs.
@Suite struct CommandDeliveryTests {
    @Test func `a program gets the document as its input and what is known of it in its environment`() throws {
        let root = try TestRoot(
            delivery: """
                { to: 'command', shell: true, command: ['cat > "$OUT/$EDIGATE_NUMBER"; env | grep ^EDIGATE_ | sort > "$OUT/env"'] }
                """.replacingOccurrences(of: "$OUT", with: NSTemporaryDirectory() + "edigate-taken-\(#line)"))
        let folder = NSTemporaryDirectory() + "edigate-taken-\(#line - 1)"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try root.drop(Order.interchange())
        let report = try root.run()
        #expect(report.failures == [] && report.deliveries == 2)
        let document = try #require(try root.ledger.documents().first)
        let taken = try Data(contentsOf: URL(filePath: "\(folder)/PO-501-1"))
        #expect([UInt8](taken) == (try root.ledger.document(document.id)?.bytes))
        // What the tests themselves were given is no word about the document.
        let ours = Set(ProcessInfo.processInfo.environment.keys)
        let variables = try String(contentsOfFile: "\(folder)/env", encoding: .utf8).split(separator: "\n")
            .filter { !ours.contains(String($0.prefix { $0 != "=" })) }
        #expect(
            variables == [
                "EDIGATE_ATTEMPT=1", "EDIGATE_CONTROL_NUMBER=000000501", "EDIGATE_ID=\(document.id)",
                "EDIGATE_KEY=\(document.id)", "EDIGATE_KIND=PurchaseOrder", "EDIGATE_MEDIA_TYPE=application/json",
                "EDIGATE_NUMBER=PO-501-1", "EDIGATE_PARTNER=brightwater-clinics", "EDIGATE_WHAT=document",
            ])
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
    }

    /// A program, what comes of the attempt, whether it counts towards giving up, and what is told.
    static let endings:
        [(command: String, outcome: Ledger.DeliveryAttempt.Outcome, counts: Bool, isDead: Bool, told: String)] = [
            ("true", .delivered, false, false, ""),
            ("exit 75", .failed, false, false, "exit status 75"),
            ("echo no room >&2; exit 1", .failed, true, false, "exit status 1: no room"),
            ("echo bad order; exit 65", .refused, true, true, "exit status 65: bad order"),
            ("kill -9 $$", .failed, true, false, "ended by signal 9"),
            ("sleep 60 & sleep 60", .failed, true, false, "not done after 1 s"),
            ("trap '' TERM; sleep 60; sleep 60", .failed, true, false, "not done after 1 s"),
            ("yes | head -c 3000000 >&2; exit 2", .failed, true, false, "exit status 2: y"),
        ]

    @Test(arguments: endings.indices)
    func `how a program ends decides`(index: Int) throws {
        let (command, outcome, counts, isDead, told) = Self.endings[index]
        let root = try TestRoot(delivery: "{ to: 'command', shell: true, command: [\"\(command)\"], timeout: '1s' }")
        try root.drop(Order.interchange())
        let began = ContinuousClock.now
        try root.run()
        #expect(ContinuousClock.now - began < .seconds(30))
        let delivery = try #require(try root.delivery("PO-501-1"))
        let attempt = try #require(try root.ledger.attempts(ofDelivery: delivery.id).first)
        #expect(attempt.outcome == outcome)
        #expect(attempt.detail.hasPrefix(told) && attempt.detail.utf8.count < 5_000)
        #expect(try root.ledger.deadLetters().isEmpty != isDead)
        guard !isDead, outcome == .failed else { return }
        let dispatch = try #require(try root.ledger.dispatch(of: delivery.id))
        #expect(dispatch.failures == (counts ? 1 : 0))
        #expect((15_000...30_000).contains(try #require(dispatch.dueAt) - root.time))
    }

    @Test func `a program that is not there is a failure that names it, and no shell is in the way`() throws {
        let root = try TestRoot(delivery: "{ to: 'command', command: ['no-such-program; true', '$HOME'] }")
        try root.drop(Order.interchange())
        let report = try root.run()
        #expect(report.failures.count == 1)
        #expect(report.failures.first?.contains("no-such-program; true cannot be started: No such file") == true)
    }

    @Test func `what is given up is a dead letter with its reason, and goes on when a person says so`() throws {
        let root = try TestRoot(
            delivery: "{ to: 'command', command: ['/bin/false'], retry: { attempts: 3, first: '10s', most: '15s' } }")
        try root.drop(Order.interchange())
        var waits: [Int64] = []
        for _ in 1...3 {
            try root.run()
            let id = try #require(try root.delivery("PO-501-1")).id
            guard let due = try root.ledger.dispatch(of: id)?.dueAt else { break }
            waits.append(due - root.time)
            root.time = due
        }
        #expect(waits.count == 2 && (5_000...10_000).contains(waits[0]) && (7_500...15_000).contains(waits[1]))
        let letter = try #require(try root.ledger.deadLetters().first)
        #expect(letter.attempts == 3 && letter.lastError == "exit status 1")
        #expect(try root.ledger.events().contains { $0.kind == "alert" && $0.detail.contains("given up after 3") })
        root.time += 100_000_000
        try root.run()
        #expect(try root.ledger.attempts(ofDelivery: letter.id).count == 3)
        // The program was mended.
        try root.write("{ delivery: [{ to: 'command', command: ['/bin/true'] }] }", to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
        try root.ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(letter.id) }
        try root.run()
        #expect(try root.ledger.delivery(letter.id)?.deliveredAt == root.time)
        #expect(try root.ledger.attempts(ofDelivery: letter.id).map(\.number) == [1, 2, 3, 4])
    }

    @Test func `order is kept where asked: what fails stops those behind it, and only those`() throws {
        let folder = NSTemporaryDirectory() + "edigate-order-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rule = { (name: String) in
            """
            { of: ['\(name)'], to: 'command', shell: true, ordered: \(name == "PurchaseOrder"),
              command: ['test -e \(folder)/no-$EDIGATE_NUMBER && exit 1; echo $EDIGATE_NUMBER >> \(folder)/taken'] }
            """
        }
        let root = try TestRoot(delivery: rule("PurchaseOrder"), rule("acknowledgment"))
        #expect(FileManager.default.createFile(atPath: "\(folder)/no-PO-502-1", contents: nil))
        try root.drop(501...504)
        try root.run()
        func taken() throws -> [String] {
            let lines = try String(contentsOfFile: "\(folder)/taken", encoding: .utf8).split(separator: "\n")
            return lines.map(String.init).filter { $0.hasPrefix("PO") }
        }
        #expect(try taken() == ["PO-501-1"])
        // The acknowledgments of the same partner go another way.
        #expect(try root.ledger.queuedEndpoints().count == 1)
        let second = try #require(try root.delivery("PO-502-1"))
        #expect(try root.ledger.dispatch(of: try #require(try root.delivery("PO-504-1")).id)?.isBehind == true)
        // Given up, it stops them still; a person discards it.
        try root.ledger.transaction { transaction throws(LedgerError) in try transaction.giveUp(second.id, at: 1) }
        root.time += 100_000_000
        try root.run()
        #expect(try taken() == ["PO-501-1"])
        try root.ledger.transaction { transaction throws(LedgerError) in
            try transaction.discardDelivery(second.id, at: 2)
        }
        try root.run()
        #expect(try taken() == ["PO-501-1", "PO-503-1", "PO-504-1"])
        #expect(try root.ledger.deadLetters().isEmpty)
    }

    @Test func `an endpoint that fails is left alone, then tried with one, then used again`() throws {
        let gate = NSTemporaryDirectory() + "edigate-gate-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: gate) }
        let root = try TestRoot(
            delivery: """
                { to: 'command', command: ['test', '-e', '\(gate)'], parallel: 1, breaker: { failures: 3, pause: '60s' },
                  retry: { first: '1s', most: '1s' } }
                """)
        try root.drop(501...512)
        try root.run()
        func attempts() throws -> Int {
            try (501...512).reduce(0) {
                $0 + (try root.ledger.attempts(ofDelivery: try #require(try root.delivery("PO-\($1)-1")).id).count)
            }
        }
        #expect(try attempts() == 3)
        var endpoint = try #require(try root.ledger.endpoints().first)
        #expect(endpoint.openUntil == root.time + 60_000 && endpoint.failures == 3)
        root.time += 59_999
        try root.run()
        #expect(try attempts() == 3)
        root.time += 1
        try root.run()
        #expect(try attempts() == 4)
        endpoint = try #require(try root.ledger.endpoints().first)
        #expect(endpoint.openUntil == root.time + 120_000 && endpoint.openings == 2)
        #expect(try root.ledger.events().count { $0.kind == "alert" && $0.subject.hasPrefix("command") } == 1)
        #expect(FileManager.default.createFile(atPath: gate, contents: nil))
        root.time += 120_000
        try root.run()
        #expect(try attempts() == 16)
        #expect(try root.ledger.endpoints().first?.openUntil == nil)
        #expect(try root.ledger.documents(state: .pending).isEmpty)
        #expect(try root.ledger.events().count { $0.kind == "endpoint" } == 1)
    }

    @Test func `what was under way when the gateway died is tried again under the same key`() throws {
        let folder = NSTemporaryDirectory() + "edigate-lost-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let root = try TestRoot(
            delivery:
                "{ to: 'command', shell: true, command: ['echo $EDIGATE_KEY $EDIGATE_ATTEMPT >> \(folder)/keys'] }")
        try root.drop(Order.interchange())
        var gateway: Gateway? = try root.gateway()
        gateway?.reached = { (step) throws(GatewayError) in
            if step == .attemptsRecorded { throw GatewayError(.interrupted, reason: "") }
        }
        #expect(throws: GatewayError(.interrupted, reason: "")) { try gateway?.run() }
        gateway = nil
        let report = try root.run()
        #expect(report.recovered.contains { $0.contains("may come there twice") })
        let id = try #require(try root.ledger.documents().first).id
        #expect(try String(contentsOfFile: "\(folder)/keys", encoding: .utf8) == "\(id) 2\n")
        let delivery = try #require(try root.delivery("PO-501-1"))
        #expect(try root.ledger.attempts(ofDelivery: delivery.id).map(\.outcome) == [.lost, .delivered])
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
    }

    @Test func `a delivery follows the profile as it is when it is tried`() throws {
        let root = try TestRoot(delivery: "{ to: 'command', command: ['/bin/false'] }")
        try root.drop(Order.interchange())
        try root.run()
        for (rules, endpoint) in [
            ("{ to: 'command', command: ['/usr/bin/false'] }", "command /usr/bin/false"), ("", ""),
        ] {
            root.time += 100_000_000
            try root.write("{ delivery: [\(rules)] }", to: "gateway.json5")
            root.settings = try GatewayRoot(path: root.path).loadSettings()
            try root.run()
            let id = try #require(try root.delivery("PO-501-1")).id
            #expect(try root.ledger.dispatch(of: id)?.endpoint ?? "" == endpoint)
        }
        #expect(root.names("canonical/PurchaseOrder/2026-03-10").count == 1)
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
    }

    @Test func `files get the names and folders that a rule asks for, on the partner's clock`() throws {
        let root = try TestRoot(
            delivery: """
                { of: ['PurchaseOrder'], to: 'directory', folder: 'erp/{partner}/{kind}',
                  file: '{number}_{controlNumber}_{date:yyyy-MM-dd}T{time:HHmm}.json' }
                """,
            "{ of: ['acknowledgment'], to: 'directory', folder: '/tmp/edigate-abs-TEST', file: 'ack.edi' }"
                .replacingOccurrences(of: "TEST", with: "names"))
        defer { try? FileManager.default.removeItem(atPath: "/tmp/edigate-abs-names") }
        try? FileManager.default.removeItem(atPath: "/tmp/edigate-abs-names")
        try root.drop(501...502)
        let report = try root.run()
        #expect(report.failures == [])
        #expect(
            root.names("erp/brightwater-clinics/PurchaseOrder") == [
                "PO-501-1_000000501_2026-03-10T0930.json", "PO-502-1_000000502_2026-03-10T0930.json",
            ])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: "/tmp/edigate-abs-names").sorted() == [
                "ack-2.edi", "ack.edi",
            ])
        #expect(root.names("outbox").isEmpty)
    }
}
