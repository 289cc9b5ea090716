import Partners

/// Starts a program for each document: the document is its standard input, what is known of it stands in variables of
/// its environment, and its exit status decides.
struct CommandCourier: Courier {
    let command: DeliveryRule.Command

    func carry(_ consignment: Consignment, isStopped: @escaping @Sendable () -> Bool) -> AttemptResult {
        let input: MemoryFile
        do throws(GatewayError) { input = try MemoryFile(consignment.bytes) } catch { return .failed(error.reason) }
        let words = command.usesShell ? ["/bin/sh", "-c", command.words[0]] : command.words
        let ending = ChildProcess(
            words: words, environment: Self.environment(consignment), input: input, timeout: consignment.rule.timeout,
            isStopped: isStopped
        ).run()
        guard let status = ending.status else {
            return .failed(
                [ending.reason, ending.words].filter { !$0.isEmpty }.joined(separator: ": "), status: ending.reason)
        }
        let fate: AttemptResult.Fate =
            if status == 0 {
                .delivered(as: nil)
            } else if command.temporary.contains(Int(status)) {
                .postponed(after: nil)
            } else if command.refusing.contains(Int(status)) {
                .refused
            } else {
                .failed(after: nil)
            }
        let said = ending.words.isEmpty ? "" : ": \(ending.words)"
        return AttemptResult(
            fate: fate, status: "exit \(status)", detail: status == 0 ? ending.words : "exit status \(status)\(said)")
    }

    static func environment(_ consignment: Consignment) -> [String: String] {
        let facts = consignment.facts
        return [
            "EDIGATE_WHAT": consignment.what, "EDIGATE_KIND": facts.kind, "EDIGATE_NUMBER": facts.number,
            "EDIGATE_PARTNER": facts.partner, "EDIGATE_CONTROL_NUMBER": facts.controlNumber, "EDIGATE_ID": facts.id,
            "EDIGATE_KEY": consignment.key, "EDIGATE_ATTEMPT": String(consignment.attempt),
            "EDIGATE_MEDIA_TYPE": consignment.mediaType,
                // A number or name that came from outside may hold anything but a NUL, which no variable can hold.
        ].mapValues { $0.split(separator: "\0").joined() }
    }
}
