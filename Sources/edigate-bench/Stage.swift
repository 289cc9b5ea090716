import Exchange
import X12

/// One stage of the hot path. Each runs over all bytes and tells what it counted, so that no work can be left out.
struct Stage: Sendable {
    var name: String
    var run: @Sendable ([UInt8]) -> String

    static let all = [copy, count, index, survey, validate, translate]

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

    static let index = Stage(name: "structural index") { bytes in
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

    static let validate = Stage(name: "parse, validate, acknowledge") { bytes in
        let tally = Tally()
        var options = ExchangeOptions()
        options.translates = false
        options.digests = false
        var exchange = Exchange(MemorySource(bytes), options: options)
        do { try exchange.run(tally) } catch { return "\(error)" }
        return "\(tally.sets) sets, \(tally.findings) findings"
    }

    static let translate = Stage(name: "X12 to validated canonical JSON") { bytes in
        let tally = Tally()
        var exchange = Exchange(MemorySource(bytes))
        do { try exchange.run(tally) } catch { return "\(error)" }
        return "\(tally.documents) documents, \(tally.bytes / 1_000_000) MB of JSON, \(tally.findings) findings"
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
