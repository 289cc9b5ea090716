import Certification
import InterchangeTestSupport
import Partners
import Testing

/// Each check is made to fail by one change of a partner that does everything right.
@Suite struct MutationTests {
    /// The scenario, the set and which of its files, what is changed in a line, and what must fail.
    struct Mutation: Sendable, CustomStringConvertible {
        var scenario: Scenario
        var set: String
        var line: String
        var change: @Sendable ([String]) -> [String]
        var fails: String
        var description: String { "\(scenario.rawValue) \(set) \(line): \(fails)" }
    }

    /// A change of an element in the first line that begins so.
    private static func element(
        _ scenario: Scenario, _ set: String, _ line: String, _ element: Int, _ value: String, _ fails: String
    ) -> Mutation {
        Mutation(
            scenario: scenario, set: set, line: line,
            change: { parts in
                var parts = parts
                if parts.indices.contains(element) { parts[element] = value }
                return parts
            }, fails: fails)
    }

    /// A line of another number and item.
    private static func stranger(_ scenario: Scenario, _ set: String, _ line: String, _ fails: String) -> Mutation {
        Mutation(
            scenario: scenario, set: set, line: line,
            change: { parts in
                var parts = parts
                parts[1] = "9"
                parts[parts.count - 1] = "ZZ-0"
                return parts
            }, fails: fails)
    }

    private static func gone(_ scenario: Scenario, _ set: String, _ line: String, _ fails: String) -> Mutation {
        Mutation(scenario: scenario, set: set, line: line, change: { _ in [] }, fails: fails)
    }

    static let mutations: [Mutation] = [
        stranger(.happyPath, "855", "PO1*2*", "855-lines"),
        element(.happyPath, "855", "PO1*1*", 3, "CA", "855-units"),
        element(.happyPath, "855", "ACK*", 2, "999", "855-quantities"),
        element(.happyPath, "855", "PO1*1*", 4, "1.11", "855-prices"),
        element(.happyPath, "855", "ACK*", 1, "IR", "855-status"),
        element(.happyPath, "855", "ACK*", 1, "IB", "855-status"),
        element(.happyPath, "855", "CTT*", 1, "7", "855"),
        element(.happyPath, "855", "BAK*", 4, "20261332", "855"),
        element(.partial, "855", "ACK*IQ*", 1, "IR", "855-status"),
        element(.backorder, "855", "ACK*IB*", 1, "IA", "855-status"),
        gone(.backorder, "855", "ACK*IB*", "855"),
        element(.backorder, "855", "ACK*IB*", 5, "", "855"),
        element(.substitution, "855", "ACK*IS*", 1, "IA", "855-status"),
        element(.reject, "855", "ACK*IR*", 1, "IA", "855"),
        element(.cancel, "855", "ACK*ID*", 1, "IA", "855"),
        element(.priceChange, "855", "ACK*IP*", 1, "IA", "855-prices"),
        element(.happyPath, "856", "SN1*1*", 3, "CA", "856-units"),
        element(.happyPath, "856", "SN1*1*", 2, "999", "856-quantities"),
        element(.happyPath, "856", "SN1*1*", 2, "1", "856-quantities"),
        element(.partial, "856", "SN1*2*", 2, "999", "856-quantities"),
        gone(.lotSerial, "856", "REF*LT*", "856-lots"),
        element(.happyPath, "856", "MAN*GM*", 2, "00123456789012345678", "856"),
        stranger(.happyPath, "810", "IT1*1*", "810-lines"),
        element(.happyPath, "810", "IT1*1*", 3, "CA", "810-units"),
        element(.happyPath, "810", "IT1*1*", 2, "999", "810-quantities"),
        element(.happyPath, "810", "IT1*1*", 2, "1", "810-quantities"),
        element(.happyPath, "810", "IT1*1*", 4, "1.11", "810-prices"),
        element(.happyPath, "810", "TDS*", 1, "1", "810"),
        element(.happyPath, "997", "AK5*", 1, "R", "997"),
        element(.badEnvelope, "TA1", "TA1*", 5, "006", "ta1"),
        element(.badEnvelope, "TA1", "TA1*", 4, "A", "ta1"),
    ]

    @Test(arguments: mutations.indices)
    func `one thing that is wrong fails what it is about`(row: Int) throws {
        let mutation = Self.mutations[row]
        let pack = try Play.supplier(mutation.scenario)
        var isChanged = false
        let files = Play.files(pack) { message in
            guard message.set == mutation.set, !isChanged else { return message.bytes }
            let changed = Self.change(message.bytes, mutation)
            isChanged = changed != message.bytes
            return changed
        }
        #expect(isChanged, "\(mutation): nothing was changed")
        let failures = Play.failures(CertificationReport(pack, files))
        #expect(failures["\(mutation.scenario.rawValue) \(mutation.fails)"] != nil, "\(mutation): \(failures)")
    }

    /// More than one thing at once, where one alone would contradict the document itself.
    static let replacements: [(Scenario, set: String, [(String, String)], fails: String)] = [
        (.reject, "855", [("*RD*", "*AC*"), ("ACK*IR", "ACK*IA")], "855-status"),
        (.cancel, "855", [("*RD*", "*AC*"), ("ACK*ID", "ACK*IA")], "855-status"),
        (.happyPath, "856", [("LIN*1*VN*AB-", "LIN*9*VN*ZZ-"), ("SN1*1*", "SN1*9*")], "856-lines"),
        (.priceChange, "855", [("ACK*IP", "ACK*IA")], "855-prices"),
        (.duplicate, "997", [("AK9*A", "AK9*R")], "997"),
    ]

    @Test(arguments: replacements.indices)
    func `what is not played as the scenario says fails`(row: Int) throws {
        let (scenario, set, texts, fails) = Self.replacements[row]
        let found = try Self.failures(scenario) { message in
            guard message.set == set else { return message.bytes }
            let text = String(decoding: message.bytes, as: UTF8.self)
            return Array(texts.reduce(text) { $0.replacing($1.0, with: $1.1) }.utf8)
        }
        #expect(found.failures["\(scenario.rawValue) \(fails)"] != nil, "\(scenario): \(found.failures)")
    }

    /// Changes the first segment that begins so, and mends the count of SE.
    private static func change(_ bytes: [UInt8], _ mutation: Mutation) -> [UInt8] {
        var segments = String(decoding: bytes, as: UTF8.self).split(separator: "~").map {
            String($0.trimmingPrefix("\n").trimmingPrefix("\r\n"))
        }
        guard let at = segments.firstIndex(where: { $0.hasPrefix(mutation.line) }) else { return bytes }
        let parts = segments[at].split(separator: "*", omittingEmptySubsequences: false).map(String.init)
        let changed = mutation.change(parts)
        if changed.isEmpty {
            segments.remove(at: at)
            if let end = segments.firstIndex(where: { $0.hasPrefix("SE*") }) {
                let count = segments[..<end].count - (segments.firstIndex { $0.hasPrefix("ST*") } ?? 0) + 1
                segments[end] = "SE*\(count)*0001"
            }
        } else {
            segments[at] = changed.joined(separator: "*")
        }
        return Array(segments.filter { !$0.isEmpty && $0 != "\n" }.map { $0 + "~" }.joined(separator: "\n").utf8)
    }

    // MARK: - What is missing, too much, or from somewhere else

    private static func failures(
        _ scenario: Scenario, changing change: (TestMessage) -> [UInt8]?
    ) throws -> (failures: [String: [String]], pending: [String], report: CertificationReport) {
        let pack = try Play.supplier(scenario)
        let report = CertificationReport(pack, Play.files(pack, changing: change))
        return (Play.failures(report), Play.pending(report), report)
    }

    @Test func `what does not come is waited for, and what hangs on it too`() throws {
        let withoutNotice = try Self.failures(.happyPath) { $0.set == "856" ? nil : $0.bytes }
        #expect(withoutNotice.failures == [:])
        #expect(
            withoutNotice.pending.contains("happy-path 856")
                && withoutNotice.pending.contains("happy-path 810-quantities"))
        let withoutAnswer = try Self.failures(.happyPath) { $0.set == "855" ? nil : $0.bytes }
        #expect(withoutAnswer.pending.contains("happy-path 856-quantities"))
        let oneShipment = try Self.failures(.splitShipment) { $0.fileName.contains("856-2") ? nil : $0.bytes }
        #expect(oneShipment.pending.contains("split-shipment 856-shipments"))
        #expect(oneShipment.failures["split-shipment 856-quantities"] != nil)
        // What was not shipped is not billed.
        #expect(oneShipment.failures["split-shipment 810-quantities"] != nil)
    }

    @Test func `what must not come fails when it comes`() throws {
        let whole = try Play.supplier(.happyPath)
        let profile = whole.profile
        for scenario in [Scenario.reject, .cancel, .badEnvelope, .billOnly] {
            let pack = try Play.supplier(scenario)
            let order = try #require(pack.conversations.first).orderNumber
            let from = try #require(whole.conversations.first).orderNumber
            var files = Play.files(pack)
            for message in whole.replies where message.set == "856" || message.set == "810" || message.set == "855" {
                let text = String(decoding: message.bytes, as: UTF8.self).replacing(from, with: order)
                files.append(ReplyReader(profile).read(Array(text.utf8), file: "extra-\(message.set).x12"))
            }
            let failures = Play.failures(CertificationReport(pack, files))
            #expect(failures["\(scenario.rawValue) no-856"] != nil, "\(scenario): \(failures)")
            #expect(scenario == .billOnly || failures["\(scenario.rawValue) no-810"] != nil, "\(scenario): \(failures)")
            #expect(scenario != .badEnvelope || failures["bad-envelope no-855"] != nil)
        }
    }

    @Test func `copies that are answered differently fail`() throws {
        var copy = 0
        let twice = try Self.failures(.duplicate) { message in
            guard message.set == "997" else { return message.bytes }
            copy += 1
            let text = String(decoding: message.bytes, as: UTF8.self)
            return Array((copy == 1 ? text : text.replacing("AK9*A", with: "AK9*R")).utf8)
        }
        #expect(copy == 2 && twice.failures["duplicate same-answer"] != nil, "\(twice.failures)")
    }

    @Test func `a document sent again under its number stands for the one before`() throws {
        let pack = try Play.supplier(.happyPath)
        let reader = ReplyReader(pack.profile)
        var files = Play.files(pack)
        for message in pack.replies where message.set == "855" {
            let wrong = String(decoding: message.bytes, as: UTF8.self).replacing("ACK*IA", with: "ACK*IR")
            let number = String(message.number)
            files.append(
                reader.read(Array(wrong.replacing(number, with: "800000001").utf8), file: "earlier.x12"))
            #expect(CertificationReport(pack, files).state == .passed)
            files.append(reader.read(Array(wrong.replacing(number, with: "999999998").utf8), file: "later.x12"))
        }
        #expect(CertificationReport(pack, files).state == .failed)
    }

    @Test func `what cannot be read is an entry, and never more`() throws {
        let pack = try Play.supplier(.happyPath)
        let reader = ReplyReader(pack.profile)
        let order = try #require(pack.sent.first)
        let text = String(decoding: order.bytes, as: UTF8.self)
        let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let hostile: [(name: String, bytes: [UInt8])] = [
            ("empty", []), ("noise", noise), ("ISA alone", Array("ISA".utf8)), ("half", Array(order.bytes.prefix(200))),
            ("stranger", Array(text.replacing("123456789", with: "987654321").utf8)),
            ("large", [UInt8](repeating: 0x41, count: ReplyReader.largest + 1)),
        ]
        for (name, bytes) in hostile {
            let report = CertificationReport(pack, [reader.read(bytes, file: name)])
            #expect(report.files.count == 1 && !report.files[0].problems.isEmpty, "\(name)")
            #expect(report.files[0].problems.allSatisfy { !$0.remedy.isEmpty }, "\(name)")
            #expect(report.state == .pending, "\(name)")
        }
        let ours = CertificationReport(pack, [reader.read(order.bytes, file: "ours")])
        #expect(ours.files[0].contents.first?.contains("one of ours") == true && ours.state == .pending)
    }

    @Test func `production data in the folder of tests is told, and not taken for business`() throws {
        let pack = try Play.supplier(.happyPath)
        let report = CertificationReport(
            pack,
            Play.files(pack) { message in
                var bytes = message.bytes
                if message.set == "855" { bytes[102] = UInt8(ascii: "P") }
                return bytes
            })
        let remarks = report.files.filter { !$0.remarks.isEmpty }
        #expect(remarks.count == 1 && remarks.first?.remarks.first?.remedy.contains("in folder") == true)
        #expect(report.state == .passed)
    }

    @Test func `thousands of sets and lines that fit nothing are bounded in what is told of them`() throws {
        let pack = try Play.supplier(.happyPath)
        let reader = ReplyReader(pack.profile)
        let acknowledgment = try #require(pack.replies.first { $0.set == "855" })
        let text = String(decoding: acknowledgment.bytes, as: UTF8.self)
        let start = try #require(text.ranges(of: "ST*855").first?.lowerBound)
        let end = try #require(text.ranges(of: "GE*1").first?.lowerBound)
        let set = String(text[start..<end]).replacing("ACK*IA", with: "ACK*ZZZ")
        let behind = String(text[end...]).replacing("GE*1*", with: "GE*2000*")
        let many = String(text[..<start]) + String(repeating: set, count: 2_000) + behind
        let unread = reader.read(Array(many.utf8), file: "many.x12")
        let report = CertificationReport(pack, [unread])
        #expect(report.files[0].problems.count <= 41)
        let told = report.scenarios.flatMap(\.expectations).flatMap(\.problems).count
        #expect(told > 0 && told <= 100 && report.state == .failed)
        // An answer to lines that nobody ordered, each of another item.
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("PO1*1*") }).split(separator: "*")
        let tail = try #require(text.split(separator: "\n").first { $0.hasPrefix("ACK*") })
        let lines = (100..<3_100).map { "PO1*\($0)*\(line[2])*EA*\(line[4])**VN*NO-\($0)~\n\(tail)\n" }.joined()
        let wide = text.replacing("CTT*2~\n", with: lines + "CTT*3002~\n")
            .replacing(#/SE\*[0-9]+\*/#, with: "SE*\(text[start..<end].split(separator: "\n").count + 6_000)*")
        let strangers = Play.failures(CertificationReport(pack, [reader.read(Array(wide.utf8), file: "wide.x12")]))
        #expect(strangers["happy-path 855-lines"]?.last == "and 2992 more like these", "\(strangers.keys)")
    }
}
