/// Is the address of a web server: `http` or `https`, a host, perhaps a port, and what is asked for there.
public struct EndpointURL: Sendable, Hashable {
    /// The address as it was written.
    public let text: String
    /// Scheme, host and port: what a server is known by.
    public let origin: String

    /// Reads an address; nil for one of another scheme, without a host, with a user or password, or with anything that an
    /// address cannot hold.
    public init?(_ text: String) {
        guard text.utf8.count <= 2_000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
        else { return nil }
        var port = 443
        let rest: Substring
        if text.lowercased().hasPrefix("https://") {
            rest = text.dropFirst(8)
        } else if text.lowercased().hasPrefix("http://") {
            rest = text.dropFirst(7)
            port = 80
        } else {
            return nil
        }
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return nil }
        var host = authority
        // The colons of an IPv6 address stand in brackets.
        let afterAddress = authority.lastIndex(of: "]") ?? authority.startIndex
        if let colon = authority[afterAddress...].lastIndex(of: ":") {
            host = authority[..<colon]
            let digits = authority[authority.index(after: colon)...]
            guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
            port = number
        }
        guard !host.isEmpty else { return nil }
        self.text = text
        origin = "\(text.prefix { $0 != ":" }.lowercased())://\(host.lowercased()):\(port)"
    }
}
