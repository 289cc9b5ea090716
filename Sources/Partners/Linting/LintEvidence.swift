public import Commerce

/// What is known of a partner beyond its files: what was exchanged, and what day it is.
public struct LintEvidence: Sendable {
    /// Texts that we send or sent, each with where it stands: what must hold no delimiter.
    public var values: [(text: String, place: String)] = []
    /// The versions (GS08) in which sets came or went, such as `856` in `004010`, by direction.
    public var traded: [(set: String, version: String, direction: Profile.Direction)] = []
    /// The qualifiers by which the fields of a set are told from their like, such as `DTM 002` of the 850, by set; empty
    /// when they are not to be judged by.
    public var qualifiers: [String: Set<String>] = [:]
    /// Today; nil when calendars are not to be judged by it.
    public var today: CalendarDate?

    /// Makes evidence of nothing.
    public init() {}
}
