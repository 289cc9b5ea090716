import Commerce
import X12

// Clocks that nothing sets off or nobody can meet.
extension ProfileLint {
    mutating func lintClocks() {
        let clocks = profile.clocks
        let hops: [(String, Term?, String)] = [
            ("orderAcknowledgment", clocks.orderAcknowledgment, "855"), ("shipNotice", clocks.shipNotice, "856"),
            ("invoice", clocks.invoice, "810"),
        ]
        for (name, term, set) in hops {
            guard let term, !profile.documents.isEmpty else { continue }
            if let order = way(of: "850"), way(of: set) == order.reversed { continue }
            let reason =
                way(of: "850") == nil
                ? "no 850 is exchanged" : "no \(set) is exchanged in answer to the 850"
            add(
                .clockImpossible, "clocks.\(name)", "\(term) for the \(set), and \(reason): every order runs over it",
                "add the set to documents, or write \"none\"")
        }
        if let first = clocks.orderAcknowledgment, let later = clocks.shipNotice, hours(later) < hours(first) {
            order("shipNotice", later, "orderAcknowledgment", first)
        }
        if let first = clocks.shipNotice, let later = clocks.invoice, hours(later) < hours(first) {
            order("invoice", later, "shipNotice", first)
        }
        for (set, term) in clocks.sets.sorted(by: { $0.key < $1.key }) {
            guard let term, !profile.documents.isEmpty, !profile.exchanges(set: set, direction: .outbound) else {
                continue
            }
            add(
                .clockImpossible, isError: false, "clocks.sets",
                "\(term) for the answer to the \(set), which we do not send", "take it out, or add the set to documents"
            )
        }
        lintCalendar()
    }

    private mutating func order(_ later: String, _ laterTerm: Term, _ first: String, _ firstTerm: Term) {
        add(
            .clockImpossible, isError: false, "clocks.\(later)",
            "\(later) \(laterTerm) runs out before \(first) \(firstTerm)",
            "write the terms in the order in which documents come")
    }

    private mutating func lintCalendar() {
        let calendar = profile.clocks.calendar
        let terms = [
            profile.clocks.acknowledgment, profile.clocks.orderAcknowledgment, profile.clocks.shipNotice,
            profile.clocks.invoice,
        ].compactMap(\.self)
        let answer = profile.clocks.acknowledgment
        if let answer, hours(answer) < 1.0 / 6 {
            add(
                .clockImpossible, "clocks.acknowledgment",
                "\(answer) is less than a partner's mailbox is looked into", "write an hour or more")
        }
        // A term counted on the wall that is shorter than a night is missed by everything sent in the evening.
        let night = Double(24 * 60 - (calendar.closes - calendar.opens)) / 60
        for term in terms where term == answer && (term.unit == .hours || term.unit == .minutes) {
            guard hours(term) < night, hours(term) >= 1.0 / 6, profile.source(says: "clocks.hours", source) else {
                continue
            }
            add(
                .clockImpossible, isError: false, "clocks.acknowledgment",
                "\(term) runs at night too, when the partner is away for \(Int(night)) hours by clocks.hours",
                "count working hours: \(quoted("\(term.count)bh"))")
        }
        if let today = evidence.today, let last = calendar.holidays.max(by: { $0.dayNumber < $1.dayNumber }),
            last.dayNumber < today.dayNumber,
            terms.contains(where: { $0.unit == .businessDays || $0.unit == .businessHours })
        {
            add(
                .clockImpossible, isError: false, "clocks.holidays",
                "the last day off listed is \(last): terms of working days count coming holidays as work",
                "write the days off of the year to come")
        }
    }

    /// The way a set goes by the documents listed; nil for both or neither.
    private func way(of set: String) -> Profile.Direction? {
        let ways = Set(profile.documents.filter { $0.set == set }.map(\.direction))
        return ways.count == 1 ? ways.first : nil
    }

    /// About how many hours on the wall.
    private func hours(_ term: Term) -> Double {
        let calendar = profile.clocks.calendar
        let day = Double(max(calendar.closes - calendar.opens, 1)) / 60
        let week = 168.0 / Double(max(calendar.workdays.count, 1))
        return switch term.unit {
        case .minutes: Double(term.count) / 60
        case .hours: Double(term.count)
        case .days: Double(term.count) * 24
        case .businessHours: Double(term.count) / day * week
        case .businessDays: Double(term.count) * week
        }
    }
}

extension Profile.Direction {
    /// The other way.
    var reversed: Self { self == .inbound ? .outbound : .inbound }
}

extension Profile {
    /// Whether a file, and not a default, says a field.
    fileprivate func source(says path: String, _ source: LayeredProfile) -> Bool {
        source.layers.contains { $0.places.contains("$.\(path)") }
    }
}
