/// What the standard says of one element of a segment, or of one component of a composite: for whoever shows the
/// dictionary, generates from it or restricts it. Validation works on a denser form.
public struct ElementPlace: Sendable {
    /// The data element; of a composite, that of its first component.
    public var definition: ElementDefinition
    /// Whether it must be there: in every segment, or in every composite that is used.
    public var isMandatory: Bool
    /// How often it may be repeated; 1 in versions without repetition separator.
    public var repeats: Int
    /// Index of the composite in ``Standard/composites``, or `nil` for a simple element.
    public var composite: Int?
    /// Index of the enforced code list, for ``Standard/codes(inList:)``; `nil` where any code will do.
    public var codeList: Int?
}

extension Standard {
    /// The elements of the segment at `index` of ``segments``, in order; none for an index out of range.
    public func elements(ofSegment index: Int) -> [ElementPlace] {
        guard segments.indices.contains(index) else { return [] }
        let rule = segments[index].rule
        return places(from: Int(rule.firstElement), count: Int(rule.elementCount))
    }

    /// The components of the composite at `index` of ``composites``, in order; none for an index out of range.
    public func components(ofComposite index: Int) -> [ElementPlace] {
        guard composites.indices.contains(index) else { return [] }
        return places(from: composites[index].firstComponent, count: composites[index].componentCount)
    }

    /// The codes of an enforced list, in alphabetical order.
    ///
    /// - Complexity: O(size of the list), with a string a code.
    public func codes(inList index: Int) -> [String] { codes.all(in: index) }

    private func places(from first: Int, count: Int) -> [ElementPlace] {
        rules[first..<first + count].map { rule in
            ElementPlace(
                definition: elements[Int(rule.definition)], isMandatory: rule.isMandatory,
                repeats: Int(rule.repeats), composite: rule.composite >= 0 ? Int(rule.composite) : nil,
                codeList: rule.codeTable >= 0 ? Int(rule.codeTable) : nil)
        }
    }
}
