import Foundation
import ProgramTestSupport
import Synchronization

/// Runs the gateway under every fault and compares what comes of it with an undisturbed run.
struct Trials: Sendable {
    let scene: Scene
    /// The calls of an undisturbed run in their order.
    let calls: [CallRecord]
    /// The world after it, when the partner takes each file at once, and when it takes none.
    let taken: World
    let left: World
    /// Whether a run that must find nothing to do comes last.
    let isWhole: Bool

    init(isRolling: Bool, isWhole: Bool) throws {
        self.isWhole = isWhole
        scene = try Scene(isRolling: isRolling, isWhole: isWhole)
        let log = scene.folder + "/calls"
        var copy = try scene.copy()
        guard try Program.work(copy.root, ["SHIM_LOG": log]).status == 1 else {
            throw Child.Failure("an undisturbed run does not end as expected")
        }
        calls = try CallRecord.read(log, root: copy.root)
        left = try World(copy.root)
        scene.remove(copy)
        copy = try scene.copy()
        _ = try Program.work(copy.root, ["SHIM_PARTNER": copy.partner])
        taken = try World(copy.root, partner: copy.partner)
        scene.remove(copy)
    }

    /// How a process is ended at a call.
    enum Moment: String, CaseIterable {
        case before = ""
        case after = "+"
        case half = "/"
    }

    /// Kills the gateway at one of its calls, lets another one finish, and compares.
    func kill(at number: Int, _ moment: Moment, partnerTakes: Bool, _ row: inout FaultRow) throws {
        // Half a call is for those that write bytes.
        if moment == .half, calls[number - 1].kind != .write { return }
        let trial = "\(calls[number - 1].kind) \(calls[number - 1].path) (call \(number)\(moment.rawValue))"
        let copy = try scene.copy()
        defer { scene.remove(copy) }
        let partner = partnerTakes ? ["SHIM_PARTNER": copy.partner] : [:]
        let killed = try Program.work(copy.root, partner.merging(["SHIM_KILL": "\(number)\(moment.rawValue)"]) { $1 })
        row.points += 1
        if killed.status != nil {
            row.wrong += 1
            row.note("\(trial): was not killed, but ended by itself with \(killed.status ?? -1)")
        }
        try finish(copy, partner, trial, &row)
        row.compare(
            try World(copy.root, partner: copy.partner), with: partnerTakes ? taken : left, trial)
    }

    /// Lets another run take up what is left, and one more find nothing.
    private func finish(
        _ copy: (root: String, partner: String), _ orders: [String: String], _ trial: String, _ row: inout FaultRow
    ) throws {
        for statuses in (isWhole ? [[0, 1], [0]] : [[0, 1]]) as [[Int32]] {
            let ending = try Program.work(copy.root, orders)
            guard let status = ending.status, statuses.contains(status) else {
                row.wrong += 1
                row.note("\(trial): the next run ended with \(ending.status ?? -1): \(ending.errors.suffix(200))")
                return
            }
        }
    }

    /// Lets a call fail, and all after it when `forGood`; then lets an undisturbed run finish, and compares.
    func fail(at number: Int, _ error: Int32, forGood: Bool, _ row: inout FaultRow) throws {
        let trial = "\(calls[number - 1].kind) \(calls[number - 1].path) (call \(number))"
        let copy = try scene.copy()
        defer { scene.remove(copy) }
        let partner = ["SHIM_PARTNER": copy.partner]
        let failed = try Program.work(
            copy.root, partner.merging(["SHIM_FAIL": "\(number):\(error)\(forGood ? "*" : "")"]) { $1 })
        row.points += 1
        switch failed.status {
        case 0, 1: break
        case 3 where !failed.errors.isEmpty: break
        default:
            row.wrong += 1
            row.note("\(trial): ended with \(failed.status ?? -1): \(failed.errors.suffix(200))")
        }
        try finish(copy, partner, trial, &row)
        // A file that could not be taken at first is worked after the others, and so has other numbers.
        row.compare(try World(copy.root, partner: copy.partner).essence, with: taken.essence, trial)
    }

    /// Cuts the power after some calls, starts again from what the disk kept, and compares.
    func cutPower(after count: Int, seed: Int?, on disk: Disk, _ row: inout FaultRow) throws {
        let trial = "power cut after call \(count)" + (seed.map { ", seed \($0)" } ?? "")
        let copy = try scene.copy()
        defer { scene.remove(copy) }
        var lot = seed.map { SeededLot($0) }
        let kept = disk.afterPowerCut(&lot)
        let files = FileManager.default
        let before = try World.contents(of: copy.root)
        for path in before.keys where kept.files[path] == nil { try files.removeItem(atPath: "\(copy.root)/\(path)") }
        for folder in kept.folders.sorted() {
            try files.createDirectory(atPath: "\(copy.root)/\(folder)", withIntermediateDirectories: true)
        }
        for (path, bytes) in kept.files where before[path] != bytes && !path.hasSuffix("-shm") {
            try Data(bytes).write(to: URL(filePath: "\(copy.root)/\(path)"))
            guard let time = scene.times.withLock({ $0[bytes] }) else { continue }
            try files.setAttributes([.modificationDate: time], ofItemAtPath: "\(copy.root)/\(path)")
        }
        row.points += 1
        try finish(copy, [:], trial, &row)
        row.compare(try World(copy.root).essence, with: left.essence, trial)
    }

    /// A disk as it was before the first call.
    func disk() throws -> Disk {
        Disk(files: try World.contents(of: scene.start), folders: World.folders(in: scene.start))
    }
}

extension World {
    /// The world without what depends on the order in which files are worked: numbers given out and ids of rows.
    var essence: World {
        var world = self
        world.received = [:]
        for (file, count) in received {
            var told = file
            if file.contains("/ack/") || file.contains("/out/") {
                // Its kind, and the number of what it answers.
                let name = (file.split(separator: " ").first ?? "").split(separator: "/")
                let parts = (name.last ?? "").split(separator: "_")
                told = "\(name.dropLast().joined(separator: "/")) \(parts.first ?? "")"
                if parts.count == 3 { told += " \(parts[2])" }
            } else if file.contains(".ndjson") {
                // The documents of a file, and not which came together.
                for line in (file.split(separator: " ", maxSplits: 1).last ?? "").split(separator: "\n") {
                    world.received["document \(line)", default: 0] += count
                }
                continue
            }
            if let mark = told.range(of: World.fileMark, options: .backwards) {
                told = String(told[..<mark.lowerBound])
            }
            world.received[told, default: 0] += count
        }
        world.files = files.filter { !$0.key.hasPrefix("quarantine/") }
        world.files["in quarantine"] = "\(files.count { $0.key.hasPrefix("quarantine/") })"
        let tables = rows.map { $0.split(separator: " ").first.map(String.init) ?? "" }.filter { $0 != "event" }
        world.rows = tables.sorted()
        world.rows += rows.filter { $0.hasPrefix("integrity") || $0.contains("state=claimed") }
        return world
    }
}
