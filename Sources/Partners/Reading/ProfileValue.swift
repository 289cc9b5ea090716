/// Is one value of a profile as it holds, and where it came from.
public struct ProfileValue: Sendable, Equatable {
    /// Where it stands, such as `envelope.isa14`.
    public var path: String
    /// The value as JSON.
    public var text: String
    /// Of a list its elements as JSON; nil of any other value.
    public var elements: [String]?
    /// The files that say it, the one that counts last; empty for a default.
    public var origins: [Origin]

    /// A file that says a value.
    public struct Origin: Sendable, Equatable {
        /// The layer, or the partner's own profile: its name.
        public var layer: String
        /// The file.
        public var file: String
        /// The line, from 1.
        public var line: Int
        /// What this file says, as JSON.
        public var text: String
    }

    /// The file that counts; nil for a default.
    public var origin: Origin? { origins.last }
}

extension PartnerDirectory {
    /// All values that hold for a partner, in the order of the format, defaults included; nil when there is no such
    /// profile, or it cannot be read.
    ///
    /// Read from the files that the directory was loaded from, so that a profile that was left out for a fault can be
    /// looked at too.
    public func values(of id: String) -> [ProfileValue]? {
        guard let text = files.texts(.profile)[id] else { return nil }
        var reader = LayerReader(bases: files.texts(.base))
        guard let profile = reader.profile(text) else { return nil }
        return profile.values(named: id)
    }

    /// The partners there are files for, whether or not their profiles are sound.
    public var partnerIDs: [String] { files.texts(.profile).keys.sorted() }
}

extension LayeredProfile {
    /// The values with their origins.
    func values(named id: String) -> [ProfileValue] {
        let layerNames = names + [id]
        // What each layer says by itself, and whether it says it: a default is no word of the layer's.
        let spoken = layers.map { ValueLister.values(of: $0.text.bytes) }
        return ValueLister.values(of: description).map { value in
            var value = value
            for (index, layer) in layers.enumerated() where layer.places.contains("$.\(value.path)") {
                value.origins.append(
                    ProfileValue.Origin(
                        layer: layerNames[index], file: layer.text.path,
                        line: layer.places.place(of: "$.\(value.path)").line,
                        text: spoken[index].first { $0.path == value.path }?.text ?? ""))
            }
            return value
        }
    }
}
