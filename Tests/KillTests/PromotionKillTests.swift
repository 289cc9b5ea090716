import Foundation
import ProgramTestSupport
import Testing

/// A promotion under kills: the profile is the one before or the one after, and the next command says which.
@Suite(.serialized) struct PromotionKillTests {
    private static let id = "brightwater-clinics"

    @Test func `a promotion that is killed anywhere leaves a whole profile, and the next command ends it`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-promote-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = "\(folder)/first"
        let partners = BuiltProgram.repository.appending(path: "TradingPartners").path
        #expect(try Child.run(BuiltProgram.path, ["init", first, "--partners", partners, "--quiet"]).status == 0)
        #expect(try Child.run(BuiltProgram.path, ["run", "--now", "--root", first, "--quiet"]).status == 0)
        func command(
            _ root: String, _ words: [String], _ orders: [String: String] = [:]
        ) throws -> Child.Ending {
            let environment = ["LD_PRELOAD": try Program.shim.get(), "SHIM_ROOT": root].merging(orders) { $1 }
            return try Child.run(
                BuiltProgram.path,
                ["partner", "promote", Self.id] + words + ["--by", "ana", "--quiet", "--root", root],
                environment: environment)
        }
        func fresh(_ name: String) throws -> String {
            let root = "\(folder)/\(name)"
            try? FileManager.default.removeItem(atPath: root)
            try FileManager.default.copyItem(atPath: first, toPath: root)
            return root
        }
        func profile(_ root: String) throws -> Data {
            try Data(contentsOf: URL(filePath: "\(root)/TradingPartners/\(Self.id)/profile.json5"))
        }
        let undisturbed = try fresh("undisturbed")
        #expect(try command(undisturbed, ["--to", "test"], ["SHIM_LOG": "\(folder)/calls"]).status == 0)
        let calls = try CallRecord.read("\(folder)/calls", root: undisturbed)
        let (before, after) = (try profile(first), try profile(undisturbed))
        #expect(before != after)
        let placed = try #require(calls.firstIndex { $0.kind == .rename && $0.other.hasSuffix("profile.json5") })
        // The bytes and then the name are on the disk before the ledger says that it is done.
        #expect(calls[..<placed].last?.isSync == true && calls[placed + 1].isSync)
        var outcomes: Set<Bool> = []
        let numbers = Set(KillTests.steps(to: calls.count, few: 8)).union([placed + 1, placed + 2])
        for number in numbers.sorted() {
            let root = try fresh("killed")
            #expect(try command(root, ["--to", "test"], ["SHIM_KILL": "\(number)"]).status == nil, "call \(number)")
            let isDone = try profile(root) == after
            #expect(try isDone || profile(root) == before, "call \(number) left another profile")
            outcomes.insert(isDone)
            // What was written is taken back; what was not, cannot be.
            let back = try command(root, ["--rollback"])
            #expect(back.status == (isDone ? 0 : 2), "call \(number): \(back.errors)")
            #expect(try profile(root) == before)
            let verified = try Child.run(BuiltProgram.path, ["audit", "verify", "--root", root])
            #expect(verified.status == 0, "\(verified.errors)")
            #expect(try command(root, ["--to", "test"]).status == 0)
            #expect(try profile(root) == after)
        }
        #expect(outcomes == [true, false])
    }
}
