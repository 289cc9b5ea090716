/// Names a time of day from 00:00 to 23:59:59.99 and keeps how precisely it was given.
///
/// `==` compares the precision too: 14:05 and 14:05:00 differ.
public struct TimeOfDay: Sendable, Hashable {
    /// How far the time was given.
    public enum Precision: UInt8, Sendable {
        case minutes, seconds, tenths, hundredths
    }

    // Hundredths of a second above two bits of precision, so that the number orders as the time does.
    private var packed: Int32

    /// Makes a time; nil outside 0...23, 0...59, 0...59 and 0...99. What the precision does not show counts as zero.
    public init?(hour: Int, minute: Int, second: Int = 0, hundredth: Int = 0, precision: Precision) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...99).contains(hundredth)
        else { return nil }
        let shownSecond = precision == .minutes ? 0 : second
        let shownHundredth =
            switch precision {
            case .minutes, .seconds: 0
            case .tenths: hundredth &- hundredth % 10
            case .hundredths: hundredth
            }
        let total = ((hour &* 60 &+ minute) &* 60 &+ shownSecond) &* 100 &+ shownHundredth
        packed = Int32(truncatingIfNeeded: total &<< 2 | Int(precision.rawValue))
    }

    /// Reads an X12 TM: HHMM, HHMMSS, HHMMSSD or HHMMSSDD; nil for anything else.
    public init?(_ bytes: Span<UInt8>) {
        guard let hour = bytes.number(at: 0, digits: 2), let minute = bytes.number(at: 2, digits: 2) else { return nil }
        if bytes.count == 4 {
            self.init(hour: hour, minute: minute, precision: .minutes)
            return
        }
        guard let second = bytes.number(at: 4, digits: 2) else { return nil }
        self.init(hour: hour, minute: minute, second: second, fraction: bytes, from: 6)
    }

    /// Reads ISO 8601's extended form, `14:05`, `14:05:33`, `14:05:33.5` or `14:05:33.52`; nil for anything else.
    public init?(iso bytes: Span<UInt8>) {
        let colon = UInt8(ascii: ":")
        guard bytes.count >= 5, bytes[2] == colon, let hour = bytes.number(at: 0, digits: 2),
            let minute = bytes.number(at: 3, digits: 2)
        else { return nil }
        if bytes.count == 5 {
            self.init(hour: hour, minute: minute, precision: .minutes)
            return
        }
        guard bytes.count >= 8, bytes[5] == colon, let second = bytes.number(at: 6, digits: 2),
            bytes.count == 8 || (bytes.count > 9 && bytes[8] == UInt8(ascii: "."))
        else { return nil }
        self.init(hour: hour, minute: minute, second: second, fraction: bytes, from: min(bytes.count, 9))
    }

    /// Takes zero to two digits of a second's fraction, which end the span.
    private init?(hour: Int, minute: Int, second: Int, fraction bytes: Span<UInt8>, from start: Int) {
        let digits = bytes.count &- start
        guard (0...2).contains(digits), let fraction = bytes.number(at: start, digits: digits) else { return nil }
        self.init(
            hour: hour, minute: minute, second: second, hundredth: digits == 1 ? fraction &* 10 : fraction,
            precision: digits == 0 ? .seconds : digits == 1 ? .tenths : .hundredths)
    }

    private var hundredths: Int { Int(packed &>> 2) }

    /// The hour, 0...23.
    public var hour: Int { hundredths / 360_000 }

    /// The minute, 0...59.
    public var minute: Int { hundredths / 6000 % 60 }

    /// The second, 0...59.
    public var second: Int { hundredths / 100 % 60 }

    /// The hundredths of a second, 0...99.
    public var hundredth: Int { hundredths % 100 }

    /// How far the time was given.
    public var precision: Precision { Precision(rawValue: UInt8(truncatingIfNeeded: packed & 3)) ?? .minutes }
}

// MARK: - Writing

extension TimeOfDay: CustomStringConvertible {
    /// Appends an X12 TM at the precision it was given with.
    public func appendDigits(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: 8) { unsafe writeDigits(unchecked: $0) }
    }

    /// Writes an X12 TM to memory of 8 bytes and gives the number written.
    @unsafe
    public func writeDigits(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe write(unchecked: target, colon: nil, point: nil)
    }

    /// Appends ISO 8601's extended form, such as `14:05:33.5`.
    public func append(to bytes: inout [UInt8]) {
        unsafe bytes.append(addingCapacity: 11) { unsafe write(unchecked: $0) }
    }

    /// Writes ISO 8601's extended form to memory of 11 bytes and gives the number written.
    func write(unchecked target: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe write(unchecked: target, colon: UInt8(ascii: ":"), point: UInt8(ascii: "."))
    }

    private func write(unchecked target: UnsafeMutablePointer<UInt8>, colon: UInt8?, point: UInt8?) -> Int {
        var at = 0
        func put(_ value: Int, digits: Int, after mark: UInt8?) {
            if let mark {
                unsafe target[at] = mark
                at &+= 1
            }
            unsafe target.write(value, digits: digits, at: at)
            at &+= digits
        }
        put(hour, digits: 2, after: nil)
        put(minute, digits: 2, after: colon)
        if precision != .minutes { put(second, digits: 2, after: colon) }
        if precision == .tenths { put(hundredth / 10, digits: 1, after: point) }
        if precision == .hundredths { put(hundredth, digits: 2, after: point) }
        return at
    }

    /// The time as `14:05:33.5`, as precise as it was given.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension TimeOfDay: Comparable {
    /// Orders by time, then the less precise first.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.packed < right.packed }
}
