import Commerce
import X12

extension TransactionSetReader {
    /// Where the elements of the document just read came from, in the order of its JSON.
    func origins(of document: TransactionSet) -> [FieldOrigin] {
        var origins: [FieldOrigin] = []
        var next = 0
        add(document.segments, "$", loop: "", &next, &origins)
        return origins
    }

    /// Adds those of a list of segments and of what is below them; the tree is as deep as its reader made it.
    private func add(
        _ segments: [SetSegment], _ path: String, loop: String, _ next: inout Int, _ origins: inout [FieldOrigin]
    ) {
        var ordinals: [Text: Int] = [:]
        for (index, segment) in segments.enumerated() {
            guard next < visited.count else { return }
            let position = visited[next]
            next += 1
            let path = "\(path).segments[\(index)]"
            var inside = loop
            if !segment.segments.isEmpty {
                ordinals[segment.segment, default: 0] += 1
                inside += (loop.isEmpty ? "" : "/") + "\(segment.segment)[\(ordinals[segment.segment] ?? 1)]"
            }
            for element in segment.elements.list {
                let number = "\(element.position < 10 ? "0" : "")\(element.position)"
                let origin = origin(
                    of: element.position, at: position, "\(path).elements.\(segment.segment)\(number)", inside)
                guard case .composite(let components) = element.value else {
                    origins.append(origin)
                    continue
                }
                let parts = split(origin.range.lowerBound, origin.range.upperBound, at: delimiters.component)
                for (index, part) in zip(components.indices, parts) where !components[index].isEmpty {
                    var component = origin
                    component.path += "[\"\(index + 1)\"]"
                    component.component = index + 1
                    component.range = part.0..<part.1
                    origins.append(component)
                }
            }
            add(segment.segments, path, loop: inside, &next, &origins)
        }
    }

    private func origin(of element: Int, at position: Int, _ path: String, _ loop: String) -> FieldOrigin {
        let entry = window.entry(position)
        let mark = Int(entry.firstMark) + element - 1
        return FieldOrigin(
            path: path, loop: loop, segment: entry.id.description, qualifier: "",
            segmentIndex: position - firstEntry + 1, element: element, component: nil,
            range: window.mark(mark) + 1..<window.mark(mark + 1))
    }
}
