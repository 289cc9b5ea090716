extension SHA256 {
    /// Authenticates bytes under a key: HMAC-SHA256 (RFC 2104).
    public static func authentication(of bytes: [UInt8], key: [UInt8]) -> Digest {
        // A block of SHA-256 has 64 bytes; a longer key is hashed first.
        var block = key.count > 64 ? digest(of: key).bytes : key
        block += [UInt8](repeating: 0, count: 64 - block.count)
        let inner = digest(of: block.map { $0 ^ 0x36 } + bytes).bytes
        return digest(of: block.map { $0 ^ 0x5C } + inner)
    }
}
