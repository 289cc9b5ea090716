extension Array where Element: BitwiseCopyable {
    /// Where the elements lie: good while the array is held by someone and not changed.
    @unsafe
    @inlinable
    package var start: UnsafePointer<Element> {
        let start = unsafe withUnsafeBytes { $0.baseAddress }
        // An array that never had an element may have no storage; nothing may be asked of it.
        let nowhere = unsafe UnsafeRawPointer(("" as StaticString).utf8Start)
        return unsafe (start ?? nowhere).assumingMemoryBound(to: Element.self)
    }
}

extension Span<UInt8> {
    /// A copy of the bytes `start ..< end`.
    func copy(_ start: Int, _ end: Int) -> [UInt8] {
        unsafe extracting(start..<max(start, end)).withUnsafeBufferPointer { unsafe Array($0) }
    }
}
