/// Tells at a glance which elements of a segment may be at fault: of nearly all segments none.
///
/// It looks at memory that others hold, a window with its index and a version of the standard, without a check per access.
/// What it asks for lies inside: the marks of an index ascend, a version has a rule for each element that a segment may
/// have, and it is checked once that the set's last segment ends inside the window. It is good for the set it is made
/// for, while the window and the version are held.
@safe
struct SegmentGlance {
    private let bytes: UnsafeRawPointer
    private let marks: UnsafePointer<UInt32>
    private let segments: UnsafePointer<SegmentRule>
    private let rules: UnsafePointer<ElementRule>
    private let notes: UnsafePointer<NoteMask>
    private let codes: CodeTables.Lent

    /// The doubt about a segment as such: that an element is missing, a note is broken, or a separator trails. The doubt
    /// about element *n* is bit *n*.
    static let ofSegment: UInt64 = 1

    /// Prepares for the set at `range` of the index, which has an entry.
    init(_ bytes: borrowing [UInt8], _ index: borrowing SegmentIndex, _ range: Range<Int>, _ standard: Standard) {
        precondition(range.lowerBound >= 0 && !range.isEmpty && range.upperBound <= index.entries.count)
        let last = Int(index.entries[range.upperBound - 1].lastMark)
        // Codes, dates and numbers are loaded in words.
        precondition(last < index.marks.count && Int(index.marks[last]) + 8 <= bytes.count)
        unsafe self.bytes = UnsafeRawPointer(bytes.start)
        unsafe marks = index.marks.start
        unsafe segments = standard.segmentRules.start
        unsafe rules = standard.rules.start
        unsafe notes = standard.noteMasks.start
        codes = standard.codes.lent
    }

    /// Gives the doubts about a segment of the set that has no more elements than the standard lets it have, and no byte
    /// that wants a closer look.
    @inline(never)
    func doubts(about entry: SegmentIndex.Entry, as segment: Int) -> UInt64 {
        let segment = unsafe segments + segment
        var rule = unsafe rules + Int(segment.pointee.firstElement)
        var mark = unsafe marks + Int(entry.firstMark)
        let last = unsafe marks + Int(entry.lastMark)
        var start = unsafe Int(mark.pointee) &+ 1
        // A bit for each element that is there; the lowest is the identifier's.
        var present: UInt64 = 1
        var doubts: UInt64 = 0
        var bit: UInt64 = 1
        while unsafe mark < last {
            unsafe mark += 1
            bit &<<= 1
            let end = unsafe Int(mark.pointee)
            if start < end {
                present |= bit
                if unsafe !isClean(rule, start, end) { doubts |= bit }
            }
            unsafe rule += 1
            start = end &+ 1
        }
        // Unless the last element sent is there, a separator trails.
        let isWhole = unsafe present & bit != 0 && segment.pointee.mandatory & ~present == 0
        return unsafe isWhole && !segment.pointee.breaksNote(present, notes) ? doubts : doubts | Self.ofSegment
    }

    /// Whether a value is without fault, as far as can be told at a glance: what nearly all values are.
    @inline(__always)
    private func isClean(_ rule: UnsafePointer<ElementRule>, _ start: Int, _ end: Int) -> Bool {
        let length = end &- start
        guard unsafe length <= Int(rule.pointee.maximum), unsafe length >= Int(rule.pointee.minimum) else {
            return false
        }
        switch unsafe rule.pointee.type {
        case .code:
            let table = unsafe rule.pointee.codeTable
            if table < 0 || length > CodeTables.longestCode { return true }
            return codes.contains(word(start, length) &>> Self.unused(length), in: Int(table))
        case .text, .binary:
            return unsafe bytes.load(fromByteOffset: start, as: UInt8.self) != 0x20
                && bytes.load(fromByteOffset: end &- 1, as: UInt8.self) != 0x20
        case .integer:
            return length <= 8 && Self.allDigits(figures(start, length))
        case .decimal:
            return unsafe length <= 8 && isDecimal(figures(start, length), isLonger: length > Int(rule.pointee.minimum))
        case .date:
            return length == 8 && Self.isDate(figures(start, 8))
        case .time, .composite:
            return false
        }
    }

    // MARK: - Eight bytes at a time

    /// The value of at most eight bytes in the upper part of a word, its last byte topmost.
    @inline(__always)
    private func word(_ start: Int, _ length: Int) -> UInt64 {
        unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian &<< Self.unused(length)
    }

    /// How many bits of a word a value of one to eight bytes leaves unused.
    @inline(__always)
    private static func unused(_ length: Int) -> UInt64 { UInt64(truncatingIfNeeded: 64 &- length &* 8) }

    /// The same with each digit as its number, zeros below them.
    @inline(__always)
    private func figures(_ start: Int, _ length: Int) -> UInt64 {
        word(start, length) ^ (0x3030_3030_3030_3030 &<< Self.unused(length))
    }

    /// The upper half of each byte that is no number from 0 to 9, not all of it zero; the lowest such byte is right, above
    /// it a carry may set more.
    @inline(__always)
    private static func others(_ figures: UInt64) -> UInt64 {
        (figures &+ 0x0606_0606_0606_0606 | figures) & 0xF0F0_F0F0_F0F0_F0F0
    }

    @inline(__always)
    private static func allDigits(_ figures: UInt64) -> Bool { others(figures) == 0 }

    /// Digits with at most one point, which does not count towards the length; signs and exponents are for the closer
    /// look.
    @inline(__always)
    private func isDecimal(_ figures: UInt64, isLonger: Bool) -> Bool {
        let others = Self.others(figures)
        if others == 0 { return true }
        let place = UInt64(truncatingIfNeeded: others.trailingZeroBitCount & ~7)
        let point = UInt64(UInt8(ascii: ".") ^ 0x30)
        return isLonger && figures &>> place & 0xFF == point && Self.allDigits(figures ^ point &<< place)
    }

    /// A day up to the 28th of a month, CCYYMMDD; the others are for the closer look.
    @inline(__always)
    private static func isDate(_ figures: UInt64) -> Bool {
        let month = (figures &>> 32 & 15) &* 10 &+ (figures &>> 40 & 15)
        let day = (figures &>> 48 & 15) &* 10 &+ (figures &>> 56)
        return allDigits(figures) && month &- 1 < 12 && day &- 1 < 28 && figures & 0xFFFF_FFFF != 0
    }
}

extension SegmentRule {
    /// Whether elements present as in `present` break a note of the segment; `masks` are those of the version.
    @inline(__always)
    fileprivate func breaksNote(_ present: UInt64, _ masks: UnsafePointer<NoteMask>) -> Bool {
        if ((present &>> 1) ^ present) & neighbours != 0 { return true }
        var note = unsafe masks + Int(firstNote)
        let end = unsafe note + Int(noteCount)
        while unsafe note < end {
            if unsafe note.pointee.isBroken(by: present) { return true }
            unsafe note += 1
        }
        return false
    }
}
