import Foundation
import Testing

@testable import Gateway
@testable import Ledger

/// A root that goes on from a copy of its ledger gives out no number a second time and hands over nothing twice.
@Suite struct RestorationTests {
    /// A root that was copied when it had worked an order and an 855, with a dead end for one kind of delivery, and
    /// worked on since.
    private struct Scene {
        let root: TestRoot
        var copy: String { root.path + "/copy.sqlite" }

        /// One of the files can be too large for the ledger, so that it lies in the archive.
        init(isLarge: Bool = false) throws {
            root = try TestRoot()
            root.generate = Draft.of
            try root.drop(Order.interchange(number: 501), as: "first.edi")
            let filling = String(repeating: "\n", count: isLarge ? 1_100_000 : 0)
            try root.drop(Order.interchange(number: 502) + filling, as: "second.edi")
            try root.run()
            _ = try GatewayRoot(path: root.path).backup(root.ledger, to: copy)
        }

        func restore(
            _ copy: String? = nil, to target: String? = nil, skip: Int? = nil
        ) throws -> Restoration.Report {
            try Restoration(
                root: GatewayRoot(path: target ?? root.path), copy: copy ?? self.copy, skip: skip,
                decision: MendingTests.decision, time: root.time
            ).run()
        }

        /// The ISA13 of every answer and interchange that a partner finds.
        func numbersSent(_ path: String) throws -> [String] {
            let files = FileManager.default.enumerator(atPath: path + "/drop")?.compactMap { $0 as? String } ?? []
            return try files.filter { $0.contains("/ack/") || $0.contains("/out/") }.compactMap { name in
                let url = URL(filePath: path + "/drop/" + name)
                guard (try url.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else { return nil }
                return String(decoding: try Data(contentsOf: url), as: UTF8.self).split(separator: "*")[13].description
            }
        }
    }

    @Test func `a ledger that is older than its root is refused`() throws {
        let scene = try Scene()
        let root = scene.root
        try root.drop(Order.interchange(number: 503), as: "later.edi")
        try root.run()
        root.ledger.close()
        for suffix in ["", "-wal", "-shm"] { try? root.remove("ledger.sqlite" + suffix) }
        try FileManager.default.copyItem(atPath: scene.copy, toPath: root.path + "/ledger.sqlite")
        for isEmpty in [false, true] {
            if isEmpty { try root.remove("ledger.sqlite") }
            let ledger = try Ledger.open(path: root.path + "/ledger.sqlite")
            let told = try Examination(of: GatewayRoot(path: root.path), at: root.time).symptoms(
                of: ledger, root.directory, days: 7)
            #expect(told.contains { $0.about == "ledger" && $0.remedy.contains("restore") })
            #expect(throws: GatewayError(.staleLedger, reason: "")) {
                try Gateway(
                    root: GatewayRoot(path: root.path), partners: root.directory, ledger: ledger,
                    now: { root.time }, generate: Draft.of)
            }
        }
    }

    @Test func `half a mark says nothing`() throws {
        let root = try TestRoot()
        try root.drop(Order.interchange())
        try root.run()
        let mark = try root.text("work/.lock")
        #expect(mark.split(separator: "\n").count == 2)
        try root.write(String(repeating: "9", count: 60) + mark.dropFirst(60), to: "work/.lock")
        try root.run()
        #expect(try root.text("work/.lock") == mark)
        // A whole one that is not this ledger's is what it says.
        try root.write(mark.replacing("00", with: "10"), to: "work/.lock")
        #expect(throws: GatewayError(.staleLedger, reason: "")) { try root.gateway() }
    }

    @Test(arguments: [false, true])
    func `what is sent after a restore has no number that was sent before it`(isNewRoot: Bool) throws {
        let scene = try Scene(isLarge: true)
        let root = scene.root
        try root.drop(Order.interchange(number: 503), as: "later.edi")
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/a.json")
        try root.run()
        root.ledger.close()
        let sent = try scene.numbersSent(root.path)
        #expect(sent.count >= 4)

        let other = try TestRoot()
        other.ledger.close()
        let target = isNewRoot ? other : root
        let report = try scene.restore(to: target.path)
        #expect(report.archived == (isNewRoot ? 1 : 0) && report.missing == [] && report.events > 0)
        #expect(!report.series.isEmpty && report.series.allSatisfy { $0.next == $0.number.last + 101 })
        #expect(report.lastReceived.contains { $0.sender == "ZZ:BRIGHTWATER" && $0.number == 502 })
        #expect((report.setAside != nil) == true)

        let ledger = try Ledger.open(path: target.path + "/ledger.sqlite", creating: false)
        defer { ledger.close() }
        let proof = try Audit.verify(GatewayRoot(path: target.path), ledger)
        #expect(proof.faults == [] && proof.payloads == 2)
        for number in try ledger.controlNumbers() { #expect(try ledger.audit(number).faults == []) }
        if isNewRoot { try target.drop(Order.interchange(number: 501), as: "again.edi") }
        try target.drop(Order.interchange(number: 504), as: "new.edi")
        target.time = root.time
        let gateway = try Gateway(
            root: GatewayRoot(path: target.path), partners: target.directory, ledger: ledger, now: { root.time },
            generate: Draft.of)
        gateway.writers = { _ in .none }
        let files = try gateway.run(takingIncomplete: true).files
        #expect(files.map(\.documents) == (isNewRoot ? [0, 1] : [1]))
        let after = try scene.numbersSent(target.path).filter { isNewRoot || !sent.contains($0) }
        #expect(!after.isEmpty)
        // What came again is answered with the bytes, and so the number, of then.
        #expect(after.filter { !sent.contains($0) }.count == 1)
    }

    @Test func `what waited when the copy was made is not sent by itself, and one command sends it`() throws {
        let root = try TestRoot()
        // Nothing can be placed in a folder that is a file.
        try root.remove("canonical")
        try root.write("", to: "canonical")
        try root.drop(Order.interchange())
        try root.run()
        let copy = root.path + "/copy.sqlite"
        _ = try GatewayRoot(path: root.path).backup(root.ledger, to: copy)
        root.ledger.close()
        try root.remove("canonical")
        let report = try Restoration(
            root: GatewayRoot(path: root.path), copy: copy, decision: MendingTests.decision, time: root.time
        ).run()
        #expect(report.deadLetters == 1)
        let ledger = try Ledger.open(path: root.path + "/ledger.sqlite", creating: false)
        defer { ledger.close() }
        func run() throws -> Int {
            try Gateway(
                root: GatewayRoot(path: root.path), partners: root.directory, ledger: ledger,
                now: { root.time + 86_400_000 }, generate: Draft.of
            ).run().deliveries
        }
        #expect(try run() == 0)
        let letter = try #require(try ledger.deadLetters().first)
        #expect(letter.lastError?.contains("restored") == true)
        _ = try ledger.transaction { transaction throws(LedgerError) in try transaction.retryDelivery(letter.id) }
        #expect(try run() == 1)
        #expect(!root.names("canonical").isEmpty)
    }

    @Test func `a file that was being worked is held, and goes on when it is requeued`() throws {
        let scene = try Scene()
        let root = scene.root
        root.ledger.close()
        let copy = try Ledger.open(path: scene.copy, creating: false)
        let arrival = try #require(try copy.arrival(1))
        _ = try copy.transaction { transaction throws(LedgerError) in
            var again = arrival.entry
            (again.state, again.finishedAt, again.workName) = (.claimed, nil, nil)
            return try transaction.insert(again)
        }
        copy.close()
        #expect(try scene.restore().held == 1)
        let ledger = try Ledger.open(path: root.path + "/ledger.sqlite", creating: false)
        defer { ledger.close() }
        let held = try #require(try ledger.heldQuarantine().first)
        #expect(held.reason == "E-RESTORED" && held.remedy.contains("requeue"))
        let item = try #require(try HeldItem.find(held.id, in: ledger))
        let mending = try Mending(
            root: GatewayRoot(path: root.path), partners: root.directory, ledger: ledger, time: root.time)
        #expect(try mending.requeue(item, MendingTests.decision).get().wentOn)
    }

    @Test func `the pace of the busiest day, or a person, tells how many numbers are passed over`() throws {
        let scene = try Scene()
        let root = scene.root
        root.ledger.close()
        root.time += 400 * 86_400_000
        let report = try scene.restore()
        // Two answers on the busiest day, 401 days, twice.
        #expect(report.series.allSatisfy { $0.next == $0.number.last + 2 * 2 * 401 + 1 })
        #expect(try scene.restore(skip: 0).series.allSatisfy { $0.next == $0.number.last + 1 })
    }

    @Test func `a series at its end goes on from its beginning`() throws {
        let scene = try Scene()
        let root = scene.root
        root.ledger.close()
        let copy = try Ledger.open(path: scene.copy, creating: false)
        let series = try #require(try copy.controlNumbers().first)
        _ = try copy.transaction { transaction throws(LedgerError) in
            try transaction.setNextControlNumber(
                series.name, to: Ledger.NumberSeries.greatest - 10, reason: "near the end", at: root.time)
        }
        copy.close()
        let report = try scene.restore()
        #expect(report.series.first { $0.number.name == series.name }?.next == 90)
        let ledger = try Ledger.open(path: root.path + "/ledger.sqlite", creating: false)
        defer { ledger.close() }
        for number in try ledger.controlNumbers() { #expect(try ledger.audit(number).faults == []) }
    }

    @Test func `what is no whole, sound copy is refused, and the root stays as it was`() throws {
        let scene = try Scene()
        let root = scene.root
        let before = try Data(contentsOf: root.url("ledger.sqlite"))
        try root.write("no ledger", to: "text.sqlite")
        try FileManager.default.copyItem(atPath: scene.copy, toPath: root.path + "/cut.sqlite")
        let cut = try FileHandle(forWritingTo: root.url("cut.sqlite"))
        try cut.truncate(atOffset: 40_960)
        try FileManager.default.copyItem(atPath: scene.copy, toPath: root.path + "/changed.sqlite")
        let changed = try SQLiteConnection(path: root.path + "/changed.sqlite", creating: false, busyTimeout: 0)
        try changed.execute("DROP TRIGGER event_unchanged; UPDATE event SET detail = 'other' WHERE id = 1")
        changed.close()
        try FileManager.default.copyItem(atPath: scene.copy, toPath: root.path + "/used.sqlite")
        try root.write("a log", to: "used.sqlite-wal")
        for name in ["text", "cut", "changed", "used", "absent"] {
            #expect(throws: GatewayError.self, "\(name)") { try scene.restore(root.path + "/\(name).sqlite") }
        }
        #expect(try Data(contentsOf: root.url("ledger.sqlite")) == before)
        #expect(!root.names("").contains { $0.contains("restoring") })
        try root.drop(Order.interchange(number: 505), as: "new.edi")
        #expect(try root.run().files.map(\.documents) == [1])
    }

    @Test func `nothing is restored into a root that a gateway works`() throws {
        let scene = try Scene()
        let gateway = try scene.root.gateway()
        #expect(throws: GatewayError(.locked, reason: "")) { try scene.restore() }
        _ = gateway
    }
}
