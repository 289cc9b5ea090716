import Partners

extension OpenFile {
    /// Of a file that may be urgent this much is read to find out.
    private static let peeked = 64 * 1_024

    /// How urgent an upload is, by the rules of its partner; a file of which nothing is asked costs nothing.
    func lane(by rules: [PriorityRule]) -> Int {
        guard !rules.isEmpty else { return PriorityRule.usual }
        var source = FileSource(self)
        guard let bytes = try? source.bytes(in: 0..<Self.peeked) else { return PriorityRule.usual }
        return rules.lane(of: bytes)
    }
}
