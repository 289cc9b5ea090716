extension Schema {
    /// One index finds an interchange by its number and by its whole identity, where two were kept in step: the number
    /// comes first, which few interchanges share, and the rest of the identity is read from the row.
    static let fewerIndexes = """
        DROP INDEX interchange_identity;
        DROP INDEX interchange_control_number;
        CREATE INDEX interchange_number ON interchange (control_number, sender_id, receiver_id);
        """
}
