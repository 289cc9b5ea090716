import Foundation
import Partners
import Testing

@testable import Gateway
@testable import Ledger

/// What is kept, proven, copied, and taken away.
@Suite struct KeepingTests {
    /// A root that worked an order, its profile keeping bytes for a number of days.
    private func worked(days: Int = 30) throws -> (TestRoot, PartnerDirectory) {
        let root = try TestRoot()
        let path = MendingTests.profile
        try root.write(
            try root.text(path).replacing("severities: [", with: "retention: \(days),\n  severities: ["), to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.isEmpty)
        try root.drop(Order.interchange())
        _ = try root.gateway(partners: directory).run()
        return (root, directory)
    }

    private func audit(_ root: TestRoot) throws -> Audit { try Audit.verify(GatewayRoot(path: root.path), root.ledger) }

    private func purge(
        _ root: TestRoot, _ directory: PartnerDirectory, _ decision: Mending.Decision? = MendingTests.decision
    ) throws -> [Purge.Entry] {
        var entries: [Purge.Entry] = []
        try Purge(
            root: GatewayRoot(path: root.path), partners: directory, ledger: root.ledger, time: root.time
        ).run(decision) { entries.append($0) }
        return entries
    }

    @Test func `an audit proves every payload, and finds one whose bytes were changed`() throws {
        let (root, _) = try worked()
        let audit = try audit(root)
        #expect(audit.faults == [] && audit.payloads == 1 && audit.bytes == Order.interchange().utf8.count)
        try root.executeElsewhere(
            "UPDATE payload SET bytes = CAST(replace(CAST(bytes AS TEXT), '11.2', '11.3') AS BLOB)")
        #expect(try self.audit(root).faults.contains { $0.contains("has other bytes") })
    }

    @Test func `an archived file that was changed or is gone is found`() throws {
        let root = try TestRoot()
        let filling = String(repeating: "N1*ZZ*A~\n", count: 150_000)
        try root.drop(Order.interchange() + filling)
        try root.run()
        #expect(try audit(root).faults == [])
        let shelf = try #require(root.names("archive").first)
        let file = "archive/\(shelf)/" + (try #require(root.names("archive/\(shelf)").first))
        let text = try root.text(file)
        try root.write(text.replacing("11.2", with: "11.3"), to: file)
        #expect(try audit(root).faults.contains { $0.contains("has other bytes") })
        try root.remove(file)
        #expect(try audit(root).faults.contains { $0.contains("cannot be read") })
    }

    @Test func `a backup made while the ledger is open is a ledger that can be worked on`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange(), as: "small.edi")
        try root.drop(Order.interchange(number: 502) + String(repeating: "\n", count: 1_100_000), as: "large.edi")
        try root.run()
        let copy = root.path + "/copy.sqlite"
        #expect(try GatewayRoot(path: root.path).backup(root.ledger, to: copy) == 1)
        // What comes later is not in it.
        try root.drop(Order.interchange(number: 503), as: "later.edi")
        try root.run()

        let ledger = try Ledger.open(path: copy, creating: false)
        #expect(try ledger.documents().count == 2)
        let archived = try #require(root.names("copy.sqlite-archive").first)
        #expect(root.names("copy.sqlite-archive/\(archived)").count == 1)
        #expect(throws: GatewayError.self) { try GatewayRoot(path: root.path).backup(root.ledger, to: copy) }
    }

    @Test func `what is older than its policy is taken away, and the event proves it`() throws {
        let (root, directory) = try worked()
        #expect(try purge(root, directory).isEmpty)
        root.time += 31 * 86_400_000
        #expect(try purge(root, directory, nil).count == 1)
        #expect(try audit(root).payloads == 1)
        let gone = try #require(try purge(root, directory).first)
        #expect(gone.size == Order.interchange().utf8.count)
        let after = try audit(root)
        #expect(after.faults == [] && after.purged == 1 && after.payloads == 0)
        let event = try #require(try root.ledger.events(about: gone.sha256).first)
        #expect(event.kind == "purged" && event.detail.contains("by dana"))
        let document = try #require(try root.ledger.documents().first)
        #expect(try root.ledger.document(document.id)?.bytes == [])
        #expect(try Trace.of("PO-501-1", in: root.ledger).documents.count == 1)
        // A payload whose bytes are gone without a word is a fault.
        try root.executeElsewhere(
            "DROP TRIGGER event_unchanged; UPDATE event SET kind = 'other' WHERE kind = 'purged'")
        #expect(try audit(root).faults.contains { $0.contains("no event says who took them away") })
    }

    @Test func `the bytes come back when the partner sends them again, and are answered with nothing`() throws {
        let (root, directory) = try worked()
        root.time += 31 * 86_400_000
        #expect(try purge(root, directory).count == 1)
        let acks = root.names("drop/brightwater-clinics/ack")
        try root.drop(Order.interchange(), as: "again.edi")
        let file = try #require(try root.gateway(partners: directory).run().files.first)
        #expect(file.repeated == 1 && file.documents == 0)
        #expect(root.names("drop/brightwater-clinics/ack") == acks)
        #expect(try audit(root).payloads == 1)
    }

    @Test func `what is held, or waits for an answer, stays`() throws {
        let (root, directory) = try worked()
        try root.drop(Order.interchange(number: 502, dates: ["20261332"]), as: "held.edi")
        root.generate = Draft.of
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/a.json")
        _ = try root.gateway(partners: directory).run()
        root.time += 31 * 86_400_000
        // Of three files and one interchange that we wrote, the order that went well goes.
        #expect(try purge(root, directory).count == 1)
        #expect(try audit(root).faults == [])
    }
}

extension TestRoot {
    /// Runs SQL as another program would.
    func executeElsewhere(_ sql: String) throws {
        let connection = try SQLiteConnection(path: path + "/ledger.sqlite", creating: false, busyTimeout: 50)
        defer { connection.close() }
        try connection.execute(sql)
    }
}
