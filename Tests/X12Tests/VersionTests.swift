import Testing
import X12

/// The versions and sets of the dictionary, and how one is chosen for a group.
struct VersionTests {
    /// How many places the structure of each set has, ST and SE included, as counted in the tables the texts were made
    /// from: a change of a later version that fell on nothing would show.
    static let places: [(version: String, sets: [String: Int])] = [
        (
            "004010",
            [
                "810": 90, "820": 105, "824": 22, "832": 108, "846": 65, "850": 196, "855": 147, "856": 58, "860": 189,
                "861": 55, "864": 18, "865": 163, "997": 8,
            ]
        ),
        (
            "004030",
            [
                "810": 94, "820": 121, "824": 22, "832": 145, "846": 65, "850": 206, "855": 154, "856": 59, "860": 200,
                "861": 59, "864": 18, "865": 177, "997": 8,
            ]
        ),
        (
            "005010",
            [
                "810": 94, "820": 123, "824": 23, "832": 154, "846": 65, "850": 207, "855": 155, "856": 59, "860": 201,
                "861": 59, "864": 18, "865": 178, "997": 8, "999": 10,
            ]
        ),
        (
            "005030",
            [
                "810": 94, "820": 123, "824": 23, "832": 154, "846": 65, "850": 207, "855": 155, "856": 59, "860": 201,
                "861": 59, "864": 18, "865": 178, "997": 8, "999": 10,
            ]
        ),
        (
            "006020",
            [
                "810": 95, "820": 142, "824": 23, "832": 154, "846": 65, "850": 207, "855": 155, "856": 59, "860": 201,
                "861": 59, "864": 19, "865": 178, "997": 8, "999": 10,
            ]
        ),
        (
            "006030",
            [
                "810": 95, "820": 142, "824": 23, "832": 154, "846": 65, "850": 207, "855": 155, "856": 59, "860": 201,
                "861": 59, "864": 19, "865": 178, "997": 8, "999": 10,
            ]
        ),
    ]

    @Test(arguments: places)
    func `a version has its sets, each with every place of its structure`(version: String, sets: [String: Int]) throws {
        let standard = try #require(Standard.version(version))
        #expect(standard.sets == sets.keys.sorted())
        for (set, count) in sets {
            let structure = try #require(standard.structure(of: set))
            #expect(structure.nodes.count == count, "\(version) \(set)")
            #expect(structure.set == set)
        }
    }

    @Test func `the versions of the table are all there are`() {
        #expect(Standard.versions == Self.places.map(\.version))
    }

    /// Places that only the changes of a later version make what they are.
    @Test(arguments: [
        ("005010", "850", "PO1", "ITD", 2), ("006020", "850", "PO1", "ITD", 0), ("006030", "850", "PO1", "SDQ", 0),
        ("006020", "850", "PO1", "SDQ", 500), ("004030", "856", "LH1", "LH4", 1), ("005010", "856", "LH1", "LH4", 4),
    ])
    func `a later version changes what its text says`(
        version: String, set: String, loop: String, segment: String, maximum: Int
    ) throws {
        let structure = try #require(Standard.version(version)?.structure(of: set))
        let place = structure.nodes.first {
            $0.id.description == segment && $0.parent >= 0 && structure.nodes[$0.parent].id.description == loop
        }
        #expect(place?.maximum == maximum)
    }

    @Test(arguments: [
        ("REF", 2, "004010", 30), ("REF", 2, "004030", 50), ("REF", 2, "005010", 50), ("REF", 2, "005030", 80),
        ("LIN", 3, "004010", 48), ("LIN", 3, "005010", 48), ("LIN", 3, "006020", 80), ("ST", 3, "005010", 35),
    ])
    func `an element is as long as its version has it`(segment: String, element: Int, version: String, maximum: Int)
        throws
    {
        let standard = try #require(Standard.version(version))
        let index = try #require(standard.segmentIndex(of: SegmentID(Substring(segment))))
        #expect(standard.element(element, of: index)?.maximum == maximum)
    }

    @Test(arguments: [
        ("004010VICS", "004010"), ("005010X231A1", "005010"), ("006030", "006030"), ("003040", nil), ("00401", nil),
        ("", nil),
    ])
    func `the version of a group is the first six characters of GS08`(name: String, version: String?) {
        #expect(Standard.version(name)?.version == version)
    }

    @Test(arguments: [
        ("003040", "004010"), ("004020", "004010"), ("004060X", "004030"), ("005020", "005010"), ("006010", "005030"),
        ("008010", "006030"), ("ABCDEF", nil), ("00401", nil),
    ])
    func `the nearest version is the last before it, or the first`(name: String, version: String?) {
        #expect(Standard.nearest(to: name)?.version == version)
    }
}
