import Commerce

/// Makes rules of delivery of what a file says, or says what is wrong with it.
package struct DeliveryCheck {
    /// What is wrong, and where in the file.
    package struct Fault {
        package var jsonPath, message, remedy: String
    }

    package private(set) var faults: [Fault] = []

    /// The ways there are, with the members that each has of its own.
    private static let ways: [(name: String, members: Set<String>)] = [
        ("directory", ["folder", "file"]),
        ("command", ["command", "shell", "temporary", "refusing"]),
        ("webhook", ["url", "contentType", "headers", "secret", "token"]),
        ("sftp", ["host", "port", "user", "keyFile", "knownHosts", "folder", "file"]),
    ]
    /// What can be delivered, as ``DeliveryRule/kinds`` has it.
    private static let kinds = [
        "PurchaseOrder", "OrderAcknowledgment", "ShipNotice", "Invoice", "TransactionSet",
        DeliveryRule.acknowledgment, DeliveryRule.interchange,
    ]

    package init() {}

    private mutating func report(_ jsonPath: String, _ message: String, _ remedy: String) {
        faults.append(Fault(jsonPath: jsonPath, message: message, remedy: remedy))
    }

    /// The rules of a list that stands at a path.
    package mutating func rules(_ entries: [DeliveryEntry], at path: String) -> [DeliveryRule] {
        var rules: [DeliveryRule] = []
        for (index, entry) in entries.enumerated() {
            guard let rule = rule(entry, "\(path)[\(index)]") else { continue }
            if rules.contains(where: { ($0.isBesides || rule.isBesides) && $0.repeats(rule) }) {
                report("\(path)[\(index)].also", "the same goes to this place already", "leave one of them out")
            }
            rules.append(rule)
        }
        return rules
    }

    private mutating func rule(_ entry: DeliveryEntry, _ path: String) -> DeliveryRule? {
        let before = faults.count
        let words = Self.ways.map(\.name)
        guard let way = Self.ways.first(where: { $0.name == entry.to.string }) else {
            report(
                "\(path).to", "expected \(words.choice), found \(quoted(entry.to.string))",
                words.nearest(to: entry.to.string).map { "did you mean \"\($0)\"?" } ?? "write one of these words")
            return nil
        }
        for name in entry.writtenMembers().subtracting(way.members).sorted() {
            report("\(path).\(name)", "a \(way.name) has no \(name)", "leave it out, or change `to`")
        }
        let transport: DeliveryRule.Transport? =
            switch way.name {
            case "directory": directory(entry, path)
            case "command": command(entry, path)
            case "webhook": webhook(entry, path)
            default: sftp(entry, path)
            }
        guard let transport else { return nil }
        var rule = DeliveryRule(kinds: kinds(entry.of, "\(path).of"), transport: transport)
        rule.isBesides = entry.also ?? false
        rule.timeout = seconds(entry.timeout, "\(path).timeout", most: 3_600)
        rule.isOrdered = entry.ordered ?? false
        if rule.isOrdered, way.name == "directory" {
            report("\(path).ordered", "files in a folder have no order to keep", "leave ordered out")
        }
        rule.parallel = count(entry.parallel, "\(path).parallel", 1...16, else: rule.parallel)
        rule.retry.attempts = count(entry.retry.attempts, "\(path).retry.attempts", 1...100, else: rule.retry.attempts)
        rule.retry.first = seconds(entry.retry.first, "\(path).retry.first", most: 86_400)
        rule.retry.most = seconds(entry.retry.most, "\(path).retry.most", most: 7 * 86_400)
        if rule.retry.most < rule.retry.first {
            report("\(path).retry.most", "the longest wait is shorter than the first", "write a longer one")
        }
        rule.breaker.failures = count(
            entry.breaker.failures, "\(path).breaker.failures", 1...1_000, else: rule.breaker.failures)
        rule.breaker.pause = seconds(entry.breaker.pause, "\(path).breaker.pause", most: 3_600)
        return faults.count == before ? rule : nil
    }

    // MARK: - The ways

    /// Folders of a root, whose contents the gateway takes for its own.
    private static let ownFolders: Set<String> = [
        "archive", "outbound", "outbox", "quarantine", "work", "TradingPartners", "dead-letter",
    ]

    private mutating func directory(_ entry: DeliveryEntry, _ path: String) -> DeliveryRule.Transport? {
        guard !entry.folder.isEmpty else {
            report("\(path).folder", "there is no folder", "write one such as \"canonical/{kind}\" or \"/srv/erp/in\"")
            return nil
        }
        let parts = entry.folder.string.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let isIntake = parts.first == "drop" && parts.count > 2 && parts[2] == "in"
        guard !Self.ownFolders.contains(parts.first ?? ""), !isIntake else {
            report(
                "\(path).folder", "\(entry.folder) is a folder that the gateway itself works with",
                "write one that only the receiver reads, such as \"canonical/{kind}\" or \"/srv/erp/in\"")
            return nil
        }
        guard let folder = template(entry.folder, "\(path).folder", isFolder: true),
            let file = file(entry, path, fallback: "{kind}-{number}-{id8}.json")
        else { return nil }
        return .directory(DeliveryRule.Directory(folder: folder, file: file))
    }

    private mutating func command(_ entry: DeliveryEntry, _ path: String) -> DeliveryRule.Transport? {
        let words = entry.command.map(\.string)
        var command = DeliveryRule.Command(words: words)
        command.usesShell = entry.shell ?? false
        if words.first?.isEmpty ?? true {
            report("\(path).command", "there is no program", "write it and its arguments: [\"/opt/erp/take\", \"-q\"]")
        } else if words.contains(where: { $0.utf8.contains(0) }) {
            report("\(path).command", "a word holds a NUL", "take it out")
        } else if command.usesShell, words.count > 1 {
            report("\(path).command", "a shell reads one text", "write the whole command as one text")
        }
        if !entry.temporary.isEmpty { command.temporary = statuses(entry.temporary, "\(path).temporary") }
        if !entry.refusing.isEmpty { command.refusing = statuses(entry.refusing, "\(path).refusing") }
        if let both = command.temporary.intersection(command.refusing).min() {
            report("\(path).refusing", "the exit status \(both) is both temporary and refusing", "decide for one")
        }
        return .command(command)
    }

    private mutating func webhook(_ entry: DeliveryEntry, _ path: String) -> DeliveryRule.Transport? {
        guard let url = EndpointURL(entry.url.string) else {
            report(
                "\(path).url", "expected a web address, found \(quoted(entry.url.string))",
                "write http:// or https://, a host and a path, without a user: \"https://erp.example/orders\"")
            return nil
        }
        var webhook = DeliveryRule.Webhook(url: url)
        webhook.contentType = entry.contentType.string
        if webhook.contentType.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) {
            report("\(path).contentType", "expected a media type", "write one such as \"application/json\"")
        }
        for header in entry.headers {
            let name = header.name.string
            let text = header.text.string
            let isName =
                !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
            let isOurs =
                ["idempotency-key", "content-type", "content-length", "authorization"].contains(
                    name.lowercased()) || name.lowercased().hasPrefix("edigate-")
            guard isName, !isOurs, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                report(
                    "\(path).headers", "the header \(quoted(name)) cannot be sent",
                    isOurs ? "leave it out: the gateway writes it; a token goes into `token`" : "write another name")
                continue
            }
            webhook.headers.append(DeliveryRule.Header(name: name, value: text))
        }
        webhook.secret = secret(entry.secret, "\(path).secret")
        webhook.token = secret(entry.token, "\(path).token")
        return .webhook(webhook)
    }

    private mutating func sftp(_ entry: DeliveryEntry, _ path: String) -> DeliveryRule.Transport? {
        func isPlain(_ text: Text) -> Bool {
            !text.string.hasPrefix("-") && text.string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x40 }
        }
        if entry.host.isEmpty || !isPlain(entry.host) {
            report("\(path).host", "expected a host, found \(quoted(entry.host.string))", "write the server's name")
        }
        if !isPlain(entry.user) {
            report("\(path).user", "expected a user, found \(quoted(entry.user.string))", "write the name alone")
        }
        for (name, file) in [("keyFile", entry.keyFile), ("knownHosts", entry.knownHosts)]
        where file.isEmpty || file.string.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x25 }) {
            report(
                "\(path).\(name)", "there is no \(name), or it cannot be handed to sftp",
                name == "keyFile"
                    ? "write where the private key is" : "write the file that `ssh-keyscan` made and a person checked")
        }
        guard let folder = template(entry.folder, "\(path).folder", isFolder: true),
            let file = file(entry, path, fallback: "{kind}_{number}_{id8}.edi")
        else { return nil }
        return .sftp(
            DeliveryRule.SFTP(
                host: entry.host.string, port: count(entry.port, "\(path).port", 1...65_535, else: 22),
                user: entry.user.string, keyFile: entry.keyFile.string, knownHosts: entry.knownHosts.string,
                folder: folder, file: file))
    }

    // MARK: - Members

    private mutating func kinds(_ words: [Text], _ path: String) -> Set<String> {
        var kinds: Set<String> = []
        for (index, word) in words.enumerated() {
            if Self.kinds.contains(word.string) {
                kinds.insert(word.string)
            } else {
                report(
                    "\(path)[\(index)]", "expected \(Self.kinds.choice), found \(quoted(word.string))",
                    Self.kinds.nearest(to: word.string).map { "did you mean \"\($0)\"?" } ?? "write one of these words")
            }
        }
        return kinds
    }

    private mutating func file(_ entry: DeliveryEntry, _ path: String, fallback: String) -> NameTemplate? {
        template(entry.file.isEmpty ? Text(fallback) : entry.file, "\(path).file", isFolder: false)
    }

    private mutating func template(_ text: Text, _ path: String, isFolder: Bool) -> NameTemplate? {
        do throws(NameTemplate.Fault) { return try NameTemplate(text.string, isFolder: isFolder) } catch {
            report(path, error.message, error.remedy)
            return nil
        }
    }

    private mutating func secret(_ entry: DeliveryEntry.SecretEntry?, _ path: String) -> DeliveryRule.Secret? {
        guard let entry else { return nil }
        if entry.file.isEmpty != entry.environment.isEmpty {
            return entry.file.isEmpty ? .environment(entry.environment.string) : .file(entry.file.string)
        }
        report(path, "expected one place of the secret", "write { file: \"…\" } or { environment: \"NAME\" }")
        return nil
    }

    private mutating func statuses(_ words: [Text], _ path: String) -> Set<Int> {
        var statuses: Set<Int> = []
        for (index, word) in words.enumerated() {
            if let status = Int(word.string), (1...255).contains(status) {
                statuses.insert(status)
            } else {
                report("\(path)[\(index)]", "expected an exit status", "write a number from 1 to 255 as a text: \"75\"")
            }
        }
        return statuses
    }

    private mutating func count(_ number: Int?, _ path: String, _ range: ClosedRange<Int>, else usual: Int) -> Int {
        guard let number else { return usual }
        if range.contains(number) { return number }
        report(path, "expected a number from \(range.lowerBound) to \(range.upperBound)", "write one of these")
        return usual
    }

    /// Reads a time such as `30s`, `5m`, `2h` or `1d`; nil for anything else.
    package static func seconds(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let factors = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard digits.utf8.count <= 6, let number = Int(digits), number > 0,
            let factor = factors[String(text.dropFirst(digits.count))]
        else { return nil }
        return number * factor
    }

    private mutating func seconds(_ text: Text, _ path: String, most: Int) -> Int {
        if let seconds = Self.seconds(text.string), seconds <= most { return seconds }
        report(
            path, "expected a time up to \(most) seconds, found \(quoted(text.string))",
            "write a number and s, m, h or d, such as \"30s\"")
        return 1
    }
}
