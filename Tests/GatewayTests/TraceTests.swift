import Commerce
import Foundation
import Testing

@testable import Gateway
@testable import Ledger

/// A document's life, by whatever number is known of it.
@Suite struct TraceTests {
    /// A root that has worked a supplier's ship notice and a customer's order.
    private func worked() throws -> TestRoot {
        let root = try TestRoot()
        try root.drop(
            try TestRoot.sample("Samples/network/corvane-medical/in/856-4500178263.x12"), as: "asn.edi",
            from: "corvane-medical")
        try root.drop(Order.interchange(), as: "orders.edi")
        try root.run()
        return root
    }

    @Test(arguments: [
        ("SHP-771904-1", "shipment"), ("shp-771904-1", "shipment"), ("4500178263", "order"),
        ("000030452", "control-number"), ("30452", "control-number"), ("2326", "group-number"),
        ("asn.edi", "file"), ("drop/corvane-medical/in/asn.edi", "file"),
        ("997_000000002_000030452.edi", "file"),
    ])
    func `a ship notice is found by its numbers, its control numbers and its files`(key: String, kind: String) throws {
        let root = try worked()
        let trace = try Trace.of(key, in: root.ledger)
        #expect(trace.matches.map(\.kind).contains(kind))
        #expect(trace.documents.map(\.kind) == ["ShipNotice"])
    }

    @Test func `labels, lots and serials lead to the shipment`() throws {
        let root = try worked()
        let id = try #require(try root.ledger.documents(kind: "ShipNotice").first).id
        let keys: [Ledger.DocumentKey] = try root.ledger.connection.rows(
            "SELECT kind, value FROM document_key WHERE document_id = ?", [id])
        #expect(Set(keys.map(\.kind)).isSuperset(of: ["sscc", "lot", "order", "shipment"]))
        for key in keys {
            #expect(try Trace.of(key.value, in: root.ledger).documents.map(\.id).contains(id))
        }
        let sscc = try #require(keys.first { $0.kind == "sscc" })
        #expect(sscc.value.count == 18)
        #expect(try Trace.of("00" + sscc.value, in: root.ledger).matches.map(\.kind) == ["sscc"])
    }

    @Test func `a life runs from the bytes to the delivery and the answer`() throws {
        let root = try worked()
        let trace = try Trace.of("PO-501-1", in: root.ledger)
        #expect(
            trace.steps.map(\.kind)
                == ["arrived", "judged", "judged", "made", "answered", "delivered", "delivered"])
        #expect(trace.steps.first?.subject == "drop/brightwater-clinics/in/orders.edi")
        #expect(trace.steps.last?.detail.hasPrefix("canonical/PurchaseOrder/") == true)
    }

    @Test func `what is not there is not found, however it is written`() throws {
        let root = try worked()
        for key in ["", " ", "0", "-1", "999999999", "99999999999999999999", "%", "'; DROP TABLE document", "é\u{0}"] {
            let trace = try Trace.of(key, in: root.ledger)
            #expect(trace.matches.isEmpty && trace.steps.isEmpty)
        }
    }

    @Test func `a trace that leads to more than the limit says so`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(dates: ["20260309", "20260309", "20260309"]))
        try root.run()
        let trace = try Trace.of("501", in: root.ledger, limit: 2)
        #expect(trace.isCut && trace.documents.count == 2)
        #expect(try !Trace.of("501", in: root.ledger, limit: 3).isCut)
    }

    /// Tables that do not grow with what is traded.
    private static let small = [
        "untaken_file", "endpoint", "dispatch", "profile_version", "queued", "CONSTANT", "sqlite_",
    ]

    @Test func `no question of a run reads a table from end to end that grows`() throws {
        let root = try worked()
        try root.drop(Order.interchange(dates: ["20260309"]))
        try root.run()
        let scans = try root.ledger.scans().filter { scan in
            !Self.small.contains { scan.hasPrefix("SCAN \($0)") }
        }
        #expect(scans == [])
    }

    @Test func `no question of a trace reads a table from end to end`() throws {
        let root = try worked()
        root.ledger.close()
        let ledger = try Ledger.open(path: GatewayRoot(path: root.path).ledger)
        for key in ["4500178263", "30452", "asn.edi", "2326"] { _ = try Trace.of(key, in: ledger) }
        #expect(try ledger.scans() == [])
    }
}

extension Ledger {
    /// The tables that a query asked so far reads from end to end, each with its query; an index of what is open only, and
    /// the last row of a table, are no such reading.
    func scans() throws(LedgerError) -> [String] {
        var scans: [String] = []
        let asked = (connection as? SQLiteConnection)?.statements.keys.map(\.sql) ?? []
        let partial: [String] = try connection.column(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")
        for sql in asked.sorted() where ["SELECT", "UPDATE", "DELETE"].contains(where: sql.hasPrefix) {
            guard !sql.hasSuffix("ORDER BY id DESC LIMIT 1") else { continue }
            // What a migration asked is asked of tables that are no more.
            let plan: [PlanStep] = (try? connection.rows("EXPLAIN QUERY PLAN " + sql)) ?? []
            scans += plan.filter { step in
                step.detail.hasPrefix("SCAN") && !partial.contains { step.detail.hasSuffix(" INDEX \($0)") }
            }.map { "\($0.detail): \(sql)" }
        }
        return scans
    }

    private struct PlanStep: RowReadable {
        let detail: String

        init(_ row: inout Row) throws(LedgerError) {
            for _ in 0..<3 { let _: Int = try row.next() }
            detail = try row.next()
        }
    }
}
