import Commerce
import Exchange
import InterchangeTestSupport
import Partners
import Testing
import Translation
import X12

/// What later versions have that 004010 has not comes through the documents of the four sets and back.
@Suite struct LaterVersionRoundTrip {
    static let order: [String] = [
        "BEG*00*SA*PO1001**20261101", "REF*DP*12**SI>A77>VR>9", "LDT*AF*3*DA", "QTY*63*4*EA",
        "MTX*GEN*BY HAND", "N9*L1*NOTE", "MTX*GEN*FIRST LINE*SECOND LINE*SS*2*EN", "MTX**ALONE",
        "N1*ST*LARKMOOR CLINIC*92*17", "IN2*02*SMITH", "N3*1 MAIN STREET", "N4*TOWN**44114*CA***ON",
        "PO1*1*10*EA*2.5**VN*A1", "MEA*PD*LN*12.5*CM>2>>KG", "PID*F****GLOVES", "MTX**HANDLE WITH CARE",
        "SLN*1.1**I*2*EA",
        "MTX**INSIDE", "PO1*2*5*BX*4**VN*A2", "CTT*2*15",
    ]

    static let notice: [String] = [
        "BSN*00*SHP1*20261119*0830*0004", "HL*1**S*1", "TD3*TL**1234567890123", "AT9**4805*1", "TD3*TL*AB*7",
        "N1*ST*LARKMOOR CLINIC*92*17", "HL*2*1*O*1", "PRF*PO1001", "HL*3*2*I*0", "LIN*1*VN*A1", "SN1*1*10*EA",
        "CTT*3*10",
    ]

    static let invoice: [String] = [
        "BIG*20261121*INV1*20261101*PO1001", "CRC*12*Y*A1", "IT1*1*10*EA*2.5**VN*A1", "SAC*C*D240***100", "TXI*ST*7",
        "DTM*007*20261121", "TDS*3307", "SAC*C*D240***500*******06", "DTM*007*20261120", "TXI*ST*.5",
        "DTM*007*20261121",
        "TXI*CT*.07", "CTT*1*10",
    ]

    static let acknowledgment: [String] = [
        "BAK*00*AC*PO1001*20261102", "N9*L1*NOTE", "MTX**AS AGREED", "PO1*1*10*EA*2.5**VN*A1", "ACK*IA*10*EA",
        "CTT*1*10",
    ]

    @Test(
        arguments: [("850", order), ("856", notice), ("810", invoice), ("855", acknowledgment)], ["005010", "005030"])
    func `a set of a later version comes back element for element`(set: (name: String, body: [String]), version: String)
        throws
    {
        let draft = Draft(set.name, [set.body], version: version)
        let json = try document(draft.bytes())
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(json, [json.indices])
        #expect(failed.flatMap(\.messages) == [])
        #expect(
            try SegmentCollector.sets(of: try #require(sent.first).bytes) == SegmentCollector.sets(of: draft.bytes()))
        #expect(String(decoding: try #require(sent.first).bytes.prefix(106), as: UTF8.self) == draft.segments[0] + "~")
    }

    private func document(_ bytes: [UInt8], _ rules: Rules = Rules()) throws -> [UInt8] {
        let outcomes = Outcomes()
        var exchange = Exchange(MemorySource(bytes)) { _, _ in rules }
        try exchange.run(outcomes)
        let findings = outcomes.findings.filter { $0.severity == .error }
        return try #require(outcomes.documents.first, "\(findings.map(\.message))").json
    }

    private func purchaseOrder(_ json: [UInt8]) throws -> PurchaseOrder {
        var reader = JSONReader()
        return try reader.read(PurchaseOrder.self, from: json).get()
    }

    @Test func `MTX is a message as MSG was`() throws {
        let order = try purchaseOrder(document(Draft("850", [Self.order], version: "005010").bytes()))
        #expect(order.notes.flatMap(\.messages).map(\.text) == ["FIRST LINE", "ALONE"])
        #expect(order.lines.flatMap(\.messages).map(\.text) == ["HANDLE WITH CARE"])
        #expect(order.lines.flatMap(\.subLines).flatMap(\.messages).map(\.text) == ["INSIDE"])
    }

    @Test(arguments: [
        ("REF*DP", "REF*DP*12^13>A^^14"), ("DTM*002", "DTM*002*20261120^20261121"),
        ("PO1*1", "PO1*1*10^11*EA*2.5**VN^UP*A1^B2"),
        ("N1*ST", "N1*ST*LARKMOOR^CLINIC*92*17^18"), ("CTT", "CTT*2^3*15"),
    ])
    func `an element that repeats against the rules is kept where a profile lets it pass`(
        start: String, segment: String
    )
        throws
    {
        let draft = Draft("850", [Body.order], version: "005010").replacing(start, with: segment)
        var rules = Rules()
        for code in FindingCode.allCases {
            rules.policy.exceptions.append(SeverityPolicy.Exception(code: code, severity: .note))
        }
        let json = try document(draft.bytes(), rules)
        // Our own reader refuses it on the way out, so the set is looked at before it is sent.
        let standard = try #require(Standard.version("005010"))
        let delimiters = Delimiters(element: 0x2A, segment: 0x7E, component: 0x3E, repetition: 0x5E)
        let written = try SetGenerator.write(json, standard, delimiters)
        #expect(written == draft.segments[3..<(draft.segments.count - 3)].map { $0 })
        let (sent, failed) = Generation(.source, number: 1, time: EnvelopeTime(date: "20261121", time: "0605"))
            .write(json, [json.indices])
        #expect(sent.isEmpty && failed.count == 1)
    }

    // MARK: - Under a profile

    private struct Faulty: Error { var faults: [ProfileFault] }

    private func profile(_ envelope: String, _ syntax: String = "{}") throws -> Profile {
        let ids = #"{ isa: [{ qualifier: "ZZ", id: "ACME" }], gs: ["ACME"] }"#
        let text = """
            { schemaVersion: 1, id: "acme", name: "Acme", role: "supplier", stage: "production",
              identities: { production: { partner: \(ids), us: { isa: [{ qualifier: "ZZ", id: "HUB" }], gs: ["HUB"] } } },
              envelope: \(envelope), syntax: \(syntax) }
            """
        let (directory, faults) = PartnerDirectory.load(
            profiles: ["acme": ProfileText(path: "acme/profile.json5", bytes: Array(text.utf8))], bases: [:])
        guard let profile = directory.profile("acme") else { throw Faulty(faults: faults) }
        return profile
    }

    private func sent(_ json: [UInt8], to profile: Profile) -> (text: String, faults: [String]) {
        let (sent, failed) = Generation(
            .profile(profile), number: 7, time: EnvelopeTime(date: "20261121", time: "0605")
        )
        .write(json, [json.indices])
        return (sent.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(), failed.flatMap(\.messages))
    }

    @Test(arguments: [
        ("004010", "00401", "U"), ("004030", "00403", "^"), ("005010", "00501", "^"), ("005030", "00503", "^"),
        ("006020", "00602", "^"), ("006030", "00603", "^"),
    ])
    func `an order goes out in the version of the profile, with the envelope of that`(
        version: String, isa12: String, isa11: String
    ) throws {
        let json = try document(Draft("850", [Body.order]).bytes())
        let (text, faults) = sent(json, to: try profile(#"{ gs08: "\#(version)" }"#))
        #expect(faults == [])
        #expect(text.contains("*\(isa11)*\(isa12)*000000007*"))
        #expect(text.contains("*X*\(version)~"))
    }

    @Test func `a profile may name another repetition separator, and none before 00402`() throws {
        let json = try document(Draft("850").bytes())
        let (text, faults) = sent(json, to: try profile(#"{ gs08: "005010" }"#, #"{ repetition: "!" }"#))
        #expect(faults == [])
        #expect(text.contains("*!*00501*"))
        #expect(throws: (any Error).self) { try profile(#"{ gs08: "004010" }"#, #"{ repetition: "!" }"#) }
        #expect(throws: (any Error).self) { try profile(#"{ gs08: "005010" }"#, #"{ repetition: "*" }"#) }
        #expect(throws: (any Error).self) { try profile(#"{ gs08: "005010" }"#, #"{ component: "^" }"#) }
    }

    @Test func `a message is written as the version has it, in both directions`() throws {
        let body = Body.order.flatMap { $0.hasPrefix("PO1*1") ? ["N9*L1*NOTE", "MSG*BY HAND", $0] : [$0] }
        // N9 belongs before the parties.
        let ordered = body.filter { !$0.hasPrefix("N9") && !$0.hasPrefix("MSG") }
        let place = try #require(ordered.firstIndex { $0.hasPrefix("N1") })
        let order = Array(ordered[..<place]) + ["N9*L1*NOTE", "MSG*BY HAND"] + Array(ordered[place...])
        let json = try document(Draft("850", [order]).bytes())
        let later = sent(json, to: try profile(#"{ gs08: "005010" }"#))
        #expect(later.faults == [])
        #expect(later.text.contains("N9*L1*NOTE~MTX**BY HAND~"))
        let back = sent(try document(Array(later.text.utf8)), to: try profile(#"{ gs08: "004010" }"#))
        #expect(back.faults == [])
        #expect(back.text.contains("N9*L1*NOTE~MSG*BY HAND~"))
    }

    @Test func `what a version has no place for is refused by name, not dropped`() throws {
        let json = try document(Draft("850", [Self.order], version: "005010").bytes())
        let (text, faults) = sent(json, to: try profile(#"{ gs08: "004010" }"#))
        #expect(text.isEmpty)
        #expect(faults.contains { $0.contains("LDT") || $0.contains("IN2") || $0.contains("N4") }, "\(faults)")
    }

    @Test func `the value of a repetition separator inside a text is refused`() throws {
        let json = try document(Draft("850").replacing("PID", with: "PID*F****A^B").bytes())
        let (text, faults) = sent(json, to: try profile(#"{ gs08: "005010" }"#))
        #expect(text.isEmpty)
        #expect(faults.first?.contains("holds a delimiter") == true)
    }
}

extension SetGenerator {
    /// The segments of a document's set.
    fileprivate static func write(_ json: [UInt8], _ standard: Standard, _ delimiters: Delimiters) throws -> [String] {
        let set = try SetGenerator().generate(json, in: json.indices, standard: standard, delimiters: delimiters).get()
        return set.segments.split(separator: delimiters.segment).map { String(decoding: $0, as: UTF8.self) }
    }
}
