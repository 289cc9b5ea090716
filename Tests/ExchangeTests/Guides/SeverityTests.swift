import Exchange
import InterchangeTestSupport
import Partners
import Testing
import X12

/// Severity is policy, per check, set, segment, element, loop and direction; verdict and 997 follow.
@Suite struct SeverityTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var severities: [String]
        var changes: [String]
        /// AK501, and the severities of the findings.
        var verdict: String
        var weights: [Severity]
        var testDescription: String { severities.joined(separator: " ") }
    }

    private static let badDates = ["DTM := DTM*002*20261320", "BEG := BEG*00*SA*PO1**20261301"]
    private static let twoStreets = ["+N1*BY*X < N1*ST", "+N3*1 < N1*ST", "N3*1 MAIN := N3*1*2*3", "N3*1 := N3*1*2*3"]

    static let cases: [Case] = [
        Case(severities: [], changes: badDates, verdict: "R", weights: [.error, .error]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", severity: "warning" }"#], changes: badDates, verdict: "E",
            weights: [.warning, .warning]),
        Case(
            severities: [#"{ check: "E-ELEMENT-*", severity: "note" }"#], changes: badDates, verdict: "A",
            weights: [.note, .note]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", set: "855", severity: "note" }"#], changes: badDates,
            verdict: "R", weights: [.error, .error]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", set: "850", element: "BEG05", severity: "note" }"#],
            changes: badDates, verdict: "R", weights: [.note, .error]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", element: "DTM", severity: "warning" }"#], changes: badDates,
            verdict: "R", weights: [.error, .warning]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", set: "850", at: "DTM[01=002]02", severity: "note" }"#],
            changes: badDates, verdict: "R", weights: [.error, .note]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", set: "850", at: "DTM[01=010]", severity: "note" }"#],
            changes: badDates, verdict: "R", weights: [.error, .error]),
        Case(
            severities: [#"{ check: "E-ELEMENT-EXTRA", set: "850", at: "N1[01=ST]/N3", severity: "note" }"#],
            changes: twoStreets, verdict: "R", weights: [.error, .note]),
        Case(
            severities: [#"{ check: "E-ELEMENT-*", set: "850", at: "N1[01=BY]/N3", severity: "warning" }"#],
            changes: twoStreets, verdict: "R", weights: [.warning, .error]),
        // The last that applies counts, whether it names a loop or not.
        Case(
            severities: [
                #"{ check: "E-ELEMENT-EXTRA", set: "850", at: "N1[01=BY]/N3", severity: "warning" }"#,
                #"{ check: "E-ELEMENT-*", severity: "note" }"#,
            ], changes: twoStreets, verdict: "A", weights: [.note, .note]),
        Case(
            severities: [
                #"{ check: "E-ELEMENT-*", severity: "note" }"#,
                #"{ check: "E-ELEMENT-EXTRA", set: "850", at: "N1[01=BY]/N3", severity: "warning" }"#,
            ], changes: twoStreets, verdict: "E", weights: [.warning, .note]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", direction: "out", severity: "note" }"#], changes: badDates,
            verdict: "R", weights: [.error, .error]),
        Case(
            severities: [#"{ check: "E-ELEMENT-DATE", direction: "in", severity: "note" }"#], changes: badDates,
            verdict: "A", weights: [.note, .note]),
        // A missing segment is weighed where it should have stood.
        Case(
            severities: [#"{ check: "E-SEGMENT-UNEXPECTED", severity: "warning" }"#], changes: ["+LQ*1*A < PO1"],
            verdict: "E", weights: [.warning]),
    ]

    @Test(arguments: cases)
    func `verdict and 997 follow the severities`(one: Case) throws {
        let outcomes = try Guided("850", [], severities: one.severities).judge(Draft("850", changes: one.changes))
        #expect(outcomes.sets.flatMap(\.findings).map(\.severity) == one.weights)
        #expect(outcomes.letters == one.verdict)
        let reported = one.weights.filter { $0 > .note }.count
        #expect(outcomes.faultSegments.filter { $0.hasPrefix("AK3") }.count == reported)
        #expect(outcomes.acknowledgments.contains { $0.contains("AK5*\(one.verdict)") })
        #expect(outcomes.documents.count == (one.verdict == "R" ? 0 : 1))
    }

    @Test func `a severity by segment is not one of a longer segment's name`() {
        let policy = SeverityPolicy(exceptions: [.init(code: .date, place: "N1", severity: .note)])
        #expect(policy.severity(of: .date, place: "N104") == .note)
        #expect(policy.severity(of: .date, place: "N1") == .note)
        #expect(policy.severity(of: .date, place: "N1001") == .error)
        #expect(policy.severity(of: .date, place: "N10") == .error)
    }

    @Test func `a missing segment in a loop is weighed as that loop's`() throws {
        let rules = [#"{ at: "N1/N3", use: "required" }"#]
        let severity = #"{ check: "G-REQUIRED", set: "850", at: "N1[01=BY]/N3", severity: "note" }"#
        let draft = Draft("850", changes: ["+N1*BY*X < N1*ST", "-N3", "-N4"])
        let outcomes = try Guided("850", rules, severities: [severity]).judge(draft)
        #expect(outcomes.findings.map(\.severity) == [.note, .error])
    }
}
