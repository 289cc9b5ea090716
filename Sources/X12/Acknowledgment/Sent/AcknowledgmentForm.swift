/// How a functional group is answered: by which set, in which version, and which of the sender's values go back.
public struct AcknowledgmentForm: Sendable, Equatable {
    /// 997 or 999.
    public let kind: AcknowledgmentKind
    /// GS08 of the group that carries it, such as `004010`.
    public let version: String
    /// Which bad values are copied into AK404.
    public var copying: ValueCopying
    /// Whether AK103, AK203 and the repetition are written. Kept, because it is asked for every set.
    let isLater: Bool

    /// The first release with a 999, and with AK103, AK203 and the repetition in AK401.
    static let firstLater = "005010"
    /// What is written when nothing better is known.
    public static let defaultVersion = "004010"

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - kind: The set. There is no 999 before 005010: one that answers an earlier group is written in 005010, and
    ///     its AK103 names the version of the group.
    ///   - version: GS08 of the acknowledgment. A suffix is kept for a 999 (`005010X231A1` names its guide, in ST03
    ///     too) and dropped for a 997, which no guide restricts.
    ///   - copying: Which values go back.
    public init(kind: AcknowledgmentKind = .functional, version: String = defaultVersion, copying: ValueCopying = .all)
    {
        self.kind = kind
        self.copying = copying
        let known = Self.release(of: version)
        isLater = kind == .implementation || known >= Self.firstLater
        switch kind {
        case .functional: self.version = known
        case .implementation:
            if known < Self.firstLater {
                self.version = Self.firstLater
            } else {
                let isGuide = version.utf8.count <= 12 && version.utf8.allSatisfy(isAlphanumeric)
                self.version = isGuide && version.hasPrefix(known) ? version : known
            }
        }
    }

    /// The form that answers a group in its own version, or in the agreed one.
    public init(
        answering group: GroupHeader, by kind: AcknowledgmentKind = .functional, in agreed: String? = nil,
        copying: ValueCopying = .all
    ) {
        self.init(kind: kind, version: agreed ?? String(group.version.prefix(6)), copying: copying)
    }

    /// The release, such as `005010`.
    public var release: String { String(version.prefix(6)) }

    /// ST03: the guide that a 999 follows, where its version names one.
    public var convention: String { kind == .implementation && version.utf8.count > 6 ? version : "" }

    /// The release there is here that comes nearest to a version.
    private static func release(of version: String) -> String {
        Standard.nearest(to: version)?.version ?? defaultVersion
    }
}

// MARK: - Codes

extension AcknowledgmentForm {
    /// A code of 716. 004010 has none for a control number that was there before: 19 means a fault of security there.
    func groupCode(_ code: UInt8) -> UInt8 { code == 19 && !isLater ? 6 : code }

    /// A code of 718 or 618; `nil` where the version has none: before 005010, 18 and 19 mean faults of security.
    func setCode(_ code: UInt8) -> UInt8? { (code == 18 || code == 19) && !isLater ? nil : code }

    /// A code of 723. Before 005010 surplus of every kind is 3.
    func elementCode(_ code: UInt8) -> UInt8 { (code == 12 || code == 13) && !isLater ? 3 : code }

    /// AK304 or IK304 of a fault in a segment as a whole.
    func segmentCode(of code: FindingCode) -> String {
        let entry = code.entry
        if kind == .implementation, let own = entry.guideCodes.segment { return "I\(own)" }
        return String(entry.ack.segment ?? 2)
    }

    /// AK403 or IK403.
    func elementCode(of code: FindingCode) -> String {
        let entry = code.entry
        if kind == .implementation, let own = entry.guideCodes.element { return "I\(own)" }
        return String(elementCode(entry.ack.element ?? 1))
    }

    /// Whether list 618 of the version has I5, the guide's fault in segments: not all releases do.
    var hasGuideCode: Bool {
        kind == .implementation && Standard.version(release)?.accepts("I5", element: 2, of: "IK5") ?? false
    }
}
