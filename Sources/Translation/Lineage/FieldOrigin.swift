public import X12

/// Says which element of a set a field of its document came from.
public struct FieldOrigin: Sendable, Equatable {
    /// The JSON path of the field, such as `$.lines[0].quantity.value`.
    public var path = ""
    /// The loop, such as `PO1[1]/SLN[2]`; empty for the set itself.
    public var loop: String
    /// The segment's identifier.
    public var segment: String
    /// The first element of the segment, where it says what the segment is about, such as `002` of a DTM.
    public var qualifier: String
    /// The ordinal of the segment in the set, ST being 1.
    public var segmentIndex: Int
    /// The position of the element, from 1.
    public var element: Int
    /// The position of the component, from 1; nil for a simple element.
    public var component: Int?
    /// Where in the window the value lies.
    var range: Range<Int>
    /// The byte of the file at which the value begins, from 0.
    public var offset = 0

    /// The number of bytes of the value.
    public var length: Int { range.count }

    /// The origin with its offset in the file.
    public func inFile(_ positions: FilePositions) -> FieldOrigin {
        var origin = self
        origin.offset = positions.offset(of: range.lowerBound)
        return origin
    }

    /// The element as guides write it, such as `DTM[01=002]02` or `QTY03-1`.
    public var reference: String {
        let number = "\(element < 10 ? "0" : "")\(element)"
        return segment + (qualifier.isEmpty ? "" : "[01=\(qualifier)]") + number + (component.map { "-\($0)" } ?? "")
    }
}
