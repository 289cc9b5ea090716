public import Partners

extension GatewayRoot {
    /// A certificate's file larger than this is none.
    private static let largestCertificate = 1024 * 1024

    /// Reads the certificate of a partner, which stands beside its profile.
    ///
    /// - Returns: What it says, or what is wrong with its file; nil when the partner has none.
    public func certificate(of partner: String) -> Result<Certificate, CertificateFault>? {
        guard let own = try? Folder.open("\(partners)/\(partner)"), own.status(Certificate.fileName) != nil else {
            return nil
        }
        do {
            var source = FileSource(try own.open(Certificate.fileName))
            guard source.size <= Self.largestCertificate else {
                return .failure(CertificateFault(reason: "it has \(source.size) bytes"))
            }
            return Certificate.read(try source.bytes(in: 0..<source.size))
        } catch {
            return .failure(CertificateFault(reason: "it cannot be read: \(error)"))
        }
    }

    /// Puts the certificate of a partner in its place, whole or not at all.
    ///
    /// - Throws: ``GatewayError`` when the partner's folder cannot be written.
    public func place(_ certificate: Certificate) throws(GatewayError) {
        try Folder.open("\(partners)/\(certificate.partner)").put(certificate.json, Certificate.fileName)
    }
}
