import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// What our own reader would refuse of an interchange stays here by itself, and the rest goes.
@Suite struct RefusedSetTests {
    private static let time = EnvelopeTime(date: "20261121", time: "0605")

    /// The document that a sample becomes.
    private static func document(_ path: String) throws -> [UInt8] {
        let bytes = try Repository.bytes(Repository.root.appending(path: path).path)
        return try #require(try Outcomes.of(bytes).documents.first).json
    }

    private static func write(_ documents: [[UInt8]]) -> (sent: [Generation.Interchange], failed: [Generation.Failure])
    {
        var bytes: [UInt8] = []
        let ranges = documents.map { document in
            bytes += document
            return bytes.count - document.count..<bytes.count
        }
        return Generation(.source, number: 1, time: time).write(bytes, ranges)
    }

    @Test func `a document that comes ten times goes once, and each other is told by one message`() throws {
        let document = try Self.document("Samples/retail/856-pick-and-pack.x12")
        let (sent, failed) = Self.write(Array(repeating: document, count: 10))
        #expect(sent.count == 1 && sent.first?.documents.count == 1)
        #expect(failed.map(\.document) == Array(1..<10))
        #expect(failed.allSatisfy { $0.messages.count == 1 }, "\(failed.first?.messages ?? [])")
        #expect(failed.first?.messages.first?.contains("ST02") == true, "\(failed.first?.messages ?? [])")
    }
}
