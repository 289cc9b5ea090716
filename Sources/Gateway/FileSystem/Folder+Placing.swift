import Glibc

extension Folder {
    /// Puts a file in the place of what has its name, whole or not at all: its bytes are on the disk before it has the
    /// name, and so is the name when this returns.
    ///
    /// A file that was there keeps its permissions and, as far as we may, its owner.
    func put(_ bytes: [UInt8], _ name: String) throws(GatewayError) {
        let draft = ".\(name).new"
        let before = try? open(name)
        let file = try createAnew(draft)
        if let fault = file.write(bytes[...]) ?? before.flatMap({ file.takeRights(of: $0) }) ?? file.sync() {
            throw GatewayError(.unwritable, reason: "\(path)/\(name): \(words(fault))", underlying: fault)
        }
        _ = try move(draft, to: self, as: name)
        try sync()
    }
}

extension OpenFile {
    /// Takes over the permissions of another file, and its owner where we may give files away; the error number when the
    /// permissions cannot be set.
    fileprivate func takeRights(of other: OpenFile) -> Int32? {
        var info = stat()
        guard fstat(other.descriptor, &info) == 0 else { return nil }
        _ = fchown(descriptor, info.st_uid, info.st_gid)
        return fchmod(descriptor, info.st_mode & 0o777) == 0 ? nil : errno
    }
}
