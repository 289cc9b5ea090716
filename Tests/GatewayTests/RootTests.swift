import Foundation
import Ledger
import Partners
import Testing
import X12

@testable import Gateway

@Suite struct RootTests {
    @Test func `making a root again leaves what is there and adds drops of new partners`() throws {
        let root = try TestRoot()
        try root.drop("content")
        let profile = try root.text("TradingPartners/corvane-medical/profile.json5")
        try FileManager.default.createDirectory(
            at: root.url("TradingPartners/newcomer"), withIntermediateDirectories: false)
        _ = try GatewayRoot.create(at: root.path)
        #expect(root.names("drop/newcomer") == ["ack", "cert", "in", "out"])
        #expect(try root.text("drop/brightwater-clinics/in/orders.edi") == "content")
        #expect(try root.text("TradingPartners/corvane-medical/profile.json5") == profile)
        #expect(root.names("drop").contains("_base") == false)
    }

    @Test func `a file where a folder must be is an error and stays`() throws {
        let root = try TestRoot()
        try root.remove("canonical")
        try root.write("mine", to: "canonical")
        #expect(throws: GatewayError.self) { try GatewayRoot.create(at: root.path) }
        #expect(try root.text("canonical") == "mine")
    }

    @Test func `profiles that cannot be read are faults beside the sound ones`() throws {
        let root = try TestRoot()
        try FileManager.default.createDirectory(
            at: root.url("TradingPartners/newcomer"), withIntermediateDirectories: false)
        try root.write("{ schemaVersion: 1, ", to: "TradingPartners/tallis-surgical/profile.json5")
        let (directory, faults) = try GatewayRoot(path: root.path).loadPartners()
        #expect(directory.profiles.map(\.id) == ["brightwater-clinics", "corvane-medical"])
        #expect(faults.map(\.path).contains("newcomer/profile.json5"))
        #expect(faults.contains { $0.path == "tallis-surgical/profile.json5" })
    }

    @Test func `a root that was not made is refused`() throws {
        let root = try TestRoot()
        try root.remove("work")
        #expect(throws: GatewayError(.missing, reason: "")) { try root.gateway() }
    }

    @Test(arguments: [
        (0, "19700101", "0000"), (1_773_135_000_000, "20260310", "0930"), (951_782_399_999, "20000228", "2359"),
        (951_825_600_000, "20000229", "1200"), (-1, "19691231", "2359"), (Int64.max, "19700101", "0712"),
        (Int64.min, "19700101", "1647"),
    ])
    func `milliseconds become the date and time of an envelope`(milliseconds: Int64, date: String, time: String) {
        #expect(EnvelopeTime(milliseconds: milliseconds) == EnvelopeTime(date: date, time: time))
    }
}
