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

extension Folder {
    /// Opens a folder that a delivery goes to, and makes it first where it is not there: below this one, or anywhere when
    /// the path begins with a slash. Of a path that a person wrote links are followed.
    func destination(_ path: String, mode: mode_t = 0o755) throws(GatewayError) -> Folder {
        guard path.hasPrefix("/") else { return try folder(path, creating: true, mode: mode) }
        do throws(GatewayError) { return try Folder.open(path) } catch {
            guard error.code == .missing, let slash = path.lastIndex(of: "/"), path != "/" else { throw error }
            let above = slash == path.startIndex ? "/" : String(path[..<slash])
            return try destination(above, mode: mode).folder(
                String(path[path.index(after: slash)...]), creating: true, mode: mode)
        }
    }
}
