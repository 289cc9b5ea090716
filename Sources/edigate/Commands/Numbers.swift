import Commerce
import Ledger
import Partners
import X12

/// `edigate numbers`: the control numbers given out.
enum Numbers: Command {
    static let name = "numbers"
    static let summary = "control numbers: how far each series is, proof of every number, setting one"
    static let words = ["show", "audit", "set"]
    static let options: [Option] = [
        .value("--partner"), .value("--us"), .value("--usage"), .value("--series"), .value("--next"),
        .value("--reason"), .flag("--force"),
    ]
    static let help = """
        usage: edigate numbers [show | audit] [--partner ID] [--root DIR]
               edigate numbers set --partner ID --next N --reason TEXT [--usage P] [--series interchange] [--force]

        Interchanges (ISA13) and functional groups (GS06) that go out are numbered for each pair of identities and
        usage, from 1 to 999999999 and then from 1 again. `show` tells the next number of each series. `audit` accounts
        for every number that was given out: it was used, or passed over for a reason; exit 1 when one is not
        accounted for.

        `set` makes a series go on with N, when a partner moves here from another gateway or asks for a fresh start.
        The numbers passed over are recorded with the reason. A number that was given out before is refused unless
        --force says that it is meant. --partner is a profile's id or an identity such as ZZ:ACME; --us, an identity of
        ours, is needed only when there are several; --usage is P, T or I; --series is interchange or group.

        example: edigate numbers set --partner corvane-medical --next 4711 --reason "moved from the VAN"
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count <= 1 else { throw .usage("is show, audit or set") }
        switch arguments.operands.first {
        case "show", nil: return try show(arguments)
        case "audit": return try audit(arguments)
        case "set": return try set(arguments)
        case let word?: throw .usage("`\(word)` is not show, audit or set; see edigate numbers --help")
        }
    }

    // MARK: - Showing

    private static func show(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let names = try Naming(arguments)
        let numbers = try LedgerFile.with(arguments) { ledger throws(LedgerError) in try ledger.controlNumbers() }
            .filter { names.includes($0.name) }
        if arguments.isJSON {
            for number in numbers {
                var json = OutcomeJSON()
                json.beginRecord("series")
                identify(number, &json)
                json.number("last", number.last)
                json.number("next", next(number))
                Terminal.write(json.endRecord())
            }
            return .done
        }
        guard !numbers.isEmpty else {
            Terminal.tell("no control number was given out yet")
            return .done
        }
        var table = Table(["us", "partner", "usage", "series", "last", "next", "cycle"])
        for number in numbers {
            table.add([
                number.ourIdentity, number.partnerIdentity, number.usage, number.series, String(number.last),
                String(next(number)), String(number.cycle),
            ])
        }
        table.print()
        return .done
    }

    private static func next(_ number: Ledger.ControlNumber) -> Int {
        number.last >= Ledger.NumberSeries.greatest ? 1 : number.last + 1
    }

    private static func identify(_ number: Ledger.ControlNumber, _ json: inout OutcomeJSON) {
        json.text("us", number.ourIdentity)
        json.text("partner", number.partnerIdentity)
        json.text("usage", number.usage)
        json.text("series", number.series)
        json.number("cycle", number.cycle)
    }

    // MARK: - Accounting

    private static func audit(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let names = try Naming(arguments)
        let audits = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            var audits: [Ledger.NumberAudit] = []
            for number in try ledger.controlNumbers() where names.includes(number.name) {
                audits.append(try ledger.audit(number))
            }
            return audits
        }
        if arguments.isJSON {
            for audit in audits { Terminal.write(record(audit)) }
        } else {
            print(audits)
        }
        return audits.contains { !$0.faults.isEmpty } ? .negative : .done
    }

    private static func print(_ audits: [Ledger.NumberAudit]) {
        guard !audits.isEmpty else { return Terminal.tell("no control number was given out yet") }
        var table = Table(["series", "last", "used", "passed over", "not accounted for"])
        for audit in audits {
            table.add([
                audit.number.name.description, String(audit.number.last), String(audit.used),
                String(count(audit.gaps.map { ($0.first, $0.last) })),
                String(count(audit.faults.map { ($0.first, $0.last) })),
            ])
        }
        table.print()
        for audit in audits {
            for gap in audit.gaps {
                Terminal.print("\(audit.number.name): \(range(gap.first, gap.last)) passed over: \(gap.reason)")
            }
            for fault in audit.faults {
                Terminal.print("\(audit.number.name): \(range(fault.first, fault.last)) \(fault.explanation)")
            }
        }
    }

    private static func count(_ runs: [(first: Int, last: Int)]) -> Int {
        runs.reduce(0) { $0 &+ ($1.last &- $1.first &+ 1) }
    }

    private static func range(_ first: Int, _ last: Int) -> String { first == last ? "\(first)" : "\(first)–\(last)" }

    private static func record(_ audit: Ledger.NumberAudit) -> [UInt8] {
        var json = OutcomeJSON()
        json.beginRecord("series")
        identify(audit.number, &json)
        json.number("last", audit.number.last)
        json.number("used", audit.used)
        for (key, runs) in [
            ("gaps", audit.gaps.map { ($0.cycle, $0.first, $0.last, $0.reason) }),
            ("faults", audit.faults.map { ($0.cycle, $0.first, $0.last, $0.explanation) }),
        ] {
            json.writer.key(key)
            json.writer.beginArray()
            for (cycle, first, last, reason) in runs {
                json.writer.beginObject()
                json.number("cycle", cycle)
                json.number("first", first)
                json.number("last", last)
                json.text("reason", reason)
                json.writer.endObject()
            }
            json.writer.endArray()
        }
        return json.endRecord()
    }

    // MARK: - Setting

    private static func set(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let names = try Naming(arguments)
        guard arguments.value("--partner") != nil else { throw .usage("names no --partner") }
        guard let next = try arguments.number("--next", in: 1...Ledger.NumberSeries.greatest) else {
            throw .usage("names no --next, the number to go on with")
        }
        guard let reason = arguments.value("--reason"), !reason.isEmpty else {
            throw .usage("names no --reason; whoever audits the numbers will ask for it")
        }
        let goingBack = arguments.has("--force")
        let known = try LedgerFile.with(arguments) { ledger throws(LedgerError) in try ledger.controlNumbers() }
        let series = try names.one(of: known.map(\.name))
        if let last = known.first(where: { $0.name == series })?.last, next <= last, !goingBack {
            throw .usage(
                "\(series) has given out \(last): \(next) would come a second time; --force says that it is meant")
        }
        try LedgerFile.with(arguments) { ledger throws(LedgerError) in
            try ledger.transaction { transaction throws(LedgerError) in
                try transaction.setNextControlNumber(
                    series, to: next, reason: reason, at: Moment.now(), goingBack: goingBack)
            }
        }
        Terminal.tell("\(series) goes on with \(next)")
        return .done
    }
}

/// The series that the options name.
private struct Naming {
    private let ours: String?
    private let partner: String?
    private let usage: String
    private let series: String
    private let profile: Profile?

    /// Whether usage and series restrict what is shown, too: `set` has defaults for them.
    private let isUsageGiven: Bool
    private let isSeriesGiven: Bool

    init(_ arguments: Arguments) throws(CommandFailure) {
        ours = arguments.value("--us")
        partner = arguments.value("--partner")
        usage = arguments.value("--usage") ?? "P"
        series = arguments.value("--series") ?? "interchange"
        isUsageGiven = arguments.value("--usage") != nil
        isSeriesGiven = arguments.value("--series") != nil
        guard ["P", "T", "I"].contains(usage) else { throw .usage("--usage is P, T or I, not \(usage)") }
        guard ["interchange", "group"].contains(series) else {
            throw .usage("--series is interchange or group, not \(series)")
        }
        guard let partner, !partner.contains(":") else {
            profile = nil
            return
        }
        let folder = arguments.partnersFolder ?? arguments.root + "/TradingPartners"
        profile = try RuleChoice.profile(partner, in: try PartnerFolder(folder).directory)
    }

    /// The identities of the partner, production and test, as envelopes name them.
    private var identities: [String] {
        guard let profile else { return partner.map { [$0] } ?? [] }
        return [profile.production, profile.test].compactMap { $0 }
            .flatMap { $0.partner.interchangeIDs.map(\.description) }
    }

    func includes(_ name: Ledger.NumberSeries) -> Bool {
        (partner == nil || identities.contains(name.partnerIdentity)) && (ours == nil || ours == name.ourIdentity)
            && (!isUsageGiven || usage == name.usage) && (!isSeriesGiven || series == name.series)
    }

    /// The one series that is meant: one that is known, else one that the profile or both identities name.
    func one(of known: [Ledger.NumberSeries]) throws(CommandFailure) -> Ledger.NumberSeries {
        let found = known.filter { includes($0) && $0.usage == usage && $0.series == series }
        if let only = found.first, found.count == 1 { return only }
        guard found.isEmpty else {
            let list = found.map(\.ourIdentity).joined(separator: ", ")
            throw .usage("several series are meant: --us names one of \(list)")
        }
        if let template = profile?.outboundTemplate(usage: Profile.Usage(indicator: usage) ?? .production) {
            return Ledger.NumberSeries(
                ourIdentity: ours ?? template.sender.description, partnerIdentity: template.receiver.description,
                usage: usage, series: series)
        }
        guard profile == nil, let ours, let partner else {
            throw .usage("no such series is known: name both identities, --us QUALIFIER:ID and --partner QUALIFIER:ID")
        }
        return Ledger.NumberSeries(ourIdentity: ours, partnerIdentity: partner, usage: usage, series: series)
    }
}
