/// Says what is wrong in a JSON document, and where.
public struct JSONError: Error, Hashable, Sendable {
    /// What was expected and what was found.
    public let message: String

    /// The bytes before the place, from 0.
    public let offset: Int

    /// The line, from 1.
    public let line: Int

    /// The column in characters (Unicode scalars), from 1.
    public let column: Int

    /// The JSON path of the member or element, such as `$.lines[3].quantity`.
    public let path: String

    init(message: String, offset: Int, in bytes: [UInt8], from start: Int, syntax: JSONReader.Syntax) {
        self.message = message
        self.offset = offset
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: 0x0A).map { $0 &+ 1 } ?? 0
        line = before.count { $0 == 0x0A } &+ 1
        column = before[lineStart...].count { $0 & 0xC0 != 0x80 } &+ 1
        path = JSONPath.path(to: offset, in: bytes, from: start, syntax: syntax)
    }
}

extension JSONError: CustomStringConvertible {
    /// The place and the message on one line.
    public var description: String { "line \(line), column \(column), \(path): \(message)" }
}

/// Finds out which member or element a place in a document belongs to.
enum JSONPath {
    private struct Level {
        var isArray: Bool
        var index = 0
        var key: String?
    }

    /// The path to what stands at `offset`, which may be a key; as much of it as the bytes before make out.
    static func path(to offset: Int, in bytes: [UInt8], from start: Int, syntax: JSONReader.Syntax) -> String {
        var reader = JSONReader(syntax: syntax)
        reader.begin(bytes, start..<bytes.count)
        var levels: [Level] = []
        var expectsKey = false
        while reader.position <= offset, let byte = reader.byte, reader.failure == nil {
            let at = reader.position
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                // The bracket itself belongs to the level around it.
                if at == offset { return describe(levels) }
                expectsKey = byte == UInt8(ascii: "{")
                levels.append(Level(isArray: !expectsKey))
                reader.position &+= 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if at == offset { return describe(levels) }
                _ = levels.popLast()
                expectsKey = false
                reader.position &+= 1
            case UInt8(ascii: ","):
                if at == offset { return describe(levels) }
                if let last = levels.indices.last {
                    levels[last].index &+= 1
                    levels[last].key = nil
                    expectsKey = !levels[last].isArray
                }
                reader.position &+= 1
            case UInt8(ascii: ":"):
                expectsKey = false
                reader.position &+= 1
            default:
                guard expectsKey, let last = levels.indices.last else {
                    reader.skipValue()
                    break
                }
                guard let key = reader.readKey() else { break }
                levels[last].key = key.string
                expectsKey = false
            }
            reader.skipBlanks()
        }
        return describe(levels)
    }

    private static func describe(_ levels: [Level]) -> String {
        var path = "$"
        for level in levels {
            if level.isArray {
                path += "[\(level.index)]"
            } else if let key = level.key {
                path += step(key)
            }
        }
        return path
    }

    /// The step of a path to a member.
    static func step(_ key: String) -> String {
        let isPlain = !key.isEmpty && key.utf8.allSatisfy(\.isIdentifier)
        return isPlain ? ".\(key)" : "[\"\(key)\"]"
    }
}
