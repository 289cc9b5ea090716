import Testing

/// The check of the order of calls finds what it is for.
@Suite struct OrderCheckTests {
    private static let name = "1763784000123@acme@order.x12@1"

    private static func call(
        _ kind: CallRecord.Kind, _ path: String, to other: String = "", holding text: String = ""
    ) -> CallRecord {
        CallRecord(kind: kind, path: path, other: other, offset: 0, data: Array("....\(text)....".utf8))
    }

    private static let claim = call(.rename, "drop/acme/in/order.x12", to: "work/\(name)")
    private static let syncs = [call(.syncFile, "work"), call(.syncFile, "drop/acme/in")]
    private static let record = call(.write, "ledger.sqlite-wal", holding: name)
    private static let commit = call(.syncData, "ledger.sqlite-wal")
    private static let removal = call(.unlink, "work/\(name)")

    @Test func `a file that is taken, recorded and removed in this order passes, whatever is done beside it`() {
        let beside = Self.call(.write, "ledger.sqlite-wal", holding: "another")
        let calls = [Self.claim, beside] + Self.syncs + [Self.record, Self.commit, beside, Self.removal]
        #expect(OrderCheck.faults(in: calls) == [])
    }

    @Test(arguments: [0, 1])
    func `a file that is recorded before both its folders are on the disk is found`(missing: Int) {
        var syncs = Self.syncs
        let folder = syncs.remove(at: missing).path
        let faults = OrderCheck.faults(in: [Self.claim] + syncs + [Self.record, Self.commit, Self.removal])
        #expect(faults.count == 1 && faults[0].contains("recorded before the names in \(folder)/"))
    }

    @Test func `a file that is removed before it is recorded for good is found`() {
        for calls in [[], [Self.record], [Self.commit, Self.record]] {
            let faults = OrderCheck.faults(in: [Self.claim] + Self.syncs + calls + [Self.removal])
            #expect(faults.count == 1 && faults[0].contains("removed before it is recorded for good"))
        }
    }
}
