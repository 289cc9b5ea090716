import Commerce

/// A document that sets of one kind are read into one after the other, so that the memory of its lists is kept.
struct KeptDocument<D: TranslatedDocument> {
    /// The most segments of a set, or members of its JSON, whose document is kept.
    private static var largest: Int { 4096 }
    /// How many sets a document is kept for. A list keeps the most that each of its elements ever held, which hostile
    /// sets could make large bit by bit.
    private static var longest: Int { 256 }

    private var document = D()
    private var uses = 0

    /// Lends the document, blank, to be filled from `size` segments.
    @inline(__always)
    mutating func read<Result>(_ size: Int, _ body: (inout D) -> Result) -> Result {
        let result = body(&document)
        uses += 1
        if size > Self.largest || uses == Self.longest {
            document = D()
            uses = 0
        } else {
            document.makeBlank()
            document.head = DocumentHead(kind: D.kind)
        }
        return result
    }
}
