import Exchange
public import Ledger
public import Partners
import X12

/// Runs a candidate profile over what came before, beside the profile that was in force then, and tells what would have
/// been otherwise.
///
/// Both are asked today, so that what this program does otherwise than then is no difference. Nothing is written: no
/// control number is drawn, no document made.
public struct Shadow {
    private let traffic: ArchivedTraffic
    private let directory: PartnerDirectory
    private let candidate: PartnerDirectory
    private let partner: String
    private let opensProduction: Bool

    /// Makes a shadow of a partner.
    ///
    /// - Parameters:
    ///   - root: The root.
    ///   - partners: The profiles in use.
    ///   - candidate: The same with the candidate in the place of the partner's profile.
    ///   - partner: The partner.
    ///   - ledger: The root's ledger.
    /// - Throws: ``GatewayError`` when the root cannot be opened.
    public init(
        root: GatewayRoot, partners: PartnerDirectory, candidate: PartnerDirectory, of partner: String, ledger: Ledger
    ) throws(GatewayError) {
        traffic = ArchivedTraffic(ledger: ledger, archive: Archive(root: try Folder.open(root.path)))
        directory = partners
        self.candidate = candidate
        self.partner = partner
        opensProduction = candidate.profile(partner)?.stage.exchangesProduction ?? false
    }

    /// Judges what came from the partner since a moment.
    ///
    /// - Parameter since: Milliseconds since 1970 UTC.
    /// - Returns: What differs.
    /// - Throws: ``GatewayError`` when the ledger or the archive fails.
    /// - Complexity: Every file is read twice; memory is that of one interchange, twice.
    public func run(since: Int64) throws(GatewayError) -> ShadowReport {
        var report = ShadowReport()
        var file: [Ledger.Recorded<Ledger.Interchange>] = []
        try traffic.each(Replay.Choice(partner: partner, since: since)) { interchange throws(GatewayError) in
            if let first = file.first, first.arrivalID != interchange.arrivalID {
                try compare(file, &report)
                file = []
            }
            file.append(interchange)
            return true
        }
        try compare(file, &report)
        return report
    }

    // MARK: - A file

    private func compare(
        _ interchanges: [Ledger.Recorded<Ledger.Interchange>], _ report: inout ShadowReport
    ) throws(GatewayError) {
        guard let first = interchanges.first else { return }
        guard let (arrival, source) = try traffic.arrival(of: first) else {
            report.skipped.purged += interchanges.count
            return
        }
        guard let owner = candidate.profile(arrival.partner) else {
            report.skipped.noOwner += interchanges.count
            return
        }
        let now = PartnerRules(directory: candidate, owner: owner)
        var sides: [Int: Sides] = [:]
        // Thousands of interchanges in one file were judged under the same profile.
        var known: [Int: PartnerRules] = [:]
        for interchange in interchanges {
            guard let version = try traffic.version(of: interchange.id) else {
                report.skipped.unknownProfile += 1
                continue
            }
            if known[version] == nil { known[version] = try rules(version: version, arrival.partner) }
            guard let then = known[version] else {
                report.skipped.unknownProfile += 1
                continue
            }
            sides[interchange.ordinal] = Sides(number: interchange.identity.controlNumber, then: then, now: now)
        }
        guard !sides.isEmpty else { return }
        try run(sides, arrival, source, &report)
    }

    /// The rules of a version that was in force, among the profiles of now; nil when it is sound no more.
    private func rules(version: Int, _ owner: String) throws(GatewayError) -> PartnerRules? {
        guard let known = try traffic.directory(version: version) else { return nil }
        // Of a refused interchange it is the profile of the drop's owner, who may be a VAN.
        let then = known.profiles.reduce(directory) { $0.using(profileOf: known, $1.id) }
        return then.profile(owner).map { PartnerRules(directory: then, owner: $0) }
    }

    /// The rules on both sides of an interchange, and its ISA13.
    private struct Sides {
        var number: String
        var then: PartnerRules
        var now: PartnerRules
    }

    /// Takes the file's interchanges one after another, each first under the profile of then.
    private func run(
        _ sides: [Int: Sides], _ arrival: Ledger.Recorded<Ledger.Arrival>, _ source: ArchivedSource,
        _ report: inout ShadowReport
    ) throws(GatewayError) {
        let (then, now) = (ShadowSide(), ShadowSide())
        let place = Place()
        var options = ExchangeOptions()
        options.fileName = arrival.fileName
        func exchange(_ rules: @escaping (Sides) -> PartnerRules) -> Exchange<ArchivedSource> {
            Exchange(source, options: options) { header, group in
                sides[place.ordinal].map { rules($0).rules(header, group) } ?? Rules.unasked
            }
        }
        var before = exchange { $0.then }
        var after = exchange { $0.now }
        let last = sides.keys.max() ?? 0
        do throws(SourceError) {
            while place.ordinal < last {
                place.ordinal += 1
                then.clear()
                now.clear()
                guard try before.step(then), try after.step(now) else { return }
                guard let side = sides[place.ordinal] else { continue }
                ShadowComparison(
                    then: then, now: now, owners: (side.then.owner, side.now.owner),
                    file: "\(arrival.folder)/\(arrival.fileName)", number: side.number,
                    explanation: explanation(then, now)
                ).add(to: &report)
            }
        } catch {
            throw GatewayError(.unreadable, reason: error.reason)
        }
    }

    /// The interchange that is judged now, from 1 in the file: its rules are asked for by its envelope alone.
    private final class Place {
        var ordinal = 0
    }

    /// That production data is taken from now on is what a promotion is for.
    private func explanation(_ then: ShadowSide, _ now: ShadowSide) -> String? {
        guard opensProduction, then.interchange?.rules.refusal?.code == .testData,
            now.interchange?.rules.refusal == nil
        else { return nil }
        return "production data is taken in the new stage"
    }
}

extension Rules {
    /// For an interchange that nobody asked about: it is passed over with the least work.
    fileprivate static let unasked: Rules = {
        var rules = Rules()
        rules.refusal = Refusal(code: .unknownSender, explanation: "", remedy: "")
        return rules
    }()
}
