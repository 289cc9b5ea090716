/// A disk that forgets what it was not told to keep: the state of a root after a power cut.
///
/// A file's bytes are kept by a sync of the file, a name by a sync of its folder. The two names of a rename go together,
/// as on every file system that keeps a journal; nothing else does.
final class Disk {
    private final class Node {
        var bytes: [UInt8]
        var kept: [UInt8]
        /// What changed since the bytes were last kept.
        var changes: [CallRecord] = []

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            kept = bytes
        }
    }

    /// A change of names: those that go and those that come, folders without node.
    private struct Naming {
        var folders: Set<String>
        var gone: String?
        var come: String?
        var node: Node?
    }

    private var names: [String: Node]
    private var keptNames: [String: Node]
    private var keptFolders: Set<String>
    private var pending: [Naming] = []

    /// A disk with these files and folders, all kept.
    init(files: [String: [UInt8]], folders: Set<String>) {
        names = files.mapValues { Node($0) }
        keptNames = names
        keptFolders = folders
    }

    func apply(_ call: CallRecord) {
        switch call.kind {
        case .create:
            let node = Node([])
            names[call.path] = node
            pending.append(Naming(folders: [parent(of: call.path)], come: call.path, node: node))
        case .write, .truncate:
            guard let node = names[call.path] else { return }
            Self.change(&node.bytes, call)
            node.changes.append(call)
        case .syncFile, .syncData:
            if let node = names[call.path] {
                node.kept = node.bytes
                node.changes = []
            }
            pending.removeAll { naming in
                guard naming.folders.contains(call.path) else { return false }
                keep(naming)
                return true
            }
        case .syncVolume:
            for naming in pending { keep(naming) }
            pending = []
            for node in names.values {
                node.kept = node.bytes
                node.changes = []
            }
        case .rename:
            guard let node = names.removeValue(forKey: call.path) else { return }
            names[call.other] = node
            pending.append(
                Naming(
                    folders: [parent(of: call.path), parent(of: call.other)], gone: call.path, come: call.other,
                    node: node))
        case .link:
            guard let node = names[call.path] else { return }
            names[call.other] = node
            pending.append(Naming(folders: [parent(of: call.other)], come: call.other, node: node))
        case .unlink:
            names[call.path] = nil
            pending.append(Naming(folders: [parent(of: call.path)], gone: call.path))
        case .makeFolder: pending.append(Naming(folders: [parent(of: call.path)], come: call.path))
        case .removeFolder: pending.append(Naming(folders: [parent(of: call.path)], gone: call.path))
        }
    }

    private func keep(_ naming: Naming) {
        Self.keep(naming, &keptNames, &keptFolders)
    }

    private static func keep(_ naming: Naming, _ names: inout [String: Node], _ folders: inout Set<String>) {
        if let gone = naming.gone {
            names[gone] = nil
            folders.remove(gone)
        }
        guard let come = naming.come else { return }
        if let node = naming.node { names[come] = node } else { folders.insert(come) }
    }

    private static func change(_ bytes: inout [UInt8], _ call: CallRecord) {
        if call.kind == .truncate {
            if bytes.count > call.offset { bytes.removeLast(bytes.count - call.offset) }
            bytes += [UInt8](repeating: 0, count: max(0, call.offset - bytes.count))
            return
        }
        bytes += [UInt8](repeating: 0, count: max(0, call.offset + call.data.count - bytes.count))
        bytes.replaceSubrange(call.offset..<call.offset + call.data.count, with: call.data)
    }

    /// What is there after a power cut now: without `chance` only what was kept, else of each other change by lot.
    func afterPowerCut(_ chance: inout SeededLot?) -> (files: [String: [UInt8]], folders: Set<String>) {
        var names = keptNames
        var folders = keptFolders
        for naming in pending where chance?.draw() == true {
            // A rename of what is not there is no change.
            if let gone = naming.gone, naming.node != nil, names[gone] == nil { continue }
            Self.keep(naming, &names, &folders)
        }
        var files: [String: [UInt8]] = [:]
        for (path, node) in names {
            var folder = parent(of: path)
            var isReachable = true
            while !folder.isEmpty {
                if !folders.contains(folder) { isReachable = false }
                folder = parent(of: folder)
            }
            guard isReachable else { continue }
            var bytes = node.kept
            for call in node.changes where chance?.draw() == true { Self.change(&bytes, call) }
            files[path] = bytes
        }
        return (files, folders)
    }
}

/// Draws lots that are the same for the same seed.
struct SeededLot {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func draw() -> Bool {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state & 4 == 0
    }
}
