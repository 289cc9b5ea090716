import Exchange
public import Ledger
import X12

/// Proves that what the ledger holds is what was recorded: the chain of events, the hash of every payload, the file
/// itself.
public struct Audit: Sendable, Equatable {
    /// How many events are proven to be in their place.
    public var events = 0
    /// The hash of the last of them in hexadecimal; whoever keeps it elsewhere can prove later that nothing before it
    /// was changed.
    public var head = ""
    /// How many payloads have the bytes of their hash.
    public var payloads = 0
    /// How many bytes they have.
    public var bytes = 0
    /// How many payloads were taken away by policy, each with its event.
    public var purged = 0
    /// What is not as it was recorded, a line each.
    public var faults: [String] = []

    /// Verifies a root.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - ledger: Its ledger.
    /// - Returns: What was proven, and what was not.
    /// - Throws: ``GatewayError`` when the ledger cannot be read.
    /// - Complexity: reads everything.
    public static func verify(_ root: GatewayRoot, _ ledger: Ledger) throws(GatewayError) -> Audit {
        var audit = Audit()
        let archive = Archive(root: try Folder.open(root.path))
        let (chain, faults) = try withLedger { () throws(LedgerError) in
            (try ledger.verifyEvents(), try ledger.faults())
        }
        audit.events = chain.count
        audit.head = chain.head.hexadecimal
        audit.faults = faults + [chain.fault].compactMap(\.self)
        var last: [UInt8] = []
        while true {
            let after = last
            let some = try withLedger { () throws(LedgerError) in try ledger.payloadHashes(after: after) }
            guard let greatest = some.last else { return audit }
            last = greatest
            for sha256 in some { try audit.verify(sha256, archive, ledger) }
        }
    }

    private mutating func verify(_ sha256: [UInt8], _ archive: Archive, _ ledger: Ledger) throws(GatewayError) {
        let name = sha256.hexadecimal
        let payload = try withLedger { () throws(LedgerError) in try ledger.payload(sha256) }
        guard let payload else { return faults.append("payload \(name) is gone") }
        if case .purged = payload.contents {
            let told = try withLedger { () throws(LedgerError) in
                try ledger.events(about: name).contains { $0.kind == "purged" }
            }
            purged += 1
            if !told { faults.append("payload \(name) has no bytes, and no event says who took them away") }
            return
        }
        do {
            var source = try archive.source(of: payload)
            let size = source.size
            let digest = try SHA256.digest(of: &source, range: 0..<size)
            guard digest.bytes == sha256 else {
                return faults.append("payload \(name) has other bytes: their hash is \(digest.hex)")
            }
            payloads += 1
            bytes += size
        } catch {
            faults.append("payload \(name) cannot be read: \(error)")
        }
    }
}
