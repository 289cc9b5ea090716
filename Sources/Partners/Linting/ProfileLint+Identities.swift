import X12

// Who is who.
extension ProfileLint {
    mutating func lintIdentities() {
        for usage in Profile.Usage.allCases {
            guard let own = profile.identities(for: usage) else { continue }
            let path = "identities.\(usage.rawValue)"
            for id in own.partner.interchangeIDs where isOurs(id, usage) {
                add(
                    .sidesSwapped, "\(path).partner.isa",
                    "\(id) stands for the partner, and for us in \(names(knowingUsAs: id, usage))",
                    "are `partner` and `us` swapped? `us` is what the partner writes in ISA07/08 when it sends")
            }
            for id in own.us.interchangeIDs {
                for other in others where other.identities(for: usage)?.partner.interchangeIDs.contains(id) == true {
                    add(
                        .sidesSwapped, "\(path).us.isa", "\(id) stands for us, and is the partner \(other.id)",
                        "are `partner` and `us` swapped, or was the entry copied from \(other.id)?")
                }
            }
            if own.partner == own.us {
                add(.sidesSwapped, path, "both sides are the same", "write the partner's identity and ours")
            }
            lintTaken(own, usage, path)
        }
    }

    private mutating func lintTaken(_ own: Profile.Identities, _ usage: Profile.Usage, _ path: String) {
        for other in others {
            guard let theirs = other.identities(for: usage) else { continue }
            for id in own.partner.interchangeIDs {
                if theirs.partner.interchangeIDs.contains(id) {
                    let codes = own.partner.groupCodes.filter(theirs.partner.groupCodes.contains)
                    add(
                        .identityTaken, isError: !codes.isEmpty, "\(path).partner.isa",
                        codes.isEmpty
                            ? "\(id) is \(other.id) too: the two are told apart by GS02 alone, and a TA1 by its drop"
                            : "\(id) with \(codes.list) in GS02 is \(other.id) too: nobody can say whose it is",
                        codes.isEmpty
                            ? "make sure that both always send their own GS02"
                            : "give the two different identities, or different GS codes")
                } else if let near = theirs.partner.interchangeIDs.first(where: { $0.id == id.id }) {
                    add(
                        .identityTaken, "\(path).partner.isa",
                        "\(id) differs from \(near) of \(other.id) by its qualifier alone",
                        "make sure that it is another partner and no slip")
                }
            }
        }
    }

    private func isOurs(_ id: PartyID, _ usage: Profile.Usage) -> Bool {
        others.contains { $0.identities(for: usage)?.us.interchangeIDs.contains(id) == true }
    }

    private func names(knowingUsAs id: PartyID, _ usage: Profile.Usage) -> String {
        let names = others.filter { $0.identities(for: usage)?.us.interchangeIDs.contains(id) == true }.map(\.id)
        return names.count > 3 ? "\(names.prefix(2).list) and \(names.count - 2) more" : names.list
    }

    // MARK: - Usages

    mutating func lintUsages() {
        if let production = profile.production {
            for (side, party) in [("partner", production.partner), ("us", production.us)] {
                for name in party.interchangeIDs.map(\.id) + party.groupCodes where Self.looksLikeTest(name) {
                    add(
                        .testInProduction, isError: profile.stage.exchangesProduction, "identities.production.\(side)",
                        "\(quoted(name)) looks like an identity of test data, and stands for production",
                        "write the identity agreed for production, or move it to identities.test")
                }
            }
        }
        if let production = profile.production, let test = profile.test,
            !Set(production.partner.interchangeIDs).isDisjoint(with: test.partner.interchangeIDs),
            !Set(production.partner.groupCodes).isDisjoint(with: test.partner.groupCodes)
        {
            add(
                .testInProduction, "identities.test.partner",
                "the partner has the same identity for test and production: ISA15 alone tells them apart, and a test "
                    + "file with P in it is an order",
                "agree on a test identity, such as one that ends with T")
        }
        if profile.stage.exchangesProduction, profile.production == nil, profile.role != .van {
            add(
                .testInProduction, "stage", "the stage is \(profile.stage.rawValue) without production identities",
                "add identities.production")
        }
    }

    /// Whether a name says of itself that it is for tests: `ACMETEST`, `TEST-HUB`, `990582314T`.
    static func looksLikeTest(_ name: String) -> Bool {
        let upper = name.uppercased()
        if upper.hasSuffix("TEST") || upper.hasSuffix("TST") || upper.hasPrefix("TEST") { return true }
        let number = upper.dropLast()
        return upper.hasSuffix("T") && number.count >= 7 && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
