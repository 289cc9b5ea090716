/// Says when a file in a partner's drop is complete, and what is done with one that never becomes so.
public struct DropPolicy: Sendable, Hashable {
    /// What is done with an interchange that has no IEA when the deadline has passed.
    public enum Incomplete: String, CaseIterable, Sendable {
        /// It is refused, and its sender told so by TA1 023.
        case acknowledge
        /// It is held for a person, and nothing is sent.
        case hold
    }

    /// Names under which the partner's programs write what is not complete yet; such files are never taken.
    public var ignore: [NamePattern] = DropPolicy.usualIgnored
    /// For how long size, time and inode of a file must stay as they are where nothing better shows that it is
    /// complete.
    public var quiet = Period(milliseconds: 5_000)
    /// For how long a file is left where it is although it is complete, for clients that look at it, or set its mode
    /// or time, after they have sent it.
    public var linger = Period(milliseconds: 0)
    /// For how long after its last change a file may stay incomplete.
    public var deadline = Period(milliseconds: 30 * 60_000)
    /// What is done with it then.
    public var incomplete = Incomplete.acknowledge
    /// The bytes of the largest file that is taken.
    public var largest = 4_096 * DropPolicy.megabyte
    /// Of a VAN, the partners whose interchanges its mailbox may bring, by id; empty for any partner's.
    public var partners: [String] = []

    /// From what age on a file that the partner has not collected from its `out/` or `ack/` is told; nil for the age of
    /// the rule of alert.
    public var uncollected: Period?

    /// What ``largest`` is counted in.
    static let megabyte = 1_048_576

    /// The names that clients and editors give to what they have not finished.
    public static let usualIgnored = [
        ".*", "~*", "*~", "*.tmp", "*.temp", "*.part", "*.partial", "*.filepart", "*.writing", "*.uploading", "*.swp",
    ].compactMap(NamePattern.init)

    /// Makes the policy of the base layer.
    public init() {}

    /// Says whether a file of that name is not for us, or not yet.
    public func ignores(_ name: String) -> Bool { ignore.contains { $0.matches(name) } }
}

extension DropPolicy.Incomplete: ProfileWord {}

extension Profile {
    /// Says whether the partner's drop may bring what another partner sent.
    func carries(_ other: Profile) -> Bool {
        other.id == id || role == .van && (drop.partners.isEmpty || drop.partners.contains(other.id))
    }
}
