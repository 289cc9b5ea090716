extension Schema {
    /// When the bytes of what is older than its policy were taken away; their hashes stay.
    static let purging = """
        ALTER TABLE payload ADD COLUMN purged_at INTEGER;
        CREATE INDEX payload_received ON payload (received_at) WHERE purged_at IS NULL;
        CREATE INDEX interchange_payload ON interchange (payload_sha256);
        CREATE INDEX arrival_payload ON arrival (payload_sha256);
        CREATE INDEX patch_payload ON patch (payload_sha256);
        """
}
