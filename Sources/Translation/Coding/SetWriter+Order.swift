import Commerce
import X12

extension SetWriter {
    /// Ends the open loop: adds whole segments and loops from the extras, and brings all children into order.
    mutating func closeScope() {
        var isOrdered = true
        var orders: [Extra] = []
        if hasExtras {
            let identity = path.last?.of ?? ""
            for extra in extras.takeWhole(at: pathText) where isOwn(extra, identity) {
                if !extra.order.isEmpty { orders.append(extra) } else { append(extra) }
            }
        }
        let first = scope.firstRecord
        for index in stride(from: first + 1, to: records.count, by: 1)
        where records[index].node < records[index - 1].node {
            isOrdered = false
        }
        if isOrdered, orders.isEmpty { return }
        var children = Array((first..<records.count).map { records[$0] }.enumerated())
        // Stable: segments of one node keep the order they were written in.
        children.sort { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }
        var ordered = children.map(\.element)
        for order in orders { Self.apply(order, to: &ordered) }
        rewrite(ordered)
    }

    private mutating func append(_ extra: Extra) {
        let start = output.count
        let id = SegmentID(extra.segment.string)
        let node = node(id)
        if Int(node) == structure.nodes.count {
            faults.append(
                WriteFault(
                    place: "\(pathText)/\(extra.segment)",
                    reason: "the set has no place for this segment; remove the extra", extra: extra))
        }
        write(extra.segment, extra.elements)
        for segment in extra.following { write(segment.segment, segment.elements) }
        add(
            Record(
                id: id, node: node, start: Int32(start), end: Int32(output.count),
                segments: Int32(1 + extra.following.count)))
    }

    private mutating func write(_ segment: Text, _ elements: [ExtraElement]) {
        openExtra(SegmentID(segment.string))
        merge(elements)
        endSegment()
    }

    /// Puts the segments of one identifier in the order in which they stood.
    private static func apply(_ order: Extra, to records: inout [Record]) {
        let id = SegmentID(order.segment.string)
        let places = records.indices.filter { records[$0].id == id }
        let turns = order.order.compactMap { Int($0.string) }
        // A document that was changed since has another number of them, and then its own order counts.
        guard turns.count == places.count, turns.sorted() == Array(1...max(turns.count, 1)) else { return }
        let before = places.map { records[$0] }
        for (place, turn) in zip(places, turns) { records[place] = before[turn - 1] }
    }

    private mutating func rewrite(_ ordered: [Record]) {
        guard let start = ordered.map(\.start).min() else { return }
        let written = output[Int(start)..<output.count]
        output.count = Int(start)
        records.removeLast(downTo: scope.firstRecord)
        for record in ordered {
            var placed = record
            placed.start = Int32(output.count)
            output.append(Array(written[Int(record.start - start)..<Int(record.end - start)]))
            placed.end = Int32(output.count)
            records.append(placed)
        }
    }
}
