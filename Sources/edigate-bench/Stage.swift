import Exchange
import FoundationEssentials
import Glibc
import Synchronization
import Translation
import X12

/// One stage of the hot path. Each runs over all bytes and tells what it counted, so that no work can be left out.
struct Stage: Sendable {
    var name: String
    /// MB/s of one core that are to be reached.
    var goal: Int?
    var run: @Sendable ([UInt8]) -> String

    static let all = [copy, count, rawWrite, index, survey, validate, translate, generate]

    static let copy = Stage(name: "reference: memcpy") { bytes in
        let copy = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            _ = unsafe buffer.initialize(from: bytes)
            count = bytes.count
        }
        return "\(copy.count) bytes"
    }

    static let count = Stage(name: "reference: count one byte") { bytes in
        var found = 0
        for byte in bytes where byte == UInt8(ascii: "~") { found += 1 }
        return "\(found) terminators"
    }

    static let rawWrite = Stage(name: "reference: write to a file") { bytes in
        let path = FileManager.default.temporaryDirectory.appending(path: "edigate-bench-\(getpid())").path
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer {
            close(file)
            unlink(path)
        }
        var written = 0
        for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
            written += bytes[start..<min(start + 1 << 20, bytes.count)].withUnsafeBytes {
                write(file, $0.baseAddress, $0.count)
            }
        }
        return "\(written) bytes"
    }

    static let index = Stage(name: "structural index", goal: 2_500) { bytes in
        var window = [UInt8](repeating: 0, count: 256 * 1024 + 128)
        var index = SegmentIndex()
        var segments = 0
        var offset = 0
        while offset < bytes.count {
            let size = min(256 * 1024, bytes.count - offset)
            unsafe window.withUnsafeMutableBytes { target in
                unsafe bytes.withUnsafeBytes { source in
                    unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<offset + size]))
                }
            }
            index.reset(start: 0, delimiters: Delimiters())
            index.extend(bytes: window, to: size)
            segments += index.entries.count
            offset += size
        }
        return "\(segments) segments"
    }

    static let survey = Stage(name: "survey of envelopes") { bytes in
        var reader = InterchangeReader(MemorySource(bytes))
        var sets = 0
        do {
            while let survey = try reader.next() { sets += survey.setCount }
        } catch { return "\(error)" }
        return "\(sets) sets"
    }

    static let validate = Stage(name: "parse, validate, acknowledge", goal: 500) { bytes in
        let tally = Tally()
        var options = ExchangeOptions()
        options.translates = false
        options.digests = false
        var exchange = Exchange(MemorySource(bytes), options: options)
        do { try exchange.run(tally) } catch { return "\(error)" }
        return "\(tally.sets) sets, \(tally.findings) findings"
    }

    static let translate = Stage(name: "X12 to validated canonical JSON", goal: 250) { bytes in
        let tally = Tally()
        var exchange = Exchange(MemorySource(bytes))
        do { try exchange.run(tally) } catch { return "\(error)" }
        return "\(tally.documents) documents, \(tally.bytes / 1_000_000) MB of JSON, \(tally.findings) findings"
    }

    /// Rates count the bytes of X12 that the documents came from, so that both directions compare.
    static let generate = Stage(name: "canonical JSON to X12", goal: 250) { bytes in
        let documents = Kept.of(bytes)
        guard let standard = Standard.version("004010") else { return "no 004010" }
        let generator = SetGenerator()
        var written = 0
        for range in documents.ranges {
            if case .success(let set) = generator.generate(
                documents.bytes, in: range, standard: standard, delimiters: Delimiters())
            {
                written += set.segments.count
            }
        }
        return "\(documents.ranges.count) documents, \(written / 1_000_000) MB of X12"
    }
}

/// The documents of an input, made once and kept for the stage that reads them.
final class Kept: OutcomeSink, Sendable {
    struct Documents {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
    }

    private static let last = Mutex<(input: Int, documents: Documents)>((0, Documents()))
    private let documents = Mutex(Documents())

    static func of(_ bytes: [UInt8]) -> Documents {
        last.withLock { last in
            if last.input == bytes.count { return last.documents }
            let kept = Kept()
            var exchange = Exchange(MemorySource(bytes))
            _ = try? exchange.run(kept)
            last = (bytes.count, kept.documents.withLock { $0 })
            return last.documents
        }
    }

    func documentMade(_ document: DocumentOutcome) {
        documents.withLock {
            $0.ranges.append($0.bytes.count..<$0.bytes.count + document.json.count)
            $0.bytes += document.json
        }
    }
}

/// Counts outcomes.
final class Tally: OutcomeSink {
    var sets = 0
    var findings = 0
    var documents = 0
    var bytes = 0

    func setJudged(_ set: SetOutcome) {
        sets += 1
        findings += set.findings.count + set.businessFindings.count
    }

    func documentMade(_ document: DocumentOutcome) {
        documents += 1
        bytes += document.json.count
    }
}
