import Glibc
import Partners

// What deliveries need on this machine: programs, keys, secrets.
extension Examination {
    /// Whether what partners' deliveries name is there; nothing is started and no server is asked.
    func endpoints(_ partners: PartnerDirectory) -> [Symptom] {
        partners.profiles.flatMap { profile in
            profile.delivery.flatMap { missing(for: $0.transport) }.map { missing in
                Symptom(
                    "partner \(profile.id)", .wrong, "a delivery needs \(missing.what)",
                    "\(missing.remedy), or name another in the `delivery` of its profile")
            }
        }
    }

    private typealias Missing = (what: String, remedy: String)

    private func missing(for transport: DeliveryRule.Transport) -> [Missing] {
        switch transport {
        case .directory: []
        // What stands in a text for a shell is the shell's to find.
        case .command(let command): command.usesShell ? [] : program(command.words[0])
        case .webhook(let webhook): [webhook.secret, webhook.token].flatMap(secret)
        case .sftp(let server):
            program("sftp") + file(server.keyFile, "the key") + file(server.knownHosts, "the known hosts")
        }
    }

    private func program(_ name: String) -> [Missing] {
        // A path that is not whole begins where the gateway works, which doctor need not.
        let paths = name.contains("/") ? [name] : searchPath.map { "\($0)/\(name)" }
        let isThere = name.contains("/") && !name.hasPrefix("/") || paths.contains { access($0, X_OK) == 0 }
        return isThere ? [] : [("the program \(name), which cannot be started here", "install it")]
    }

    private var searchPath: [Substring] {
        let found = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
        return found.split(separator: ":")
    }

    private func secret(_ secret: DeliveryRule.Secret?) -> [Missing] {
        // Variables are those of the gateway, which doctor need not have.
        guard case .file(let path) = secret else { return [] }
        return file(path, "the secret")
    }

    private func file(_ written: String, _ what: String) -> [Missing] {
        let path = root.resolved(written)
        guard access(path, R_OK) != 0 else { return [] }
        let reason = String(cString: strerror(errno))
        return [("\(what) in \(path): \(reason)", "put it there, readable by the gateway's user")]
    }
}
