import Foundation
import ProgramTestSupport
import Testing

/// A watch under kills: started, given files, stopped, and killed at its calls meanwhile.
@Suite(.serialized) struct WatchKillTests {
    /// A copy of a scene whose files are still on their way to the drops.
    private struct Trial {
        let scene: Scene
        let copy: (root: String, partner: String)
        /// The files that come, the oldest first: where they wait, and where they belong.
        private var coming: [(from: String, to: String)] = []

        init(_ scene: Scene) throws {
            self.scene = scene
            copy = try scene.copy()
            let files = FileManager.default
            let names = try World.contents(of: copy.root).keys.filter {
                $0.hasPrefix("outbound/") || $0.contains("/in/")
            }
            let dated = try names.map { name in
                (name, try files.attributesOfItem(atPath: "\(copy.root)/\(name)")[.modificationDate] as? Date ?? .now)
            }
            for (name, _) in dated.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) {
                let from = "\(copy.partner)/\(name.replacingOccurrences(of: "/", with: "%"))"
                try files.moveItem(atPath: "\(copy.root)/\(name)", toPath: from)
                coming.append((from, "\(copy.root)/\(name)"))
            }
        }

        /// Lets the files come.
        func drop() throws {
            for file in coming { try FileManager.default.moveItem(atPath: file.from, toPath: file.to) }
        }

        /// Whether nothing lies where files are taken from, or is under way.
        func isDone() -> Bool {
            let files = FileManager.default
            let work = (try? files.contentsOfDirectory(atPath: "\(copy.root)/work")) ?? []
            return coming.allSatisfy { !files.fileExists(atPath: $0.to) } && work.allSatisfy { $0 == ".lock" }
        }

        func remove() { scene.remove(copy) }
    }

    /// Runs a watch, lets the files come when it is ready, and stops it when it has nothing to do. Gives its exit status,
    /// nil when it was killed.
    private static func serve(_ trial: Trial, _ orders: [String: String], dropping: Bool) throws -> Int32? {
        let watch = try Watching(trial.copy.root, orders)
        let isReady = try watch.wait(for: "READY=1")
        if dropping { try trial.drop() }
        if isReady { _ = try watch.wait(for: "STATUS=watching") { trial.isDone() } }
        return try watch.stop()
    }

    @Test func `a watch that is killed anywhere leaves the same world, once another has served`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let log = scene.folder + "/calls"
        let undisturbed = try Trial(scene)
        #expect(try Self.serve(undisturbed, ["SHIM_LOG": log], dropping: true) == 0)
        let expected = try World(undisturbed.copy.root).essence
        #expect(expected.received.count > 8 && expected.rows.count > 50)
        let calls = try CallRecord.read(log, root: undisturbed.copy.root)
        undisturbed.remove()
        var row = FaultRow("SIGKILL of a watch")
        var killed = 0
        for number in KillTests.points(calls, some: 3, oneIn: 2) {
            let trial = try Trial(scene)
            defer { trial.remove() }
            // How many calls there are depends on which files come together: a watch may serve to its end.
            if try Self.serve(trial, ["SHIM_KILL": "\(number)"], dropping: true) == nil { killed += 1 }
            row.points += 1
            let status = try Self.serve(trial, [:], dropping: false)
            if status != 0 {
                row.wrong += 1
                row.note("call \(number): the next watch ended with \(status.map(String.init) ?? "a signal")")
            }
            row.compare(try World(trial.copy.root).essence, with: expected, "call \(number)")
        }
        KillTests.report([row])
        #expect(killed * 2 > row.points)
    }

    @Test func `a watch that is told to stop while files come leaves what the next one ends`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let undisturbed = try Trial(scene)
        defer { undisturbed.remove() }
        #expect(try Self.serve(undisturbed, [:], dropping: true) == 0)
        let expected = try World(undisturbed.copy.root).essence
        let trial = try Trial(scene)
        defer { trial.remove() }
        let watch = try Watching(trial.copy.root)
        #expect(try watch.wait(for: "READY=1"))
        try trial.drop()
        #expect(try watch.stop() == 0)
        #expect(try Self.serve(trial, [:], dropping: false) == 0)
        var row = FaultRow("SIGTERM while files come")
        row.points = 1
        row.compare(try World(trial.copy.root).essence, with: expected, "SIGTERM")
        KillTests.report([row])
    }
}
