import CSQLite
import Foundation
import ProgramTestSupport
import Testing

/// The gateway under kills, failing disks and power cuts: nothing is lost, nothing is done twice.
///
/// The points are counted by an undisturbed run. By default a few are tried, of those that matter most;
/// `EDIGATE_POINTS=all` tries every one of them, `EDIGATE_POINTS=5` every fifth, `EDIGATE_POINTS=5:3` every fifth from
/// the third on, and then a table tells what came of it. `EDIGATE_PROGRAM` names another build of the program than the one beside the tests.
@Suite(.serialized) struct KillTests {
    /// Tries every so many points, from the first on or a later one; nil for a few.
    static let asked: (stride: Int, first: Int)? = {
        guard let word = ProcessInfo.processInfo.environment["EDIGATE_POINTS"] else { return nil }
        let numbers = (word == "all" ? "1" : word).split(separator: ":").compactMap { Int($0) }
        return numbers.first.map { stride in (max(1, stride), max(1, numbers.count > 1 ? numbers[1] : 1)) }
    }()
    static let isWhole = asked != nil

    /// Numbers up to a count: those that `EDIGATE_POINTS` says, or a few, evenly spread.
    static func steps(to count: Int, few: Int) -> [Int] {
        Array(stride(from: asked?.first ?? 1, through: count, by: asked?.stride ?? max(1, count / few)))
    }

    /// Numbers of calls to try: those that `EDIGATE_POINTS` says, or `some`, first those around the moments that matter.
    /// Where a trial takes long, of the points asked for one in so many is tried, unless it is all of them.
    static func points(_ calls: [CallRecord], some: Int, oneIn share: Int = 1) -> [Int] {
        if let (step, first) = asked {
            return Array(stride(from: first, through: calls.count, by: step == 1 ? 1 : step * share))
        }
        // The last file that appears, the last commit, the last claim, the last removal, the last private file.
        let moments: [(CallRecord) -> Bool] = [
            { isPublic($0.other) }, { $0.kind == .syncData && $0.path.hasSuffix("-wal") },
            { $0.kind == .unlink && $0.path.hasPrefix("work/") }, { $0.kind == .write && $0.path.hasPrefix("outbox/") },
            { $0.other.hasPrefix("work/") },
        ]
        var chosen = moments.prefix(some).compactMap { calls.lastIndex(where: $0) }.map { $0 + 1 }
        let step = calls.count / max(1, some - chosen.count + 1)
        chosen += (1...max(1, some)).map { $0 * step }.prefix(max(0, some - chosen.count)).filter { $0 >= 1 }
        return Set(chosen).sorted()
    }

    /// Prints the table and holds that it is clean.
    static func report(_ rows: [FaultRow]) {
        if isWhole { print(FaultTable.text(rows)) }
        for row in rows { #expect(row.isClean, "\(FaultTable.text([row]))") }
    }

    static let separate = Result { try Trials(isRolling: false, isWhole: isWhole) }
    static let rolling = Result { try Trials(isRolling: true, isWhole: isWhole) }

    /// Whether a kill after the call differs from one before the next: only where a partner acts in between.
    private static func isNaming(_ call: CallRecord) -> Bool { [.rename, .link, .unlink].contains(call.kind) }

    @Test(arguments: [false, true])
    func `a gateway that is killed anywhere leaves the same world, once another has finished`(isRolling: Bool) throws {
        let trials = try (isRolling ? Self.rolling : Self.separate).get()
        let words = isRolling ? "rolling NDJSON" : "a file each"
        var taking = FaultRow("SIGKILL, partner takes at once, \(words)")
        var leaving = FaultRow("SIGKILL, partner takes at the end, \(words)")
        var torn = FaultRow("SIGKILL in the middle of a write, \(words)")
        for number in Self.points(trials.calls, some: isRolling ? 2 : 8) {
            try trials.kill(at: number, .before, partnerTakes: true, &taking)
            if Self.isNaming(trials.calls[number - 1]) {
                try trials.kill(at: number, .after, partnerTakes: true, &taking)
            }
            guard Self.isWhole else { continue }
            try trials.kill(at: number, .before, partnerTakes: false, &leaving)
            try trials.kill(at: number, .half, partnerTakes: true, &torn)
        }
        if !Self.isWhole, let write = trials.calls.lastIndex(where: { $0.kind == .write && !isLedger($0.path) }) {
            try trials.kill(at: write + 1, .half, partnerTakes: true, &torn)
            try trials.kill(at: write + 1, .before, partnerTakes: false, &leaving)
        }
        Self.report([taking, leaving, torn])
    }

    @Test(arguments: [false, true])
    func `nothing is visible before what it rests on is on the disk`(isRolling: Bool) throws {
        let trials = try (isRolling ? Self.rolling : Self.separate).get()
        var row = FaultRow("order of calls, \(isRolling ? "rolling NDJSON" : "a file each")")
        row.points = trials.calls.count
        for fault in OrderCheck.faults(in: trials.calls) {
            row.disordered += 1
            row.note(fault)
        }
        Self.report([row])
        // The check is one that can fail: without the syncs it finds much.
        #expect(OrderCheck.faults(in: trials.calls.filter { !$0.isSync }).count > 10)
    }

    @Test func `a power cut loses what was not synced and nothing else`() throws {
        let trials = try Self.separate.get()
        var rows = [FaultRow("power cut, all that was not synced is lost")]
        let seeds: [Int?] = Self.isWhole ? [nil, 1, 2, 3] : [nil, 1]
        if seeds.count > 1 { rows.append(FaultRow("power cut, some of it is lost, by lot")) }
        let chosen = Set(Self.points(trials.calls, some: 3))
        let disk = try trials.disk()
        for (index, call) in trials.calls.enumerated() {
            disk.apply(call)
            guard chosen.contains(index + 1) else { continue }
            for seed in seeds {
                try trials.cutPower(
                    after: index + 1, seed: seed.map { $0 &+ index &* 7 }, on: disk, &rows[seed == nil ? 0 : 1])
            }
        }
        Self.report(rows)
    }

    /// Errors, whether they stay, and what they stand for.
    static let errors: [(name: String, number: Int32, forGood: Bool)] = [
        ("ENOSPC, disk full for good", ENOSPC, true), ("ENOSPC, once", ENOSPC, false), ("EIO, once", EIO, false),
        ("EIO, for good", EIO, true), ("EROFS, folder read-only for good", EROFS, true),
        ("EACCES, once", EACCES, false),
    ]

    @Test(arguments: errors.indices)
    func `a call that fails ends in a message, and the next run completes the work`(at: Int) throws {
        let trials = try Self.separate.get()
        let error = Self.errors[at]
        var row = FaultRow(error.name)
        // Each error at another of the moments that matter.
        let points = Self.points(trials.calls, some: Self.errors.count)
        for number in Self.isWhole ? points : [points[at % points.count]] {
            try trials.fail(at: number, error.number, forGood: error.forGood, &row)
        }
        Self.report([row])
    }

    @Test func `a second gateway on a root is refused, and harms nothing`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let copy = try scene.copy()
        defer { scene.remove(copy) }
        let lock = open(copy.root + "/work/.lock", O_RDWR | O_CREAT, 0o600)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX) == 0)
        let ending = try Program.work(copy.root)
        #expect(ending.status == 3)
        #expect(ending.errors.contains("another gateway works this root"))
        #expect(flock(lock, LOCK_UN) == 0)
        #expect(try Program.work(copy.root).status == 1)
    }

    @Test func `a ledger that another program locks ends the run with a message, and the next completes it`() throws {
        let trials = try Self.separate.get()
        let copy = try trials.scene.copy()
        defer { trials.scene.remove(copy) }
        // Begun, so that there is a ledger, and files lie in work/ that are not recorded.
        let claim = try #require(trials.calls.firstIndex { $0.other.hasPrefix("work/") })
        let commit = try #require(
            trials.calls[claim...].firstIndex { $0.isSync && $0.path == "ledger.sqlite-wal" })
        _ = try Program.work(copy.root, ["SHIM_KILL": "\(commit)"])
        var handle: OpaquePointer?
        defer { sqlite3_close_v2(handle) }
        #expect(sqlite3_open(copy.root + "/ledger.sqlite", &handle) == SQLITE_OK)
        #expect(sqlite3_exec(handle, "BEGIN IMMEDIATE", nil, nil, nil) == SQLITE_OK)
        let ending = try Program.work(copy.root)
        #expect(ending.status == 3)
        #expect(ending.errors.contains("locked"))
        #expect(sqlite3_exec(handle, "ROLLBACK", nil, nil, nil) == SQLITE_OK)
        #expect(try Program.work(copy.root).status == 1)
        #expect(try World(copy.root) == trials.left)
    }

    @Test func `a clock that is set back loses and doubles nothing`() throws {
        let scene = try Scene(isRolling: false, isWhole: false)
        let copy = try scene.copy()
        let later = ["SHIM_TIME": String(Program.time + 3_600_000)]
        #expect(try Program.work(copy.root, later).status == 1)
        let first = try World(copy.root)
        // The same names once more, at the same moment and at an earlier one: retransmissions.
        for time in [later, [:]] {
            for path in ["brightwater-clinics/in/order.x12", "corvane-medical/in/855.x12"] {
                try FileManager.default.copyItem(
                    atPath: "\(scene.start)/drop/\(path)", toPath: "\(copy.root)/drop/\(path)")
            }
            let ending = try Program.work(copy.root, time)
            #expect(ending.status == 0, "\(ending.errors)")
        }
        let last = try World(copy.root)
        #expect(
            last.received.filter { $0.key.hasPrefix("canonical/") }
                == first.received.filter { $0.key.hasPrefix("canonical/") })
        #expect(last.rows.filter { $0.hasPrefix("document ") } == first.rows.filter { $0.hasPrefix("document ") })
        #expect(
            last.rows.filter { $0.hasPrefix("arrival ") }.count == first.rows.filter { $0.hasPrefix("arrival ") }.count
                + 4)
        #expect(last.files.filter { $0.key.hasPrefix("work/") }.isEmpty)
    }
}
