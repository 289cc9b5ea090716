/// Says what is wrong in a crosswalk's file, where, and what to do about it.
public struct CrosswalkFault: Hashable, Sendable, CustomStringConvertible {
    /// Whether the file can be used all the same.
    public enum Severity: String, Sendable {
        /// The table would say something wrong, so it is not used.
        case error
        /// The table is used; a person should look.
        case warning
    }

    /// The file.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// How much it weighs.
    public var severity: Severity
    /// What was found.
    public var message: String
    /// What to do about it.
    public var remedy: String

    /// Place, weight, message and remedy on one line.
    public var description: String { "\(path):\(line): \(severity.rawValue): \(message); \(remedy)" }
}
