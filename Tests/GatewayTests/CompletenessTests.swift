import Foundation
import Ledger
import Partners
import Testing
import X12

@testable import Gateway

/// When a file is complete.
@Suite struct CompletenessTests {
    // MARK: - What the bytes say

    static let whole = Order.interchange(number: 501)
    static let structures: [(name: String, text: String, structure: Structure)] = [
        ("an interchange", whole, .closed), ("two", whole + Order.interchange(number: 502), .closed),
        ("padded with blanks", whole + String(repeating: " ", count: 3_000), .closed),
        ("nothing", "", .open), ("blanks only", " \n", .open), ("the beginning of an ISA", "IS", .open),
        ("no trailer", String(whole.dropLast(20)), .open),
        ("the second cut off", whole + whole.dropLast(20), .open),
        ("cut off in the IEA", String(whole.dropLast(6)), .open),
        ("no last terminator", String(whole.dropLast(2)), .unsure),
        ("a wrong count of groups", whole.replacing("IEA*1", with: "IEA*2"), .unsure),
        (
            "another control number", whole.replacing("IEA*1*000000501", with: "IEA*1*000000502"), .unsure
        ),
        ("something behind it", whole + "and so on", .unsure), ("no X12", "hello, world", .unsure),
        ("something before it", "From: a@b\n\n" + whole, .closed),
    ]

    @Test(arguments: structures.indices)
    func `the structure tells whether there is more to come`(at: Int) throws {
        let (name, text, expected) = Self.structures[at]
        #expect(try Self.structure(text, partner: "a") == expected, "\(name)")
    }

    @Test func `a file that is cut off anywhere is open`() throws {
        let text = Self.whole + Order.interchange(number: 502)
        let ends = [Self.whole.utf8.count, text.utf8.count].flatMap { [$0 - 1, $0] }
        // All of the last segment is there but its terminator: there are senders who never write it.
        let doubtful = [Self.whole.utf8.count - 2, text.utf8.count - 2]
        for count in 0...text.utf8.count {
            let structure = try Self.structure(String(text.prefix(count)), partner: "a")
            let expected: Structure =
                ends.contains(count) ? .closed : doubtful.contains(count) ? .unsure : .open
            #expect(structure == expected, "\(count) of \(text.utf8.count) bytes")
        }
    }

    @Test(arguments: [
        ("{\"a\":[1,\"}\"]}", Structure.closed), ("{\"a\":1}\n{\"b\":2}\n", .closed),
        ("{\"a\":[1,2", .open),
        ("{\"a\":\"\\\"}", .open), ("", .open), ("}", .unsure), ("hello", .unsure),
    ])
    func `the brackets of a document tell the same`(text: String, expected: Structure) throws {
        #expect(try Self.structure(text, partner: "") == expected)
    }

    @Test func `a file that is taken for a plain interchange is one`() throws {
        let whole = Array(Self.whole.utf8)
        #expect(PlainInterchange.fills(whole))
        for at in whole.indices {
            for byte in Array("~*\n GI1".utf8) + [0, 0xFF] {
                var bytes = whole
                bytes[at] = byte
                guard PlainInterchange.fills(bytes) else { continue }
                #expect(
                    Structure.ofInterchanges(MemorySource(bytes), size: bytes.count) == .closed, "\(byte) at \(at)")
            }
        }
        #expect(Self.structures.allSatisfy { !PlainInterchange.fills(Array($0.text.utf8)) || $0.structure == .closed })
    }

    private static func structure(_ text: String, partner: String) throws -> Structure {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "edigate-structure-\(UUID().uuidString)"
        ).path
        try Data(text.utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try Folder.open((path as NSString).deletingLastPathComponent).open(
            (path as NSString).lastPathComponent)
        return Drop(partner: partner, folder: "").structure(of: file, size: text.utf8.count)
    }

    // MARK: - The decision

    struct Case: Sendable {
        var name: String
        var writers = Writers.none
        var wasClosed = false
        var age: Int64 = 0
        var structure = Structure.closed
        var isFinal = false
        var expected: String
    }

    /// The policy: quiet 5 s, linger 1 s, deadline 60 s.
    static let cases = [
        Case(name: "written to, whatever it holds", writers: .some, expected: "waits 60000"),
        Case(name: "written to, past the deadline", writers: .some, age: 60_000, expected: "stalled"),
        Case(
            name: "written to, though a person is in a hurry", writers: .some, isFinal: true,
            expected: "waits 60000"),
        Case(name: "closed, young", age: 999, expected: "waits 1000"),
        Case(name: "closed", age: 1_000, expected: "complete"),
        Case(name: "closed, a person is in a hurry", isFinal: true, expected: "complete"),
        Case(name: "open", age: 59_999, structure: .open, expected: "waits 60000"),
        Case(name: "open, past the deadline", age: 60_000, structure: .open, expected: "overdue"),
        Case(
            name: "open, a person is in a hurry", structure: .open, isFinal: true, expected: "overdue"),
        Case(name: "unsure", age: 4_999, structure: .unsure, expected: "waits 5000"),
        Case(name: "unsure, quiet", age: 5_000, structure: .unsure, expected: "complete"),
        Case(name: "nobody tells who writes", writers: .unknown, age: 4_999, expected: "waits 5000"),
        Case(
            name: "nobody tells who writes, but it is quiet", writers: .unknown, age: 5_000,
            expected: "complete"),
        Case(
            name: "nobody tells who writes, but its writer closed it", writers: .unknown, wasClosed: true,
            age: 1_000,
            expected: "complete"),
        Case(
            name: "its writer closed it, and more is to come", writers: .unknown, wasClosed: true,
            age: 10_000,
            structure: .open, expected: "waits 60000"),
    ]

    @Test(arguments: cases.indices)
    func `proofs decide, and time only where there is none`(at: Int) {
        let item = Self.cases[at]
        var policy = DropPolicy()
        policy.linger = Period(milliseconds: 1_000)
        policy.deadline = Period(milliseconds: 60_000)
        let evidence = Completeness.Evidence(
            writers: item.writers, wasClosed: item.wasClosed, unchangedSince: 0, now: item.age,
            isFinal: item.isFinal)
        let found =
            switch Completeness.of(evidence, policy, structure: { item.structure }) {
            case .complete: "complete"
            case .overdue: "overdue"
            case .stalled: "stalled"
            case .waits(let until, _): "waits \(until)"
            }
        #expect(found == item.expected, "\(item.name)")
    }

    @Test func `the system tells whether somebody has a file open for writing`() throws {
        let root = try TestRoot()
        try root.drop(Self.whole)
        let folder = try Folder.open(root.url("drop/brightwater-clinics/in").path)
        let file = try folder.open("orders.edi")
        let writer = open(root.url("drop/brightwater-clinics/in/orders.edi").path, O_WRONLY | O_CLOEXEC)
        #expect(file.writers() != .none)
        close(writer)
    }

    // MARK: - In a run

    /// A root whose clock is the real one plus what a test adds, since the times of files are real.
    private static func root() throws -> (TestRoot, start: Int64) {
        let root = try TestRoot()
        root.time = Int64(Date().timeIntervalSince1970 * 1000)
        return (root, root.time)
    }

    @Test func `a file without its end waits until the deadline and is then refused by TA1 023`()
        throws
    {
        let (root, start) = try Self.root()
        try root.drop(String(Self.whole.dropLast(20)))
        var report = try root.run(takingIncomplete: false)
        #expect(report.files.isEmpty)
        #expect(report.ignored.first?.reason.contains("the rest may come within 30m") == true)
        #expect(try root.ledger.untakenFiles().isEmpty)
        root.time = start + 29 * 60_000
        #expect(try root.run(takingIncomplete: false).files.isEmpty)
        root.time = start + 31 * 60_000
        report = try root.run(takingIncomplete: false)
        #expect(report.files.first?.held == 1)
        let answer = try #require(root.names("drop/brightwater-clinics/ack").first)
        #expect(
            try root.segments("TA1", in: "drop/brightwater-clinics/ack/\(answer)").first?.hasSuffix(
                "*R*023") == true)
        #expect(try root.ledger.remarks().contains { $0.kind == "incomplete" })
    }

    @Test
    func `a partner whose cut off files are held gets no answer, and the whole interchanges go on`()
        throws
    {
        let root = try TestRoot()
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        try root.write(
            try root.text(path).replacing(
                "documents: [", with: "drop: { incomplete: \"hold\" },\n  documents: ["),
            to: path)
        try root.drop(Self.whole + Order.interchange(number: 502).dropLast(20))
        let partners = try GatewayRoot(path: root.path).loadPartners().0
        let report = try root.gateway(partners: partners).run(takingIncomplete: true)
        #expect(report.files.first?.documents == 1 && report.files.first?.held == 1)
        #expect(root.names("drop/brightwater-clinics/ack") == ["997_000000001_000000501.edi"])
    }

    @Test func `a file that somebody writes to stays, even at a person's word`() throws {
        let root = try TestRoot()
        root.writers = { _ in .some }
        try root.drop(Self.whole)
        let report = try root.run()
        #expect(report.files.isEmpty && report.ignored.map(\.reason) == ["it is being written"])
        root.writers = { _ in .none }
        #expect(try root.run().files.count == 1)
    }

    @Test func `a session that hangs is told of once, and its file is not taken`() throws {
        let (root, start) = try Self.root()
        root.writers = { _ in .some }
        try root.drop(Self.whole)
        root.time = start + 31 * 60_000
        for _ in 1...3 { #expect(try root.run(takingIncomplete: false).files.isEmpty) }
        #expect(
            try root.ledger.untakenFiles().map(\.path) == ["drop/brightwater-clinics/in/orders.edi"])
        #expect(try root.ledger.remarks().filter { $0.kind == "untaken" }.count == 1)
        root.writers = { _ in .none }
        #expect(try root.run(takingIncomplete: false).files.count == 1)
        #expect(try root.ledger.untakenFiles().isEmpty)
    }

    @Test func `what somebody opened while it was taken goes back to its drop`() throws {
        let root = try TestRoot()
        var looks = 0
        // Nobody writes when it is looked at, somebody does when it lies in work/.
        root.writers = { _ in
            looks += 1
            return looks == 2 ? .some : .none
        }
        try root.drop(Self.whole)
        #expect(try root.run().files.isEmpty)
        #expect(root.names("drop/brightwater-clinics/in") == ["orders.edi"])
        #expect(root.names("work") == [".lock"])
        #expect(try root.run().files.count == 1)
    }

    @Test func `what a run that died had taken too early goes back to its drop`() throws {
        let root = try TestRoot()
        try root.write(Self.whole, to: "work/1773000000000@brightwater-clinics@orders.edi@1")
        root.writers = { _ in .some }
        #expect(try root.run().files.isEmpty)
        #expect(root.names("drop/brightwater-clinics/in") == ["orders.edi"])
    }

    @Test func `a document that the ERP side still writes waits for its end`() throws {
        let (root, start) = try Self.root()
        root.generate = Draft.of
        try root.write("{\"id\":\"doc-1\"", to: "outbound/order.json")
        #expect(try root.run(takingIncomplete: false).files.isEmpty)
        try root.write("{\"id\":\"doc-1\"}", to: "outbound/order.json")
        root.time = start + 10_000
        #expect(try root.run(takingIncomplete: false).files.count == 1)
    }
}
