import Exchange
import InterchangeTestSupport
import Partners
import Testing
import X12

/// Guides and sets that mean harm: bounded work, bounded findings, no trap.
@Suite struct HostileGuideTests {
    /// A rule of every kind, many of them.
    static let rules: [String] = [
        #"{ at: "PO1/PID", use: "required" }"#, #"{ at: "PO1[06=VN]/PID", maxUse: 1 }"#,
        #"{ at: "N1[01=ST]/N3", use: "required" }"#, #"{ at: "**/REF02", maxLength: 3 }"#,
        #"{ at: "BEG03", pattern: "(a|a)*(a|aa)*b" }"#, #"{ unique: "PO101" }"#, #"{ count: "PO1", equals: "CTT01" }"#,
        #"{ sum: "PO102", equals: "CTT02" }"#, #"{ within: "PO1", sum: "SCH01", equals: "PO102" }"#,
        #"{ within: "PO1", anyOf: ["PID", "MSG"] }"#,
        #"{ within: "PO1", at: "PID", use: "required", when: "PO1[06=VN]" }"#,
        #"{ ascending: ["BEG05", "DTM[01=002]02"] }"#, #"{ equal: ["BEG03", "REF[01=DP]02"] }"#,
        #"{ at: "PO101", maxLength: 30 }"#, #"{ at: "BEG", use: "optional" }"#,
        #"{ allow: "BIG", after: "BEG", maxUse: 9 }"#,
    ]

    static let hierarchyRules: [String] = [
        #"{ at: "HL[03=S]/HL[03=O]/HL[03=I]/LIN", use: "required" }"#, #"{ at: "HL/HL/HL/HL/HL/HL/HL", maxUse: 2 }"#,
        #"{ at: "HL[03=O]/HL[03=I]", minUse: 1 }"#, #"{ unique: "HL01" }"#, #"{ sum: "HL/SN102", equals: "CTT02" }"#,
    ]

    @Test func `thousands of faults cost no more than their number, and are told by the first`() throws {
        let lines = (0..<5000).flatMap { _ in ["PO1*1*10*EA*2.5**VN*A1"] }
        let draft = Draft("850", [["BEG*00*SA*PO1001**20261101"] + lines + ["CTT*1*1"]])
        let findings = try Guided("850", Self.rules).judge(draft).findings
        let byRule = Dictionary(grouping: findings.filter { $0.origin != nil }) { $0.rule }
        #expect(byRule.values.allSatisfy { $0.count <= 200 })
        let last = byRule.values.first { $0.count == 200 }?.last
        #expect(last?.message.contains("broken more often") == true)
    }

    @Test func `an HL tree without end is followed so far and no further`() throws {
        let levels = (1...4000).flatMap { level in
            ["HL*\(level)*\(level > 1 ? String(level - 1) : "")*\(level % 2 == 0 ? "O" : "I")", "LIN**VN*A"]
        }
        let draft = Draft("856", [["BSN*00*SHP1*20261119*0830"] + levels + ["CTT*1"]])
        let outcomes = try Guided("856", Self.hierarchyRules).judge(draft)
        #expect(outcomes.sets.count == 1)
    }

    @Test func `an HL that names itself or a later one as parent is under nothing`() throws {
        let draft = Draft("856", [["BSN*00*SHP1*20261119*0830", "HL*1*1*S", "HL*2*3*O", "HL*3*2*I", "CTT*3"]])
        #expect(try Guided("856", Self.hierarchyRules).judge(draft).sets.count == 1)
    }

    @Test func `bytes at random are judged by every rule without a trap`() throws {
        var random = Seeded(7)
        for (set, rules) in [("850", Self.rules), ("856", Self.hierarchyRules)] {
            let guided = try Guided(set, rules)
            let good = Draft(set).bytes()
            for _ in 0..<150 {
                var bytes = good
                for _ in 0..<Int.random(in: 1...12, using: &random) {
                    let at = Int.random(in: 106..<bytes.count, using: &random)
                    switch Int.random(in: 0..<4, using: &random) {
                    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: at)
                    case 2: bytes.insert(Array("*~>\n 0A".utf8).randomElement(using: &random) ?? 0, at: at)
                    default:
                        let end = min(at + Int.random(in: 1...40, using: &random), bytes.count)
                        bytes.insert(contentsOf: bytes[at..<end], at: at)
                    }
                }
                _ = try guided.judge(bytes)
            }
        }
    }
}
