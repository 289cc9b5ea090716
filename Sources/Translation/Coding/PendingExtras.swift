import Commerce

/// The extras of a document that were not put back yet, by the path of their loop.
///
/// Putting one back takes the same time however many there are.
struct PendingExtras {
    /// Whether the document had any.
    let hasAny: Bool
    private var loops: [Text: Loop] = [:]

    private struct Loop {
        var extras: [Extra?] = []
        /// Where in `extras` the leftover elements of a segment are.
        var leftovers: [Place: Int] = [:]
    }

    private struct Place: Hashable {
        var segment: Text
        var occurrence: Int
    }

    init(_ extras: [Extra]) {
        hasAny = !extras.isEmpty
        for extra in extras {
            let index = loops[extra.at, default: Loop()].extras.count
            loops[extra.at, default: Loop()].extras.append(extra)
            guard let occurrence = extra.occurrence else { continue }
            let place = Place(segment: extra.segment, occurrence: occurrence)
            // A second one for the same place stays, and is refused as having none.
            if loops[extra.at]?.leftovers[place] == nil { loops[extra.at]?.leftovers[place] = index }
        }
    }

    /// Takes the leftover elements of the `occurrence`th segment of that identifier in a loop.
    mutating func takeLeftover(at path: Text, segment: Text, occurrence: Int) -> Extra? {
        guard let index = loops[path]?.leftovers[Place(segment: segment, occurrence: occurrence)] else { return nil }
        let extra = loops[path]?.extras[index]
        loops[path]?.extras[index] = nil
        return extra
    }

    /// Takes the whole segments and loops, and the orders, of a loop; leftover elements stay for their segments.
    mutating func takeWhole(at path: Text) -> [Extra] {
        guard let loop = loops[path] else { return [] }
        var taken: [Extra] = []
        for (index, extra) in loop.extras.enumerated() {
            guard let extra, extra.occurrence == nil else { continue }
            taken.append(extra)
            loops[path]?.extras[index] = nil
        }
        return taken
    }

    /// What has not been taken, by path.
    var left: [(path: Text, extra: Extra)] {
        loops.sorted { $0.key < $1.key }.flatMap { path, loop in loop.extras.compactMap(\.self).map { (path, $0) } }
    }
}
