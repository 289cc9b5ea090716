@testable import Ledger

extension EngineCheck {
    static let whole = [
        onOne("it has the tables of the ledger") { connection in
            let expected = """
                acknowledgment answer arrival control_number control_number_gap control_number_use delivery \
                delivery_attempt dispatch document document_key endpoint event finding functional_group incident \
                interchange latency order_posting patch payload profile_version promotion purchase_order quarantine \
                received_number refused_value sent_set tally transaction_set undelivered_document untaken_file
                """.split(separator: " ").map(String.init)
            let found = try connection.tables()
            try demand(found == expected, "expected \(expected), found \(found)")
        },
        EngineCheck("what was closed is found when it is opened again") { engine in
            let folder = try TemporaryFolder()
            try demand(.cannotOpen, "a database that is not there") {
                _ = try engine.connect(folder.ledgerPath, creating: false)
            }
            let first = try engine.connect(folder.ledgerPath)
            try first.committing { try first.put("a") }
            first.close()
            first.close()
            try demand(.closed, "a row into what is closed") { try first.put("b") }
            let second = try engine.connect(folder.ledgerPath, creating: false)
            try demand(try second.paths() == ["a"], "the rows are not those before")
        },
        EngineCheck("what is not committed when it is closed is undone") { engine in
            let folder = try TemporaryFolder()
            let first = try engine.connect(folder.ledgerPath)
            try first.begin()
            try first.put("a")
            first.close()
            let second = try engine.connect(folder.ledgerPath)
            try demand(try second.paths() == [], "a row is there that was never committed")
            try second.committing { try second.put("b") }
        },
        EngineCheck("a database of a newer program is refused and left alone") { engine in
            let folder = try TemporaryFolder()
            let first = try engine.connect(folder.ledgerPath)
            try engine.make(.newer, for: first)
            first.close()
            for _ in 0..<2 {
                try demand(.newerSchema, "a database that a newer program wrote") {
                    _ = try engine.connect(folder.ledgerPath)
                }
            }
        },
        EngineCheck("a database of another program is refused and left alone") { engine in
            let folder = try TemporaryFolder()
            let first = try engine.connect(folder.ledgerPath)
            try engine.make(.foreign, for: first)
            first.close()
            for _ in 0..<2 {
                try demand(.notALedger, "a database of another program") {
                    _ = try engine.connect(folder.ledgerPath)
                }
            }
        },
        EngineCheck("a reference to nothing is found") { engine in
            let folder = try TemporaryFolder()
            let connection = try engine.connect(folder.ledgerPath)
            try demand(try connection.faults() == [], "faults in a sound database")
            try engine.make(.orphan, for: connection)
            try demand(try connection.faults().count == 1, "no fault, though a row refers to nothing")
        },
        EngineCheck("a copy is what was committed, while a writer works") { engine in
            let folder = try TemporaryFolder()
            let place = folder.path + "/copy"
            defer { folder.remove("copy") }
            let writer = try engine.connect(folder.ledgerPath)
            let other = try engine.connect(folder.ledgerPath)
            try writer.committing { for number in 10..<60 { try writer.put("\(number)", "reason") } }
            try writer.begin()
            try writer.put("not committed")
            try other.copy(to: place)
            try demand(.cannotOpen, "a copy over another") { try other.copy(to: place) }
            try writer.commit()
            let copy = try engine.connect(place, creating: false)
            let found = try copy.paths()
            try demand(found == (10..<60).map(String.init), "expected what was committed, found \(found)")
            try demand(try copy.faults() == [], "the copy is damaged")
            copy.close()
        },
        EngineCheck("the use of crosswalks is counted in documents") { engine in
            let folder = try TemporaryFolder()
            let ledger = try Ledger(engine.engine(at: folder.ledgerPath), busyTimeout: 50)
            let used = #"{"table":"items","scheme":"UK","theirs":"T","ours":"O","row":3}"#
            let missed = #"{"table":"items","theirs":"M"}"#
            try ledger.transaction { transaction throws(LedgerError) in
                for (id, text) in [("a", #"{"crosswalks":[\#(used),\#(missed)]}"#), ("b", "{}"), ("c", "no JSON")] {
                    var document = Ledger.Document.sample(id)
                    document.bytes = Array(text.utf8)
                    try transaction.insert(document)
                }
            }
            let found = try ledger.crosswalkUsage(since: 0)
            try demand(found.map(\.theirs) == ["T"] && found.map(\.uses) == [1], "expected one use, found \(found)")
        },
    ]
}
