import Exchange
import FoundationEssentials
import X12

final class Dump: OutcomeSink {
    func setJudged(_ set: SetOutcome) {
        print("set", set.envelope.set, set.envelope.controlNumber, set.verdict.letter, set.envelope.segmentCount)
        for f in set.findings { print("   ", f.code.entry.name, f.severity.name, f.segmentIndex, f.offset, f.message) }
    }
    func groupJudged(_ group: GroupOutcome) {
        print("group", group.header.code, group.verdict.letter, group.received, group.accepted, group.findings.map(\.message))
    }
    func interchangeEnded(_ i: InterchangeOutcome) {
        print("interchange", i.verdict.letter, i.survey.range, i.survey.groupCount, i.survey.setCount, i.survey.segmentCount)
        for f in i.findings { print("   ", f.code.entry.name, f.severity.name, f.offset, f.message) }
    }
    func sourceEnded(_ findings: [Finding]) { for f in findings { print("file", f.code.entry.name, f.offset) } }
}

@main
struct Bench {
    static func main() throws {
        for path in CommandLine.arguments.dropFirst() {
            print("==", path)
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            var ix = SegmentIndex(); ix.reset(start: 0, delimiters: Delimiters())
            let bb = [UInt8](data) + [UInt8](repeating: 0, count: 128)
            ix.extend(bytes: bb, to: data.count)
            for e in ix.entries.prefix(4) { print(e.id, String(e.id.packed, radix: 16), e.start, e.firstMark, e.lastMark, ix.marks[Int(e.firstMark)]) }
            var options = ExchangeOptions()
            options.judgesRejected = true
            var exchange = Exchange(MemorySource([UInt8](data)), options: options)
            try exchange.run(Dump())
        }
    }
}
