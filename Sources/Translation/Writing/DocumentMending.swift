import Commerce
import X12

/// Brings the texts of a document into the form that a receiver takes, and notes each change: nothing is changed in
/// silence, and what cannot be changed is refused.
struct DocumentMending: PathCoding {
    /// True, since values are put in; arrays stay as long as they are.
    static var isReading: Bool { true }

    private let policy: WritingPolicy
    private let delimiters: Delimiters
    var path = "$"
    /// What was changed, a line each.
    private(set) var notes: [String] = []
    /// What cannot be sent, a line each.
    private(set) var faults: [String] = []

    /// Fields that say where the document comes from and goes, and places in it: no part of what is written.
    private static let kept: Set<String> = ["$.kind", "$.schemaVersion", "$.id", "$.partner", "$.source"]

    /// Brings a document into form.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - policy: What the receiver takes.
    ///   - delimiters: Those of the interchange.
    /// - Returns: What was changed, and what cannot be sent.
    static func mend<D: Document>(
        _ document: inout D, by policy: WritingPolicy, _ delimiters: Delimiters
    ) -> (notes: [String], faults: [String]) {
        var mending = DocumentMending(policy, delimiters)
        document.code(&mending)
        return (mending.notes, mending.faults)
    }

    private init(_ policy: WritingPolicy, _ delimiters: Delimiters) {
        self.policy = policy
        self.delimiters = delimiters
    }

    // MARK: Texts

    private mutating func mend(_ text: inout Text, at path: String) {
        guard !text.isEmpty, !Self.kept.contains(path) else { return }
        let before = text.string
        var after = before
        for replacement in policy.replacements where !replacement.from.isEmpty {
            after = after.replacing(replacement.from, with: replacement.to)
        }
        if policy.letters == .upper { after = String(after.map { $0.isASCII ? Character($0.uppercased()) : $0 }) }
        var sendable = ""
        for scalar in after.unicodeScalars {
            let isDelimiter = scalar.isASCII && delimiters.contains(UInt8(truncatingIfNeeded: scalar.value))
            if policy.characters.has(scalar), !isDelimiter, scalar.value >= 0x20 {
                sendable.unicodeScalars.append(scalar)
            } else if let unsendable = policy.unsendable {
                sendable += unsendable
            } else {
                if !isDelimiter, scalar.value >= 0x20 {
                    faults.append(
                        "\(path): \"\(scalar)\" is not in the \(policy.characters.rawValue) character set that the partner "
                            + "takes; replace it, or let `writing.replace` or `writing.unsendable` of the profile do so"
                    )
                }
                // Delimiters and control characters are the writer's to refuse.
                sendable.unicodeScalars.append(scalar)
            }
        }
        guard sendable != before else { return }
        notes.append("\(path): \"\(before)\" is written as \"\(sendable)\"")
        text = Text(sendable)
    }

    mutating func field(_ name: StaticString, _ value: inout Text) { mend(&value, at: "\(path).\(name)") }

    mutating func field(_ name: StaticString, _ values: inout [Text]) {
        for index in values.indices { mend(&values[index], at: "\(path).\(name)[\(index)]") }
    }

    mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {}

    mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        let path = "\(path).\(name)"
        elements.change { mend(&$0, at: path) }
    }

    // MARK: Other values

    mutating func field(_ name: StaticString, _ value: inout Decimal?) {}
    mutating func field(_ name: StaticString, _ value: inout CalendarDate?) {}
    mutating func field(_ name: StaticString, _ value: inout TimeOfDay?) {}
    mutating func field(_ name: StaticString, _ value: inout Int?) {}
    mutating func field(_ name: StaticString, _ value: inout Bool?) {}

    // MARK: Objects

    mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout List<V>) {
        for index in values.indices { walk(&values[index], at: "\(path).\(name)[\(index)]") }
        if !policy.identifiers.isEmpty, values.count > 1, var identifiers = values as? List<ItemIdentifier> {
            order(&identifiers, at: "\(path).\(name)")
            if let ordered = identifiers as? List<V> { values = ordered }
        }
    }

    /// Puts an item's identifiers into the order agreed on; those of contacts and taxes have none.
    private mutating func order(_ identifiers: inout List<ItemIdentifier>, at path: String) {
        guard path.hasSuffix(".identifiers") else { return }
        func rank(_ identifier: ItemIdentifier) -> Int {
            policy.identifiers.firstIndex { Text($0) == identifier.scheme } ?? policy.identifiers.count
        }
        let ordered = identifiers.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        guard ordered.map(\.offset) != Array(identifiers.indices) else { return }
        notes.append("\(path): written in the order \(ordered.map(\.element.scheme.string).joined(separator: ", "))")
        identifiers = List(ordered.map(\.element))
    }

    /// Envelopes and extras' places stay; what extras hold is written like any other.
    func enters(_ path: String) -> Bool { !Self.kept.contains(path) }
}
