import Commerce
import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// A hundred canonical documents that someone got wrong, each refused with the field it is about and what to do.
///
/// `Tests/Fixtures/canonical/bad` holds the documents, `messages.tsv` beside them what is said of each.
@Suite struct BadDocumentTests {
    static let files = Repository.files(in: "Tests/Fixtures/canonical/bad", suffix: ".json")
    private static let table = Repository.root.appending(path: "Tests/Fixtures/canonical/bad/messages.tsv")

    @Test func `there are a hundred of them`() { #expect(Self.files.count >= 100) }

    @Test func `each is refused in the words of the table`() throws {
        var lines: [String] = []
        for file in Self.files {
            let bytes = [UInt8](try Data(contentsOf: file))
            let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
                .write(bytes, JSONValues.ranges(in: bytes))
            #expect(sent.isEmpty, "\(file.lastPathComponent)")
            let messages = failed.flatMap(\.messages)
            #expect(!messages.isEmpty, "\(file.lastPathComponent)")
            for message in messages {
                // Every message leads to a field, by its path.
                #expect(message.contains("$"), "\(file.lastPathComponent): \(message)")
                lines.append("\(file.lastPathComponent)\t\(message)")
            }
        }
        let text = lines.joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil { try Data(text.utf8).write(to: Self.table) }
        let table = try String(contentsOf: Self.table, encoding: .utf8)
        for (line, expected) in zip(lines, table.split(separator: "\n")) { #expect(line == expected) }
        #expect(text == table)
    }
}
