import Commerce
import X12

/// All guides there are, each read once: those of partners and those of layers.
struct GuideLibrary {
    private var own: [String: GuideFile?] = [:]
    private var base: [String: GuideFile?] = [:]
    private var found: Set<ProfileFault> = []

    init(guides: [String: ProfileText], baseGuides: [String: ProfileText]) {
        own = guides.mapValues { read($0) }
        base = baseGuides.mapValues { read($0) }
    }

    private mutating func read(_ text: ProfileText) -> GuideFile? {
        var reader = GuideReader(text)
        let file = reader.read()
        found.formUnion(reader.faults)
        return file
    }

    /// Gives a profile the guides of its layers, in their order, and its own on top; false when one of them has a
    /// fault, and then the partner cannot be used: a guide that is half applied takes what it should refuse.
    mutating func apply(to profile: inout Profile, layers: [String]) -> Bool {
        var files: [GuideFile] = []
        for guide in layers.map({ base[$0] }) + [own[profile.id]] {
            guard let guide else { continue }
            guard let file = guide else { return false }
            files.append(file)
        }
        var stack = GuideStack(files)
        stack.apply(to: &profile)
        found.formUnion(stack.faults)
        return stack.faults.isEmpty
    }

    /// The faults of all guides, and those guides that belong to nobody.
    func faults(known profiles: Set<String>, layers: Set<String>) -> Set<ProfileFault> {
        var faults = found
        for (name, file) in base where !layers.contains(name) {
            guard let file else { continue }
            let near = layers.nearest(to: name).map { "did you mean \($0).guide.json5?" }
            faults.insert(
                file.fault(
                    "$", "there is no layer \(quoted(name)) that this guide could belong to",
                    near ?? "name it after a layer: NAME.json5 and NAME.guide.json5"))
        }
        return faults
    }
}
