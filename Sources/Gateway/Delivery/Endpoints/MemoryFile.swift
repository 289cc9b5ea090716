import CLinux
import Glibc

/// A file that is in memory only, for a child to read or to write; it is gone with the process, however that ends.
struct MemoryFile: Sendable {
    let file: OpenFile

    /// Makes a file with these bytes.
    init(_ bytes: [UInt8]) throws(GatewayError) {
        let descriptor = memfd_create("edigate", 1)
        guard descriptor >= 0 else { throw GatewayError(unwritable: "a file in memory", errno) }
        file = OpenFile(descriptor)
        if let number = file.write(bytes[...]) { throw GatewayError(unwritable: "a file in memory", number) }
        // A child that gets the file as its standard input begins where the writing ended.
        lseek(descriptor, 0, Int32(SEEK_SET))
    }

    /// Whether it holds these bytes and no others.
    func holds(_ bytes: [UInt8]) -> Bool {
        guard file.status()?.size == bytes.count else { return false }
        var source = FileSource(file)
        return (try? source.bytes(in: 0..<bytes.count)) == bytes
    }
}
