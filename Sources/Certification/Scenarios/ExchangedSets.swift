public import Partners

/// Says which sets of an order's way are exchanged with a partner, and which way.
public struct ExchangedSets: Sendable {
    /// The sets of an order's way.
    public static let ofOrders = ["850", "855", "856", "810"]

    private let directions: [String: Profile.Direction]
    /// The other sets that the profile lists, acknowledgments left out.
    public let others: [Profile.Document]

    /// Reads them out of a profile. One that lists no sets exchanges those of an order's way as its role has it; a VAN
    /// exchanges no documents of its own.
    public init(_ profile: Profile) {
        let ours: Profile.Direction = profile.role == .customer ? .inbound : .outbound
        let theirs: Profile.Direction = profile.role == .customer ? .outbound : .inbound
        var directions: [String: Profile.Direction] = [:]
        for set in Self.ofOrders where profile.role != .van {
            let usual = set == "850" ? ours : theirs
            let listed = profile.documents.filter { $0.set == set }.map(\.direction)
            if profile.documents.isEmpty || listed.contains(usual) {
                directions[set] = usual
            } else {
                directions[set] = listed.first
            }
        }
        // An 855 answers an order: where none is exchanged, it is a set that no scenario can ask for.
        if directions["850"] == nil { directions["855"] = nil }
        self.directions = directions
        let acknowledgments = ["997", "999", "TA1"]
        others = profile.documents.filter { !Self.ofOrders.contains($0.set) && !acknowledgments.contains($0.set) }
    }

    /// Which way a set goes; nil when it is not exchanged.
    public func way(of set: String) -> Profile.Direction? { directions[set] }

    /// Whether the partner sends it.
    public func isSent(byPartner set: String) -> Bool { way(of: set) == .inbound }

    /// Whether we send it.
    public func isSent(byUs set: String) -> Bool { way(of: set) == .outbound }

    /// The scenarios that can be played with these sets, in order.
    public var scenarios: [Scenario] {
        Scenario.allCases.filter { scenario in
            switch scenario {
            case .happyPath: Self.ofOrders.contains { way(of: $0) != nil }
            case .partial, .backorder, .substitution, .reject, .priceChange: has("850") && has("855")
            case .cancel: has("850")
            case .splitShipment, .lotSerial: has("850") && has("856")
            case .billOnly: has("850") && has("810")
            case .badEnvelope, .duplicate, .oversize: has("850")
            case .otherSets: !others.isEmpty
            }
        }
    }

    private func has(_ set: String) -> Bool { way(of: set) != nil }
}
