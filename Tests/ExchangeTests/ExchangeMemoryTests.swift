import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// One memory for interchange after interchange: what was before leaves nothing in what follows.
@Suite struct ExchangeMemoryTests {
    private static let samples = Repository.files(in: "Samples", suffix: ".x12")

    @Test("Exchanges that share a memory say of each sample what one alone says of it, in either order")
    func sharing() throws {
        let memory = ExchangeMemory()
        #expect(Self.samples.count > 3)
        for file in Self.samples + Self.samples.reversed() {
            let bytes = try Repository.bytes(file.path)
            let alone = try Outcomes.of(bytes)
            let shared = Outcomes()
            var exchange = Exchange(MemorySource(bytes), memory: memory)
            try exchange.run(shared)
            #expect(shared.documents.map(\.json) == alone.documents.map(\.json), "\(file.lastPathComponent)")
            #expect(shared.sets.map(\.verdict) == alone.sets.map(\.verdict))
            #expect(shared.sets.map(\.businessFindings.count) == alone.sets.map(\.businessFindings.count))
            #expect(
                shared.groups.map { $0.acknowledgment?.segments } == alone.groups.map { $0.acknowledgment?.segments })
        }
    }

    @Test("Of two exchanges that take turns with a memory each gets what it asks for")
    func turns() throws {
        let memory = ExchangeMemory()
        var options = ExchangeOptions()
        options.gathersFacts = true
        let bytes = Draft("850", number: 1).bytes() + Draft("850", number: 2).bytes()
        let (plain, gathered) = (Outcomes(), Outcomes())
        var one = Exchange(MemorySource(bytes), memory: memory)
        var other = Exchange(MemorySource(bytes), options: options, memory: memory)
        while try one.step(plain), try other.step(gathered) {}
        #expect(plain.documents.map { $0.facts == nil } == [true, true])
        #expect(gathered.documents.map { $0.facts == nil } == [false, false])
    }

    @Test(
        "The id of a document is a UUID of version 8, made of the digest and the set's place",
        arguments: [(1, "00000001"), (300, "0000012c"), (70_000, "00011170")])
    func identifier(ordinal: Int, place: String) {
        let id = SHA256.digest(of: Array("abc".utf8)).identifier(ordinal: ordinal)
        #expect(id == "ba7816bf-8f01-8fea-8141-40de" + place)
    }
}
