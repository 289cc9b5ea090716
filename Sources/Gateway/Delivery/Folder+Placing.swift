import Glibc

/// How bytes came to stand in a folder.
enum Placement: Equatable {
    /// Under this name, now.
    case placed(String)
    /// Under this name, since an earlier try.
    case present(String)
}

extension Folder {
    /// More files of one name than this are taken for a mistake.
    private static let mostOfOneName = 10_000

    /// Makes a file of these bytes, at once whole, and never in the place of another: when a different file has the
    /// name, this one gets a number. A file with these bytes is the outcome of an earlier try.
    ///
    /// The bytes are on the disk when this returns; the name is after ``sync()``.
    func place(_ bytes: [UInt8], as name: String) throws(GatewayError) -> Placement {
        let temporary = ".\(name).new"
        try remove(temporary)
        let file = try create(temporary)
        var isTidy = false
        defer { if !isTidy { try? remove(temporary) } }
        if let number = file.write(bytes[...]) ?? file.sync() {
            throw GatewayError(unwritable: "\(path)/\(name)", number)
        }
        for number in 1...Self.mostOfOneName {
            let candidate = numbered(name, number)
            switch link(temporary, as: candidate) {
            case nil:
                try remove(temporary)
                isTidy = true
                return .placed(candidate)
            case EEXIST?:
                if holds(bytes, under: candidate) { return .present(candidate) }
            case EPERM?, ENOTSUP?, ENOSYS?, EMLINK?:
                // A file system without hard links. Nobody but this gateway makes files here, so that looking first is
                // as good.
                if status(candidate) == nil {
                    isTidy = try move(temporary, to: self, as: candidate)
                    return .placed(candidate)
                }
                if holds(bytes, under: candidate) { return .present(candidate) }
            case let error?:
                throw GatewayError(unwritable: "\(path)/\(candidate)", error)
            }
        }
        throw GatewayError(.unwritable, reason: "\(path)/\(name): \(Self.mostOfOneName) files have this name")
    }

    private func holds(_ bytes: [UInt8], under name: String) -> Bool {
        guard let status = status(name), status.kind == .file, status.size == bytes.count,
            let file = try? open(name)
        else { return false }
        var source = FileSource(file)
        return (try? source.bytes(in: 0..<bytes.count)) == bytes
    }
}
