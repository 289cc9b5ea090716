public import Partners

extension PartnerDirectory {
    /// The digest of what was agreed on with a partner (``PartnerDirectory/agreement(of:)``), 64 hexadecimal digits: a
    /// certificate with it holds for the profile and guide as they are. Nil when there is no sound profile of that id.
    public func profileHash(of id: String) -> String? { agreement(of: id).map { SHA256.digest(of: $0).hex } }
}
