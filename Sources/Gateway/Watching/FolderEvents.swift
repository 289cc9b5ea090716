import Glibc

/// Events of folders, as the kernel tells them (inotify): a hint where to look, never the truth.
///
/// Events are lost when too many come at once, do not come at all from other machines' writes on a network file system,
/// and tell nothing of what happened before. So whoever uses them looks at everything now and then.
final class FolderEvents {
    /// Readable when there are events.
    let descriptor: Int32
    private let file: OpenFile
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    /// What is told of a folder.
    struct Interest: OptionSet {
        let rawValue: UInt32

        init(rawValue: UInt32) { self.rawValue = rawValue }

        /// A writer closed a file, or one was given a name in the folder.
        static let completed = Interest(rawValue: UInt32(IN_CLOSE_WRITE | IN_MOVED_TO))
        /// Mode, times, owner or number of links of a file changed.
        static let attributes = Interest(rawValue: UInt32(IN_ATTRIB))
        /// A name came or went.
        static let names = Interest(rawValue: UInt32(IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE))
        /// The folder itself was moved or removed.
        static let itself = Interest(rawValue: UInt32(IN_DELETE_SELF | IN_MOVE_SELF))
    }

    /// One event.
    struct Event {
        /// Of which folder; as ``FolderEvents/add(_:_:)`` numbered it, -1 of all.
        var folder: Int32
        /// Of which name in it; empty of the folder itself.
        var name: String
        var isCompletion: Bool
        /// A name was taken away.
        var isRemoval: Bool
        /// A file was moved elsewhere, as the gateway itself does.
        var isDeparture: Bool
        /// Events were lost.
        var isOverflow: Bool
        /// The folder is not watched any more.
        var isEnd: Bool
    }

    /// Nil where the system has none to give.
    init?() {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
        file = OpenFile(descriptor)
    }

    /// Watches a folder and gives its number, the same for a folder that is watched already; nil when that fails, as
    /// when the user's limit of watches is reached.
    func add(_ folder: Folder, _ interest: Interest) -> Int32? {
        // By its descriptor: the path may lead elsewhere by now.
        let flags = interest.rawValue | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)
        let number = inotify_add_watch(descriptor, folder.descriptorPath, flags)
        return number >= 0 ? number : nil
    }

    /// The events that have come, without waiting.
    func read() -> [Event] {
        var events: [Event] = []
        while true {
            let count = buffer.withUnsafeMutableBytes { raw in
                retried { Glibc.read(descriptor, raw.baseAddress, raw.count) }
            }
            guard count > 0 else { return events }
            buffer.withUnsafeBytes { raw in
                var at = 0
                while at + Self.headSize <= count {
                    let length = Int(raw.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
                    guard at + Self.headSize + length <= count else { return }
                    events.append(Self.event(UnsafeRawBufferPointer(rebasing: raw[at..<at + Self.headSize + length])))
                    at += Self.headSize + length
                }
            }
            // A flood of events must not keep the files waiting that they are about.
            if events.count > 4_096 { return events }
        }
    }

    /// wd, mask, cookie and length, 32 bits each, before the name.
    private static let headSize = 16

    private static func event(_ raw: UnsafeRawBufferPointer) -> Event {
        let mask = raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
        return Event(
            folder: raw.loadUnaligned(as: Int32.self),
            name: FileName.text(Array(raw[headSize...].prefix { $0 != 0 })),
            isCompletion: has(IN_CLOSE_WRITE) || has(IN_MOVED_TO), isRemoval: has(IN_DELETE),
            isDeparture: has(IN_MOVED_FROM),
            isOverflow: has(IN_Q_OVERFLOW),
            isEnd: has(IN_IGNORED) || has(IN_DELETE_SELF) || has(IN_MOVE_SELF))
    }
}
