import Foundation
import Testing

/// The gateway killed while documents are on their way to a program: nothing is lost, and what comes twice bears the same
/// key.
@Suite struct EndpointKillTests {
    /// A copy of a scene whose documents go to a program, and the folder into which that program puts them.
    private static func begin(_ scene: Scene, _ command: String) throws -> (root: String, partner: String) {
        let copy = try scene.copy()
        let text = command.replacingOccurrences(of: "RECEIVED", with: copy.partner)
        try Data("{ delivery: [{ to: 'command', shell: true, command: ['\(text)'], parallel: 2 }] }".utf8).write(
            to: URL(filePath: "\(copy.root)/gateway.json5"))
        return copy
    }

    /// The program: a file for each time it is called, named after the key and the attempt, whole when it has its name.
    private static let take = "cat > RECEIVED/.$$; mv RECEIVED/.$$ RECEIVED/$EDIGATE_KEY.$EDIGATE_ATTEMPT"

    /// What was received, by key: how often, and whether it was the same each time.
    private static func received(_ folder: String) throws -> [String: (times: Int, isSame: Bool)] {
        var found: [String: [Data]] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !name.hasPrefix(".") {
            let key = String(name.prefix { $0 != "." })
            found[key, default: []].append(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
        }
        return found.mapValues { ($0.count, Set($0).count == 1) }
    }

    @Test func `a document that was taken when the gateway died comes again with the same key`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        // The first call of the program, once it has taken the document, kills the gateway that started it.
        let copy = try Self.begin(
            scene, "\(Self.take); mkdir RECEIVED/.killed 2>/dev/null && kill -9 $PPID; exit 0")
        defer { scene.remove(copy) }
        #expect(try Program.work(copy.root).status == nil)
        let before = try Self.received(copy.partner)
        #expect(!before.isEmpty)
        let ending = try Program.work(copy.root)
        #expect(ending.status == 0 || ending.status == 1, "\(ending.errors)")
        #expect(ending.errors.contains("it may come there twice"))
        let after = try Self.received(copy.partner)
        #expect(!after.values.contains { !$0.isSame })
        #expect(after.count == 3)
        #expect(after.values.contains { $0.times == 2 })
        // All is marked: nothing comes a third time.
        #expect(try Program.work(copy.root).status == 0)
        let last = try Self.received(copy.partner)
        #expect(last.mapValues(\.times) == after.mapValues(\.times))
    }

    @Test func `a gateway that is killed anywhere loses no document on its way to an endpoint`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let log = scene.folder + "/calls"
        let undisturbed = try Self.begin(scene, Self.take)
        #expect(try Program.work(undisturbed.root, ["SHIM_LOG": log]).status == 1)
        let expected = try Self.received(undisturbed.partner)
        #expect(expected.count == 3 && expected.values.allSatisfy { $0.times == 1 })
        let calls = try CallRecord.read(log, root: undisturbed.root).count
        let points = ProcessInfo.processInfo.environment["EDIGATE_POINTS"]
        let step = points == "all" ? 1 : max(points.flatMap { Int($0) } ?? calls / 6, 1)
        for number in stride(from: 1, through: calls, by: step) {
            let copy = try Self.begin(scene, Self.take)
            defer { scene.remove(copy) }
            // How many calls there are depends on which attempts end together: a run may end before this one.
            _ = try Program.work(copy.root, ["SHIM_KILL": "\(number)"])
            let ending = try Program.work(copy.root)
            #expect([0, 1].contains(ending.status), "call \(number): \(ending.errors)")
            let received = try Self.received(copy.partner)
            #expect(Set(received.keys) == Set(expected.keys), "call \(number)")
            #expect(received.values.allSatisfy { $0.isSame && $0.times <= 2 }, "call \(number)")
            #expect(try Program.work(copy.root).status == 0)
            let last = try Self.received(copy.partner)
            #expect(last.mapValues(\.times) == received.mapValues(\.times), "call \(number)")
        }
    }
}
