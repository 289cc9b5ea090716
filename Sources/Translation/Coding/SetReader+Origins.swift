import Commerce
import X12

// MARK: - Where values came from

extension SetReader {
    /// Where an element of the open segment lies; nil when it is empty or absent.
    func origin(_ element: Int, component: Int?, qualifier: String) -> FieldOrigin? {
        guard var (start, end) = range(of: element) else { return nil }
        if let component {
            guard let part = self.component(component, start, end) else { return nil }
            (start, end) = part
        }
        let entry = openEntry
        return FieldOrigin(
            loop: pathText.string, segment: window.entry(entry).id.description,
            qualifier: qualifiers.agreed(for: qualifier, in: window.entry(entry).id) ?? qualifier,
            segmentIndex: entry - firstEntry + 1, element: element, component: component, range: start..<end)
    }

    /// Notes where the leftover elements of the open segment stood.
    mutating func notePlaceOfOpenSegment() { extraPlaces.append(openEntry..<openEntry + 1) }

    /// The open segment, by the mark it begins with.
    private var openEntry: Int {
        var low = firstEntry
        var high = firstEntry + window.count - 1
        while low < high {
            let middle = (low + high) / 2
            if Int(window.entry(middle).firstMark) < openMark { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Where what became extras came from. Spellings and orders are no elements of their own.
    func originsOfExtras() -> [FieldOrigin] {
        zip(extras.indices, extraPlaces).flatMap { index, place in
            let extra = extras[index]
            var origins = self.origins(of: extra.elements, at: place.lowerBound, extra, "$.extras[\(index)]")
            for (number, segment) in extra.following.enumerated() {
                origins += self.origins(
                    of: segment.elements, at: place.lowerBound + 1 + number, extra,
                    "$.extras[\(index)].following[\(number)]")
            }
            return origins
        }
    }

    private func origins(of elements: [ExtraElement], at position: Int, _ extra: Extra, _ path: String) -> [FieldOrigin]
    {
        let entry = window.entry(position)
        return elements.enumerated().compactMap { number, element in
            guard element.raw != true, let at = element.element, at <= entry.elementCount else { return nil }
            let mark = Int(entry.firstMark) + at - 1
            return FieldOrigin(
                path: "\(path).elements[\(number)]", loop: extra.at.string, segment: entry.id.description,
                qualifier: "", segmentIndex: position - firstEntry + 1, element: at, component: nil,
                range: window.mark(mark) + 1..<window.mark(mark + 1))
        }
    }
}
