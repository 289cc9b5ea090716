/// The content of a profile's or layer's file.
public struct ProfileText: Sendable {
    /// Where it was read, for messages.
    public var path: String
    /// The bytes: JSON5 in UTF-8.
    public var bytes: [UInt8]

    /// Wraps the content of a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// Says what is wrong in a profile, where, and what to do about it.
public struct ProfileFault: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// The line, from 1.
    public var line: Int
    /// The column in characters (Unicode scalars), from 1.
    public var column: Int
    /// The JSON path of the member in question, such as `$.identities.test.us.gs[0]`; of a missing one, where it
    /// should stand.
    public var jsonPath: String
    /// What was expected and what was found.
    public var message: String
    /// What to do about it.
    public var remedy: String

    /// Makes a fault.
    public init(path: String, line: Int, column: Int, jsonPath: String, message: String, remedy: String) {
        self.path = path
        self.line = line
        self.column = column
        self.jsonPath = jsonPath
        self.message = message
        self.remedy = remedy
    }
}

extension ProfileFault: CustomStringConvertible {
    /// The place, the message and the remedy on one line.
    public var description: String { "\(path):\(line):\(column): \(jsonPath): \(message); \(remedy)" }
}

extension ProfileFault: Comparable {
    /// Orders by file and place.
    public static func < (one: ProfileFault, other: ProfileFault) -> Bool {
        (one.path, one.line, one.column, one.jsonPath, one.message)
            < (other.path, other.line, other.column, other.jsonPath, other.message)
    }
}
