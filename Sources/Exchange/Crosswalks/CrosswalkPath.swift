/// Where in a document's JSON a walk stands.
struct CrosswalkPath {
    private enum Step {
        case member(StaticString)
        case element(Int)
    }

    private var steps: [Step] = []

    mutating func enter(_ name: StaticString) { steps.append(.member(name)) }

    mutating func enter(_ index: Int) { steps.append(.element(index)) }

    mutating func leave() { _ = steps.popLast() }

    /// The JSON path, such as `$.lines[0].identifiers[1]`.
    var text: String {
        steps.reduce(into: "$") { path, step in
            switch step {
            case .member(let name): path += ".\(name)"
            case .element(let index): path += "[\(index)]"
            }
        }
    }
}
