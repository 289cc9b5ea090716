/// Holds the values of a field that repeats, and their memory for the next time it is filled.
///
/// A list that was emptied by ``clear()`` keeps its elements as blank ones and hands them out again, with the memory of
/// the lists inside them: reading one document after the other into the same value allocates nothing once the value has
/// seen the largest. Otherwise a list is an array.
public struct List<Element: JSONObject> {
    /// The elements, and behind them blank ones, each as `Element()` makes it.
    @usableFromInline
    package var slots: [Element]

    @usableFromInline
    var used: Int

    /// The number of elements.
    @inlinable
    @inline(__always)
    public var count: Int { used }

    /// Makes an empty list.
    @inlinable
    @inline(__always)
    public init() {
        slots = []
        used = 0
    }

    /// Says whether there are no elements.
    @inlinable
    @inline(__always)
    public var isEmpty: Bool { count == 0 }

    /// Adds a blank element, to be filled in its place.
    ///
    /// - Returns: Its index.
    @inlinable
    @inline(__always)
    public mutating func addBlank() -> Int {
        if count == slots.count { slots.append(Element()) }
        used &+= 1
        return count &- 1
    }

    /// Adds blank elements, and lends each with its number, from 0, to be filled in its place.
    @inlinable
    @inline(__always)
    package mutating func addBlanks(_ coming: Int, _ fill: (Int, inout Element) -> Void) {
        let first = used
        used &+= coming
        while slots.count < used { slots.append(Element()) }
        // Lent together, so that it is asked once and not for each whether the memory is shared.
        var filled = slots.mutableSpan
        for number in 0..<coming { fill(number, &filled[first &+ number]) }
    }

    /// Adds an element.
    @inlinable
    @inline(__always)
    public mutating func append(_ element: Element) {
        if used == slots.count { slots.append(element) } else { slots[used] = element }
        used &+= 1
    }

    /// Makes room for a number of elements that come, when there is none yet: growing moves what is there.
    @inlinable
    @inline(__always)
    public mutating func makeRoom(for coming: Int) {
        if slots.isEmpty { slots.reserveCapacity(coming) }
    }

    /// Empties the list and keeps its memory.
    ///
    /// - Complexity: O(what is in the elements).
    @inlinable
    public mutating func clear() {
        guard count > 0 else { return }
        var blank = BlankCoding()
        for index in 0..<count { slots[index].code(&blank) }
        used = 0
    }
}

extension List: Sendable where Element: Sendable {}

extension List: Equatable where Element: Equatable {
    /// Compares the elements.
    public static func == (left: List, right: List) -> Bool { left.elementsEqual(right) }
}

extension List: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    public var startIndex: Int { 0 }

    @inlinable
    public var endIndex: Int { count }

    @inlinable
    public subscript(index: Int) -> Element {
        // Lent and not copied: an element may be a kilobyte of fields.
        _read {
            precondition(index < count, "no such element")
            yield slots[index]
        }
        _modify {
            precondition(index < count, "no such element")
            yield &slots[index]
        }
    }

    public mutating func replaceSubrange(_ subrange: Range<Int>, with elements: some Collection<Element>) {
        slots.removeSubrange(count...)
        slots.replaceSubrange(subrange, with: elements)
        used = slots.count
    }
}

extension List: ExpressibleByArrayLiteral, CustomStringConvertible {
    /// Makes a list of the elements.
    public init(arrayLiteral elements: Element...) {
        slots = elements
        used = elements.count
    }

    /// The elements as an array shows them.
    public var description: String { Array(self).description }
}
