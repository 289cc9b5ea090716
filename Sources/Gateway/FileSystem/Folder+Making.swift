import Glibc

/// Makes a folder, and those above it that are not there.
func makeFolder(_ path: String) throws(GatewayError) -> Folder {
    var made = path.hasPrefix("/") ? "/" : "."
    for part in path.split(separator: "/") {
        made += "/\(part)"
        guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
            // A folder above may be one in which nobody may write, and yet be there.
            if (try? Folder.open(made)) != nil { continue }
            throw GatewayError(.unwritable, reason: "\(path): \(words(errno))", underlying: errno)
        }
    }
    return try Folder.open(path)
}
