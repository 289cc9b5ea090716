import Commerce

/// One file of a profile, read by itself.
struct ProfileLayer: Sendable {
    let text: ProfileText
    let places: PlaceIndex
    let extends: [String]

    func fault(_ jsonPath: String, _ message: String, _ remedy: String) -> ProfileFault {
        let place = places.place(of: jsonPath)
        return ProfileFault(
            path: text.path, line: place.line, column: place.column, jsonPath: jsonPath, message: message,
            remedy: remedy)
    }
}

/// The files of one profile, the partner's own last, and what they say together.
struct LayeredProfile: Sendable {
    let names: [String]
    let layers: [ProfileLayer]
    let description: ProfileDescription

    /// A fault at the file that has the last word on a member.
    func fault(_ jsonPath: String, _ message: String, _ remedy: String) -> ProfileFault? {
        // An array replaces the one below as a whole, so its elements are looked up where the array stands.
        let decisive = jsonPath.firstIndex(of: "[").map { String(jsonPath[..<$0]) } ?? jsonPath
        let owner = layers.last { $0.places.contains(decisive) } ?? layers.last
        return owner?.fault(jsonPath, message, remedy)
    }
}

/// Reads files over each other: a base named in `extends` before the file that names it, the base layer under all.
struct LayerReader {
    private let bases: [String: ProfileText]
    private var readBases: [String: ProfileLayer?] = [:]
    private(set) var faults: [ProfileFault] = []

    /// A chain of layers longer than this is taken for a mistake.
    static let deepest = 32

    init(bases: [String: ProfileText]) {
        self.bases = bases
        for name in bases.keys.sorted() { _ = base(name) }
    }

    /// Reads a profile and what it extends; nil, the reason being in ``faults``, when any of it cannot be read.
    mutating func profile(_ text: ProfileText) -> LayeredProfile? {
        guard let own = layer(text, isBase: false) else { return nil }
        var order: [(name: String, layer: ProfileLayer)] = []
        guard collect(own, trail: [], into: &order) else { return nil }
        let layers = order.map(\.layer) + [own]
        var description = ProfileDescription()
        for layer in layers {
            var reader = JSONReader(syntax: .json5)
            if let error = reader.read(into: &description, from: layer.text.bytes) {
                report(Self.fault(error, in: layer.text))
                return nil
            }
        }
        return LayeredProfile(names: order.map(\.name), layers: layers, description: description)
    }

    // MARK: - Order

    private mutating func collect(
        _ layer: ProfileLayer, trail: [String], into order: inout [(name: String, layer: ProfileLayer)]
    ) -> Bool {
        var isComplete = true
        for (index, name) in layer.extends.enumerated() where !order.contains(where: { $0.name == name }) {
            let place = "$.extends[\(index)]"
            if let start = trail.firstIndex(of: name) {
                let circle = (trail[start...] + [name]).joined(separator: " → ")
                report(layer.fault(place, "the layers extend each other in a circle: \(circle)", "take one name out"))
                isComplete = false
            } else if trail.count >= Self.deepest {
                report(
                    layer.fault(place, "the layers extend each other deeper than \(Self.deepest)", "join some of them"))
                isComplete = false
            } else if bases[name] == nil {
                let known = bases.keys.sorted()
                let remedy =
                    known.nearest(to: name).map { "did you mean \"\($0)\"?" }
                    ?? (known.isEmpty ? "make the layer" : "name one of \(known.choice), or make the layer")
                report(layer.fault(place, "there is no layer \(quoted(name))", remedy))
                isComplete = false
            } else if let base = base(name), collect(base, trail: trail + [name], into: &order) {
                order.append((name, base))
            } else {
                isComplete = false
            }
        }
        return isComplete
    }

    private mutating func base(_ name: String) -> ProfileLayer? {
        if let known = readBases[name] { return known }
        let read = bases[name].flatMap { layer($0, isBase: true) }
        readBases[name] = .some(read)
        return read
    }

    // MARK: - One file

    private mutating func layer(_ text: ProfileText, isBase: Bool) -> ProfileLayer? {
        var reader = JSONReader(syntax: .json5)
        switch reader.read(ProfileDescription.self, from: text.bytes) {
        case .failure(let error):
            report(Self.fault(error, in: text))
            return nil
        case .success(let description):
            let layer = ProfileLayer(
                text: text, places: PlaceIndex(text.bytes), extends: description.extends.map(\.string))
            let current = ProfileDescription.currentSchema
            if description.schemaVersion != current {
                let found = description.schemaVersion.map(String.init) ?? "nothing"
                report(
                    layer.fault(
                        "$.schemaVersion", "expected schemaVersion \(current), found \(found)",
                        "write schemaVersion: \(current)"))
                return nil
            }
            if isBase, !description.id.isEmpty {
                report(layer.fault("$.id", "a layer that profiles extend has no id", "leave the id out"))
                return nil
            }
            return layer
        }
    }

    private mutating func report(_ fault: ProfileFault) {
        if !faults.contains(fault) { faults.append(fault) }
    }

    private static func fault(_ error: JSONError, in text: ProfileText) -> ProfileFault {
        ProfileFault(
            path: text.path, line: error.line, column: error.column, jsonPath: error.path, message: error.message,
            remedy: "correct the file here")
    }
}
