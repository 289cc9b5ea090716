/// Is one thing about a partner that works as written and goes wrong in practice, or that does not work.
public struct LintFinding: Sendable, Equatable {
    /// What it is about.
    public var code: LintCode
    /// Whether it must be mended before data is exchanged.
    public var isError: Bool
    /// The file, such as `acme/profile.json5`, or a folder.
    public var file: String
    /// The line, from 1; nil of a folder.
    public var line: Int?
    /// What is found, and why it goes wrong.
    public var message: String
    /// What to do.
    public var remedy: String

    /// Makes a finding; it weighs what its code weighs unless told.
    public init(
        _ code: LintCode, isError: Bool? = nil, file: String, line: Int? = nil, _ message: String, _ remedy: String
    ) {
        self.code = code
        self.isError = isError ?? code.isError
        self.file = file
        self.line = line
        self.message = message
        self.remedy = remedy
    }
}

/// Names what lint looks for.
public enum LintCode: String, Sendable, CaseIterable {
    /// A file that the loader refuses.
    case fault = "L-FAULT"
    /// The two sides of an identity are the wrong way round.
    case sidesSwapped = "L-SIDES-SWAPPED"
    /// Another partner has the identity.
    case identityTaken = "L-IDENTITY-TAKEN"
    /// An identity that looks like one of test data, in production, or the other way about.
    case testInProduction = "L-TEST-IN-PRODUCTION"
    /// A TA1 is asked for that nobody waits for, or waited for and not asked for.
    case ta1NotExpected = "L-TA1-NOT-EXPECTED"
    /// Versions that do not go together.
    case versionMix = "L-VERSION-MIX"
    /// A delimiter that stands in what is to be sent.
    case delimiterInData = "L-DELIMITER-IN-DATA"
    /// A clock that cannot be met, or that nothing sets off.
    case clockImpossible = "L-CLOCK-IMPOSSIBLE"
    /// A rule or severity that can never apply.
    case inert = "L-INERT"
    /// A folder of the drop that is not there.
    case dropMissing = "L-DROP-MISSING"
    /// A folder of the drop that its partner or the gateway cannot use, or that others can.
    case dropPermissions = "L-DROP-PERMISSIONS"
    /// Nothing is exchanged because the partner is suspended.
    case suspended = "L-SUSPENDED"
    /// Answers are exchanged, and not what they answer.
    case oneSided = "L-ONE-SIDED"

    /// Whether it must be mended before data is exchanged, where the finding does not say otherwise.
    public var isError: Bool {
        switch self {
        case .fault, .sidesSwapped, .delimiterInData, .dropMissing, .clockImpossible: true
        case .identityTaken, .testInProduction, .ta1NotExpected, .versionMix, .inert, .dropPermissions, .suspended,
            .oneSided:
            false
        }
    }
}
