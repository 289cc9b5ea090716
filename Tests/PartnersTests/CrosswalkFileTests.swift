import Commerce
import Partners
import Testing
import X12

/// Files of crosswalks: what is read, and every fault with its line.
@Suite struct CrosswalkFileTests {
    static let faulty: [(table: CrosswalkTable, file: String, faults: [String])] = [
        (.items, "", ["1: error: the file is empty"]),
        (.items, "theirs;our\nA;B", ["1: error: the table of items has no column \"our\"; did you mean \"ours\"?"]),
        (.items, "theirs,note\nA,B", ["1: error: there is no column \"ours\""]),
        (.items, "theirs,ours,ours\nA,B,C", ["1: error: the column \"ours\" stands twice"]),
        (.items, "theirs,ours,factor\nA,B,2", ["1: error: the table of items has no column \"factor\""]),
        (
            .items, "theirs,ours\n,B\nA,\n",
            ["2: error: the row has nothing in \"theirs\"", "3: error: the row has nothing in \"ours\""]
        ),
        (.items, "theirs,ours\nA,B,C", ["2: error: the row has 3 cells, the first line names 2 columns"]),
        (.items, "theirs,ours\nA,\"B", ["2: error: a quote is opened here and never closed"]),
        (
            .items, "theirs,ours\n1.95212E+13,B",
            ["2: error: \"theirs\" is \"1.95212E+13\": a spreadsheet has shortened"]
        ),
        (
            .items, "theirs,ours,from\nA,B,11/30/2026",
            ["2: error: \"from\" is \"11/30/2026\", no date; write it as 2026-11-30"]
        ),
        (
            .items, "theirs,ours,from,until\nA,B,2026-02-01,2026-01-01",
            ["2: error: the row ends 2026-01-01 before it begins"]
        ),
        (.items, "theirs,ours\nA,B\nA,C", ["3: error: \"A\" is \"C\" here and \"B\" in line 2, on the same days"]),
        (.items, "theirs,ours,until,from\nA,B,2026-06-30,\nA,C,,2026-06-30", ["3: error: \"A\" is \"C\" here"]),
        (.items, "theirs,ours\nA,B\nA,B", ["3: warning: the row says what line 2 says"]),
        (.items, "theirs,ours,scheme\nA,B,XX", ["2: warning: \"XX\" is no scheme that 004010 lists"]),
        (.locations, "theirs,ours,scheme\nA,B,VN1", ["2: warning: \"VN1\" is no scheme that 004010 lists"]),
        (.units, "theirs,ours,factor\nBX,EA,0", ["2: error: \"factor\" is \"0\", no number above 0"]),
        (.units, "theirs,ours,factor\nBX,EA,-2", ["2: error: \"factor\" is \"-2\", no number above 0"]),
        (.units, "theirs,ours,factor\nBX,EA,1.5.2", ["2: error: \"factor\" is \"1.5.2\", no number above 0"]),
        (.units, "theirs,ours\nQQ,EA", ["2: warning: \"QQ\" is no unit of element 355"]),
        (.units, "theirs,ours\nBX,CA\nCA,BX", ["2: error: the units lead in a circle: BX → CA"]),
        (.units, "theirs,ours\nEA,BX\nBX,CA\nCA,EA", ["2: error: the units lead in a circle: EA → BX → CA"]),
        (.contracts, "theirs,ours,price\nC,D,-1", ["2: error: \"price\" is \"-1\", no number from 0"]),
    ]

    @Test(arguments: faulty) func `a fault has its line and a remedy`(
        _ row: (table: CrosswalkTable, file: String, faults: [String])
    ) {
        var reader = CrosswalkReader(row.table, path: "t.csv")
        let table = reader.read(Array(row.file.utf8), standard: Standard.version("004010"))
        #expect(reader.faults.count == row.faults.count, "\(reader.faults)")
        for (found, expected) in zip(reader.faults, row.faults) {
            #expect(found.description.hasPrefix("t.csv:" + expected), "\(found)")
        }
        #expect((table == nil) == row.faults.contains { $0.contains("error") })
    }

    @Test(arguments: [
        "theirs,ours\nLK-22,400117\n", "\u{FEFF}theirs;ours\r\nLK-22;400117", "ours\tTheirs\n400117\tLK-22\n\n",
        "theirs,ours,note\n\"LK-22\", 400117 ,\"said \"\"so\"\",\nthen not\"\n",
    ]) func `commas, semicolons, tabs, quotes, line ends and a byte order mark are read`(_ file: String) throws {
        var reader = CrosswalkReader(.items, path: "items.csv")
        let read = reader.read(Array(file.utf8), standard: nil)
        let table = try #require(read)
        #expect(table.rows.map(\.ours) == ["400117"])
        #expect(table.rows.map(\.theirs) == ["LK-22"])
    }

    @Test func `the row that says most about a value counts, on its days`() throws {
        let file = """
            theirs,ours,item,factor,from,until
            BX,EA,,10,,
            BX,EA,400117,100,,2026-06-30
            BX,EA,400117,90,2026-07-01,
            CA,EA,400117,1000,,2025-12-31
            """
        var reader = CrosswalkReader(.units, path: "units.csv")
        let read = reader.read(Array(file.utf8), standard: nil)
        let table = try #require(read)
        func line(_ unit: Text, _ item: Text?, _ day: CalendarDate?) -> String {
            switch table.row(of: unit, item: item, on: day) {
            case .row(let row): "line \(row.line)"
            case .outOfDate(let row): "past \(row.line)"
            case .nothing: "nothing"
            }
        }
        let june = CalendarDate(year: 2026, month: 6, day: 30)
        let july = CalendarDate(year: 2026, month: 7, day: 1)
        #expect(line("BX", "400117", june) == "line 3")
        #expect(line("BX", "400117", july) == "line 4")
        #expect(line("BX", "400118", july) == "line 2")
        #expect(line("BX", Text(), july) == "line 2")
        #expect(line("CA", "400117", july) == "past 5")
        #expect(line("CA", "400118", july) == "nothing")
        #expect(line("CA", nil, CalendarDate(year: 2025, month: 1, day: 1)) == "line 5")
    }

    @Test func `hostile bytes are faults or rows, never a crash`() {
        let files: [[UInt8]] = [
            [0xFF, 0xFE, 0x00], Array("theirs,ours\n".utf8) + [0x00, 0x2C, 0xFF, 0x0A],
            Array(repeating: 0x22, count: 10_000),
            Array(repeating: 0x2C, count: 10_000), Array("theirs,ours\r\r\r\n\n\n".utf8),
            Array("theirs,ours\n\"\",\"\"\"\"\n".utf8), [0xEF, 0xBB, 0xBF],
        ]
        for table in CrosswalkTable.allCases {
            for bytes in files {
                var reader = CrosswalkReader(table, path: "t.csv")
                let read = reader.read(bytes, standard: Standard.version("005010"))
                #expect(read != nil || !reader.faults.isEmpty)
            }
        }
    }
}
