import Exchange
import Partners
import X12

/// Answers what we send as a partner's translator would that goes by the standard.
enum SimulatedPartner {
    /// The 997, 999 and TA1 that come back for one of our interchanges.
    static func answers(
        to message: TestMessage, _ profile: Profile, time: EnvelopeTime, nextNumber: @escaping () -> Int
    ) -> [AcknowledgmentWriter.Answer] {
        let writer = AcknowledgmentWriter(.due, time: time, nextNumber: nextNumber)
        var options = ExchangeOptions()
        options.translates = false
        options.digests = false
        var rules = Rules()
        rules.functionalAcknowledgment.kind = AcknowledgmentKind(rawValue: profile.functionalAcknowledgment.rawValue)
        rules.interchangeAcknowledgment = Expectations.answersInterchanges(profile) ? .requested : .never
        var exchange = Exchange(MemorySource(message.bytes), options: options) { _, _ in rules }
        // Memory can always be read.
        do throws(SourceError) { try exchange.run(writer) } catch { return [] }
        return writer.take()
    }
}
