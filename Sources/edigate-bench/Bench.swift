import FoundationEssentials
import X12

@main
struct Bench {
    static func main() throws {
        let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
        var bytes = [UInt8](data)
        let n = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: 64))
        var index = SegmentIndex()
        for _ in 0..<5 {
            var segs = 0
            let t = ContinuousClock().measure {
                var p = 0
                while p < n {
                    let e = min(p + 262144, n)
                    index.reset(start: p, delimiters: Delimiters())
                    index.extend(bytes: bytes, to: e)
                    segs += index.entries.count
                    p = e
                }
            }
            print(segs, Double(n) / (t / .seconds(1)) / 1e6, "MB/s")
        }
    }
}
