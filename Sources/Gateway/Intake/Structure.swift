import X12

/// What the bytes of a file say about whether there are more to come.
enum Structure: Equatable {
    /// What was begun is ended, and the counts agree.
    case closed
    /// What was begun is not ended.
    case open
    /// They do not tell: they are no X12, or contradict themselves.
    case unsure

    /// Bytes at the end that must hold the beginning of the last segment, which has some 20.
    private static let tail = 512

    /// Reads the envelopes of all interchanges, without judging a set.
    ///
    /// - Complexity: O(1) for a file that does not end with an IEA, else O(bytes), at the speed of the index.
    static func ofInterchanges(_ file: OpenFile, size: Int) -> Structure {
        guard size > 0 else { return .open }
        var source = FileSource(file)
        guard size <= smallFile else { return ofInterchanges(source, size: size) }
        // Looked at in memory: to read its end, its beginning and all of it would be three times as many calls.
        guard let bytes = try? source.bytes(in: 0..<size) else { return .unsure }
        return ofInterchanges(bytes)
    }

    /// Reads the envelopes of all interchanges in these bytes.
    static func ofInterchanges(_ bytes: [UInt8]) -> Structure {
        if bytes.isEmpty { return .open }
        if PlainInterchange.fills(bytes) { return .closed }
        return ofInterchanges(MemorySource(bytes), size: bytes.count)
    }

    /// A file of no more bytes is read at once.
    private static let smallFile = 64 * 1_024

    /// Reads the envelopes of all interchanges of a source.
    static func ofInterchanges(_ source: some ByteSource, size: Int) -> Structure {
        var source = source
        guard let end = try? lastBytes(&source, size: size) else { return .unsure }
        // A long upload is asked for at each pause: its end says more cheaply that it is none.
        let isX12 = beginsLikeX12(&source)
        guard end.contains("IEA") else { return isX12 ? .open : .unsure }
        var limits = ReaderLimits()
        limits.window = min(limits.window, max(4_096, size + 1_024))
        var reader = InterchangeReader(source, limits: limits)
        var last: InterchangeSurvey?
        do { while let survey = try reader.next() { last = survey } } catch { return .unsure }
        guard let last else { return .unsure }
        guard last.header != nil else {
            // Fewer bytes than an ISA may have: it is one that is cut off.
            return size - last.range.lowerBound < longestHeader ? .open : .unsure
        }
        let codes = last.findings.map(\.code)
        if codes.contains(.interchangeTrailer) { return .open }
        let contradicts = [.groupCount, .interchangeControl].contains(where: codes.contains)
        // Cut off in the middle of its IEA; or the habit of a sender who ends no last segment.
        if last.repairs[.unterminated] != nil { return contradicts ? .open : .unsure }
        // What stands behind the last IEA may be the beginning of another interchange.
        if let junk = reader.fileFindings.first(where: { $0.code == .trailingJunk }) {
            let rest = (try? source.bytes(in: junk.offset..<min(size, junk.offset + 4))) ?? []
            return "ISA".utf8.starts(with: rest) ? .open : .unsure
        }
        return contradicts ? .unsure : .closed
    }

    /// An ISA has 106 bytes, and with unpadded or over-long elements not many more.
    private static let longestHeader = 1_024

    /// The last bytes that are no padding: mainframes fill their last record.
    private static func lastBytes(_ source: inout some ByteSource, size: Int) throws(SourceError) -> [UInt8] {
        var end = size
        while true {
            let bytes = try source.bytes(in: max(0, end - tail)..<end)
            let isPadding = bytes.allSatisfy { $0 <= 0x20 }
            guard isPadding, end > tail, size - end < longestPadding else { return bytes }
            end -= tail
        }
    }

    /// More blanks than this are no padding.
    private static let longestPadding = 1_048_576

    private static func beginsLikeX12(_ source: inout some ByteSource) -> Bool {
        guard let start = try? source.bytes(in: 0..<1_024) else { return false }
        return start.contains("ISA") || start.allSatisfy { $0 <= 0x20 }
            || "ISA".utf8.starts(with: start)
    }

    /// Looks whether the brackets of a JSON text are closed.
    ///
    /// - Complexity: O(bytes).
    static func ofDocument(_ file: OpenFile, size: Int) -> Structure {
        guard size > 0 else { return .open }
        var source = FileSource(file)
        var scan = BracketScan()
        var offset = 0
        while offset < size {
            guard let bytes = try? source.bytes(in: offset..<min(offset + 256 * 1024, size)),
                !bytes.isEmpty
            else {
                return .unsure
            }
            for byte in bytes { scan.take(byte) }
            offset += bytes.count
        }
        return scan.structure
    }
}

/// Counts the brackets of a JSON text that stand outside its strings.
private struct BracketScan {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var hasValue = false
    private var isBroken = false

    mutating func take(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            hasValue = true
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if depth < 0 { isBroken = true }
        default: break
        }
    }

    var structure: Structure {
        if isBroken { return .unsure }
        if isInString || depth > 0 { return .open }
        return hasValue ? .closed : .unsure
    }
}

extension [UInt8] {
    /// Whether the bytes of a word stand anywhere in these.
    fileprivate func contains(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count >= length else { return false }
        return withUnsafeBytes { bytes in
            (0...bytes.count - length).contains { start in
                (0..<length).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
            }
        }
    }
}
