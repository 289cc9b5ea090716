/// A list of codes that acknowledgments use, with what each means in plain words.
public struct AcknowledgmentCodeList: Sendable {
    /// The data element, such as `723`.
    public var number: String
    /// Its name.
    public var name: String
    /// Where it stands, such as `AK403`.
    public var places: [String]
    /// The codes in order.
    public var codes: [Code]

    /// A code, or a range of codes that mean the same.
    public struct Code: Sendable {
        /// As it is written, such as `7`, `I6`, `025`, or a range such as `10-18`.
        public var name: String
        /// What it means.
        public var meaning: String
        /// What the one who gets it should do.
        public var remedy: String
        /// For which releases it means that.
        var releases: Releases

        enum Releases: Sendable { case all, before005010, from005010 }

        /// For which releases it means that, in words; empty for all.
        public var era: String {
            switch releases {
            case .all: ""
            case .before005010: "before 005010"
            case .from005010: "from 005010"
            }
        }

        func includes(_ code: String) -> Bool {
            if name == code { return true }
            let bounds = name.split(separator: "-").compactMap { Int($0) }
            guard bounds.count == 2, bounds[0] <= bounds[1], let number = Int(code) else { return false }
            return number >= bounds[0] && number <= bounds[1]
        }

        func applies(to release: String) -> Bool {
            switch releases {
            case .all: true
            case .before005010: release < AcknowledgmentForm.firstLater
            case .from005010: release >= AcknowledgmentForm.firstLater
            }
        }
    }

    /// What a code means; `nil` for one that the list does not have.
    ///
    /// - Parameters:
    ///   - code: As sent; a numeric one may have leading zeros, or lack them.
    ///   - version: GS08 of the acknowledgment: some codes changed their meaning with 005010.
    /// - Returns: The entry.
    public func code(_ code: String, version: String = "") -> Code? {
        let wanted = Self.normal(code)
        let release = version.isEmpty ? AcknowledgmentForm.defaultVersion : String(version.prefix(6))
        let found = codes.filter { $0.includes(wanted) || Self.normal($0.name) == wanted }
        return found.first { $0.applies(to: release) } ?? (version.isEmpty ? found.first : nil)
    }

    /// Every meaning a code has, of whatever release.
    public func meanings(of code: String) -> [Code] {
        let wanted = Self.normal(code)
        return codes.filter { $0.includes(wanted) || Self.normal($0.name) == wanted }
    }

    /// Numeric codes are compared without leading zeros, letters in upper case.
    private static func normal(_ code: String) -> String {
        let code = code.uppercased()
        return (1...3).contains(code.utf8.count) && code.utf8.allSatisfy(isDigit) ? String(Int(code) ?? 0) : code
    }
}

// MARK: - Finding lists

extension AcknowledgmentCodeList {
    /// The list of a data element such as `723`, or of a place such as `AK304`; `nil` when there is none.
    public static func named(_ name: String) -> AcknowledgmentCodeList? {
        let name = name.uppercased()
        return all.first { $0.number == name || $0.places.contains(name) }
    }

    /// Every list.
    public static let all: [AcknowledgmentCodeList] = {
        var lists: [AcknowledgmentCodeList] = []
        for line in AcknowledgmentCodeText.lists.description.split(separator: "\n") {
            let head = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard head.count == 2 else { continue }
            if let colon = head[1].firstRange(of: ": "), !head[1].contains(" | ") {
                lists.append(
                    AcknowledgmentCodeList(
                        number: head[0], name: String(head[1][..<colon.lowerBound]),
                        places: places(head[1][colon.upperBound...]), codes: []))
                continue
            }
            var text = head[1][...]
            var releases = Code.Releases.all
            for (mark, meant) in [("<005010 ", Code.Releases.before005010), (">=005010 ", .from005010)]
            where text.hasPrefix(mark) {
                text = text.dropFirst(mark.count)
                releases = meant
            }
            let parts = text.split(separator: "|").map { $0.trimmingBlanks }
            guard parts.count == 2, !lists.isEmpty else { continue }
            lists[lists.count - 1].codes.append(
                Code(name: head[0], meaning: parts[0], remedy: parts[1], releases: releases))
        }
        return lists
    }()

    /// `AK501, IK501` or `AK905 to AK909`, place by place.
    private static func places(_ text: Substring) -> [String] {
        let words = text.split { $0 == "," || $0 == " " }.map(String.init)
        guard words.count == 3, words[1] == "to", let first = Int(words[0].suffix(2)),
            let last = Int(words[2].suffix(2)), first <= last
        else { return words }
        return (first...last).map { "\(words[0].dropLast(2))0\($0)" }
    }
}

extension Substring {
    /// Without blanks at its ends.
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension AcknowledgmentKind {
    /// The lists of its codes: of a set, of a segment, of an element.
    public var codeLists: (set: String, segment: String, element: String) {
        switch self {
        case .functional: ("718", "720", "723")
        case .implementation: ("618", "620", "621")
        }
    }
}
