/// Which severity each kind of finding has, by default and where a profile says otherwise.
///
/// One deviation never takes more than a line, and never turns validation off: an exception is about one check or a
/// family of them, everywhere or in one set, segment, element or loop.
public struct SeverityPolicy: Sendable {
    /// One exception: a severity for checks, in one set only or at one place only where these are given.
    public struct Exception: Sendable, Equatable {
        /// The checks as written: a name such as `E-ELEMENT-DATE`, or a family such as `E-ELEMENT-*`.
        public var check: String
        /// The checks meant.
        public var codes: Set<FindingCode>
        /// The set, such as `850`, or `nil` for all.
        public var set: String?
        /// The element's reference, such as `BEG05`, or the segment's, such as `BEG`; `nil` for all.
        public var place: String?
        /// The segment, element or loop by qualifier, such as `N1[01=ST]/N3`; `nil` for all.
        public var path: GuidePath?
        /// The severity.
        public var severity: Severity

        /// Makes an exception for one check.
        public init(
            code: FindingCode, set: String? = nil, place: String? = nil, path: GuidePath? = nil, severity: Severity
        ) {
            check = code.entry.name
            codes = [code]
            self.set = set
            self.place = place
            self.path = path
            self.severity = severity
        }

        /// Makes an exception for a check or a family of checks; `nil` when no check has such a name.
        public init?(
            check: String, set: String? = nil, place: String? = nil, path: GuidePath? = nil, severity: Severity
        ) {
            let codes = FindingCode.named(check)
            guard !codes.isEmpty else { return nil }
            self.check = check.uppercased()
            self.codes = codes
            self.set = set
            self.place = place
            self.path = path
            self.severity = severity
        }

        fileprivate func covers(_ code: FindingCode, _ set: String, _ place: String) -> Bool {
            guard codes.contains(code), self.set == nil || self.set == set else { return false }
            return self.place.map { Self.isPlace(place, at: $0) } ?? true
        }

        /// Whether a reference is another, or an element or component of it: `N1` holds `N104`, and not `N1001`.
        private static func isPlace(_ place: String, at whole: String) -> Bool {
            guard place != whole else { return true }
            guard place.hasPrefix(whole) else { return false }
            let rest = place.utf8.dropFirst(whole.utf8.count)
            if rest.first == UInt8(ascii: "-") { return true }
            let digits = rest.prefix { isDigit($0) }
            return digits.count == 2 && (rest.count == 2 || rest.dropFirst(2).first == UInt8(ascii: "-"))
        }
    }

    /// The exceptions; of those that apply, the last counts.
    public var exceptions: [Exception] = []

    /// The default severities.
    public init(exceptions: [Exception] = []) { self.exceptions = exceptions }

    /// Whether some exception is about a loop by qualifier, which only the whole set can tell.
    public var hasPaths: Bool { exceptions.contains { $0.path != nil } }

    /// The severity of a finding at `place` in a set, exceptions by loop left aside.
    public func severity(
        of code: FindingCode, set: String = "", place: @autoclosure () -> String = ""
    ) -> Severity {
        // Without exceptions, which most partners do without, nobody asks for the place.
        if !exceptions.isEmpty {
            let place = place()
            for exception in exceptions.reversed() where exception.path == nil && exception.covers(code, set, place) {
                return exception.severity
            }
        }
        return code.entry.severity
    }

    /// The severity of a finding in a set.
    ///
    /// - Parameters:
    ///   - finding: The finding.
    ///   - set: The set, such as `850`.
    ///   - base: What it weighs without exceptions; `nil` for the catalogue's severity.
    ///   - isAt: Whether the finding stands where the path of the exception of that index says.
    /// - Returns: The severity.
    func severity(of finding: Finding, set: String, base: Severity?, isAt: (Int) -> Bool) -> Severity {
        let place = finding.place
        for (index, exception) in exceptions.enumerated().reversed() where exception.covers(finding.code, set, place) {
            if exception.path == nil || isAt(index) { return exception.severity }
        }
        return base ?? finding.code.entry.severity
    }
}

extension FindingCode {
    /// The checks of a name such as `E-ELEMENT-DATE`, or of a family such as `E-ELEMENT-*` or `R-*`; none when there
    /// are none.
    public static func named(_ text: String) -> Set<FindingCode> {
        let name = text.uppercased()
        guard name.hasSuffix("*") else { return Set([FindingCode(name: name)].compactMap(\.self)) }
        let family = name.dropLast()
        guard family.utf8.count >= 2 else { return [] }
        return Set(allCases.filter { $0.entry.name.hasPrefix(family) })
    }
}
