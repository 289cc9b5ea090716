import Exchange
import Ledger
import X12

/// What an exchange found in one interchange, and what of that is recorded.
struct JudgedInterchange: Sendable {
    let outcome: InterchangeOutcome
    let rows: InterchangeRows
    let identity: Ledger.InterchangeIdentity

    init(_ outcome: InterchangeOutcome, rows: InterchangeRows) {
        self.outcome = outcome
        self.rows = rows
        identity = Ledger.InterchangeIdentity(outcome.survey.header, .incoming)
    }
}

/// What an exchange found in a file.
struct JudgedFile: Sendable {
    var interchanges: [JudgedInterchange] = []
    /// What was found outside of interchanges.
    var findings: [Finding] = []
}
