// Objects whose keys are data.
extension JSONWriter {
    /// Writes an object of texts, unless it is empty.
    public mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {
        guard !texts.isEmpty else { return }
        member(JSONKey(name), opening: UInt8(ascii: "{"))
        for entry in texts {
            quote(entry.name)
            append(UInt8(ascii: ":"))
            quote(entry.text)
            append(UInt8(ascii: ","))
        }
        close(UInt8(ascii: "}"))
    }

    /// Writes the elements of a segment, unless there are none.
    public mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        guard !elements.isEmpty else { return }
        member(JSONKey(name), opening: UInt8(ascii: "{"))
        for element in elements.list {
            append(UInt8(ascii: "\""))
            unsafe segment.withUnsafeBytes { bytes in unsafe appendEscaped(bytes) }
            append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: element.position / 10))
            append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: element.position % 10))
            append("\":")
            write(element.value)
        }
        close(UInt8(ascii: "}"))
    }

    private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe append(capacity: bytes.count &* 6 &+ 16) { unsafe bytes.withJSONEscapes(unchecked: $0) }
    }

    private mutating func write(_ value: SetValue) {
        switch value {
        case .simple(let text):
            quote(text)
            append(UInt8(ascii: ","))
        case .composite(let components):
            open(UInt8(ascii: "{"))
            for (index, component) in components.enumerated() where !component.isEmpty {
                append(UInt8(ascii: "\""))
                unsafe append(capacity: Decimal.maximumLength) { unsafe Decimal(index + 1).write(unchecked: $0) }
                append("\":")
                quote(component)
                append(UInt8(ascii: ","))
            }
            close(UInt8(ascii: "}"))
        case .repeated(let values):
            open(UInt8(ascii: "["))
            for value in values { write(value) }
            close(UInt8(ascii: "]"))
        }
    }
}
