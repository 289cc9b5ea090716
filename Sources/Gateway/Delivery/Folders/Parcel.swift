import Ledger

/// A file for a receiver: one delivery, or the documents of many deliveries, a line each.
///
/// It is written under a private name, its staged name, and later moved to its folder: the move is one step, after which
/// the staged name is gone. So the staged name tells what became of the file even when its receiver has taken it away.
struct Parcel {
    /// The private folder, on the volume of the root.
    static let stage = "outbox"
    private static let rolledExtension = ".ndjson"

    /// The deliveries it carries out, in their order, without their bytes.
    var deliveries: [Item]
    /// Where the receiver finds it, relative to the root.
    var folder: String
    var name: String
    /// The folder and name under which it lies before, the folder relative to the root.
    var stagedIn: String
    var stagedAs: String
    /// What it holds; empty once it is staged.
    var bytes: [[UInt8]] = []

    /// A delivery, and the row it is about.
    struct Item {
        var id: Int
        var kind: Ledger.Delivery.Kind
        var reference: String

        init(_ delivery: Ledger.Recorded<Ledger.Delivery>) {
            id = delivery.id
            kind = delivery.kind
            reference = delivery.reference
        }
    }

    var ids: [Int] { deliveries.map(\.id) }

    /// What the queue of its folder is called.
    var endpoint: String { Outbox.endpoint(folder) }

    /// Whether its file holds the documents of more than one delivery, or could.
    var isRolled: Bool { deliveries.count > 1 || stagedAs.hasSuffix(Self.rolledExtension) }

    var staged: String { "\(stagedIn)/\(stagedAs)" }

    private init(_ first: Ledger.Recorded<Ledger.Delivery>, rolled: Bool) {
        deliveries = [Item(first)]
        folder = first.folder
        name = first.fileName
        stagedIn = Self.stage
        stagedAs = String(first.id)
        guard rolled else { return }
        stagedAs += Self.rolledExtension
        name = Self.rolledName(folder: folder, first: first.id)
    }

    /// `PurchaseOrder-000000042.ndjson`, after the first delivery in it: no two files have the same name.
    private static func rolledName(folder: String, first: Int) -> String {
        let parts = folder.split(separator: "/")
        let digits = String(first)
        let padding = String(repeating: "0", count: max(0, 9 - digits.count))
        return "\(parts.count > 1 ? parts[1] : "documents")-\(padding)\(digits)\(rolledExtension)"
    }

    /// Packs deliveries in their order; when `rolling`, the documents of a folder go into one file.
    static func pack(_ deliveries: [Ledger.Recorded<Ledger.Delivery>], rolling: Bool) -> [Parcel] {
        var parcels: [Parcel] = []
        var open: [String: Int] = [:]
        for delivery in deliveries {
            let isRolled = rolling && delivery.kind == .document
            if isRolled, let at = open[delivery.folder] {
                parcels[at].deliveries.append(Item(delivery))
                parcels[at].append(line: delivery.payload)
                continue
            }
            var parcel = Parcel(delivery, rolled: isRolled)
            if isRolled {
                open[delivery.folder] = parcels.count
                parcel.append(line: delivery.payload)
            } else {
                parcel.bytes = [delivery.payload]
            }
            parcels.append(parcel)
        }
        return parcels
    }

    private mutating func append(line: [UInt8]) {
        bytes.append(line)
        if line.last != UInt8(ascii: "\n") { bytes.append([UInt8(ascii: "\n")]) }
    }

    /// The parcels that an earlier run staged, from the deliveries' rows.
    static func staged(_ deliveries: [Ledger.Recorded<Ledger.Delivery>]) -> [Parcel] {
        var parcels: [Parcel] = []
        var known: [String: Int] = [:]
        for delivery in deliveries {
            guard let path = delivery.staged, let slash = path.lastIndex(of: "/") else { continue }
            if let at = known[path] {
                parcels[at].deliveries.append(Item(delivery))
                continue
            }
            var parcel = Parcel(delivery, rolled: path.hasSuffix(rolledExtension) && delivery.kind == .document)
            parcel.stagedIn = String(path[..<slash])
            parcel.stagedAs = String(path[path.index(after: slash)...])
            known[path] = parcels.count
            parcels.append(parcel)
        }
        return parcels
    }

    /// Lies in the receiver's own folder under a hidden name, where the private folder is on another volume.
    mutating func stageInPlace() {
        stagedIn = folder
        stagedAs = ".\(stagedAs).edigate"
    }

    /// Whether a name in the private folder is one that a parcel gets.
    static func isStagedName(_ name: String) -> Bool {
        let digits = name.hasSuffix(rolledExtension) ? name.dropLast(rolledExtension.count) : name[...]
        return !digits.isEmpty && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
