import Partners
import Testing

@Suite struct DeliveryRuleTests {
    private static func faults(_ rule: String) -> [ProfileFault] {
        Sample.load(["acme": Sample.acme(["delivery": "[\(rule)]"])]).1
    }

    /// A rule, and the JSON path and a word of the fault that it is.
    static let wrong: [(rule: String, path: String, word: String)] = [
        ("{}", "$.delivery[0].to", "expected"),
        ("{ to: 'webhok', url: 'https://a' }", "$.delivery[0].to", "webhok"),
        ("{ to: 'directory' }", "$.delivery[0].folder", "no folder"),
        ("{ to: 'directory', folder: 'a/../b' }", "$.delivery[0].folder", "nowhere"),
        ("{ to: 'directory', folder: 'a//b' }", "$.delivery[0].folder", "nowhere"),
        ("{ to: 'directory', folder: 'outbound/erp' }", "$.delivery[0].folder", "itself works with"),
        ("{ to: 'directory', folder: 'drop/acme/in' }", "$.delivery[0].folder", "itself works with"),
        ("{ to: 'directory', folder: 'a b' }", "$.delivery[0].folder", "cannot stand"),
        ("{ to: 'directory', folder: 'a', file: '../x' }", "$.delivery[0].file", "cannot stand"),
        ("{ to: 'directory', folder: 'a', file: '.x' }", "$.delivery[0].file", "hidden"),
        ("{ to: 'directory', folder: 'a', file: '{knd}.json' }", "$.delivery[0].file", "no place {knd}"),
        ("{ to: 'directory', folder: 'a', file: '{kind' }", "$.delivery[0].file", "does not end"),
        ("{ to: 'directory', folder: 'a', file: '{date:yyyy/MM}' }", "$.delivery[0].file", "no part of a date"),
        ("{ to: 'directory', folder: 'a', file: '{date:}' }", "$.delivery[0].file", "empty"),
        ("{ to: 'directory', folder: 'a', ordered: true }", "$.delivery[0].ordered", "order"),
        ("{ to: 'directory', folder: 'a', url: 'https://a' }", "$.delivery[0].url", "no url"),
        ("{ to: 'command' }", "$.delivery[0].command", "no program"),
        ("{ to: 'command', shell: true, command: ['a', 'b'] }", "$.delivery[0].command", "one text"),
        ("{ to: 'command', command: ['a'], temporary: ['x'] }", "$.delivery[0].temporary[0]", "exit status"),
        ("{ to: 'command', command: ['a'], temporary: ['7'], refusing: ['7'] }", "$.delivery[0].refusing", "both"),
        ("{ to: 'webhook', url: 'ftp://a' }", "$.delivery[0].url", "web address"),
        ("{ to: 'webhook', url: 'https://u:p@a/' }", "$.delivery[0].url", "without a user"),
        ("{ to: 'webhook', url: 'https://' }", "$.delivery[0].url", "web address"),
        ("{ to: 'webhook', url: 'https://a:99999/' }", "$.delivery[0].url", "web address"),
        ("{ to: 'webhook', url: 'https://a/\\n' }", "$.delivery[0].url", "web address"),
        ("{ to: 'webhook', url: 'https://a', secret: {} }", "$.delivery[0].secret", "place of the secret"),
        ("{ to: 'webhook', url: 'https://a', headers: { 'Idempotency-Key': 'x' } }", "$.delivery[0].headers", "cannot"),
        ("{ to: 'webhook', url: 'https://a', headers: { 'X': 'a\\r\\nY: b' } }", "$.delivery[0].headers", "cannot"),
        ("{ to: 'sftp', host: '-oProxyCommand=x', keyFile: 'k', knownHosts: 'h' }", "$.delivery[0].host", "a host"),
        ("{ to: 'sftp', host: 'h', knownHosts: 'h' }", "$.delivery[0].keyFile", "no keyFile"),
        ("{ to: 'sftp', host: 'h', keyFile: 'k' }", "$.delivery[0].knownHosts", "no knownHosts"),
        ("{ to: 'sftp', host: 'h', keyFile: 'k', knownHosts: 'h', port: 0 }", "$.delivery[0].port", "1 to 65535"),
        ("{ of: ['Invoices'], to: 'command', command: ['a'] }", "$.delivery[0].of[0]", "Invoices"),
        ("{ to: 'command', command: ['a'], timeout: '0s' }", "$.delivery[0].timeout", "a time"),
        (
            "{ to: 'command', command: ['a'], retry: { first: '2h', most: '1h' } }", "$.delivery[0].retry.most",
            "shorter"
        ),
        ("{ to: 'command', command: ['a'], retry: { attempts: 0 } }", "$.delivery[0].retry.attempts", "1 to 100"),
        ("{ to: 'command', command: ['a'], parallel: 17 }", "$.delivery[0].parallel", "1 to 16"),
        ("{ to: 'command', comand: ['a'] }", "$.delivery[0].comand", "command"),
        (
            "{ to: 'webhook', url: 'https://a/x' }, { of: ['Invoice'], to: 'webhook', url: 'https://a/x', also: true }",
            "$.delivery[1].also", "already"
        ),
    ]

    @Test(arguments: wrong.indices)
    func `a rule that cannot be followed is a fault at its place`(index: Int) {
        let (rule, path, word) = Self.wrong[index]
        let faults = Self.faults(rule)
        #expect(
            faults.contains { $0.jsonPath == path && "\($0.message) \($0.remedy)".contains(word) },
            "\(faults.map(\.description))")
    }

    @Test func `the first rule about a kind counts, and one without kinds is about documents alone`() throws {
        let (directory, faults) = Sample.load([
            "acme": Sample.acme([
                "delivery": """
                [{ of: ['Invoice'], to: 'command', command: ['/a'] }, { to: 'webhook', url: 'HTTP://Erp.Example/x' },
                 { of: ['interchange'], to: 'sftp', host: 'h', user: 'u', keyFile: 'k', knownHosts: 'h' }]
                """
            ])
        ])
        #expect(faults.map(\.description) == [])
        let rules = try #require(directory.profile("acme")).delivery
        #expect(rules.rule(for: "Invoice")?.endpoint == "command /a")
        #expect(rules.rule(for: "PurchaseOrder")?.endpoint == "webhook http://erp.example:80")
        #expect(rules.rule(for: "interchange")?.endpoint == "sftp u@h:22")
        #expect(rules.rule(for: "acknowledgment") == nil)
    }

    @Test(arguments: [
        ("{kind}-{number}.json", "Invoice-A_1_.._etc.json"), ("{partner}_{id8}", "acme_01234567"),
        ("{date}{time}", "20260101003000"), ("{date:yy-MM-dd}T{time:HH.mm.ss_SSS}", "26-01-01T00.30.00_007"),
        ("{controlNumber}", "_"), ("{id}.edi", "0123456789abcdef.edi"),
    ])
    func `a template is filled in so that it stays in its folder`(template: String, name: String) throws {
        // 2025-12-31 23:30 UTC is half past midnight an hour further east.
        let facts = NameTemplate.Facts(
            kind: "Invoice", number: "A/1/../etc", partner: "acme", controlNumber: "..", id: "0123456789abcdef",
            createdAt: 1_767_223_800_007, offset: 60)
        #expect(try NameTemplate(template).name(facts) == name)
    }

    @Test func `waits grow to a cap, differ between deliveries and are the same in every run`() {
        var policy = RetryPolicy()
        (policy.first, policy.most) = (10, 60)
        for (failures, whole) in [(1, 10_000), (2, 20_000), (3, 40_000), (4, 60_000), (5, 60_000), (99, 60_000)]
            as [(Int, Int64)]
        {
            let waits = (1...50).map { policy.delay(after: failures, seed: "document \($0)") }
            #expect(waits.allSatisfy { (whole / 2...whole).contains($0) })
            #expect(Set(waits).count > 40)
            #expect(policy.delay(after: failures, seed: "document 7") == waits[6])
        }
        (policy.first, policy.most) = (604_800, 604_800)
        #expect(policy.delay(after: 100, seed: "x") > 0)
        #expect(
            [1, 2, 3, 6, 60].map { BreakerPolicy().pause(after: $0) } == [30_000, 60_000, 120_000, 900_000, 900_000])
    }
}
