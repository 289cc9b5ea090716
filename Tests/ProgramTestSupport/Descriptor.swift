import CLinux
import Glibc

/// An open file, which no child gets unless it is given to it.
final class Descriptor {
    let number: Int32

    /// - Throws: ``Child/Failure`` when the call that was to open `what` failed.
    init(_ number: Int32, _ what: String) throws {
        guard number >= 0 else { throw Child.Failure("\(what): \(String(cString: strerror(errno)))") }
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(number) }

    static func pipe() throws -> (start: Descriptor, end: Descriptor) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else {
            throw Child.Failure("no pipe: \(String(cString: strerror(errno)))")
        }
        return (try Descriptor(ends[0], "a pipe"), try Descriptor(ends[1], "a pipe"))
    }

    static func inMemory() throws -> Descriptor {
        // MFD_CLOEXEC
        try Descriptor(memfd_create("edigate-test", 1), "a file in memory")
    }
}
