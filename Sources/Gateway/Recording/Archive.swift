import Exchange
import Ledger
import X12

/// Keeps the bytes that reach us or that we make: the ledger's own up to a size, larger ones in files under their hash.
struct Archive {
    let root: Folder
    /// Larger payloads become files.
    var largestInLedger = 1024 * 1024

    /// What a payload is and where it will be found.
    struct Stored {
        var sha256: [UInt8]
        var contents: Ledger.Payload.Contents

        func payload(receivedAt time: Int64) -> Ledger.Payload {
            Ledger.Payload(sha256: sha256, contents: contents, receivedAt: time)
        }
    }

    /// Brings a file's bytes to where they stay. When this returns, a large one is on the disk.
    func store(_ file: OpenFile, name: String) throws(GatewayError) -> Stored {
        do {
            var source = FileSource(file)
            let size = source.size
            if size <= largestInLedger {
                let bytes = try source.bytes(in: 0..<size + 1)
                // A file that somebody still writes to may have grown since its size was asked.
                if bytes.count <= size { return inLedger(bytes) }
            }
            return try place { target throws(GatewayError) in
                try copyBytes(of: file, named: name, to: target, shownAs: "archive")
            }
        } catch let error as GatewayError {
            throw error
        } catch {
            throw GatewayError(.unreadable, reason: "\(name): \(error)")
        }
    }

    /// Brings bytes to where they stay.
    func store(_ bytes: [UInt8]) throws(GatewayError) -> Stored {
        if bytes.count <= largestInLedger { return inLedger(bytes) }
        return try place { target throws(GatewayError) in
            if let number = target.write(bytes[...]) ?? target.sync() {
                throw GatewayError(unwritable: "archive", number)
            }
        }
    }

    private func inLedger(_ bytes: [UInt8]) -> Stored {
        Stored(sha256: SHA256.digest(of: bytes).bytes, contents: .bytes(bytes))
    }

    /// Fills a new file and gives it the name of its hash.
    private func place(_ fill: (OpenFile) throws(GatewayError) -> Void) throws(GatewayError) -> Stored {
        let archive = try root.folder("archive")
        let temporary = ".new"
        try archive.remove(temporary)
        let file = try archive.create(temporary, mode: 0o600)
        try fill(file)
        do {
            var source = FileSource(file)
            let digest = try SHA256.digest(of: &source, range: 0..<source.size)
            let shelf = try archive.folder(String(digest.hex.prefix(2)), creating: true, mode: 0o700)
            _ = try archive.move(temporary, to: shelf, as: digest.hex)
            try shelf.sync()
            try archive.sync()
            return Stored(
                sha256: digest.bytes,
                contents: .archived(path: "archive/\(digest.hex.prefix(2))/\(digest.hex)", size: source.size))
        } catch let error as GatewayError {
            throw error
        } catch {
            throw GatewayError(.unreadable, reason: "archive: \(error)")
        }
    }

    /// Opens what a payload holds.
    func source(of payload: Ledger.Payload) throws(GatewayError) -> ArchivedSource {
        switch payload.contents {
        case .bytes(let bytes): return ArchivedSource(.memory(MemorySource(bytes)), size: bytes.count)
        case .purged: throw GatewayError(.missing, reason: "the bytes were taken away by policy")
        case .archived(let path, let size):
            do throws(SourceError) {
                let file = try FileSource(path: "\(root.path)/\(path)")
                guard file.size == size else {
                    throw SourceError(reason: "\(path) has \(file.size) bytes, where \(size) were archived")
                }
                return ArchivedSource(.file(file), size: size)
            } catch {
                throw GatewayError(.unreadable, reason: error.reason)
            }
        }
    }
}

/// The bytes of an archived payload, wherever they are.
struct ArchivedSource: ByteSource, Sendable {
    enum Place: Sendable {
        case memory(MemorySource)
        case file(FileSource)
    }

    private var place: Place
    let size: Int
    var byteCount: Int? { size }

    init(_ place: Place, size: Int) {
        self.place = place
        self.size = size
    }

    mutating func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        switch place {
        case .memory(var source): try source.read(at: offset, into: buffer)
        case .file(var source): try source.read(at: offset, into: buffer)
        }
    }
}
