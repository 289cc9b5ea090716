import Commerce
import Partners
import Testing

/// How long a profile lets answers take.
@Suite struct ClockTests {
    @Test func `a profile without clocks waits a day for acknowledgments and for nothing else`() throws {
        let clocks = try #require(Sample.load(["acme": Sample.acme()]).0.profiles.first).clocks
        #expect(clocks.acknowledgment == Term(24, .hours))
        #expect(clocks.orderAcknowledgment == nil && clocks.shipNotice == nil && clocks.invoice == nil)
    }

    @Test func `clocks are read, set by set`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme([
                "clocks": """
                { utcOffset: "-05:30", workdays: ["mon", "sat"], hours: "06:00-24:00", holidays: ["2026-12-25"],
                  acknowledgment: "none", orderAcknowledgment: "2bd", held: "30m",
                  sets: [{ set: "850", acknowledgment: "8bh" }, { set: "810", acknowledgment: "none" }] }
                """
            ])
        ])
        #expect(faults.isEmpty)
        let clocks = try #require(directory.profiles.first).clocks
        #expect(clocks.calendar.offset == -330 && clocks.calendar.closes == 1440)
        #expect(clocks.calendar.workdays == [.monday, .saturday])
        #expect(clocks.calendar.holidays == [try #require(CalendarDate(year: 2026, month: 12, day: 25))])
        #expect(clocks.acknowledgment(of: "850") == Term(8, .businessHours))
        #expect(clocks.acknowledgment(of: "810") == nil && clocks.acknowledgment(of: "855") == nil)
        #expect(clocks.orderAcknowledgment == Term(2, .businessDays) && clocks.held == Term(30, .minutes))
    }

    @Test(arguments: [
        ("{ acknowledgment: \"1w\" }", "$.clocks.acknowledgment"), ("{ invoice: \"\" }", "$.clocks.invoice"),
        ("{ held: \"none\" }", "$.clocks.held"), ("{ utcOffset: \"EST\" }", "$.clocks.utcOffset"),
        ("{ utcOffset: \"+15:00\" }", "$.clocks.utcOffset"), ("{ hours: \"17:00-08:00\" }", "$.clocks.hours"),
        ("{ hours: \"8-17\" }", "$.clocks.hours"), ("{ workdays: [] }", "$.clocks.workdays"),
        ("{ workdays: [\"monday\"] }", "$.clocks.workdays[0]"),
        ("{ holidays: [\"2026-02-30\"] }", "$.clocks.holidays[0]"),
        ("{ sets: [{ set: \"85\" }] }", "$.clocks.sets[0].set"),
        ("{ sets: [{ set: \"850\", acknowledgment: \"x\" }] }", "$.clocks.sets[0].acknowledgment"),
        ("{ acknowledgement: \"1h\" }", "$.clocks.acknowledgement"),
    ])
    func `a fault in them has its place`(clocks: String, place: String) {
        let (directory, faults) = Sample.load(["acme": Sample.acme(["clocks": clocks])])
        #expect(directory.profiles.isEmpty)
        #expect(faults.map(\.jsonPath) == [place])
    }
}
