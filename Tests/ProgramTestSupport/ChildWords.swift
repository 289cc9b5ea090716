import Foundation
import Glibc

/// What a child says, or said.
package final class ChildWords {
    private let source: Descriptor?
    /// Whether it is read as it comes, and not from a file.
    private let isPipe: Bool
    private var unread: [UInt8] = []
    private var isAtEnd = false

    private init(_ source: Descriptor?, isPipe: Bool) { (self.source, self.isPipe) = (source, isPipe) }

    /// A place for the words, and the file that the child writes into; `number` is the test's own.
    static func opened(_ words: Child.Words, like number: Int32) throws -> (words: ChildWords, end: Descriptor) {
        switch words {
        case .read:
            let pipe = try Descriptor.pipe()
            return (ChildWords(pipe.start, isPipe: true), pipe.end)
        case .kept:
            let file = try Descriptor.inMemory()
            return (ChildWords(file, isPipe: false), file)
        case .dropped:
            return (
                ChildWords(nil, isPipe: false), try Descriptor(open("/dev/null", O_WRONLY | O_CLOEXEC), "/dev/null")
            )
        case .shown: return (ChildWords(nil, isPipe: false), try Descriptor(dup(number), "the test's own output"))
        }
    }

    /// The next line without its end, as soon as it is whole; nil at the end.
    ///
    /// - Throws: ``Child/Failure`` when nothing comes for a minute.
    package func line() throws -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            guard try more(within: 60_000) else {
                defer { unread = [] }
                return unread.isEmpty ? nil : String(decoding: unread, as: UTF8.self)
            }
        }
    }

    /// What was said so far and not read by ``line()``, without waiting where it is said in a pipe that others may still
    /// hold.
    func rest() -> String {
        if isPipe {
            while (try? more(within: 0)) == true {}
            defer { unread = [] }
            return String(decoding: unread, as: UTF8.self)
        }
        return kept
    }

    /// What a child has said so far; it may say more.
    package var kept: String {
        guard let source, !isPipe else { return "" }
        var info = stat()
        guard fstat(source.number, &info) == 0, info.st_size > 0 else { return "" }
        let size = Int(info.st_size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = max(0, pread(source.number, buffer.baseAddress, size, 0))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Reads what comes next; false at the end.
    private func more(within milliseconds: Int32) throws -> Bool {
        guard let source, isPipe, !isAtEnd else { return false }
        var ready = pollfd(fd: source.number, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, milliseconds) > 0 else {
            if milliseconds == 0 { return false }
            throw Child.Failure("nothing came for a minute; before: \(String(decoding: unread, as: UTF8.self))")
        }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(source.number, &buffer, buffer.count)
        isAtEnd = count <= 0
        unread += buffer.prefix(max(0, count))
        return !isAtEnd
    }
}
