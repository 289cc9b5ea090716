/// Changes one element of a set or an interchange in place, all other bytes staying as they are.
///
/// What is edited is named as `BEG:5`, `PO1[3]:2` for the third PO1, `REF:4-2` for a component, all counted from 1.
public struct ElementEdit: Sendable, Equatable {
    /// The segment's identifier.
    public var segment: String
    /// Which of the segments of this identifier, from 1.
    public var occurrence: Int
    /// The element's position behind the identifier, 1 to 99.
    public var element: Int
    /// The component's position, 1 to 99; nil for the element as a whole.
    public var component: Int?
    /// What is to stand there.
    public var value: [UInt8]

    /// Says why an edit cannot be read or carried out.
    public struct Fault: Error, Sendable, Equatable {
        /// The reason, in a sentence.
        public var reason: String
    }

    /// What an edit did.
    public struct Edited: Sendable, Equatable {
        /// The bytes with the new value.
        public var bytes: [UInt8]
        /// What stood there before; empty when the element was missing.
        public var old: [UInt8]
        /// Where in the new bytes the value stands.
        public var range: Range<Int>
    }

    /// Reads an edit such as `BEG:5=20261201`.
    public static func read(_ text: String) -> Result<ElementEdit, Fault> {
        guard let equals = text.firstIndex(of: "=") else {
            return .failure(Fault(reason: "an edit is SEGMENT:ELEMENT=VALUE, such as BEG:5=20261201"))
        }
        let place = text[..<equals].split(separator: ":", omittingEmptySubsequences: false)
        guard place.count == 2 else {
            return .failure(Fault(reason: "\(text[..<equals]) is not SEGMENT:ELEMENT, such as BEG:5 or PO1[3]:2"))
        }
        var name = place[0]
        var occurrence = 1
        if name.hasSuffix("]"), let bracket = name.firstIndex(of: "[") {
            guard let number = number(name[name.index(after: bracket)...].dropLast(), most: 999_999) else {
                return .failure(Fault(reason: "\(place[0]) names no occurrence, such as PO1[3]"))
            }
            occurrence = number
            name = name[..<bracket]
        }
        let isName = (2...3).contains(name.utf8.count) && name.utf8.allSatisfy(isLetterOrDigit)
        let parts = place[1].split(separator: "-", omittingEmptySubsequences: false)
        guard isName, (1...2).contains(parts.count), let element = number(parts[0], most: 99) else {
            return .failure(Fault(reason: "\(text[..<equals]) is not SEGMENT:ELEMENT, such as BEG:5 or PO1[3]:2"))
        }
        var component: Int?
        if parts.count == 2 {
            guard let position = number(parts[1], most: 99) else {
                return .failure(Fault(reason: "\(parts[1]) is no component's position"))
            }
            component = position
        }
        return .success(
            ElementEdit(
                segment: name.uppercased(), occurrence: occurrence, element: element, component: component,
                value: Array(text[text.index(after: equals)...].utf8)))
    }

    /// The place as it is written, such as `PO1[3]:2`.
    public var place: String {
        segment + (occurrence > 1 ? "[\(occurrence)]" : "") + ":\(element)" + (component.map { "-\($0)" } ?? "")
    }

    private static func number(_ text: some StringProtocol, most: Int) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), (1...most).contains(number)
        else { return nil }
        return number
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

// MARK: - Carrying out

extension ElementEdit {
    /// Carries the edit out on the segments in a range.
    ///
    /// An element beyond the segment's last is reached with separators. The ISA is of fixed width, so that its elements
    /// are replaced by as many bytes, filled with blanks.
    ///
    /// - Parameters:
    ///   - bytes: An interchange.
    ///   - range: Where in it to look for the segment.
    ///   - delimiters: The interchange's.
    /// - Returns: The new bytes, or why there are none.
    /// - Complexity: O(bytes).
    public func apply(
        to bytes: [UInt8], in range: Range<Int>, delimiters: Delimiters
    ) -> Result<Edited, Fault> {
        let isRoom = range.lowerBound >= 0 && range.upperBound <= bytes.count
        guard isRoom, let found = find(in: bytes, range, delimiters) else {
            let which = occurrence > 1 ? "\(occurrence) times " : ""
            return .failure(Fault(reason: "there is no \(segment) \(which)in what is held"))
        }
        if let fault = fault(of: value, delimiters) { return .failure(fault) }
        var marks = [found.lowerBound + segment.utf8.count]
        for at in marks[0]..<found.upperBound where at > marks[0] && bytes[at] == delimiters.element {
            marks.append(at)
        }
        let existing = marks[0] < found.upperBound ? marks.count : 0
        var target: Range<Int>
        var filling: [UInt8] = []
        if element <= existing {
            target = marks[element - 1] + 1..<(element < existing ? marks[element] : found.upperBound)
        } else {
            target = found.upperBound..<found.upperBound
            filling = [UInt8](repeating: delimiters.element, count: element - existing)
        }
        var replacement = value
        if segment == "ISA" {
            guard element <= existing, value.count <= target.count, component == nil else {
                return .failure(Fault(reason: "\(place) has \(target.count) bytes, the value \(value.count)"))
            }
            replacement += [UInt8](repeating: 0x20, count: target.count - value.count)
        }
        if let component {
            let parts = bytes[target].split(separator: delimiters.component, omittingEmptySubsequences: false)
            if component <= parts.count {
                let part = parts[component - 1]
                target = part.startIndex..<part.endIndex
            } else {
                let missing = component - max(parts.count, 1)
                filling += [UInt8](repeating: delimiters.component, count: missing)
                target = target.upperBound..<target.upperBound
            }
        }
        let old = Array(bytes[target])
        var edited = Array(bytes[..<target.lowerBound])
        edited += filling
        let start = edited.count
        edited += replacement
        let end = edited.count
        edited += bytes[target.upperBound...]
        return .success(Edited(bytes: edited, old: old, range: start..<end))
    }

    /// The segment without its terminator.
    private func find(in bytes: [UInt8], _ range: Range<Int>, _ delimiters: Delimiters) -> Range<Int>? {
        let id = Array(segment.utf8)
        var left = occurrence
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes[start..<range.upperBound].firstIndex(of: delimiters.segment) ?? range.upperBound
            // What stands between a terminator and the next identifier is for the eyes.
            var first = start
            while first < end, bytes[first] == 0x0A || bytes[first] == 0x0D || bytes[first] == 0x20 { first += 1 }
            let after = first + id.count
            let isIt =
                after <= end && bytes[first..<after].elementsEqual(id)
                && (after == end || bytes[after] == delimiters.element)
            if isIt {
                left -= 1
                if left == 0 { return first..<end }
            }
            start = end + 1
        }
        return nil
    }

    private func fault(of value: [UInt8], _ delimiters: Delimiters) -> Fault? {
        for byte in value {
            let isPart = component == nil && byte == delimiters.component
            if delimiters.contains(byte), !isPart {
                return Fault(reason: "the value holds a delimiter of the interchange, byte \(byte)")
            }
            if byte < 0x20 || byte == 0x7F { return Fault(reason: "the value holds a control character, byte \(byte)") }
        }
        return value.count > 10_000 ? Fault(reason: "the value is longer than any element") : nil
    }
}
