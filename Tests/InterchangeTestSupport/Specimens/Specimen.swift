public import X12

/// One segment of a specimen, element by element, with the place in the structure it was made for.
public struct SpecimenSegment: Sendable {
    /// The identifier.
    public var id: String
    /// Index of the node in the set's structure; -1 for one that was put where it has no place.
    public var node: Int
    /// The elements: each a list of repetitions, each a list of components. An absent element has no repetition.
    public var elements: [[[String]]]

    /// Makes a segment.
    public init(_ id: String, node: Int, elements: [[[String]]] = []) {
        self.id = id
        self.node = node
        self.elements = elements
    }

    /// The first component of element `position` (from 1), empty when absent; setting a position beyond the last fills
    /// up with absent elements.
    public subscript(_ position: Int) -> String {
        get { elements.indices.contains(position - 1) ? elements[position - 1].first?.first ?? "" : "" }
        set {
            while elements.count < position { elements.append([]) }
            elements[position - 1] = newValue.isEmpty ? [] : [[newValue]]
        }
    }

    /// Whether element `position` (from 1) holds anything.
    public func isPresent(_ position: Int) -> Bool {
        elements.indices.contains(position - 1) && elements[position - 1].contains { $0.contains { !$0.isEmpty } }
    }

    /// Takes off absent elements at the end, which must not be sent (X12.6).
    public mutating func trim() {
        while let last = elements.last, !last.contains(where: { $0.contains { !$0.isEmpty } }) { elements.removeLast() }
    }

    /// The segment without terminator.
    func text(_ delimiters: Delimiters) -> [UInt8] {
        var bytes = Array(id.utf8)
        for element in elements {
            bytes.append(delimiters.element)
            for (index, repetition) in element.enumerated() {
                if index > 0 { bytes.append(delimiters.repetition ?? delimiters.component) }
                for (component, value) in repetition.enumerated() {
                    if component > 0 { bytes.append(delimiters.component) }
                    bytes += Array(value.utf8)
                }
            }
        }
        return bytes
    }
}

/// One transaction set of a specimen. ST and SE are apart from the body, so that a test can falsify them.
public struct SpecimenSet: Sendable {
    /// ST01.
    public var set: String
    /// The elements of ST.
    public var header: [String]
    /// The segments between ST and SE.
    public var body: [SpecimenSegment]
    /// The elements of SE; `nil` leaves SE out.
    public var trailer: [String]?

    /// Closes a body: ST02 and SE02 are `number`, SE01 counts.
    public init(_ set: String, number: String, body: [SpecimenSegment]) {
        self.set = set
        header = [set, number]
        self.body = body
        trailer = [String(body.count + 2), number]
    }

    /// Makes SE01 count the segments again.
    public mutating func recount() {
        let count = body.count + 2
        trailer?[0] = String(count)
    }
}

/// An interchange of one group, all of it open to change before it becomes bytes.
public struct Specimen: Sendable {
    /// Version, release and suffix of the group (GS08).
    public var version: String
    /// ISA01 to ISA15, padded; ISA16 is the component separator.
    public var interchangeHeader: [String]
    /// GS01 to GS08.
    public var groupHeader: [String]
    /// The sets.
    public var sets: [SpecimenSet]
    /// GE01 and GE02; `nil` leaves GE out.
    public var groupTrailer: [String]?
    /// IEA01 and IEA02; `nil` leaves IEA out.
    public var interchangeTrailer: [String]?
    /// The delimiters.
    public var delimiters: Delimiters

    /// Puts sets in a group of code `code`, and that in an interchange of the same release.
    public init(_ sets: [SpecimenSet], version: String, code: String, delimiters: Delimiters = Delimiters()) {
        self.version = version
        self.sets = sets
        self.delimiters = delimiters
        let release = String(version.prefix(5))
        // X12.5: ISA11 is the repetition separator from release 00402 on.
        let eleventh = delimiters.repetition.map { String(UnicodeScalar($0)) } ?? "U"
        interchangeHeader = [
            "00", "          ", "00", "          ", "ZZ", "SENDER         ", "ZZ", "RECEIVER       ", "261121", "0605",
            eleventh, release, "000000017", "0", "P",
        ]
        groupHeader = [code, "SENDER", "RECEIVER", "20261121", "0605", "31", "X", version]
        groupTrailer = [String(sets.count), "31"]
        interchangeTrailer = ["1", "000000017"]
    }

    /// The bytes, a line feed behind each terminator where `newline` says so.
    public func bytes(newline: Bool = true) -> [UInt8] {
        var bytes: [UInt8] = []
        func end() {
            bytes.append(delimiters.segment)
            if newline { bytes.append(0x0A) }
        }
        func add(_ id: String, _ elements: [String]) {
            bytes += Array(id.utf8)
            for element in elements {
                bytes.append(delimiters.element)
                bytes += Array(element.utf8)
            }
            end()
        }
        add("ISA", interchangeHeader + [String(UnicodeScalar(delimiters.component))])
        add("GS", groupHeader)
        for set in sets {
            add("ST", set.header)
            for segment in set.body {
                bytes += segment.text(delimiters)
                end()
            }
            if let trailer = set.trailer { add("SE", trailer) }
        }
        if let groupTrailer { add("GE", groupTrailer) }
        if let interchangeTrailer { add("IEA", interchangeTrailer) }
        return bytes
    }
}
