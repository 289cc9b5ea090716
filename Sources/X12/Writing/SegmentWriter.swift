/// Writes segments: elements in order, empty ones at the end left out (X12.6: trailing separators are suppressed).
public struct SegmentWriter: Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []
    /// How many segments were written.
    public private(set) var segmentCount = 0
    /// The delimiters used.
    public let delimiters: Delimiters
    /// What follows each terminator, such as a line feed.
    public let suffix: [UInt8]

    private var pendingElements = 0

    /// Makes a writer.
    public init(delimiters: Delimiters, suffix: [UInt8] = []) {
        self.delimiters = delimiters
        self.suffix = suffix
    }

    /// Begins a segment.
    public mutating func begin(_ id: SegmentID) {
        var packed = id.packed
        while packed != 0 {
            bytes.append(UInt8(truncatingIfNeeded: packed))
            packed >>= 8
        }
        pendingElements = 0
    }

    /// Writes the next element; an empty one keeps its place.
    public mutating func element(_ value: some Collection<UInt8>) {
        pendingElements += 1
        if value.isEmpty { return }
        flush()
        bytes.append(contentsOf: value)
    }

    /// Writes the next element.
    public mutating func element(_ value: String) { element(value.utf8) }

    /// Writes the next element of a segment of fixed width, the ISA: cut, or filled with blanks (X12.5).
    mutating func element(_ value: String, width: Int) {
        pendingElements += 1
        flush()
        let end = bytes.count + width
        bytes.append(contentsOf: value.utf8.prefix(width))
        while bytes.count < end { bytes.append(UInt8(ascii: " ")) }
    }

    /// Writes the next element with `?` for every byte that this interchange could not carry in a value: delimiters and
    /// what is not printable ASCII. For values that came in an interchange with other delimiters.
    mutating func foreignElement(_ value: some Collection<UInt8>) {
        let substitute = delimiters.contains(UInt8(ascii: "?")) ? UInt8(ascii: "-") : UInt8(ascii: "?")
        element(value)
        for place in bytes.count - value.count..<bytes.count where !canCarry(bytes[place]) {
            bytes[place] = substitute
        }
    }

    /// Whether a value may hold a byte: printable ASCII that separates nothing.
    func canCarry(_ byte: UInt8) -> Bool { byte >= 0x20 && byte <= 0x7E && !delimiters.contains(byte) }

    /// Writes the next element as a number.
    public mutating func element(_ value: Int) {
        pendingElements += 1
        flush()
        append(value)
    }

    /// Writes the next element as a composite that says where in a segment something stands: its element, component and
    /// repetition, each from 1, or 0 for none.
    mutating func place(_ element: Int, component: Int, repetition: Int) {
        self.element(element)
        if component > 0 || repetition > 0 { bytes.append(delimiters.component) }
        if component > 0 { append(component) }
        if repetition > 0 {
            bytes.append(delimiters.component)
            append(repetition)
        }
    }

    private mutating func append(_ number: Int) {
        if 0..<10 ~= number {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
        } else {
            bytes.append(contentsOf: String(number).utf8)
        }
    }

    /// Writes the next element as a composite of components, empty ones at its end left out.
    public mutating func composite(_ components: [String]) {
        pendingElements += 1
        var last = components.count
        while last > 0, components[last - 1].isEmpty { last -= 1 }
        guard last > 0 else { return }
        flush()
        for (index, component) in components[..<last].enumerated() {
            if index > 0 { bytes.append(delimiters.component) }
            bytes.append(contentsOf: component.utf8)
        }
    }

    private mutating func flush() {
        for _ in 0..<pendingElements { bytes.append(delimiters.element) }
        pendingElements = 0
    }

    /// Ends the segment.
    public mutating func end() {
        pendingElements = 0
        bytes.append(delimiters.segment)
        bytes.append(contentsOf: suffix)
        segmentCount += 1
    }

    /// Writes a whole segment.
    public mutating func segment(_ id: SegmentID, _ elements: String...) {
        begin(id)
        for value in elements { element(value) }
        end()
    }

    /// Adds segments written elsewhere with the same delimiters.
    public mutating func append(_ segments: [UInt8], count: Int) {
        bytes.append(contentsOf: segments)
        segmentCount += count
    }
}
