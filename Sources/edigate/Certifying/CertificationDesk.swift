import Certification
import FoundationEssentials
import Gateway
import Partners

/// Puts what we send where the partner finds it, and takes in what it sent.
struct CertificationDesk {
    private let pack: CertificationPack
    private let folder: CertificationFolder

    /// Where it is.
    var path: String { folder.path }

    /// Opens the cert folder of the partner's drop, or the one that `--folder` names.
    init(_ pack: CertificationPack, _ arguments: Arguments) throws(CommandFailure) {
        self.pack = pack
        do throws(GatewayError) {
            if let path = arguments.value("--folder") {
                folder = try CertificationFolder(path: path)
                return
            }
            guard arguments.value("--partners") == nil else {
                throw GatewayError(.missing, reason: "")
            }
            // Asked before anything is made: a drop must not appear where there is no root.
            guard FileManager.default.fileExists(atPath: arguments.root + "/drop") else {
                throw GatewayError(.missing, reason: "")
            }
            folder = try CertificationFolder(GatewayRoot(path: arguments.root), partner: pack.profile.id)
        } catch {
            if arguments.value("--folder") == nil, error.reason.isEmpty {
                throw .usage(
                    arguments.value("--partners") == nil
                        ? "\(arguments.root) is no gateway root; `edigate init ROOT` makes one, --root names it"
                        : "--partners alone has no drop: --root, --folder or --rehearse says what to check")
            }
            throw .environment("\(error)")
        }
    }

    /// Places the pack, reads the replies, answers them, and leaves the report.
    func work() throws(CommandFailure) -> CertificationReport {
        place(pack.sent.map { ($0.fileName, $0.bytes) }, in: CertificationFolder.packFolder)
        let reader = ReplyReader(pack.profile)
        let files = try entries().map { entry in
            guard let bytes = entry.bytes else {
                return ReplyFile(
                    name: entry.name,
                    problems: [ReplyProblem(entry.reason, remedy: "put plain files of X12 here, complete ones")])
            }
            return reader.read(bytes, file: entry.name)
        }
        place(Self.answers(to: files), in: CertificationFolder.answerFolder)
        return CertificationReport(pack, files)
    }

    /// Leaves the report where the partner can fetch it.
    func leave(_ html: String) {
        do throws(GatewayError) { try folder.place(report: Array(html.utf8)) } catch {
            Terminal.complain("the report cannot be left for the partner: \(error)")
        }
    }

    private func entries() throws(CommandFailure) -> [CertificationFolder.Entry] {
        let drop = pack.profile.drop
        do throws(GatewayError) {
            return try folder.entries(largest: min(ReplyReader.largest, drop.largest), ignores: drop.ignores)
        } catch {
            throw .environment("\(error)")
        }
    }

    /// What the partner put in the way of our files must not keep its own from being checked.
    private func place(_ files: [(name: String, bytes: [UInt8])], in name: String) {
        do throws(GatewayError) { try folder.place(files, in: name) } catch {
            Terminal.complain("\(error); take away what stands in the place of \(folder.path)/\(name)")
        }
    }

    /// Our acknowledgments, each named after the file it answers.
    private static func answers(to files: [ReplyFile]) -> [(name: String, bytes: [UInt8])] {
        files.flatMap { file in
            let answers = file.interchanges.filter { !$0.isOurs }.flatMap(\.acknowledgments)
            return answers.enumerated().map { index, bytes in
                ("\(OutputFolder.safe(file.name)).ack-\(index + 1).x12", bytes)
            }
        }
    }
}
