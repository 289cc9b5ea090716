import Commerce
import Glibc

/// The manifest of a batch: a line for each input, written when all that came of the input is in its place. It is what a
/// batch that was killed goes on from.
struct BatchManifest {
    static let name = "manifest.ndjson"

    private let path: String
    private let file: OutputFile
    private var writer = JSONWriter()

    /// What earlier runs finished, by input.
    private(set) var finished: [Text: BatchEntry] = [:]
    /// How long the files of documents were then.
    private(set) var lengths: [Text: Int] = [:]
    /// The last control number used then.
    private(set) var lastNumber: Int?

    /// Whether documents went to a file per kind then; nil when there were none.
    var isRolling: Bool? {
        guard finished.values.contains(where: { $0.documents ?? 0 > 0 }) else { return nil }
        return !lengths.isEmpty
    }

    /// Opens the manifest of a folder. When the batch `resumes` an earlier one, what that finished is read, and a last
    /// line without end, which was cut off, is taken away.
    init(in folder: String, resumes: Bool) throws(CommandFailure) {
        path = "\(folder)/\(Self.name)"
        let known = try OutputFile.contents(of: path)
        file = try OutputFile(appending: path)
        guard resumes else { return }
        let whole = known.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        if whole < known.count { try file.cut(to: whole) }
        try read(Array(known[..<whole]))
    }

    /// Whether a folder has the manifest of an earlier batch.
    static func isThere(in folder: String) -> Bool { access("\(folder)/\(name)", F_OK) == 0 }

    private mutating func read(_ bytes: [UInt8]) throws(CommandFailure) {
        var reader = JSONReader()
        var fault: JSONError?
        reader.readLines(BatchEntry.self, from: bytes) { result in
            switch result {
            case .failure(let error): fault = fault ?? error
            case .success(let entry):
                if !entry.isUnreadable { finished[entry.input] = entry }
                for length in entry.lengths { lengths[length.name] = Int(length.text.string) ?? 0 }
                lastNumber = [lastNumber, entry.lastNumber].compactMap(\.self).max()
            }
        }
        if let fault {
            throw .environment("\(path): \(fault); this is no manifest to go on from: name another folder")
        }
    }

    /// Adds what became of an input.
    mutating func add(_ entry: BatchEntry) throws(CommandFailure) {
        writer.removeAll()
        writer.writeLine(entry)
        try file.append(writer.bytes)
    }

    /// Brings all lines to the disk.
    func sync() throws(CommandFailure) { try file.sync() }
}
