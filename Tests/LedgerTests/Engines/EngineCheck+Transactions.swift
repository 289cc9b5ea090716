import Glibc
import Testing

@testable import Ledger

extension EngineCheck {
    static let transactions = [
        onOne("what is rolled back leaves nothing") { connection in
            try connection.committing { try connection.put("before") }
            try connection.begin()
            try demand(connection.isInTransaction, "a transaction that began is not open")
            try connection.put("a")
            try connection.run("DELETE FROM untaken_file WHERE path = ?", ["before"])
            try connection.rollBack()
            try demand(!connection.isInTransaction, "a transaction that was rolled back is open")
            try demand(try connection.paths() == ["before"], "the rows are not those before")
        },
        onOne("a part is undone by itself") { connection in
            try connection.begin()
            try connection.put("first")
            try connection.beginPart()
            try connection.put("undone")
            try connection.rollBackPart()
            try connection.beginPart()
            try connection.put("second")
            try connection.endPart()
            try demand(connection.isInTransaction, "the end of a part ended the transaction")
            try connection.commit()
            let found = try connection.paths()
            try demand(found == ["first", "second"], "expected the two that stand, found \(found)")
        },
        onOne("a row that is refused undoes nothing but itself") { connection in
            try connection.begin()
            try connection.put("a")
            try? connection.put("a")
            try demand(connection.isInTransaction, "a refused row ended the transaction")
            try connection.put("b")
            try connection.commit()
            let found = try connection.paths()
            try demand(found == ["a", "b"], "expected a and b, found \(found)")
        },
        EngineCheck("a reader sees what was committed and nothing else, while a writer works") { engine in
            let folder = try TemporaryFolder()
            let writer = try engine.connect(folder.ledgerPath)
            let reader = try engine.connect(folder.ledgerPath)
            try writer.committing { try writer.put("a") }
            try writer.begin()
            try writer.put("b")
            try demand(try reader.paths() == ["a"], "the reader sees other rows than those committed")
            try demand(try writer.paths() == ["a", "b"], "the writer does not see its own rows")
            try writer.commit()
            try demand(try reader.paths() == ["a", "b"], "the reader does not see what was committed")
        },
        EngineCheck("a second writer is refused when it begins, and let in after") { engine in
            let folder = try TemporaryFolder()
            let first = try engine.connect(folder.ledgerPath)
            let second = try engine.connect(folder.ledgerPath)
            try first.begin()
            try demand(.locked, "a second writer beside the first") { try second.begin() }
            try demand(!second.isInTransaction, "a writer that was refused is in a transaction")
            try first.put("a")
            try first.commit()
            try second.committing { try second.put("b") }
            try demand(try first.paths() == ["a", "b"], "one of two writers was lost")
        },
        EngineCheck("what was committed is there after a kill, and nothing else is") { engine in
            let folder = try TemporaryFolder()
            try engine.connect(folder.ledgerPath).close()
            let (place, kind) = (folder.ledgerPath, engine.kind.rawValue)
            let fault = engine.fault?.rawValue ?? ""
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [place = place as String, kind = kind as String, fault = fault as String] in
                let engine = EngineUnderTest(
                    kind: try #require(EngineUnderTest.Kind(rawValue: kind)), fault: Fault(rawValue: fault))
                let connection = try engine.connect(place)
                try connection.committing { try connection.put("committed") }
                try connection.begin()
                try connection.put("not committed")
                kill(getpid(), SIGKILL)
            }
            let found = try EngineUnderTest(kind: engine.kind).connect(place, creating: false).paths()
            try demand(found == ["committed"], "expected the committed row, found \(found)")
        },
        EngineCheck("a full disk is told as such, undoes the transaction, and is over when there is room") { engine in
            let folder = try TemporaryFolder()
            let connection = try engine.connect(folder.ledgerPath)
            try connection.committing { try connection.put("before") }
            try engine.make(.full, for: connection)
            try connection.begin()
            try demand(.full, "rows beyond the room there is") {
                for number in 0..<64 { try connection.put("\(number)", String(repeating: "x", count: 100_000)) }
                try connection.commit()
            }
            if connection.isInTransaction { try connection.rollBack() }
            try demand(try connection.paths() == ["before"], "the rows are not those before")
            try engine.relieve(connection)
            try connection.committing { try connection.put("after") }
            try demand(try connection.paths() == ["after", "before"], "it does not go on when there is room")
        },
        EngineCheck("a disk that fails is told as such and loses nothing") { engine in
            let folder = try TemporaryFolder()
            let before = try engine.connect(folder.ledgerPath)
            try before.committing { try before.put("before") }
            before.close()
            let (place, kind) = (folder.ledgerPath, engine.kind.rawValue)
            let fault = engine.fault?.rawValue ?? ""
            var ended: ExitStatus?
            let result = await #expect(processExitsWith: .failure) {
                [place = place as String, kind = kind as String, fault = fault as String] in
                let engine = EngineUnderTest(
                    kind: try #require(EngineUnderTest.Kind(rawValue: kind)), fault: Fault(rawValue: fault))
                let connection = try engine.connect(place)
                // No file of this process may grow beyond this, and who tries is told of an error that is not ENOSPC.
                signal(SIGXFSZ, SIG_IGN)
                var limit = rlimit(rlim_cur: 400_000, rlim_max: 400_000)
                setrlimit(__rlimit_resource_t(1), &limit)
                do throws(LedgerError) {
                    try connection.begin()
                    for number in 0..<64 { try connection.put("\(number)", String(repeating: "x", count: 100_000)) }
                    try connection.commit()
                } catch {
                    exit(error.code == .io ? 7 : 8)
                }
                exit(9)
            }
            ended = result?.exitStatus
            try demand(ended == .exitCode(7), "expected io from a disk that fails, found \(ended as Any)")
            let found = try EngineUnderTest(kind: engine.kind).connect(place, creating: false).paths()
            try demand(found == ["before"], "expected the committed row, found \(found)")
        },
        EngineCheck("a database that may not be written is told as such and read on") { engine in
            let folder = try TemporaryFolder()
            let connection = try engine.connect(folder.ledgerPath)
            try connection.committing { try connection.put("a") }
            try engine.make(.readOnly, for: connection)
            try demand(.readOnly, "a row into what may not be written") {
                try connection.begin()
                try connection.put("b")
            }
            if connection.isInTransaction { try connection.rollBack() }
            try demand(try connection.paths() == ["a"], "it cannot be read any more")
        },
    ]
}
