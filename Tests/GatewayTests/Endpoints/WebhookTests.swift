import EndpointTestSupport
import Exchange
import Foundation
import Ledger
import Testing

@testable import Gateway

/// Documents posted to a real web server.
@Suite(.enabled(if: WebReceiver.isAvailable, "there is no python3")) struct WebhookTests {
    private static func root(_ rule: String) throws -> TestRoot {
        let root = try TestRoot()
        try root.write("{ delivery: [\(rule)] }", to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
        return root
    }

    @Test func `a document is posted once, with its key and a signature that the receiver can check`() throws {
        let receiver = try WebReceiver()
        let root = try Self.root(
            "{ to: 'webhook', url: '\(receiver.url)/orders', secret: { file: 'secret' }, headers: { 'X-Site': 'B' } }")
        try root.write("s3cret\n", to: "secret")
        try root.drop(Order.interchange())
        let report = try root.run()
        #expect(report.failures == [] && report.deliveries == 2)
        #expect(root.names("canonical") == [])
        let request = try #require(try receiver.requests().first)
        let document = try #require(try root.ledger.documents().first)
        #expect(try receiver.requests().count == 1)
        #expect(request.path == "/orders" && request["X-Site"] == "B")
        #expect(request["Idempotency-Key"] == document.id)
        #expect(request["Content-Type"] == "application/json")
        #expect(request["Edigate-Kind"] == "PurchaseOrder" && request["Edigate-Number"] == "PO-501-1")
        #expect(request["Edigate-Control-Number"] == "000000501")
        let bytes = try #require(try root.ledger.document(document.id)).bytes
        #expect(Array(request.body.utf8) == bytes)
        let seconds = root.time / 1_000
        let hex = SHA256.authentication(of: Array("\(seconds).".utf8) + bytes, key: Array("s3cret".utf8)).hex
        #expect(request["Edigate-Signature"] == "t=\(seconds),v1=\(hex)")
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
        #expect(try root.ledger.dispatch(of: 1) == nil)
        // Nothing is posted again.
        try root.run()
        #expect(try receiver.requests().count == 1)
    }

    /// What a server answers, what comes of the delivery, and after how many milliseconds at least it is tried again.
    static let answers: [(answer: String, outcome: Ledger.DeliveryAttempt.Outcome, wait: Int64?)] = [
        ("204", .delivered, nil), ("400||no such item", .refused, nil), ("404", .refused, nil), ("409", .refused, nil),
        ("301|Location: http://127.0.0.1:1/", .refused, nil), ("408", .failed, 15_000), ("425", .failed, 15_000),
        ("429|Retry-After: 90", .failed, 90_000), ("500||down", .failed, 15_000), ("502", .failed, 15_000),
        ("503|Retry-After: Tue, 10 Mar 2026 09:40:00 GMT", .failed, 600_000),
        ("503|Retry-After: soon", .failed, 15_000),
    ]

    @Test func `what the server answers decides`() throws {
        let receiver = try WebReceiver()
        var asked = 0
        for (answer, outcome, wait) in Self.answers {
            try receiver.answer(answer, "200")
            let root = try Self.root("{ to: 'webhook', url: '\(receiver.url)' }")
            try root.drop(Order.interchange())
            try root.run()
            asked += 1
            let document = try #require(try root.ledger.documents().first)
            let id = try #require(try root.ledger.deliveries(.document, of: document.id).first).id
            let attempt = try #require(try root.ledger.attempts(ofDelivery: id).first)
            #expect(attempt.outcome == outcome && attempt.status == answer.prefix(3), "\(answer)")
            switch outcome {
            case .delivered: #expect(try root.ledger.delivery(id)?.deliveredAt != nil)
            case .refused:
                #expect(try root.ledger.deadLetters().map(\.id) == [id])
                #expect(try root.ledger.deadLetters().first?.lastError?.hasPrefix("HTTP \(answer.prefix(3))") == true)
                root.time += 100_000_000
                try root.run()
            case .failed, .lost:
                let due = try #require(try root.ledger.dispatch(of: id)?.dueAt)
                #expect(due - root.time >= wait ?? 0, "\(answer)")
                root.time = due - 1
                try root.run()
                #expect(try receiver.requests().count == asked)
                root.time = due
                try root.run()
                asked += 1
                #expect(Set(try receiver.requests().suffix(2).map { $0["Idempotency-Key"] }) == [document.id])
                #expect(try root.ledger.delivery(id)?.deliveredAt == due)
            }
            #expect(try receiver.requests().count == asked, "\(answer)")
        }
    }

    @Test func `a server that says nothing is given up on in time, one that is not there at once`() throws {
        let receiver = try WebReceiver()
        try receiver.answer("hang")
        for (url, word) in [(receiver.url, "imeout"), ("http://127.0.0.1:1", "onnect")] {
            let root = try Self.root("{ to: 'webhook', url: '\(url)', timeout: '1s' }")
            try root.drop(Order.interchange())
            let report = try root.run()
            #expect(report.failures.count == 1 && report.failures[0].contains(word), "\(report.failures)")
        }
    }

    @Test func `acknowledgments and interchanges can be posted too, each under a key of its own`() throws {
        let receiver = try WebReceiver()
        let root = try Self.root("{ of: ['acknowledgment'], to: 'webhook', url: '\(receiver.url)/ack' }")
        try root.drop(Order.interchange())
        try root.drop(Order.interchange(), as: "again.edi")
        try root.run()
        let requests = try receiver.requests()
        #expect(requests.count == 2 && Set(requests.map(\.body)).count == 1)
        #expect(Set(requests.map { $0["Idempotency-Key"] }).count == 2)
        #expect(requests.allSatisfy { $0["Content-Type"] == "application/edi-x12" && $0["Edigate-Kind"] == "997" })
        #expect(root.names("drop/brightwater-clinics/ack") == [])
    }

    @Test func `a secret that is not there is a failure that says so, and nothing is posted`() throws {
        let receiver = try WebReceiver()
        let root = try Self.root(
            "{ to: 'webhook', url: '\(receiver.url)', token: { environment: 'EDIGATE_TEST_NO_SUCH' } }")
        try root.drop(Order.interchange())
        let report = try root.run()
        #expect(report.failures.first?.contains("EDIGATE_TEST_NO_SUCH") == true)
        #expect(try receiver.requests().isEmpty)
    }
}
