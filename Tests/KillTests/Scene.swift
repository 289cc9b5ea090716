import Foundation
import ProgramTestSupport
import Synchronization

/// A root with files of every kind that the gateway works, copied afresh for each run.
final class Scene: Sendable {
    let folder: String
    /// The root as it is before anything ran.
    var start: String { folder + "/start" }
    private let copies = Mutex(0)

    /// Lays out a root; when `isRolling`, documents are handed over many in a file; when `isWhole`, it holds a large file too.
    init(isRolling: Bool, isWhole: Bool) throws {
        let files = FileManager.default
        // The real path: the shim compares paths as the system tells them.
        folder =
            files.temporaryDirectory.resolvingSymlinksInPath().appending(path: "edigate-kill-\(UUID().uuidString)").path
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let partners = BuiltProgram.repository.appending(path: "TradingPartners").path
        let made = try Child.run(BuiltProgram.path, ["init", start, "--partners", partners])
        guard made.status == 0 else { throw Child.Failure(made.errors) }
        if isRolling { try write(Array("{ documents: 'rolling' }".utf8), to: "gateway.json5") }
        let network = "Samples/network"
        let order = try sample("\(network)/brightwater-clinics/in/850-4500178263.x12")
        try drop(order, "brightwater-clinics/in/order.x12", age: 1)
        try drop(try sample("\(network)/corvane-medical/in/855-4500178263.x12"), "corvane-medical/in/855.x12", age: 2)
        try drop(try sample("\(network)/tallis-surgical/in/810-4500178263.x12"), "tallis-surgical/in/810.x12", age: 3)
        try drop(try sample("Samples/bad/bad-date.x12"), "brightwater-clinics/in/refused.x12", age: 4)
        // The same once more, and the same number with other content.
        try drop(order, "brightwater-clinics/in/retransmission.x12", age: 5)
        try drop(
            order.replacing(Array("20260309".utf8), with: Array("20260310".utf8)),
            "brightwater-clinics/in/collision.x12", age: 6)
        // Larger than what the ledger keeps itself; it takes a debug build half a second.
        if isWhole {
            try drop([UInt8](repeating: UInt8(ascii: "?"), count: 1_100_000), "tallis-surgical/in/large.bin", age: 7)
        }
        for name in ["order-to-corvane-medical.json", "ship-notice-to-brightwater-clinics.json"] {
            try write(try sample("Samples/canonical/\(name)"), to: "outbound/\(name)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func sample(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: BuiltProgram.repository.appending(path: path)))
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(filePath: start).appending(path: path))
    }

    /// How old what was dropped is: a file keeps its time wherever it is moved.
    let times = Mutex<[[UInt8]: Date]>([:])

    /// Puts a file into a drop; the gateway takes the oldest first.
    private func drop(_ bytes: [UInt8], _ path: String, age: Int) throws {
        try write(bytes, to: "drop/\(path)")
        let time = Date(timeIntervalSince1970: Double(1_700_000_000 + age))
        times.withLock { if $0[bytes] == nil { $0[bytes] = time } }
        try FileManager.default.setAttributes(
            [.modificationDate: time],
            ofItemAtPath: "\(start)/drop/\(path)")
    }

    /// A copy of the root, and a folder for what a partner takes away.
    func copy() throws -> (root: String, partner: String) {
        let number = copies.withLock {
            $0 += 1
            return $0
        }
        let root = "\(folder)/\(number)"
        let partner = "\(root)-received"
        guard try Child.run("/bin/cp", ["-a", start, root]).status == 0 else {
            throw Child.Failure("the root cannot be copied")
        }
        try FileManager.default.createDirectory(atPath: partner, withIntermediateDirectories: true)
        return (root, partner)
    }

    func remove(_ copy: (root: String, partner: String)) {
        for path in [copy.root, copy.partner] { try? FileManager.default.removeItem(atPath: path) }
    }
}
