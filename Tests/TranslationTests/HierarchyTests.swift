import Commerce
import Exchange
import InterchangeTestSupport
import Testing
import X12

@testable import Translation

/// HL trees are resolved by HL02, judged by what the standard and the profile say, and lose nothing.
@Suite struct HierarchyTests {
    /// The tree as nested codes of levels with their numbers, such as `S1(O2(I3 I4))`.
    private func tree(_ levels: [String], structure: String = "") throws -> (tree: String, breaches: [String]) {
        let outcomes = try Outcomes.of(draft(levels, structure: structure))
        #expect(outcomes.letters == "A")
        let json = try #require(outcomes.documents.first?.json)
        var reader = JSONReader()
        let notice = try reader.read(ShipNotice.self, from: json).get()
        let breaches = outcomes.sets.flatMap(\.businessFindings).filter { $0.code != .levelContent }.map {
            "\($0.code.entry.name) \($0.place)@\($0.segmentIndex)"
        }
        return (Self.show(notice.levels), breaches)
    }

    private func draft(_ levels: [String], structure: String = "") -> Draft {
        let body = levels.enumerated().flatMap { ["HL*\($1)", "REF*ZZ*\($0 + 1)"] }
        return Draft("856", [["BSN*00*SHP1*20261119*0830" + (structure.isEmpty ? "" : "*\(structure)")] + body])
    }

    /// Every level with the reference that says which HL of the file it was.
    private static func show(_ levels: List<ShipmentLevel>) -> String {
        levels.map { level in
            "\(level.level)\(level.references.first?.value ?? "")"
                + (level.contains.isEmpty ? "" : "(\(show(level.contains)))")
        }.joined(separator: " ")
    }

    @Test(arguments: [
        // In order.
        (["1**S", "2*1*O", "3*2*I", "4*2*I"], "S1(O2(I3 I4))", []),
        // Siblings that are not together.
        (["1**S", "2*1*O", "3*1*O", "4*2*I", "5*3*I"], "S1(O2(I4) O3(I5))", []),
        // A child before its parent.
        (["1**S", "2*3*I", "3*1*O"], "S1(O3(I2))", ["B-HL-ORDER HL02@5"]),
        // No such parent.
        (["1**S", "2*9*O"], "S1 O2", ["B-HL-PARENT HL02@5"]),
        // Its own parent, and two that name each other.
        (["1**S", "2*2*O"], "S1 O2", ["B-HL-CYCLE HL02@5"]),
        (["1**S", "2*3*O", "3*2*I"], "S1 O2(I3)", ["B-HL-CYCLE HL02@5"]),
        (["1**S", "2*5*O", "3*2*I", "4*3*I", "5*4*I", "6*4*P"], "S1 O2(I3(I4(I5 P6)))", ["B-HL-CYCLE HL02@5"]),
        (
            ["4*3*I", "1*2*S", "2*1*O", "3*2*I"], "S2(O3(I4(I1)))",
            [
                "B-HL-SEQUENCE HL01@3", "B-HL-ORDER HL02@3", "B-HL-SEQUENCE HL01@5", "B-HL-CYCLE HL02@5",
            ]
        ),
        // Numbered anew for every order: the nearest before counts.
        (
            ["1**S", "2*1*O", "3*2*I", "2*1*O", "3*2*I"], "S1(O2(I3) O4(I5))",
            [
                "B-HL-DUPLICATE HL01@9", "B-HL-DUPLICATE HL01@11",
            ]
        ),
        // Gaps are told where they are.
        (["1**S", "3*1*O", "4*3*I"], "S1(O2(I3))", ["B-HL-SEQUENCE HL01@5"]),
        (["10**S", "11*10*O"], "S1(O2)", ["B-HL-SEQUENCE HL01@3"]),
        (["A**S", "B*A*O"], "S1(O2)", ["B-HL-SEQUENCE HL01@3", "B-HL-SEQUENCE HL01@5"]),
        // Zeros before a number are no other number.
        (["01**S", "02*1*O", "3*002*I"], "S1(O2(I3))", []),
    ])
    func `an HL stands below the one that HL02 names`(levels: [String], tree expected: String, breaches: [String])
        throws
    {
        let found = try tree(levels)
        #expect(found.tree == expected)
        #expect(found.breaches == breaches)
    }

    @Test(arguments: [
        ("0001", ["1**S", "2*1*O", "3*2*P", "4*3*I"], []),
        ("0001", ["1**S", "2*1*O", "3*2*T", "4*3*P", "5*4*Q", "6*5*I"], []),
        ("0001", ["1**S", "2*1*O", "3*2*I"], []),
        ("0001", ["1**S", "2*1*P", "3*2*O", "4*3*I"], ["B-HL-LEVEL HL03@5", "B-HL-LEVEL HL03@7"]),
        ("0002", ["1**S", "2*1*O", "3*2*I", "4*3*P"], []), ("0003", ["1**S", "2*1*T", "3*2*P", "4*3*O", "5*4*I"], []),
        ("0003", ["1**S", "2*1*O", "3*2*I"], ["B-HL-LEVEL HL03@5"]), ("0004", ["1**S", "2*1*O", "3*2*I"], []),
        ("0004", ["1**S", "2*1*O", "3*2*P"], ["B-HL-LEVEL HL03@7"]),
        ("ZZZZ", ["1**O", "2*1*S", "3*2*I"], []), ("", ["1**I", "2*1*O"], []),
        ("0001", ["1**O", "2*1*I"], ["B-HL-SHIPMENT HL03@3", "B-HL-LEVEL HL03@3"]),
        ("", ["1**S", "2**S"], ["B-HL-SHIPMENT HL03@5"]),
        ("0001", ["1**S", "2*1*O", "3**S"], ["B-HL-SHIPMENT HL03@7"]),
        ("0001", ["1**S*0", "2*1*O*0"], ["B-HL-CHILD HL04@3"]),
    ])
    func `levels nest as BSN05 says`(structure: String, levels: [String], breaches: [String]) throws {
        #expect(try tree(levels, structure: structure).breaches == breaches)
    }

    @Test func `a profile's own paths count before BSN05`() throws {
        let levels = ["1**S", "2*1*P", "3*2*O", "4*3*I"]
        for (paths, expected) in [(["S>P>O>I"], 0), (["SOPI"], 3), (["SOI", "SPOI"], 0)] {
            let outcomes = Outcomes()
            var exchange = Exchange(MemorySource(draft(levels, structure: "0001").bytes())) { _, _ in
                var rules = Rules()
                rules.nestings["856"] = LevelNesting(paths: paths)
                return rules
            }
            try exchange.run(outcomes)
            #expect(outcomes.breaches.filter { $0 == "B-HL-LEVEL" }.count == expected)
        }
    }

    @Test(arguments: [[], [""], ["S>"], ["S>OOO"], ["SO-I"], ["s>o"], ["S>O", ">"]])
    func `a path is made of codes`(paths: [String]) {
        #expect(LevelNesting(paths: paths) == nil)
    }

    @Test func `a tree deeper than the limit is cut and held, nothing lost`() throws {
        let depth = 30
        let levels = (1...depth).map { "\($0)*\($0 == 1 ? "" : "\($0 - 1)")*\($0 == 1 ? "S" : "I")" }
        let outcomes = try Outcomes.of(draft(levels))
        #expect(outcomes.letters == "A")
        #expect(outcomes.breaches.filter { $0 != "B-LEVEL-CONTENT" } == ["B-HL-DEPTH", "B-HL-DEPTH"])
        #expect(outcomes.documents.map(\.isHeld) == [true])
        let found = try tree(levels).tree
        #expect(found.matches(of: /\d+/).map { String($0.0) } == (1...depth).map(String.init))
    }

    @Test func `trees are built in time linear in their levels, whatever they say`() {
        let count = 200_000
        let names: [(Int) -> (Text, Text)] = [
            { (Text("\($0 + 1)"), Text($0 == 0 ? "" : "\($0)")) },  // a chain
            { (Text("\($0 + 1)"), Text("\($0 + 2)")) },  // a chain backwards, its end missing
            { (Text("\($0 + 1)"), Text("\(($0 + 1) % count + 1)")) },  // one cycle
            { (Text("\($0 + 1)"), Text("\(($0 ^ 1) + 1)")) },  // pairs that name each other
            { _ in ("1", "1") }, { _ in ("X", "Y") }, { (Text("\($0)"), Text("\(count - $0)")) },
        ]
        for name in names {
            let tree = HierarchyTree(count: count, name: name)
            var seen = 0
            var deepest = 0
            var way = [tree.firstRoot]
            while let node = way.popLast() {
                if node < 0 { continue }
                seen += 1
                deepest = max(deepest, tree.depth(of: node))
                way.append(tree.sibling(of: node))
                way.append(tree.firstChild(of: node))
            }
            #expect(seen == count)
            #expect(deepest <= HierarchyTree.deepest)
        }
    }

    @Test func `breaches of a kind are told a hundred times and counted on`() throws {
        let levels = ["1**S"] + (2...500).map { "\($0)*9999*O" }
        let outcomes = try Outcomes.of(draft(levels))
        let found = outcomes.sets.flatMap(\.businessFindings).filter { $0.code != .levelContent }
        #expect(found.count == HierarchyCheck.mostAlike)
        #expect(found.last?.message.hasSuffix("399 more like it follow") == true)
    }
}
