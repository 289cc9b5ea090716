/// A coder that knows the JSON path it is at: it says what to do with values, and this how to get to them.
///
/// For looking at documents and changing them, not for moving them: a path is a string for every field.
public protocol PathCoding: JSONCoding {
    /// The path of the object whose members are walked, such as `$.lines[0]`.
    var path: String { get set }

    /// Says whether the walk goes into the object at a path; into every one unless told otherwise.
    func enters(_ path: String) -> Bool
}

extension PathCoding {
    public func enters(_ path: String) -> Bool { true }

    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V) {
        walk(&value, at: "\(path).\(name)")
    }

    public mutating func field<V: JSONObject>(_ name: StaticString, _ value: inout V?) {
        guard var object = value else { return }
        walk(&object, at: "\(path).\(name)")
        value = object
    }

    public mutating func field<V: JSONObject>(_ name: StaticString, _ values: inout [V]) {
        for index in values.indices { walk(&values[index], at: "\(path).\(name)[\(index)]") }
    }

    /// Walks an object at a path and comes back to where it was.
    public mutating func walk<V: JSONObject>(_ object: inout V, at path: String) {
        guard enters(path) else { return }
        let outer = self.path
        self.path = path
        object.code(&self)
        self.path = outer
    }
}
