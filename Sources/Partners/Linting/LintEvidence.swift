public import Commerce

/// What is known of a partner beyond its files: what was exchanged, and what day it is.
public struct LintEvidence: Sendable {
    /// Texts that we send or sent, each with where it stands: what must hold no delimiter.
    public var values: [(text: String, place: String)] = []
    /// The versions (GS08) in which sets came or went, such as `856` in `004010`, by direction.
    public var traded: [(set: String, version: String, direction: Profile.Direction)] = []
    /// Today; nil when calendars are not to be judged by it.
    public var today: CalendarDate?

    /// Makes evidence of nothing.
    public init() {}
}
