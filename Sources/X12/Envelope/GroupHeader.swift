/// The GS of a functional group.
public struct GroupHeader: Sendable {
    /// GS01, such as `PO`.
    public var code = ""
    /// GS02, the application sender's code.
    public var sender = ""
    /// GS03, the application receiver's code.
    public var receiver = ""
    /// GS04 as sent.
    public var date = ""
    /// GS05 as sent.
    public var time = ""
    /// GS06 as sent.
    public var controlNumber = ""
    /// GS07.
    public var agency = ""
    /// GS08, such as `004010` or `004010VICS`.
    public var version = ""
    /// Offset in the file of the GS.
    public var offset = 0

    /// Makes an empty header, to be filled.
    public init() {}

    /// Whether the group holds acknowledgments (997, 999), which are never acknowledged themselves.
    public var holdsAcknowledgments: Bool { code == "FA" }
}

/// A transaction set as the envelope shows it, before its content is judged.
public struct SetEnvelope: Sendable {
    /// ST01, such as `850`.
    public var set = ""
    /// ST02 as sent, leading zeros included.
    public var controlNumber = ""
    /// ST03, the implementation convention that the set follows, such as `005010X231A1`; empty without.
    public var convention = ""
    /// From 1 within its group.
    public var ordinal = 0
    /// From 1 within its interchange.
    public var ordinalInInterchange = 0
    /// Offset in the file of the ST.
    public var offset = 0
    /// Bytes from ST through the terminator of SE, as read.
    public var length = 0
    /// The segments from ST to SE, both included.
    public var segmentCount = 0
    /// Whether it is larger than the limit and was passed over.
    public var isTooLarge = false
    /// What is wrong with ST and SE, with default severities.
    public var findings: [Finding] = []

    /// Makes an empty envelope, to be filled.
    public init() {}
}

/// The control numbers seen in a group, kept small: numbers mostly count up.
struct ControlNumbers {
    private var runs: [ClosedRange<Int>] = []
    private var others: Set<String> = []

    /// Notes a number; `false` when it was there before.
    mutating func insert(_ text: String) -> Bool {
        // Leading zeros count: ST02 is text.
        guard text.utf8.count <= 9, text.utf8.allSatisfy(isDigit), let number = Int(text) else {
            return others.insert(text).inserted
        }
        let key = text.utf8.count * 1_000_000_000 + number
        guard let last = runs.last else {
            runs.append(key...key)
            return true
        }
        if key > last.upperBound {
            if key == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...key
            } else {
                runs.append(key...key)
            }
            return true
        }
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound < key { low = middle + 1 } else { high = middle }
        }
        if low < runs.count, runs[low].contains(key) { return false }
        return others.insert(text).inserted
    }
}
