import Ledger
import Testing

@testable import Gateway

/// A run takes the files of its next group while what came of the one before is delivered: whatever dies there, each file
/// is worked once.
@Suite struct ClaimAheadTests {
    @Test(arguments: [Gateway.Step.staged, .placed, .removed])
    func `a run that dies with two groups taken loses and doubles nothing`(step: Gateway.Step) throws {
        let root = try TestRoot()
        let numbers = Array(501...501 + FileGroup.mostFiles)
        for number in numbers { try root.drop(Order.interchange(number: number), as: "\(number).edi") }
        var gateway: Gateway? = try root.gateway()
        gateway?.reached = { reached throws(GatewayError) in
            if reached == step { throw GatewayError(.unwritable, reason: "the run dies here") }
        }
        #expect(throws: GatewayError(.unwritable, reason: "the run dies here")) { try gateway?.run() }
        gateway = nil
        #expect(root.names("drop/brightwater-clinics/in").isEmpty, "the last file was taken ahead")
        let report = try root.run()
        #expect(report.recovered.contains { $0.contains("was claimed and not recorded") })
        #expect(root.names("work") == [".lock"])
        let answers = root.names("drop/brightwater-clinics/ack")
        #expect(answers.count == numbers.count)
        #expect(Set(try root.ledger.documents().map(\.number)) == Set(numbers.map { "PO-\($0)-1" }))
        #expect(try root.ledger.pendingDeliveries().isEmpty)
    }
}
