import EndpointTestSupport
import Foundation
import ProgramTestSupport
import Testing

/// The gateway killed while documents are on their way to somebody else's program or server: nothing is lost, and what
/// comes twice is known by its key.
@Suite(.serialized) struct EndpointKillTests {
    /// Where documents go in a trial, and what came there.
    private protocol Receiver {
        /// The rules by which documents go there, and only there.
        func rules(_ trial: Trial) -> String
        /// How often each thing came in a trial, by its key, and whether it was the same each time.
        func received(_ trial: Trial) throws -> [String: Came]
    }

    private struct Came: Equatable {
        var times: Int
        var isSame: Bool
    }

    /// A copy of a scene, with a name of its own.
    private struct Trial {
        let scene: Scene
        let copy: (root: String, partner: String)
        var name: String { copy.root.split(separator: "/").last.map(String.init) ?? "" }

        init(_ scene: Scene, _ receiver: any Receiver) throws {
            self.scene = scene
            copy = try scene.copy()
            try Data("{ delivery: [\(receiver.rules(self))] }".utf8).write(
                to: URL(filePath: "\(copy.root)/gateway.json5"))
        }

        func remove() { scene.remove(copy) }
    }

    // MARK: - The receivers

    /// A program: a file for each time it is called, named after the key and the attempt, whole when it has its name.
    private struct ProgramReceiver: Receiver {
        var then = ""

        func rules(_ trial: Trial) -> String {
            let folder = trial.copy.partner
            return """
                { to: 'command', shell: true, parallel: 2, command: [
                  'cat > \(folder)/.$$; mv \(folder)/.$$ \(folder)/$EDIGATE_KEY.$EDIGATE_ATTEMPT\
                \(then.replacingOccurrences(of: "RECEIVED", with: folder))'] }
                """
        }

        func received(_ trial: Trial) throws -> [String: Came] {
            var found: [(String, Data)] = []
            for name in try FileManager.default.contentsOfDirectory(atPath: trial.copy.partner)
            where !name.hasPrefix(".") {
                found.append(
                    (
                        String(name.prefix { $0 != "." }),
                        try Data(contentsOf: URL(filePath: "\(trial.copy.partner)/\(name)"))
                    ))
            }
            return EndpointKillTests.counted(found)
        }
    }

    /// A web server. What it does with a key that it has seen is nothing: so its effects are the keys.
    private struct WebServer: Receiver {
        let server: WebReceiver

        func rules(_ trial: Trial) -> String { "{ to: 'webhook', url: '\(server.url)/\(trial.name)', parallel: 2 }" }

        func received(_ trial: Trial) throws -> [String: Came] {
            EndpointKillTests.counted(
                try server.requests().filter { $0.path == "/\(trial.name)" }
                    .map { ($0["Idempotency-Key"] ?? "", Data($0.body.utf8)) })
        }
    }

    /// An OpenSSH server. There the name of a file is its key: one that came twice would have a second one.
    private struct FileServer: Receiver {
        let server: SFTPServer

        func rules(_ trial: Trial) -> String {
            try? FileManager.default.createDirectory(
                atPath: "\(server.folder)/inbox/\(trial.name)", withIntermediateDirectories: true)
            // Two of the three documents: each attempt makes a connection.
            return server.rule(", folder: '\(trial.name)', of: ['PurchaseOrder', 'Invoice']")
        }

        func received(_ trial: Trial) throws -> [String: Came] {
            EndpointKillTests.counted(
                try server.files("/\(trial.name)").filter { !$0.key.hasPrefix(".") }.map {
                    ($0.key, Data($0.value.utf8))
                })
        }
    }

    private static func counted(_ found: [(String, Data)]) -> [String: Came] {
        Dictionary(grouping: found) { $0.0 }.mapValues { Came(times: $0.count, isSame: Set($0.map(\.1)).count == 1) }
    }

    // MARK: - The trials

    @Test func `a document that was taken when the gateway died comes again with the same key`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        // The first call of the program, once it has taken the document, kills the gateway that started it.
        let receiver = ProgramReceiver(then: "; mkdir RECEIVED/.killed 2>/dev/null && kill -9 $PPID; exit 0")
        let trial = try Trial(scene, receiver)
        defer { trial.remove() }
        #expect(try Program.work(trial.copy.root).status == nil)
        let before = try receiver.received(trial)
        #expect(!before.isEmpty)
        let ending = try Program.work(trial.copy.root)
        #expect(ending.status == 0 || ending.status == 1, "\(ending.errors)")
        #expect(ending.errors.contains("it may come there twice"))
        let after = try receiver.received(trial)
        #expect(!after.values.contains { !$0.isSame })
        #expect(after.count == 3)
        #expect(after.values.contains { $0.times == 2 })
        // All is marked: nothing comes a third time.
        #expect(try Program.work(trial.copy.root).status == 0)
        #expect(try receiver.received(trial) == after)
    }

    @Test func `a gateway that is killed anywhere loses no document on its way to a program`() throws {
        try Self.killed(ProgramReceiver(), "program", documents: 3, some: 6)
    }

    @Test(.enabled(if: WebReceiver.isAvailable, "there is no python3"))
    func `a gateway that is killed anywhere loses no document on its way to a web server`() throws {
        try Self.killed(WebServer(server: try WebReceiver()), "web server", documents: 3, some: 3, oneIn: 3)
    }

    @Test(.enabled(if: SFTPServer.isAvailable, "there is no OpenSSH server and client"))
    func `a gateway that is killed anywhere puts each document once on an SFTP server`() throws {
        // Each trial makes some connections.
        try Self.killed(
            FileServer(server: try SFTPServer()), "SFTP server", documents: 2, some: 2, oneIn: 6, mostTimes: 1)
    }

    /// Kills the gateway at its calls, lets another one finish, and holds that each document came, the same each time and
    /// at most so often, and that nothing comes after.
    private static func killed(
        _ receiver: some Receiver, _ what: String, documents: Int, some: Int, oneIn share: Int = 1, mostTimes: Int = 2
    ) throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let log = scene.folder + "/calls"
        let undisturbed = try Trial(scene, receiver)
        #expect(try Program.work(undisturbed.copy.root, ["SHIM_LOG": log]).status == 1)
        let expected = try receiver.received(undisturbed)
        #expect(expected.count == documents && expected.values.allSatisfy { $0.times == 1 })
        let calls = try CallRecord.read(log, root: undisturbed.copy.root)
        undisturbed.remove()
        var row = FaultRow("SIGKILL, documents to a \(what)")
        var killed = 0
        for number in KillTests.points(calls, some: some, oneIn: share) {
            let trial = try Trial(scene, receiver)
            defer { trial.remove() }
            row.points += 1
            // How many calls there are depends on which attempts end together: a run may end before this one.
            if try Program.work(trial.copy.root, ["SHIM_KILL": "\(number)"]).status == nil { killed += 1 }
            let ending = try Program.work(trial.copy.root)
            if ![0, 1].contains(ending.status) {
                row.wrong += 1
                row.note("call \(number): the next run ended with \(ending.status ?? -1): \(ending.errors)")
            }
            let received = try receiver.received(trial)
            row.lost += Set(expected.keys).subtracting(received.keys).count
            row.doubled += Set(received.keys).subtracting(expected.keys).count
            for (key, came) in received where !came.isSame || came.times > mostTimes {
                row.doubled += 1
                row.note(
                    "call \(number): \(key) came \(came.times) times, \(came.isSame ? "the same" : "not the same")")
            }
            #expect(try Program.work(trial.copy.root).status == 0)
            if try receiver.received(trial) != received {
                row.doubled += 1
                row.note("call \(number): something came although all was marked")
            }
        }
        KillTests.report([row])
        #expect(killed * 2 > row.points)
    }
}
