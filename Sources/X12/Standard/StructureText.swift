/// Reads the text of a set's structure:
/// ```
/// 850 PO Purchase Order
/// BEG M 1
/// N1 O ×200 {
///   N2 O 2
/// }
/// ```
/// Requirement and maximum use behind each segment; `×` marks a loop's repeat and `>1` no limit.
struct StructureText {
    private let lines: [[Substring]]

    init(_ text: StaticString) {
        lines = Array(TextLines(text, joiningIndented: false))
    }

    /// Builds the structure; `segment` gives the index of a segment's definition.
    func structure(segment: (SegmentID) -> Int?) -> SetStructure {
        var nodes: [SetStructure.Node] = []
        var open: [Int] = []
        func add(_ name: Substring, mandatory: Bool, maximum: Int, isLoop: Bool) {
            let id = SegmentID(name)
            guard let definition = segment(id) else { return }
            nodes.append(
                SetStructure.Node(
                    id: id, segment: definition, isMandatory: mandatory, maximum: maximum, isLoop: isLoop,
                    parent: open.last ?? -1, end: nodes.count + 1))
            if isLoop { open.append(nodes.count - 1) }
        }
        add("ST", mandatory: true, maximum: 1, isLoop: false)
        for words in lines.dropFirst() {
            if words.first == "}", let loop = open.popLast() {
                nodes[loop].end = nodes.count
            } else if words.count >= 3 {
                let isLoop = words[2].hasPrefix("×")
                let count = isLoop ? words[2].dropFirst() : words[2]
                add(words[0], mandatory: words[1] == "M", maximum: Int(count) ?? 0, isLoop: isLoop)
            }
        }
        add("SE", mandatory: true, maximum: 1, isLoop: false)
        let head = lines.first ?? []
        return SetStructure(
            set: head.first.map(String.init) ?? "", functionalCode: head.count > 1 ? String(head[1]) : "",
            title: head.dropFirst(2).joined(separator: " "), nodes: nodes)
    }
}
