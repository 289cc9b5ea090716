/// The folders whose events a watch hears, and what an event in each of them means.
struct WatchedFolders {
    /// Where to look.
    enum Hint {
        case everything
        case profiles
        case name(String, Drop, wasClosed: Bool)
        /// At the files that have two names: one of them may be gone.
        case linked(Drop)
    }

    private enum Meaning {
        case drop(Drop)
        /// drop/ and the folders of partners in it.
        case layout
        case profiles
        /// The root, in which only the settings matter.
        case settings
    }

    private let events = FolderEvents()
    private var meanings: [Int32: Meaning] = [:]
    /// The drops that cannot be watched, or lie where events of other machines do not come.
    private var blind: Set<String> = []
    private var isToTell = false

    var descriptor: Int32? { events?.descriptor }

    /// Counts the drops that were found.
    private(set) var dropCount = 0

    /// Whether something is not heard of, so that looking must do.
    var isBlind: Bool { events == nil || !blind.isEmpty }

    /// Watches all there is to watch now; what is watched already stays so.
    mutating func watch(_ root: GatewayRoot, _ gateway: Gateway) {
        let wasBlind = blind
        blind = []
        let top = gateway.folder
        add(top, [.completed, .names], .settings)
        if let drops = try? Drops(root: top).all() {
            dropCount = drops.count - 1
            for drop in drops {
                guard let folder = try? top.folder(drop.folder) else { continue }
                let number = add(folder, [.completed, .attributes, .names, .itself], .drop(drop))
                if number == nil || folder.isRemote { blind.insert(drop.folder) }
            }
        }
        if let folder = try? top.folder("drop") {
            add(folder, .names, .layout)
            for name in (try? folder.names()) ?? [] {
                if let partner = try? folder.folder(name) { add(partner, .names, .layout) }
            }
        }
        if let partners = try? Folder.open(root.partners) {
            add(partners, [.completed, .names], .profiles)
            for name in (try? partners.names()) ?? [] {
                if let partner = try? partners.folder(name) { add(partner, [.completed, .names], .profiles) }
            }
        }
        isToTell = isToTell || blind != wasBlind
    }

    @discardableResult
    private mutating func add(_ folder: Folder, _ interest: FolderEvents.Interest, _ meaning: Meaning) -> Int32? {
        guard let number = events?.add(folder, interest) else { return nil }
        meanings[number] = meaning
        return number
    }

    /// What the events that have come point to.
    mutating func read() -> [Hint] {
        var hints: [Hint] = []
        var seen: Set<String> = []
        for event in events?.read() ?? [] {
            if event.isOverflow {
                hints.append(.everything)
                continue
            }
            guard let meaning = meanings[event.folder] else { continue }
            if event.isEnd { meanings[event.folder] = nil }
            switch meaning {
            case .drop(let drop):
                if event.isEnd {
                    hints.append(.everything)
                } else if event.isRemoval {
                    hints.append(.linked(drop))
                } else if event.name.isEmpty || event.isDeparture {
                    continue
                } else if event.isCompletion || seen.insert("\(drop.folder)/\(event.name)").inserted {
                    hints.append(.name(event.name, drop, wasClosed: event.isCompletion))
                }
            case .layout: hints.append(.everything)
            case .profiles: hints.append(.profiles)
            case .settings: if event.name == GatewayRoot.settingsFile { hints.append(.profiles) }
            }
        }
        return hints
    }

    /// Tells once why everything is looked at so often.
    mutating func tellBlindness(_ news: WatchNews) {
        guard isToTell else { return }
        isToTell = false
        if events == nil {
            news.said("the system gives no events of folders: everything is looked at instead")
        } else if !blind.isEmpty {
            news.said(
                "no events of \(blind.count) drops (\(blind.sorted().prefix(3).joined(separator: ", "))): they are on a "
                    + "network file system, or the limit fs.inotify.max_user_watches is reached; everything is looked "
                    + "at instead")
        }
    }
}
