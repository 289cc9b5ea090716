public import Commerce
public import X12

/// One description of a transaction set, both directions: a walk over the document that either reads a set into it or
/// writes a set from it, so that the two cannot drift.
///
/// `SetReader` fills the document and keeps what the walk did not visit as extras; `SetWriter` writes the document,
/// puts the extras back and brings everything into the standard's order. Nothing throws: a set is validated before it
/// is read, and what was written is read again and validated.
///
/// Inside the closures touch only stored properties disjoint from the value the walk is called on, and never the outer
/// coder: a closure receives the coder itself.
public protocol SetCoding {
    /// Whether this reads a set.
    static var isReading: Bool { get }

    // MARK: Segments of the open loop, or of the set outside loops

    /// The segment `id`, the first not visited yet. Writing, it is left out when no element has a value.
    mutating func segment(_ id: SegmentID, _ body: (inout Self) -> Void)

    /// The segment `id` whose first element is `qualifier`. The walk does not code element 1.
    mutating func segment(_ id: SegmentID, where qualifier: StaticString, _ body: (inout Self) -> Void)

    /// Whether there is a place for segment `id`: reading, one of them not visited yet; writing, one in the structure.
    mutating func offers(_ id: SegmentID) -> Bool

    /// Every segment `id` not visited yet, a value each. Where the version has a loop that it opens, the rest of the loop
    /// is not visited.
    mutating func each<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void)

    /// Every loop that segment `id` opens, a value each. The body codes the opening segment like any other.
    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ values: inout List<Value>, _ body: (inout Value, inout Self) -> Void)

    /// The first loop not visited yet that segment `id` opens, or none.
    mutating func loop<Value: JSONObject>(
        _ id: SegmentID, _ value: inout Value?, _ body: (inout Value, inout Self) -> Void)

    /// The tree of HL loops. HL01, HL02 and the nesting are the coder's business; the body codes HL03 (as element 3),
    /// HL04 and whatever the loop holds.
    mutating func hierarchy<Level: HierarchyLevel>(
        _ levels: inout List<Level>, _ body: (inout Level, inout Self) -> Void)

    // MARK: Elements of the open segment

    /// A text (AN) or code (ID) as sent.
    mutating func text(_ element: Int, _ value: inout Text)

    /// A component of a composite.
    mutating func text(_ element: Int, component: Int, _ value: inout Text)

    /// A number (R, N0) with its scale.
    mutating func decimal(_ element: Int, _ value: inout Decimal?)

    /// An amount with two implied decimals (N2): `12345` is 123.45.
    mutating func amount(_ element: Int, _ value: inout Decimal?)

    /// A whole number (N0).
    mutating func integer(_ element: Int, _ value: inout Int?)

    /// A date (DT).
    mutating func date(_ element: Int, _ value: inout CalendarDate?)

    /// A time (TM).
    mutating func time(_ element: Int, _ value: inout TimeOfDay?)

    /// Pairs of qualifier and value, such as PO106 to PO125. An empty pair before another keeps its place.
    mutating func pairs(_ elements: ClosedRange<Int>, _ values: inout List<ItemIdentifier>)
}

/// A level of an 856: shipment, order, tare, pack, item.
public protocol HierarchyLevel: JSONObject {
    /// The levels below it.
    var contains: List<Self> { get set }
}
