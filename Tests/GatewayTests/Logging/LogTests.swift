import EndpointTestSupport
import Foundation
import Ledger
import Testing

@testable import Gateway

/// What the log tells, line by line.
@Suite struct LogTests {
    /// Takes lines down.
    private final class Lines {
        var events: [LogEvent] = []

        func lines() throws -> [[String: Any]] {
            try events.map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.line())) as? [String: Any])
            }
        }
    }

    private static func logged(_ root: TestRoot, _ lines: Lines) throws -> Gateway {
        let gateway = try root.gateway()
        gateway.log = { lines.events.append($0) }
        return gateway
    }

    @Test func `one correlation runs from the file to the last delivery, and trace finds it`() throws {
        let root = try TestRoot(
            delivery: "{ to: 'directory', folder: 'erp' }", "{ to: 'command', command: ['/bin/false'], also: true }")
        let lines = Lines()
        try root.drop(501...501)
        try root.drop(Order.interchange(number: 502, dates: ["20261332"]), as: "502.edi")
        _ = try Self.logged(root, lines).run(takingIncomplete: true)
        let first = try #require(lines.events.first).correlation
        #expect(
            lines.events.filter { $0.correlation == first }.map(\.name) == [
                .taken, .archived, .judged, .acknowledged, .recorded, .placed, .placed, .tried, .failed,
            ])
        let other = try #require(lines.events.first { $0.correlation != first }).correlation
        #expect(
            lines.events.filter { $0.correlation == other }.map(\.name) == [
                .taken, .archived, .judged, .acknowledged, .held, .placed, .placed,
            ])
        #expect(lines.events.allSatisfy { !$0.correlation.isEmpty && $0.partner == "brightwater-clinics" })
        let trace = try Trace.of(first, in: root.ledger)
        #expect(trace.matches.map(\.kind) == ["correlation"])
        #expect(trace.documents.map(\.number) == ["PO-501-1"])
        #expect(trace.steps.first?.detail.contains(first) == true)
        for key in ["19cd6e5a1c0-00000000", "zz-00000000", "arrival-1", "arrival-99", "-", "--", "19cd6e5a1c0-"] {
            #expect(try Trace.of(key, in: root.ledger).matches.isEmpty, "\(key)")
        }
    }

    @Test func `what is left in a drop is told once, and once more when the reason is another`() throws {
        let root = try TestRoot()
        let lines = Lines()
        try root.write("{}", to: "outbound/order.txt")
        try FileManager.default.createDirectory(
            at: root.url("drop/brightwater-clinics/in/orders.edi"), withIntermediateDirectories: true)
        for _ in 1...2 { _ = try Self.logged(root, lines).run(takingIncomplete: true) }
        let left = lines.events.filter { $0.name == .left }
        #expect(left.map(\.file) == ["drop/brightwater-clinics/in/orders.edi", "outbound/order.txt"])
        #expect(left.map(\.partner) == ["brightwater-clinics", ""])
        #expect(left.allSatisfy { $0.level == .warning && $0.reason.hasPrefix("expected ") })
        try root.remove("drop/brightwater-clinics/in/orders.edi")
        #expect(symlink("/etc/passwd", root.url("drop/brightwater-clinics/in/orders.edi").path) == 0)
        _ = try Self.logged(root, lines).run(takingIncomplete: true)
        let again = lines.events.filter { $0.name == .left }.dropFirst(2)
        #expect(again.map(\.reason) == ["expected a plain file, found a symbolic link"])
    }

    @Test func `a line is JSON and one line whatever the names are, and holds nothing of a document`() throws {
        let root = try TestRoot()
        let lines = Lines()
        try root.drop(Order.interchange(), as: "a\n{\"event\":\"placed\"}\u{1B}[31m\u{2028}\u{85}.edi")
        let name = Array("\(root.path)/drop/brightwater-clinics/in/caf".utf8) + [0xE9, 0xFF] + Array(".edi".utf8) + [0]
        try root.write(Order.interchange(number: 502), to: "502.edi")
        #expect(rename(root.url("502.edi").path, name.map { CChar(bitPattern: $0) }) == 0)
        _ = try Self.logged(root, lines).run(takingIncomplete: true)
        let files = Set(try lines.lines().compactMap { $0["file"] as? String })
        #expect(files.count == 2 && files.contains("drop/brightwater-clinics/in/caf\\xE9\\xFF.edi"))
        for event in lines.events {
            let line = event.line()
            #expect(line.last == 0x0A && line.count { $0 == 0x0A } == 1)
            let text = try #require(String(validating: line, as: UTF8.self))
            #expect(text.unicodeScalars.dropLast().allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
            for secret in ["PO-50", "BW-GLV-M", "11.2"] { #expect(!text.contains(secret), "\(text)") }
        }
        let times = try lines.lines().compactMap { $0["time"] as? String }
        #expect(times.allSatisfy { $0 == "2026-03-10T09:30:00.000Z" })
    }

    @Test(arguments: [Gateway.Step.claimed, .finished, .committed, .staged, .placed])
    func `after a crash the same file has the same correlation`(step: Gateway.Step) throws {
        let root = try TestRoot()
        let lines = Lines()
        try root.drop(501...501)
        var gateway: Gateway? = try Self.logged(root, lines)
        gateway?.reached = { (reached) throws(GatewayError) in
            if reached == step { throw GatewayError(.interrupted, reason: "") }
        }
        #expect(throws: GatewayError(.interrupted, reason: "")) { try gateway?.run(takingIncomplete: true) }
        gateway = nil
        root.time += 5_000
        _ = try Self.logged(root, lines).run(takingIncomplete: true)
        #expect(Set(lines.events.filter { !$0.correlation.isEmpty }.map(\.correlation)).count == 1)
        #expect(lines.events.count { $0.name == .placed } == 2)
        let correlation = try #require(lines.events.first { $0.name == .placed }).correlation
        #expect(try Trace.of(correlation, in: root.ledger).documents.count == 1)
    }

    @Test func `what a receiver says is not in the log, nor the secrets of its address`() throws {
        let server = try WebReceiver()
        try server.answer("500||price 11.2 is wrong")
        let root = try TestRoot(
            delivery: "{ to: 'webhook', url: '\(server.url)/in?key=hush' }",
            "{ to: 'command', shell: true, command: ['echo price 11.2 >&2; kill -9 $$'], also: true }")
        let lines = Lines()
        try root.drop(501...501)
        let report = try Self.logged(root, lines).run(takingIncomplete: true)
        #expect(report.failures.count == 2)
        let failed = lines.events.filter { $0.name == .failed }
        #expect(Set(failed.map(\.reason)) == ["500", "ended by signal 9"])
        #expect(!lines.events.contains { String(decoding: $0.line(), as: UTF8.self).contains("hush") })
        let lost = try #require(failed.first { $0.reason == "500" })
        #expect(lost.attempt == 1 && lost.milliseconds != nil && lost.level == .warning)
    }
}
