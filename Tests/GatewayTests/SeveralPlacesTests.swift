import EndpointTestSupport
import Foundation
import Ledger
import Testing

@testable import Gateway

/// One document that goes to several places: the ERP, accounts payable and the warehouse get the same.
@Suite struct SeveralPlacesTests {
    private static let three = [
        "{ to: 'directory', folder: 'erp', file: '{number}.json' }",
        "{ to: 'directory', folder: 'wms', file: '{number}.json', also: true }",
        "{ of: ['PurchaseOrder'], to: 'command', command: ['/bin/false'], also: true, retry: { attempts: 2 } }",
    ]

    private static func use(_ rules: [String], _ root: TestRoot) throws {
        try root.write("{ delivery: [\(rules.joined(separator: ","))] }", to: "gateway.json5")
        root.settings = try GatewayRoot(path: root.path).loadSettings()
    }

    /// The document's deliveries by where they go.
    private static func deliveries(_ root: TestRoot) throws -> [String: Ledger.Recorded<Ledger.Delivery>] {
        let document = try #require(try root.ledger.documents().first)
        let all = try root.ledger.deliveries(.document, of: document.id)
        return Dictionary(all.map { ($0.folder, $0) }) { first, _ in first }
    }

    @Test
    func `each place has its own delivery, tries and dead letter, and the document is delivered when all have it`()
        throws
    {
        let root = try TestRoot()
        try Self.use(Self.three, root)
        try root.drop(501...501)
        try root.run()
        let id = try #require(try root.ledger.documents().first).id
        let bytes = try #require(try root.ledger.document(id)).bytes
        for folder in ["erp", "wms"] { #expect(try Array(root.text("\(folder)/PO-501-1.json").utf8) == bytes) }
        #expect(try root.ledger.documents().map(\.state) == [.pending])
        root.time += 31_000
        try root.run()
        let letter = try #require(try root.ledger.deadLetters().first)
        #expect(letter.folder == "command /bin/false" && letter.attempts == 2)
        #expect(try root.ledger.documents().map(\.state) == [.pending])
        let trace = try Trace.of("PO-501-1", in: root.ledger)
        #expect(trace.steps.count { $0.kind == "delivered" && $0.subject.hasPrefix("PurchaseOrder") } == 2)
        #expect(trace.steps.contains { $0.kind == "dead letter" && $0.detail.hasPrefix("command /bin/false") })
        // The address of the third is mended, and a person lets it go on: it goes there, and nowhere else again.
        try Self.use(Array(Self.three.prefix(2)) + ["{ to: 'command', command: ['/bin/true'], also: true }"], root)
        try root.ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(letter.id) }
        #expect(try root.run().deliveries == 1)
        #expect(try root.ledger.documents().map(\.state) == [.delivered])
        #expect(try root.run().deliveries == 0)
        #expect(root.names("erp").count == 1 && root.names("wms").count == 1)
    }

    @Test func `without an entry that counts, it goes to its folder in the root besides`() throws {
        let root = try TestRoot()
        try Self.use([Self.three[1]], root)
        try root.drop(501...501)
        try root.run()
        #expect(root.names("wms") == ["PO-501-1.json"])
        #expect(root.names("canonical/PurchaseOrder").count == 1)
        #expect(try Self.deliveries(root).count == 2)
    }

    @Test func `a place that nobody names any more is a dead letter that says so`() throws {
        let root = try TestRoot()
        try Self.use(Self.three, root)
        try root.drop(501...501)
        try root.run()
        try Self.use([Self.three[0]], root)
        root.time += 31_000
        #expect(try root.run().failures.count == 1)
        #expect(try root.ledger.deadLetters().first?.lastError?.contains("`also`") == true)
    }

    @Test func `two addresses of one server have keys and orders of their own`() throws {
        let server = try WebReceiver()
        let root = try TestRoot()
        try Self.use(
            [
                "{ to: 'webhook', url: '\(server.url)/erp', ordered: true }",
                "{ to: 'webhook', url: '\(server.url)/ap', ordered: true, also: true }",
            ], root)
        try server.answer("200")
        try root.drop(501...502)
        try root.run()
        let requests = try server.requests()
        #expect(requests.count == 4 && Set(requests.compactMap { $0["Idempotency-Key"] }).count == 4)
        for path in ["/erp", "/ap"] {
            #expect(
                requests.filter { $0.path == path }.compactMap { $0["Edigate-Number"] } == ["PO-501-1", "PO-502-1"])
        }
        #expect(try root.ledger.documents().allSatisfy { $0.state == .delivered })
    }
}
