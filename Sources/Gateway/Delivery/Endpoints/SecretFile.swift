import Glibc
import Partners
import X12

extension DeliveryRule.Secret {
    /// A longer secret is none.
    private static let longest = 64 * 1_024

    /// Reads the secret, without the line feed that editors put at the end; it is read for each attempt, so that one that
    /// was changed is in use at once.
    func read(in consignment: Consignment) throws(GatewayError) -> [UInt8] {
        var bytes: [UInt8]
        switch self {
        case .environment(let name):
            guard let value = getenv(name) else {
                throw GatewayError(
                    .missing, reason: "the environment has no \(name): set it where the gateway is started")
            }
            bytes = Array(String(cString: value).utf8)
        case .file(let written):
            let path = consignment.path(written)
            do {
                var source = try FileSource(path: path)
                bytes = try source.bytes(in: 0..<min(source.size, Self.longest))
            } catch {
                throw GatewayError(.unreadable, reason: "\(path): \(error.reason)")
            }
        }
        while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        guard !bytes.isEmpty else { throw GatewayError(.missing, reason: "the secret is empty") }
        return bytes
    }
}
