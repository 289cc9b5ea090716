import Commerce
import Exchange
import Glibc
import Translation

/// Where the documents of a batch go: a file each, or lines of one file per kind.
struct BatchOutput {
    private let folder: String
    private var files: [String: OutputFile] = [:]

    /// Makes an output into a folder, and takes away what an input that was not finished left in files of documents.
    init(folder: String, lengths: [Text: Int], isRolling: Bool) throws(CommandFailure) {
        self.folder = folder
        guard isRolling else { return }
        for kind in DocumentFile.kinds {
            let path = "\(folder)/\(kind).ndjson"
            guard access(path, F_OK) == 0 else {
                if let length = lengths[Text(kind)], length > 0 {
                    throw .environment("\(path) is gone, and the manifest says that \(length) bytes were in it")
                }
                continue
            }
            let file = try OutputFile(appending: path)
            let length = lengths[Text(kind)] ?? 0
            guard file.length >= length else {
                throw .environment(
                    "\(path) has \(file.length) bytes, and the manifest says that \(length) were in it")
            }
            try file.cut(to: length)
            files[kind] = file
        }
    }

    /// Adds the documents of a finished input, and gives how long each file is then.
    mutating func add(_ spool: borrowing DocumentSpool) throws(CommandFailure) -> [NamedText] {
        let folder = folder
        var files = files
        try spool.drain { (kind, bytes) throws(CommandFailure) in
            let file: OutputFile
            if let known = files[kind] {
                file = known
            } else {
                file = try OutputFile(appending: "\(folder)/\(kind).ndjson")
                files[kind] = file
            }
            try file.append(bytes)
        }
        self.files = files
        return files.sorted { $0.key < $1.key }.map { kind, file in
            NamedText(name: Text(kind), text: Text(String(file.length)))
        }
    }

    /// Brings everything to the disk.
    func sync() throws(CommandFailure) {
        for file in files.values { try file.sync() }
    }
}

/// A document in a file of its own.
enum DocumentFile {
    static let kinds = DocumentKind.allCases.map(\.rawValue)

    /// The name of a document's file: the same document has the same name. The ordinal of the set stands at the id's end.
    static func name(of document: DocumentOutcome) -> String {
        "\(document.kind)-\(OutputFolder.safe(document.number))-\(document.id.prefix(8))-\(document.id.suffix(4)).json"
    }
}
