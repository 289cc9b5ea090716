import Ledger

/// Parcels whose deliveries the ledger can be told of at once: files of one delivery each, of one kind, whose names follow
/// from the deliveries; or a file of many documents. A run delivers thousands, and a statement for each costs more than
/// the file.
struct ParcelLot {
    private(set) var parcels: [Parcel]
    /// Whether it is one file of many documents.
    let isShared: Bool
    private let kind: Ledger.Delivery.Kind
    private var count: Int
    private var ids: ClosedRange<Int>

    /// How the ledger names the deliveries.
    var stretch: Ledger.DeliveryStretch {
        Ledger.DeliveryStretch(kind: kind, folder: isShared ? parcels[0].folder : nil, ids: ids, count: count)
    }

    /// The private file, or what stands before a delivery's id in the name of its own.
    var staged: String { isShared ? parcels[0].staged : "\(Parcel.stage)/" }

    /// Makes a lot of one parcel; nil when it has to be recorded by itself.
    private init?(_ parcel: Parcel) {
        guard let first = parcel.deliveries.first, first.kind == .document || first.kind == .acknowledgment,
            parcel.isRolled || parcel.staged == "\(Parcel.stage)/\(first.id)"
        else { return nil }
        parcels = [parcel]
        isShared = parcel.isRolled
        kind = first.kind
        count = parcel.deliveries.count
        ids = first.id...max(first.id, parcel.deliveries[count - 1].id)
    }

    private mutating func add(_ parcel: Parcel) {
        guard let id = parcel.ids.first else { return }
        parcels.append(parcel)
        count += 1
        ids = min(ids.lowerBound, id)...max(ids.upperBound, id)
    }

    /// Divides parcels into lots, and those that have to be recorded one by one.
    static func lots(of parcels: some Sequence<Parcel>) -> (lots: [ParcelLot], rest: [Parcel]) {
        var lots: [ParcelLot] = []
        var open: [Ledger.Delivery.Kind: Int] = [:]
        var rest: [Parcel] = []
        for parcel in parcels {
            guard let lot = ParcelLot(parcel) else {
                rest.append(parcel)
                continue
            }
            if !lot.isShared, let at = open[lot.kind] {
                lots[at].add(parcel)
                continue
            }
            if !lot.isShared { open[lot.kind] = lots.count }
            lots.append(lot)
        }
        return (lots, rest)
    }
}

extension Ledger.Transaction {
    /// Records that the bytes of parcels lie whole in their private files.
    func stage(_ parcels: [Parcel]) throws(LedgerError) {
        var (lots, rest) = ParcelLot.lots(of: parcels)
        for lot in lots where try !stage(lot.stretch, as: lot.staged, isShared: lot.isShared) { rest += lot.parcels }
        for parcel in rest {
            for id in parcel.ids { try stage(id, as: parcel.staged) }
        }
    }
}
