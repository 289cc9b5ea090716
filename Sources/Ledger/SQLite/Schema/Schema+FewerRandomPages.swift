extension Schema {
    /// Every index on a hash or a document's id costs a page of its own, anywhere in the file, for each document, once
    /// the ledger is large. Nobody asks for the keys of a document; and the interchanges in bytes that came are found by
    /// their arrival, so that only those that were sent need the hash.
    static let fewerRandomPages = """
        DROP INDEX document_key_document;
        DROP INDEX interchange_payload;
        CREATE INDEX interchange_payload_sent ON interchange (payload_sha256) WHERE direction = 'out';
        """
}
