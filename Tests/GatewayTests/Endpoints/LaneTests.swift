import Foundation
import Ledger
import Partners
import Testing

@testable import Gateway

/// What is urgent goes before what waits, from the drop to delivery.
@Suite struct LaneTests {
    private static let rules = [
        PriorityRule(lane: 1, sets: ["850"], orderTypes: ["RO"]), PriorityRule(lane: 2, items: ["BW-GLV-M"]),
        PriorityRule(lane: 3, locations: ["4411"]), PriorityRule(lane: 9, sets: ["810"]),
    ]

    @Test(arguments: [
        ("ST*850*1~BEG*00*RO*X~", 1), ("ST*855*1~BEG*00*RO*X~", 5), ("ST*850*1~BEG*00*SA*RO~", 5),
        ("ST*850*1~BEG*00*SA*X~PO1*1*15*BX*11.2**IN*BW-GLV-M~", 2), ("ST*850*1~\nN1*ST**92*4411~", 3),
        ("ST*850*1~N1*ST**92*441~", 5), ("ST*810*1~", 9), ("ST*810*1~IT1**1*EA*2**IN*BW-GLV-M~", 2), ("", 5),
        ("ST~BEG~N1~PO1~~~*~", 5),
    ])
    func `rules find what they look for, and nothing else`(segments: String, lane: Int) {
        #expect(Self.rules.lane(of: Array(segments.utf8), element: 0x2A, segment: 0x7E) == lane)
        #expect([PriorityRule]().lane(of: Array(segments.utf8)) == 5)
        let header = Order.interchange().prefix(106)
        #expect(Self.rules.lane(of: Array((header + segments).utf8)) == lane)
        #expect(Self.rules.lane(of: Array(segments.utf8)) == 5)
    }

    /// The profile of Brightwater with a rule of priority.
    private static func root(_ delivery: String = "") throws -> (TestRoot, PartnerDirectory) {
        let root = delivery.isEmpty ? try TestRoot() : try TestRoot(delivery: delivery)
        let path = "TradingPartners/brightwater-clinics/profile.json5"
        let profile = try root.text(path).replacingOccurrences(
            of: "schemaVersion: 1,", with: "schemaVersion: 1, priority: [{ lane: 1, items: ['BW-MSK-4'] }],")
        try root.write(profile, to: path)
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(faults.map(\.description) == [])
        return (root, directory)
    }

    private static func rush(_ number: Int) -> String {
        Order.interchange(number: number).replacingOccurrences(of: "BW-GLV-M", with: "BW-MSK-4")
    }

    @Test func `an urgent order that came last is worked and delivered first`() throws {
        let taken = NSTemporaryDirectory() + "edigate-lanes-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: taken) }
        let (root, directory) = try Self.root(
            "{ to: 'command', shell: true, parallel: 1, command: ['echo $EDIGATE_NUMBER >> \(taken)'] }")
        try root.drop(501...504)
        try root.drop(Self.rush(505), as: "zz-last.edi")
        let report = try root.gateway(partners: directory).run()
        #expect(report.files.map(\.name) == ["zz-last.edi", "501.edi", "502.edi", "503.edi", "504.edi"])
        let lines = try String(contentsOfFile: taken, encoding: .utf8).split(separator: "\n")
        #expect(lines.first == "PO-505-1" && lines.count == 5, "\(lines)")
    }

    @Test func `a queue gives urgent files first, in a group of their own`() {
        var ready = ReadyFiles()
        func file(_ name: String, _ lane: Int, partner: String = "p") -> WaitingFile {
            var file = WaitingFile(partner: partner, folder: "drop/\(partner)/in", name: name, modified: 1, size: 10)
            file.lane = lane
            return file
        }
        ready.add((10_001...30_000).map { file("bulk-\($0)", 5) })
        ready.add([file("rush", 1), file("soon", 2, partner: "q"), file("late", 9)])
        #expect(ready.nextGroup(largest: 1_000).map(\.name) == ["rush"])
        #expect(ready.nextGroup(largest: 1_000).map(\.name) == ["soon"])
        #expect(ready.nextGroup(largest: 1_000).count == FileGroup.mostFiles)
        ready.add([file("rush again", 1)])
        #expect(ready.nextGroup(largest: 1_000).map(\.name) == ["rush again"])
        #expect(ready.count == 20_001 - FileGroup.mostFiles)
    }
}
