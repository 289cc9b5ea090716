/// Changes a document between reading and writing, such as by a partner's crosswalks.
public protocol DocumentAmendment: Sendable {
    /// Changes a document.
    ///
    /// - Returns: What contradicts itself by it.
    func amend(_ document: inout some TranslatedDocument) -> [Breach]
}
