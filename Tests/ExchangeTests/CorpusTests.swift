import Exchange
import Foundation
import InterchangeTestSupport
import Testing
import X12

/// Our verdicts on a corpus of files found in the wild, which is not part of the repository: the table holds where the
/// corpus lies beside it. Each row tells why the verdict is right; the files were read one by one for that.
@Suite struct CorpusTests {
    /// A row of the table: SHA-256, path in the corpus, verdicts, findings, why they are right.
    struct Row: Sendable, CustomTestStringConvertible {
        var columns: [String]
        var path: String { columns.count > 1 ? columns[1] : "" }
        var testDescription: String { path }
    }

    static let table: [Row] = {
        let file = Repository.root.appending(path: "Tests/Fixtures/corpus-verdicts.tsv").path
        let text = (try? Repository.bytes(file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            Row(columns: $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
        }
    }()

    static let corpus = Repository.root.appending(path: "../shared/corpus").path
    static let isThere = FileManager.default.fileExists(atPath: corpus)

    /// `A:P(850=R,850=A)` for each interchange: its verdict, then each group's with those of its sets; and the commonest findings with their counts.
    static func judged(_ bytes: [UInt8]) throws -> (verdicts: String, findings: String) {
        final class Verdicts: OutcomeSink {
            var interchanges: [String] = []
            var groups: [String] = []
            var sets: [String] = []
            var counts: [String: Int] = [:]
            private func count(_ findings: [Finding]) {
                for finding in findings { counts[finding.code.entry.name, default: 0] += 1 }
            }
            func setJudged(_ set: SetOutcome) {
                sets.append("\(set.envelope.set)=\(set.verdict.letter)")
                count(set.findings + set.businessFindings)
            }
            func groupJudged(_ group: GroupOutcome) {
                groups.append("\(group.verdict.letter)(\(sets.joined(separator: ",")))")
                sets = []
                count(group.findings)
            }
            func interchangeEnded(_ interchange: InterchangeOutcome) {
                interchanges.append("\(interchange.verdict.letter):\(groups.joined(separator: ","))")
                groups = []
                count(interchange.findings)
            }
            func sourceEnded(_ findings: [Finding]) { count(findings) }
        }
        let verdicts = Verdicts()
        var options = ExchangeOptions()
        options.judgesRejected = true
        var exchange = Exchange(MemorySource(bytes), options: options)
        try exchange.run(verdicts)
        let commonest = verdicts.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(6)
        return (
            verdicts.interchanges.joined(separator: " "),
            commonest.map { $0.value > 1 ? "\($0.key)×\($0.value)" : $0.key }.joined(separator: " ")
        )
    }

    @Test(.enabled(if: isThere), arguments: table)
    func `a file of the corpus has the verdict that was found right`(row: Row) throws {
        let bytes = try Repository.bytes(Self.corpus + "/" + row.path)
        #expect(SHA256.digest(of: bytes).hex == row.columns[0])
        let (verdicts, findings) = try Self.judged(bytes)
        #expect(verdicts == row.columns[2])
        #expect(findings == row.columns[3])
        #expect(row.columns.count == 5 && !row.columns[4].isEmpty)
    }

    @Test(.enabled(if: isThere)) func `every file of the corpus is in the table`() {
        let files = Repository.files(in: "../shared/corpus", suffix: ".edi").map { $0.lastPathComponent }
        #expect(
            Set(files).subtracting(Self.table.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }) == [])
    }
}
