import Partners
import Testing

@testable import Gateway

@Suite struct SuspensionTests {
    private static let profile = "TradingPartners/brightwater-clinics/profile.json5"

    @Test func `what a suspended partner puts in waits in its drop, and what waits for it is not sent`() throws {
        let root = try TestRoot()
        let written = try root.text(Self.profile)
        var edit = ProfileEdit(Array(written.utf8))
        let isSet = edit.set("suspended", to: "{ because: \"their recall\" }")
        #expect(isSet)
        try root.write(String(decoding: edit.bytes, as: UTF8.self), to: Self.profile)
        let suspended = try GatewayRoot(path: root.path).loadPartners().0

        // A run that died before it delivered: the answer lies in the outbox.
        try root.drop(Order.interchange())
        do {
            let dying = try root.gateway()
            dying.reached = { step throws(GatewayError) in
                if step == .committed { throw GatewayError(.unwritable, reason: "the run dies here") }
            }
            #expect(throws: GatewayError.self) { try dying.run() }
        }
        try root.drop(Order.interchange(number: 502), as: "later.edi")

        let waiting = try root.gateway(partners: suspended).run()
        #expect(waiting.files.isEmpty)
        #expect(waiting.ignored.map(\.path) == ["drop/brightwater-clinics/in/later.edi"])
        #expect(waiting.ignored.first?.reason.contains("their recall") == true)
        #expect(root.names("drop/brightwater-clinics/in") == ["later.edi"])
        #expect(root.names("drop/brightwater-clinics/ack").isEmpty)
        // What is ours of it goes on.
        #expect(root.names("canonical") == ["PurchaseOrder"])

        let resumed = try root.run()
        #expect(resumed.files.map(\.name) == ["later.edi"])
        #expect(root.names("drop/brightwater-clinics/in").isEmpty)
        #expect(root.names("drop/brightwater-clinics/ack").count == 2)
    }
}
