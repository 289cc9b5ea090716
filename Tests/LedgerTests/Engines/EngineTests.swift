import Testing

@testable import Ledger

/// What each engine must do, and that it would be found out if it did not.
@Suite struct EngineTests {
    @Test(arguments: EngineUnderTest.all, EngineCheck.all.map(\.name))
    func `an engine does what the ledger asks of it`(engine: EngineUnderTest, name: String) async throws {
        let check = try #require(EngineCheck.all.first { $0.name == name })
        try await check.run(engine)
    }

    @Test(arguments: Fault.allCases)
    func `an engine that breaks a law is found out`(fault: Fault) async throws {
        let engine = EngineUnderTest(fault: fault)
        for name in fault.breaks {
            let check = try #require(EngineCheck.all.first { $0.name == name }, "no check is called \(name)")
            await #expect(throws: (any Error).self, "passed by \(engine.testDescription): \(name)") {
                try await check.run(engine)
            }
        }
    }

    @Test func `there is no check that no engine fails`() {
        let failed = Set(Fault.allCases.flatMap(\.breaks))
        #expect(EngineCheck.all.map(\.name).filter { !failed.contains($0) } == [])
    }
}
