public import Commerce
public import Partners
public import Translation
import X12

/// Brings a partner's crosswalks to each document between its reading and its writing.
public struct CrosswalkAmendment: DocumentAmendment {
    let crosswalks: Crosswalks
    let isOutbound: Bool
    /// The day whose rows count; nil for the day on which the document was sent (GS04).
    let day: CalendarDate?

    /// An amendment by a profile's tables; nil where it has none.
    init?(_ crosswalks: Crosswalks, isOutbound: Bool, on day: CalendarDate? = nil) {
        guard !crosswalks.isEmpty else { return nil }
        self.crosswalks = crosswalks
        self.isOutbound = isOutbound
        self.day = day
    }

    /// An amendment of what is sent to a partner on a day; nil where the partner has no tables.
    public init?(sendingTo profile: Profile, on day: CalendarDate?) {
        self.init(profile.crosswalks, isOutbound: true, on: day)
    }

    public func amend(_ document: inout some TranslatedDocument) -> [Breach] {
        var walk = CrosswalkWalk(crosswalks, on: day ?? document.head.source.group.day, isOutbound: isOutbound)
        // What was noted before counts no more: the tables may have changed.
        document.head.crosswalks = []
        walk.walk(&document)
        document.head.crosswalks = walk.uses
        return walk.issues.map { $0.breach(in: type(of: document).set) }
    }
}

extension SourceGroup {
    /// GS04 as a day; nil when it is none.
    fileprivate var day: CalendarDate? {
        date.withBytes {
            $0.count == 8 ? CalendarDate(digits: $0) : CalendarDate(twoDigitYear: $0, firstYear: 1970)
        }
    }
}

extension EnvelopeTime {
    /// The day.
    var day: CalendarDate? {
        let digits = Array(date.utf8)
        return digits.count == 8 ? CalendarDate(digits: digits.span) : nil
    }
}
