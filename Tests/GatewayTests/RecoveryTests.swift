import Ledger
import Testing

@testable import Gateway

/// Runs that break off, as if the process had died, and are taken up by a new gateway.
@Suite struct RecoveryTests {
    /// Two interchanges, one of them with a bad set, and a document that goes out.
    static func fill(_ root: TestRoot) throws {
        root.generate = Draft.of
        try root.drop(Order.interchange(number: 1, dates: ["20260309", "20261332"]) + Order.interchange(number: 2))
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/order.json")
    }

    /// What a run without interruption leaves.
    struct Outcome: Equatable {
        var files: [String: String]
        var counts: [Ledger.TableCount]

        init(of root: TestRoot) throws {
            files = try root.delivered()
            // A run that is taken up tells of it in events of its own.
            counts = try root.ledger.counts().filter { $0.table != "event" }
        }
    }

    static let expected = Result {
        let root = try TestRoot()
        try fill(root)
        try root.run()
        return try Outcome(of: root)
    }

    // Without endpoints no attempt is recorded; CommandDeliveryTests break off there.
    @Test(arguments: Gateway.Step.allCases.filter { $0 != .attemptsRecorded }, 1...4)
    func `a run that dies at any step ends as if it had not, once taken up`(step: Gateway.Step, time: Int) throws {
        let expected = try Self.expected.get()
        let root = try TestRoot()
        try Self.fill(root)
        var gateway: Gateway? = try root.gateway()
        var count = 0
        gateway?.reached = { (reached) throws(GatewayError) in
            guard reached == step else { return }
            count += 1
            if count == time { throw GatewayError(.interrupted, reason: "\(step)") }
        }
        _ = try? gateway?.run()
        gateway = nil
        #expect(count >= 1, "the step was never reached")
        try root.run()
        #expect(try Outcome(of: root) == expected)
        #expect(try root.ledger.claimedArrivals().isEmpty)
        #expect(try root.ledger.pendingDeliveries().isEmpty)
    }

    @Test func `a run that dies again and again still ends the same`() throws {
        let expected = try Self.expected.get()
        let root = try TestRoot()
        try Self.fill(root)
        var attempts = 0
        for limit in 1... {
            var count = 0
            let gateway = try root.gateway()
            gateway.reached = { (_) throws(GatewayError) in
                count += 1
                if count > limit { throw GatewayError(.interrupted, reason: "step \(count)") }
            }
            attempts += 1
            if (try? gateway.run()) != nil { break }
        }
        #expect(attempts > 2)
        #expect(try Outcome(of: root) == expected)
    }

    @Test func `a file left in work without a record is worked once`() throws {
        let root = try TestRoot()
        try root.write(Order.interchange(), to: "work/1773000000000@brightwater-clinics@orders.edi@1")
        let file = try #require(try root.run().files.first)
        #expect(file.documents == 1 && file.partner == "brightwater-clinics" && file.name == "orders.edi")
        #expect(try root.ledger.arrival(1)?.arrivedAt == 1_773_000_000_000)
        #expect(root.names("work") == [".lock"])
        #expect(try root.run().files.isEmpty)
    }

    @Test func `what no gateway put into work stays and is reported`() throws {
        let root = try TestRoot()
        try root.write("notes", to: "work/notes.txt")
        try root.write("half", to: "work/.copy-1@x@y@1")
        let report = try root.run()
        #expect(report.ignored.map(\.path) == ["work/notes.txt"])
        #expect(root.names("work") == [".lock", "notes.txt"])
    }

    @Test func `a second gateway is refused as long as the first lives`() throws {
        let root = try TestRoot()
        var first: Gateway? = try root.gateway()
        let error = #expect(throws: GatewayError(.locked, reason: "")) { try root.gateway() }
        #expect(error?.reason.contains("another gateway works this root") == true)
        _ = try first?.run()
        first = nil
        _ = try root.gateway()
    }
}
