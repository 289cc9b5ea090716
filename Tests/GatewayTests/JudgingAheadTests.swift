import Exchange
import Testing
import X12

@testable import Gateway

/// Files judged in a thread of their own must come to the one who asks, whoever judged them, and to nobody else.
@Suite struct JudgingAheadTests {
    private let rules: PartnerRules

    init() throws {
        let root = try TestRoot()
        rules = try #require(try root.gateway().rules(of: "brightwater-clinics"))
    }

    private func request(_ number: Int) -> JudgingAhead.Request {
        // Control numbers begin with 1.
        let bytes = Array(Order.interchange(number: number + 1).utf8)
        return JudgingAhead.Request(
            source: ArchivedSource(.memory(MemorySource(bytes)), size: bytes.count), name: "\(number).edi", rules: rules
        )
    }

    private static func numbers(_ judged: Result<JudgedFile, SourceError>?) throws -> [String]? {
        try judged?.get().interchanges.flatMap { $0.rows.documents.map(\.number) }
    }

    @Test func `each file of a group comes with what is in it, in any mixture with files that are not judged`() throws {
        let ahead = JudgingAhead()
        let memory = ExchangeMemory()
        ahead.begin((0..<150).map { $0 % 7 == 3 ? nil : request($0) })
        for number in 0..<150 {
            let expected = number % 7 == 3 ? nil : ["PO-\(number + 1)-1"]
            #expect(try Self.numbers(ahead.fetch(number, memory: memory)) == expected)
        }
        #expect(ahead.fetch(150, memory: memory) == nil)
    }

    @Test func `what was found in files of a group that was given up does not come up in the next`() throws {
        let ahead = JudgingAhead()
        let memory = ExchangeMemory()
        for round in 0..<30 {
            let first = round * 100
            ahead.begin((first..<first + 20).map(request))
            for place in 0..<round % 20 {
                #expect(try Self.numbers(ahead.fetch(place, memory: memory)) == ["PO-\(first + place + 1)-1"])
            }
        }
        ahead.begin([request(7), request(8)])
        #expect(try Self.numbers(ahead.fetch(0, memory: memory)) == ["PO-8-1"])
        #expect(try Self.numbers(ahead.fetch(1, memory: memory)) == ["PO-9-1"])
    }

    @Test func `judged ahead or asked for, a file comes to the same`() throws {
        let memory = ExchangeMemory()
        let ahead = JudgingAhead()
        let requests = (0..<20).map(request)
        ahead.begin(requests)
        for (place, request) in requests.enumerated() {
            var judging = FileJudging(request.source, named: request.name, by: rules, memory: memory)
            let alone = try judging.all()
            let judged = try #require(try ahead.fetch(place, memory: memory)?.get())
            #expect(judged.findings.map(\.message) == alone.findings.map(\.message))
            #expect(
                judged.interchanges.map(\.rows.documents).flatMap { $0.map(\.json) }
                    == alone.interchanges.map(\.rows.documents).flatMap { $0.map(\.json) })
            #expect(judged.interchanges.map(\.rows.documentDigests) == alone.interchanges.map(\.rows.documentDigests))
        }
    }
}
