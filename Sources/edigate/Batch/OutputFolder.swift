import Glibc

/// Writes files into a folder, whole or not at all.
enum OutputFolder {
    /// Makes a folder, and those above it.
    static func make(_ folder: String) throws(CommandFailure) {
        var path = folder.hasPrefix("/") ? "/" : "."
        for part in folder.split(separator: "/") {
            path += "/\(part)"
            guard mkdir(path, 0o755) == 0 || errno == EEXIST || access(path, F_OK) == 0 else {
                throw OutputFile.failure(folder)
            }
        }
    }

    /// Writes a file; one of that name with other bytes is kept, and the new one takes a number.
    static func write(_ bytes: [UInt8], to folder: String, name: String) throws(CommandFailure) {
        try make(folder)
        try place(bytes, in: folder, name: name)
    }

    /// Writes a file into a folder that is there; one of that name with other bytes is kept, and the new one takes a
    /// number. Whoever writes the same bytes under the same name at the same time or later changes nothing.
    static func place(_ bytes: [UInt8], in folder: String, name: String) throws(CommandFailure) {
        let draft = try draft(bytes, in: folder)
        defer { unlink(draft) }
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        for turn in 1... {
            let path = "\(folder)/" + (turn == 1 ? name : "\(name[..<dot])-\(turn)\(name[dot...])")
            if link(draft, path) == 0 { return }
            guard errno == EEXIST else { throw OutputFile.failure(path) }
            if try OutputFile.contents(of: path) == bytes { return }
        }
    }

    /// Writes a file in the place of one of that name.
    static func replace(_ bytes: [UInt8], in folder: String, name: String) throws(CommandFailure) {
        let draft = try draft(bytes, in: folder)
        guard rename(draft, "\(folder)/\(name)") == 0 else {
            let failure = OutputFile.failure("\(folder)/\(name)")
            unlink(draft)
            throw failure
        }
    }

    /// Writes bytes to a hidden file of the folder, to be given its name when it is whole.
    private static func draft(_ bytes: [UInt8], in folder: String) throws(CommandFailure) -> String {
        var name = Array("\(folder)/\(draftPrefix)XXXXXX".utf8CString)
        let descriptor = name.withUnsafeMutableBufferPointer { $0.baseAddress.map { mkstemp($0) } ?? -1 }
        guard descriptor >= 0 else { throw OutputFile.failure(folder) }
        defer { close(descriptor) }
        let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // mkstemp keeps others out; these are files for others.
        let mask = umask(0)
        umask(mask)
        fchmod(descriptor, 0o644 & ~mask)
        do throws(CommandFailure) { try OutputFile.write(bytes, to: descriptor, path) } catch {
            unlink(path)
            throw error
        }
        return path
    }

    /// Takes away what a program that was killed left of files that were not whole.
    static func clear(_ folder: String) {
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(draftPrefix) || name.hasPrefix(DocumentSpool.prefix) { unlink("\(folder)/\(name)") }
        }
    }

    private static let draftPrefix = ".edigate-draft-"

    /// A name from outside made safe for a file name.
    static func safe(_ text: String) -> String {
        let kept = text.unicodeScalars.prefix(80).map { scalar -> Character in
            let isSafe =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.value >= 0x30 && scalar.value <= 0x39)
                || scalar == "-" || scalar == "_"
            return isSafe ? Character(scalar) : "-"
        }
        return kept.isEmpty ? "unnamed" : String(kept)
    }
}
