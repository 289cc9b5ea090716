import Partners

/// Puts a file on an SFTP server by the program `sftp` of OpenSSH: under a hidden name first, then renamed without
/// replacing what is there.
///
/// A file with the same bytes that has the name already stands for it: that is what an attempt left whose end nobody saw.
struct SFTPCourier: Courier {
    let server: DeliveryRule.SFTP

    /// More files of one name than this are taken for a mistake.
    private static let mostOfOneName = 20

    func carry(_ consignment: Consignment, isStopped: @escaping @Sendable () -> Bool) -> AttemptResult {
        let document: MemoryFile
        let folder = server.folder.name(consignment.facts)
        let name = server.file.name(consignment.facts)
        let prefix = folder.isEmpty ? "" : folder + (folder.hasSuffix("/") ? "" : "/")
        func hidden(_ attempt: Int) -> String { "\(prefix).\(consignment.deliveryID)-\(attempt).edigate" }
        // A client outlives a gateway that is killed: it must not write into the file that this attempt renames.
        let hiddenNow = hidden(consignment.attempt)
        let hiddenBefore = (max(1, consignment.attempt - Self.mostOfOneName)..<consignment.attempt).map(hidden)
        do throws(GatewayError) {
            document = try MemoryFile(consignment.bytes)
            for number in 1...Self.mostOfOneName {
                let target = numbered(name, number)
                let path = prefix + target
                // `-l` is the rename that fails when the name is taken; the other one replaces.
                let commands =
                    ["put \(Self.quoted("/dev/fd/3")) \(Self.quoted(hiddenNow))"]
                    + ["rename -l \(Self.quoted(hiddenNow)) \(Self.quoted(path))"]
                    + hiddenBefore.map { "-rm \(Self.quoted($0))" }
                let put = try run(commands, consignment, document, isStopped)
                if put.status == 0 { return AttemptResult(fate: .delivered(as: target), status: "exit 0") }
                // sftp ends with 255 when the connection fails, and with 1 at the first command that does.
                guard put.status == 1, put.words.contains("rename") else { return Self.failure(put) }
                let found = try MemoryFile([])
                let get = try run(
                    ["get \(Self.quoted(path)) \(Self.quoted("/dev/fd/3"))"], consignment, found, isStopped)
                // Nothing has the name: the server refuses to rename for another reason.
                guard get.status == 0 else { return Self.failure(put) }
                guard found.holds(consignment.bytes) else { continue }
                let leftovers = (hiddenBefore + [hiddenNow]).map { "-rm \(Self.quoted($0))" }
                _ = try run(leftovers, consignment, found, isStopped)
                return AttemptResult(fate: .delivered(as: target), status: "exit 0", detail: "it was there already")
            }
        } catch {
            return .failed(error.reason)
        }
        return .failed("\(Self.mostOfOneName) files on the server have the name \(name)")
    }

    private func run(
        _ commands: [String], _ consignment: Consignment, _ file: MemoryFile,
        _ isStopped: @escaping @Sendable () -> Bool
    ) throws(GatewayError) -> ChildProcess.Ending {
        let connecting = min(consignment.rule.timeout, 30)
        var words = ["sftp", "-b", "-", "-P", String(server.port), "-i", consignment.path(server.keyFile)]
        for option in [
            "BatchMode=yes", "IdentitiesOnly=yes", "StrictHostKeyChecking=yes",
            "UserKnownHostsFile=\"\(consignment.path(server.knownHosts))\"", "GlobalKnownHostsFile=/dev/null",
            "ConnectTimeout=\(connecting)", "ServerAliveInterval=15",
        ] { words += ["-o", option] }
        words.append(server.user.isEmpty ? server.host : "\(server.user)@\(server.host)")
        let input = try MemoryFile(Array((commands.joined(separator: "\n") + "\n").utf8))
        return ChildProcess(
            words: words, input: input, other: file, timeout: consignment.rule.timeout, isStopped: isStopped
        ).run()
    }

    private static func failure(_ ending: ChildProcess.Ending) -> AttemptResult {
        let said = ending.words.isEmpty ? "sftp ended without a word" : ending.words
        return .failed(
            ending.reason.isEmpty ? said : "\(ending.reason): \(said)",
            status: ending.status.map { "exit \($0)" } ?? ending.reason)
    }

    /// A path as a batch of `sftp` has it. Names are checked, so that nothing else needs quoting.
    private static func quoted(_ path: String) -> String { "\"\(path)\"" }
}
