/// Says where things of some kinds go, and what is done when they cannot get there.
public struct DeliveryRule: Sendable, Hashable {
    /// The canonical kinds such as `PurchaseOrder`, and ``acknowledgment`` and ``interchange``; empty for every
    /// canonical document.
    public var kinds: Set<String>
    /// The way they go.
    public var transport: Transport
    /// Whether they go there besides the place of the rule that counts.
    public var isBesides = false
    /// How long an attempt may take, in seconds.
    public var timeout = 30
    /// Whether they arrive in the order in which they were recorded: one that fails stops those behind it.
    public var isOrdered = false
    /// How many attempts may be under way at the endpoint at once.
    public var parallel = 4
    /// How often and when a failed attempt is made again.
    public var retry = RetryPolicy()
    /// When an endpoint that fails is left alone for a while.
    public var breaker = BreakerPolicy()

    /// The word for 997, 999 and TA1 that go to the partner.
    public static let acknowledgment = "acknowledgment"
    /// The word for interchanges that go to the partner.
    public static let interchange = "interchange"

    /// The ways there are.
    public enum Transport: Sendable, Hashable {
        /// A file in a folder of this machine.
        case directory(Directory)
        /// A program that is started for each document.
        case command(Command)
        /// An HTTP POST.
        case webhook(Webhook)
        /// A file on an SFTP server.
        case sftp(SFTP)
    }

    /// A folder of this machine.
    public struct Directory: Sendable, Hashable {
        /// The folder; one that does not begin with `/` is in the root.
        public var folder: NameTemplate
        /// The file's name.
        public var file: NameTemplate
    }

    /// A program that is started for each document: the document is its standard input, its exit status decides.
    public struct Command: Sendable, Hashable {
        /// The program and its arguments; with a shell one text for it.
        public var words: [String]
        /// Whether a shell reads the text.
        public var usesShell = false
        /// The exit statuses that ask for another try and do not count towards giving up: 75 is EX_TEMPFAIL.
        public var temporary: Set<Int> = [75]
        /// The exit statuses after which it is not tried again: 65 is EX_DATAERR.
        public var refusing: Set<Int> = [65]
    }

    /// An HTTP POST.
    public struct Webhook: Sendable, Hashable {
        /// Where to.
        public var url: EndpointURL
        /// Content-Type; empty for that of what is sent.
        public var contentType = ""
        /// More header fields, each a name and a value.
        public var headers: [Header] = []
        /// With what requests are signed; nil signs none.
        public var secret: Secret?
        /// What stands in `Authorization: Bearer`; nil sends none.
        public var token: Secret?
    }

    /// A header field.
    public struct Header: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: String
    }

    /// Where a secret is found; it never stands in a profile.
    public enum Secret: Sendable, Hashable {
        /// In a file; a path that does not begin with `/` is in the root.
        case file(String)
        /// In a variable of the gateway's environment.
        case environment(String)
    }

    /// A file on an SFTP server, which the program `sftp` of OpenSSH brings there.
    public struct SFTP: Sendable, Hashable {
        /// The server.
        public var host: String
        /// Its port.
        public var port = 22
        /// The user; empty for the one `ssh` takes.
        public var user = ""
        /// The private key; a path that does not begin with `/` is in the root.
        public var keyFile: String
        /// The file of known hosts; another host's key is refused. A path that does not begin with `/` is in the root.
        public var knownHosts: String
        /// The folder on the server; empty for where the user begins.
        public var folder: NameTemplate
        /// The file's name.
        public var file: NameTemplate
    }

    /// Makes a rule.
    public init(kinds: Set<String> = [], transport: Transport) {
        self.kinds = kinds
        self.transport = transport
    }

    /// Whether the rule is about a kind.
    public func applies(to kind: String) -> Bool {
        kinds.isEmpty ? kind != Self.acknowledgment && kind != Self.interchange : kinds.contains(kind)
    }

    /// The name of the endpoint: what shares it fails together. Nil for a folder.
    public var endpoint: String? {
        switch transport {
        case .directory: nil
        case .command(let command): "command \(command.words.first ?? "")"
        case .webhook(let webhook): "webhook \(webhook.url.origin)"
        case .sftp(let sftp): "sftp \(sftp.user.isEmpty ? "" : sftp.user + "@")\(sftp.host):\(sftp.port)"
        }
    }
}

extension DeliveryRule {
    /// Names the very place, and not only what fails together with it: two addresses of one web server are two places.
    ///
    /// It is a hash, since an address may hold what is nobody's business.
    public var destination: String {
        let place =
            switch transport {
            case .directory(let target): "directory \(target.folder.text)"
            case .command(let command): "command " + command.words.joined(separator: "\0")
            case .webhook(let webhook): "webhook \(webhook.url.text)"
            case .sftp(let sftp): "\(endpoint ?? "") \(sftp.folder.text)"
            }
        let digits = String(place.utf8.fnv1a, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Whether both rules bring something to the same place.
    func repeats(_ other: DeliveryRule) -> Bool {
        destination == other.destination
            && (kinds.isEmpty || other.kinds.isEmpty || !kinds.isDisjoint(with: other.kinds))
    }
}

extension Sequence<DeliveryRule> {
    /// The first rule about a kind, those besides it left out; nil when there is none.
    public func rule(for kind: String) -> DeliveryRule? { first { !$0.isBesides && $0.applies(to: kind) } }

    /// The rules about a kind that apply besides the one that counts.
    public func besides(for kind: String) -> [DeliveryRule] { filter { $0.isBesides && $0.applies(to: kind) } }
}
