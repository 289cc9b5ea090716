import Foundation
import ProgramTestSupport
import Testing

/// A restore under kills: the root has its old ledger, its new one, or none, and none is never taken for a new root.
@Suite(.serialized) struct RestoreKillTests {
    private static let drop = "drop/brightwater-clinics"

    @Test func `a restore that is killed anywhere lets no number go out twice, and the next one ends it`() throws {
        let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "edigate-restore-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let first = "\(folder)/first"
        let partners = BuiltProgram.repository.appending(path: "TradingPartners").path
        func edigate(_ words: String..., root: String) throws -> Child.Ending {
            try Child.run(BuiltProgram.path, words + ["--quiet", "--root", root])
        }
        func order(_ number: Int, in root: String) throws {
            let sample = "Samples/network/brightwater-clinics/in/850-4500178263.x12"
            let text = try String(contentsOf: BuiltProgram.repository.appending(path: sample), encoding: .utf8)
            let known = try #require(text.split(separator: "*").dropFirst(13).first)
            try text.replacing(known, with: String(700_000_000 + number))
                .replacing("4500178263", with: "45001782\(number)")
                .write(toFile: "\(root)/\(Self.drop)/in/\(number).x12", atomically: false, encoding: .utf8)
        }
        func answers(_ root: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(Self.drop)/ack").map { name in
                try String(contentsOfFile: "\(root)/\(Self.drop)/ack/\(name)", encoding: .utf8)
                    .split(separator: "*")[13].description
            }
        }
        #expect(try Child.run(BuiltProgram.path, ["init", first, "--partners", partners, "--quiet"]).status == 0)
        for number in 1...2 {
            try order(number, in: first)
            #expect(try edigate("run", "--now", root: first).status == 0)
            if number == 1 { #expect(try edigate("backup", "\(folder)/copy", root: first).status == 0) }
        }
        try order(3, in: first)
        let known = try answers(first)
        #expect(Set(known).count == 2)

        func fresh() throws -> String {
            let root = "\(folder)/killed"
            try? FileManager.default.removeItem(atPath: root)
            try FileManager.default.copyItem(atPath: first, toPath: root)
            return root
        }
        func restore(_ root: String, _ orders: [String: String] = [:]) throws -> Child.Ending {
            try Child.run(
                BuiltProgram.path,
                ["restore", "\(folder)/copy", "--by", "ana", "--because", "disk", "--quiet", "--root", root],
                environment: ["LD_PRELOAD": try Program.shim.get(), "SHIM_ROOT": root].merging(orders) { $1 })
        }
        let undisturbed = try fresh()
        #expect(try restore(undisturbed, ["SHIM_LOG": "\(folder)/calls"]).status == 0)
        let calls = try CallRecord.read("\(folder)/calls", root: undisturbed)
        let placed = try #require(calls.firstIndex { $0.kind == .rename && $0.other == "ledger.sqlite" })
        var refused = 0
        // The record lacks calls that failed, such as removing what is not there: the last call has a greater number.
        for number in Set(KillTests.steps(to: calls.count, few: 8)).union(placed...calls.count + 20).sorted() {
            let root = try fresh()
            if try restore(root, ["SHIM_KILL": "\(number)"]).status != nil {
                #expect(number > calls.count)
                break
            }
            let run = try edigate("run", "--now", root: root)
            if run.status == 3, run.errors.contains("edigate restore") { refused += 1 }
            #expect(run.status == 0 || run.status == 3, "call \(number): \(run.errors)")
            #expect(try restore(root).status == 0, "call \(number)")
            let last = try edigate("run", "--now", root: root)
            #expect(last.status == 0, "call \(number): \(last.errors)")
            let sent = try answers(root)
            #expect(sent.count == 3 && Set(sent).count == 3, "call \(number): \(sent)")
            #expect(try edigate("audit", "verify", root: root).status == 0, "call \(number)")
            #expect(try edigate("numbers", "audit", root: root).status == 0, "call \(number)")
        }
        #expect(refused > 0)
    }
}
