/// Which bad values an acknowledgment repeats in AK404: they help whoever looks for the fault, and may be private.
public struct ValueCopying: Sendable, Equatable {
    /// Whether any are.
    public var copies: Bool
    /// What is not repeated all the same: references such as `REF02`, segments such as `NM1`, or numbers of data
    /// elements such as `67`.
    public var masked: Set<String>

    /// Makes a choice.
    public init(copies: Bool = true, masked: Set<String> = []) {
        self.copies = copies
        self.masked = masked
    }

    /// Every value that can be sent back.
    public static let all = ValueCopying()
    /// None.
    public static let none = ValueCopying(copies: false)

    /// Whether a value may be repeated.
    ///
    /// - Parameters:
    ///   - segment: Its segment.
    ///   - element: Its position, from 1.
    ///   - number: The number of its data element; empty when it is not known.
    /// - Returns: Whether it goes back.
    public func allows(_ segment: SegmentID, element: Int, number: String) -> Bool {
        guard copies else { return false }
        if masked.isEmpty { return true }
        let reference = "\(segment)\(element < 10 ? "0" : "")\(element)"
        return !masked.contains(reference) && !masked.contains(segment.description) && !masked.contains(number)
    }
}
