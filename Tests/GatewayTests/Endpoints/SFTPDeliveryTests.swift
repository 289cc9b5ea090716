import EndpointTestSupport
import Foundation
import Ledger
import Testing

@testable import Gateway

/// Documents put on a real OpenSSH server by the real client.
@Suite(.enabled(if: SFTPServer.isAvailable, "there is no OpenSSH server and client"))
struct SFTPDeliveryTests {
    private func json(_ number: String, _ root: TestRoot) throws -> String {
        let document = try #require(try root.ledger.documents(number: number).first)
        return String(decoding: try #require(try root.ledger.document(document.id)).bytes, as: UTF8.self)
    }

    @Test func `documents come whole under their names, in a folder of the server`() throws {
        let server = try SFTPServer()
        try FileManager.default.createDirectory(
            atPath: "\(server.folder)/inbox/orders", withIntermediateDirectories: true)
        let root = try TestRoot(delivery: server.rule(", folder: 'orders'"))
        try root.drop(501...502)
        let report = try root.run()
        #expect(report.failures == [])
        #expect(
            try server.files("/orders") == [
                "PO-501-1.json": try json("PO-501-1", root), "PO-502-1.json": try json("PO-502-1", root),
            ])
        #expect(try root.delivery("PO-501-1")?.placedAs == "PO-501-1.json")
    }

    @Test func `a name that is taken gets a number; the same bytes under it are the document`() throws {
        let server = try SFTPServer()
        let root = try TestRoot(delivery: server.rule())
        let inbox = "\(server.folder)/inbox"
        try Data("somebody's".utf8).write(to: URL(filePath: "\(inbox)/PO-501-1.json"))
        try root.drop(501...501)
        #expect(try root.run().failures == [])
        #expect(try server.files()["PO-501-1.json"] == "somebody's")
        #expect(try server.files()["PO-501-1-2.json"] == (try json("PO-501-1", root)))
        // An attempt whose end nobody saw: the delivery is not marked, and its file is there.
        var gateway: Gateway? = try root.gateway()
        gateway?.reached = { (step) throws(GatewayError) in
            if step == .attemptsRecorded { throw GatewayError(.interrupted, reason: "") }
        }
        try root.drop(502...502)
        #expect(throws: GatewayError(.interrupted, reason: "")) { try gateway?.run() }
        gateway = nil
        try Data(try json("PO-502-1", root).utf8).write(to: URL(filePath: "\(inbox)/PO-502-1.json"))
        try Data("half of it".utf8).write(
            to: URL(filePath: "\(inbox)/.\(try #require(try root.delivery("PO-502-1")).id)-1.edigate"))
        #expect(try root.run().failures == [])
        #expect(Set(try server.files().keys) == ["PO-501-1.json", "PO-501-1-2.json", "PO-502-1.json"])
        #expect(try root.delivery("PO-502-1")?.placedAs == "PO-502-1.json")
    }

    /// What is wrong, and what the failure says.
    @Test func `what the server or its key does not allow is a failure that says why, and is tried again`() throws {
        let server = try SFTPServer()
        for (rule, word) in [
            (server.rule(knownHosts: "known-otherwise"), "Host key verification failed"),
            (server.rule(key: "stranger"), "Permission denied"),
            (server.rule(", folder: 'not-there'"), "No such file"),
            (server.rule().replacingOccurrences(of: "port: \(server.port)", with: "port: 1"), "Connection refused"),
        ] {
            let root = try TestRoot(delivery: rule)
            try root.drop(501...501)
            let report = try root.run()
            #expect(report.failures.count == 1 && report.failures[0].contains(word), "\(report.failures)")
            let delivery = try #require(try root.delivery("PO-501-1"))
            #expect(try root.ledger.dispatch(of: delivery.id)?.failures == 1)
        }
        #expect(try server.files().isEmpty)
    }
}
