/// The separators of one interchange, taken from its ISA (X12.5: the ISA is fixed width, so each stands at a known place).
public struct Delimiters: Hashable, Sendable {
    /// Separates elements; the byte after `ISA`.
    public var element: UInt8
    /// Ends segments; the byte after ISA16.
    public var segment: UInt8
    /// Separates the components of a composite; ISA16.
    public var component: UInt8
    /// Separates repetitions; ISA11 from version 00402 on, `nil` before (ISA11 is then `U`).
    public var repetition: UInt8?

    /// Makes a set of delimiters; the defaults are those most partners use.
    public init(
        element: UInt8 = UInt8(ascii: "*"), segment: UInt8 = UInt8(ascii: "~"), component: UInt8 = UInt8(ascii: ">"),
        repetition: UInt8? = nil
    ) {
        self.element = element
        self.segment = segment
        self.component = component
        self.repetition = repetition
    }

    /// A component separator to go by where the ISA gives none that will do.
    static func component(besides element: UInt8) -> UInt8 {
        element == UInt8(ascii: ">") ? UInt8(ascii: ":") : UInt8(ascii: ">")
    }

    /// Whether `byte` separates or ends anything, and so cannot stand in data.
    @inlinable
    public func contains(_ byte: UInt8) -> Bool {
        byte == element || byte == segment || byte == component || byte == repetition
    }

    /// Whether the delimiters can be told apart from each other and from data: distinct, and none a letter or digit.
    ///
    /// TA1 note codes 004, 026 and 027 report what this refuses.
    public var areUsable: Bool {
        let all = [element, segment, component] + (repetition.map { [$0] } ?? [])
        return Set(all).count == all.count && !all.contains { isAlphanumeric($0) || $0 == UInt8(ascii: " ") || $0 == 0 }
    }
}

/// Whether `byte` is an ASCII letter or digit.
@inlinable
func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
}

/// Whether `byte` is an ASCII digit.
@inlinable @inline(__always)
func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
}
