/// Is what one look at a root or at the machine under it found, and what to do about it.
public struct Symptom: Sendable, Equatable {
    /// Tells how bad it is.
    public enum Weight: String, Sendable {
        /// All is well.
        case well
        /// It works, and somebody should look at it.
        case warning
        /// It does not work, or will not for long.
        case wrong
    }

    /// What was looked at, such as `disk`.
    public var about: String
    /// How bad it is.
    public var weight: Weight
    /// What was found.
    public var finding: String
    /// What to do; empty when all is well.
    public var remedy: String

    /// Makes a symptom.
    public init(_ about: String, _ weight: Weight, _ finding: String, _ remedy: String = "") {
        self.about = about
        self.weight = weight
        self.finding = finding
        self.remedy = remedy
    }
}
