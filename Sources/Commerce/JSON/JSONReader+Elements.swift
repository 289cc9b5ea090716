// Objects whose keys are data.
extension JSONReader {
    /// Reads an object of texts in place of the one before.
    public mutating func field(_ name: StaticString, _ texts: inout [NamedText]) {
        guard mayHave(name), enter(name) else { return }
        texts.removeAll(keepingCapacity: true)
        if !isNull() {
            var known: Set<Text> = []
            readMembers { reader, key, offset in
                guard known.insert(key).inserted else {
                    reader.fail("the key \(reader.snippet(key.string)) stands twice in this object", at: offset)
                    return
                }
                if let text = reader.readString() { texts.append(NamedText(name: key, text: text)) }
            }
        }
        valueCount &+= texts.count
        leave()
    }

    /// Reads the elements of a segment in place of those before.
    public mutating func field(_ name: StaticString, _ elements: inout SetElements, of segment: Text) {
        guard mayHave(name), enter(name) else { return }
        elements = SetElements()
        var named = segment
        if !isNull() {
            readMembers { reader, key, offset in
                guard let (owner, position) = key.reference, named.isEmpty || owner == named else {
                    let example = "\(named.isEmpty ? "BCH" : named.string)03"
                    reader.fail(
                        "expected an element of \(named.isEmpty ? "one segment" : named.string) such as "
                            + "\"\(example)\", found \(reader.snippet(key.string))", at: offset)
                    return
                }
                named = owner
                guard let value = reader.readSetValue() else { return }
                if !elements.add(position, value) {
                    reader.fail("the key \(reader.snippet(key.string)) stands twice in this object", at: offset)
                }
            }
        }
        if segment.isEmpty { elements.named = named }
        valueCount &+= elements.list.count
        leave()
    }

    /// Reads the members of an object, one after the other, `body` each value.
    private mutating func readMembers(_ body: (inout JSONReader, Text, Int) -> Void) {
        guard failure == nil else { return }
        guard byte == UInt8(ascii: "{") else {
            fail("expected an object, found \(found(at: position))")
            return
        }
        guard depth < JSONReader.maximumDepth else {
            fail("objects and arrays are nested deeper than \(JSONReader.maximumDepth)")
            return
        }
        depth &+= 1
        position &+= 1
        skipBlanks()
        var more = failure == nil && byte != UInt8(ascii: "}")
        while more {
            let offset = position
            guard let key = readKey(), passColon() else { return }
            body(&self, key, offset)
            more = passComma()
        }
        guard failure == nil else { return }
        position &+= 1
        depth &-= 1
    }

    /// Reads a string, an object of components, or an array of these.
    private mutating func readSetValue() -> SetValue? {
        guard byte == UInt8(ascii: "[") else { return readSingleValue() }
        var values: [SetValue] = []
        if beginArray() {
            repeat {
                guard let value = readSingleValue() else { return nil }
                values.append(value)
                guard values.count <= SetValue.mostParts else {
                    fail("an element repeats at most \(SetValue.mostParts) times")
                    return nil
                }
            } while nextElement()
        }
        return failure == nil ? .repeated(values) : nil
    }

    private mutating func readSingleValue() -> SetValue? {
        if byte == UInt8(ascii: "{") {
            var components: [Text] = []
            readMembers { reader, key, offset in
                guard let number = Int(key.string), (1...SetValue.mostParts).contains(number),
                    String(number) == key.string
                else {
                    reader.fail(
                        "expected a component's number such as \"1\", found \(reader.snippet(key.string))", at: offset)
                    return
                }
                guard let text = reader.readString() else { return }
                while components.count < number { components.append("") }
                guard components[number - 1].isEmpty else {
                    reader.fail("the key \(reader.snippet(key.string)) stands twice in this object", at: offset)
                    return
                }
                components[number - 1] = text
            }
            return failure == nil ? .composite(components) : nil
        }
        guard let byte, isQuote(byte) else {
            fail(
                "expected a string, an object of components or an array of repetitions, found \(found(at: position))")
            return nil
        }
        return (readInlineText() ?? readString()).map { .simple($0) }
    }
}

extension Text {
    /// The segment and the position that a reference such as `BCH03` names; nil for anything else.
    fileprivate var reference: (segment: Text, position: Int)? {
        withBytes { bytes in
            guard bytes.count > 2, let position = bytes.number(at: bytes.count &- 2, digits: 2), position > 0 else {
                return nil
            }
            return (Text(bytes, from: 0, to: bytes.count &- 2), position)
        }
    }
}
