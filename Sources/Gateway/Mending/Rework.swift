import Exchange
import Ledger
import Partners
import X12

/// What the rules of the day make of an interchange that came before: its sets judged and translated anew, nothing
/// recorded.
final class Rework: OutcomeSink {
    /// A set by its place in the interchange.
    struct Place: Hashable {
        var group: Int
        var set: Int
    }

    /// The ordinal of the interchange in its source.
    private let ordinal: Int
    /// Whose outcomes are kept; nil keeps all.
    private let wanted: Set<Place>?
    private var isOurs = false

    private(set) var interchange: InterchangeOutcome?
    private(set) var groups: [Int: GroupOutcome] = [:]
    private(set) var sets: [Place: SetOutcome] = [:]
    private(set) var documents: [Place: DocumentOutcome] = [:]

    private init(ordinal: Int, wanted: Set<Place>?) {
        self.ordinal = ordinal
        self.wanted = wanted
    }

    /// Judges the interchange of an ordinal in a source, under the rules of a partner's profile.
    static func of(
        _ source: ArchivedSource, ordinal: Int, fileName: String, rules: PartnerRules, wanted: Set<Place>? = nil
    ) throws(GatewayError) -> Rework {
        let rework = Rework(ordinal: ordinal, wanted: wanted)
        var options = ExchangeOptions()
        options.fileName = fileName
        options.gathersFacts = true
        var exchange = Exchange(source, options: options) { rules.rules($0, $1) }
        do throws(SourceError) { try exchange.run(rework) } catch {
            throw GatewayError(.unreadable, reason: error.reason)
        }
        return rework
    }

    func interchangeBegan(_ interchange: InterchangeOutcome) {
        isOurs = interchange.survey.ordinal == ordinal
        if isOurs { self.interchange = interchange }
    }

    func setJudged(_ set: SetOutcome) {
        let place = Place(group: set.group, set: set.envelope.ordinal)
        if isOurs, wanted?.contains(place) ?? true { sets[place] = set }
    }

    func documentMade(_ document: DocumentOutcome) {
        let place = Place(group: document.group, set: document.set.ordinal)
        if isOurs, wanted?.contains(place) ?? true { documents[place] = document }
    }

    func groupJudged(_ group: GroupOutcome) { if isOurs { groups[group.ordinal] = group } }

    /// Everything found on a set and on what it lies in.
    func findings(on place: Place?) -> [Finding] {
        var findings = interchange?.findings ?? []
        if let place {
            findings += groups[place.group]?.findings ?? []
            findings += sets[place].map { $0.findings + $0.businessFindings } ?? []
        } else {
            findings += groups.values.flatMap(\.findings)
            findings += sets.values.flatMap { $0.findings + $0.businessFindings }
        }
        return findings.sorted { $0.offset < $1.offset }
    }
}
