extension Schema {
    /// One thing may go to several places, each with a delivery of its own: `destination` names the place of those
    /// besides the one that counts, whose own is empty.
    static let destinations = """
        ALTER TABLE delivery ADD COLUMN destination TEXT NOT NULL DEFAULT '';
        """
}
