import Commerce
import Gateway
import Partners
import X12

/// `edigate crosswalk`: what partners call things, and what we call them.
enum CrosswalkCommand: CommandGroup {
    static let name = "crosswalk"
    static let summary = "tables of items, units, places: \(subcommands.map { $0.name }.joined(separator: ", "))"
    static var subcommands: [any Command.Type] {
        [CrosswalkLoad.self, CrosswalkCheckCommand.self, CrosswalkStale.self, CrosswalkMisses.self]
    }
    static var help: String {
        """
        usage: edigate crosswalk COMMAND [ARGUMENTS]

        \(subcommands.listing)

        A crosswalk says what we call what a partner calls otherwise. It stands in the partner's folder as
        crosswalks/TABLE.csv; TABLE is \(CrosswalkTable.all). The first
        line of the file names its columns, of these: theirs, ours, and from, until (days, CCYY-MM-DD), note; scheme
        (items, locations, parties, carriers); factor, item (units); item, price (contracts). `crosswalks` in the
        profile says what happens with a value that no row fits.

        `edigate crosswalk COMMAND --help` shows each with an example.

        example: edigate crosswalk check --partners TradingPartners
        """
    }

    // MARK: - What its commands share

    /// The partner asked for, or nil for all.
    static func partner(_ arguments: Arguments) throws(CommandFailure) -> String? {
        guard arguments.operands.count <= 1 else { throw .usage("names one partner, or none for all") }
        return arguments.operands.first
    }

    static func root(_ arguments: Arguments) -> GatewayRoot {
        GatewayRoot(
            path: arguments.root, partners: arguments.partnersFolder ?? arguments.root + "/TradingPartners")
    }

    /// The partners asked for: one, or all. A profile out of use for the fault of a table is one all the same.
    static func partners(_ id: String?, _ root: GatewayRoot) throws(CommandFailure) -> [String] {
        do throws(GatewayError) {
            let all = try root.partnerNames()
            guard let id else { return all }
            guard all.contains(id) else {
                let near = all.nearest(to: id).map { "; did you mean \($0)?" } ?? ""
                throw GatewayError(.missing, reason: "there is no partner \(id)\(near)")
            }
            return [id]
        } catch { throw .usage("\(error)") }
    }

    static func file(
        _ table: CrosswalkTable, of partner: String, _ root: GatewayRoot
    ) throws(CommandFailure) -> GatewayRoot.CrosswalkFile? {
        do throws(GatewayError) { return try root.crosswalkFile(table, of: partner) } catch {
            throw .environment("\(error)")
        }
    }

    /// The version a partner trades, whose code lists its tables are held against.
    static func standard(of partner: String, _ directory: PartnerDirectory) -> Standard? {
        Standard.version(directory.profile(partner)?.groupVersion ?? "004010")
    }
}

extension CrosswalkTable {
    /// The tables' names, for messages.
    static var all: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension CrosswalkRow {
    /// The row for a person: `VN LK-22 = 400117`.
    var summary: String {
        var words = scheme.isEmpty ? "" : "\(scheme) "
        words += "\(theirs) = "
        if let factor { words += "\(factor) " }
        words += ours.string
        if !item.isEmpty { words += " for \(item)" }
        if let price { words += " at \(price)" }
        if let from { words += " from \(from)" }
        if let until { words += " until \(until)" }
        return words
    }
}
