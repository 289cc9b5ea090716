import Exchange
import Foundation
import InterchangeTestSupport
import Partners
import Testing
import X12

@Suite struct GuideDocumentTests {
    /// The sample network as it lies in the repository.
    static func network() throws -> PartnerDirectory {
        let (directory, faults) = try SampleNetwork.load()
        #expect(faults == [])
        return directory
    }

    static func document(_ profile: Profile) -> CompanionGuideDocument {
        CompanionGuideDocument(of: profile, date: "2026-11-21")
    }

    @Test(arguments: ["brightwater-clinics", "corvane-medical", "tallis-surgical"])
    func `every example of the sample network keeps the guide it stands in`(id: String) throws {
        let profile = try #require(try Self.network().profile(id))
        for document in profile.documents {
            let example = try #require(
                GuideExample(of: document.set, document.direction, under: profile), "\(id) \(document.set)")
            let outcomes = Outcomes()
            var exchange = Exchange(MemorySource(example.bytes)) { header, _ in Rules(profile, header: header) }
            try exchange.run(outcomes)
            #expect(outcomes.letters == "A" || outcomes.letters == "E", "\(id) \(document.set): \(outcomes.names())")
            #expect(outcomes.sets.flatMap(\.findings).allSatisfy { $0.origin == nil }, "\(id) \(document.set)")
            #expect(outcomes.interchanges.map(\.verdict) == [.accepted])
        }
    }

    @Test(arguments: ProfileTemplate.allCases, ["004010", "005010"])
    func `the examples of every template keep its guide`(template: ProfileTemplate, version: String) throws {
        var draft = ProfileDraft(id: "acme", name: "Acme <b>&", template: template)
        draft.version = version
        draft.test = Profile.Identities(
            partner: Profile.Party(interchangeIDs: [PartyID(qualifier: "01", id: "123456789")], groupCodes: ["ACME"]),
            us: Profile.Party(interchangeIDs: [PartyID(qualifier: "ZZ", id: "HUB")], groupCodes: ["HUB"]))
        let loaded = PartnerDirectory().with(
            profile: Array(draft.profileText().utf8), guide: draft.guideText().map { Array($0.utf8) }, path: "acme")
        let profile = try #require(loaded.directory.profile("acme"), "\(loaded.faults)")
        for document in profile.documents {
            let example = GuideExample(of: document.set, document.direction, under: profile)
            #expect(example != nil, "\(template) \(version) \(document.set) \(document.direction)")
        }
        var asked = profile
        asked.contacts = [Profile.Contact(role: "EDI", name: "", email: "edi@hub.example", phone: "")]
        #expect(Self.document(asked).markdown().contains("| EDI |  | edi@hub.example |  |"))
        let html = Self.document(profile).html()
        #expect(html.contains("Acme &lt;b&gt;&amp;") && !html.contains("Acme <b>"))
    }

    @Test
    func `a guide tells envelopes, sets, rules, terms and files, in both forms, and needs nothing from elsewhere`()
        throws
    {
        let directory = try Self.network()
        let profile = try #require(directory.profile("corvane-medical"))
        let document = Self.document(profile)
        let (html, markdown) = (document.html(), document.markdown())
        for text in [html, markdown] {
            for words in ["990582314", "LARKMOORDC", "recalls go by lot", "within 24 hours", "00[0-9]{18}", "*.tmp"] {
                #expect(text.contains(words) || text.replacing("\\", with: "").contains(words), "\(words)")
            }
        }
        for anchor in ["overview", "envelopes", "acknowledgments", "timing", "files", "set-856-in", "set-850-out"] {
            #expect(html.contains("id=\"\(anchor)\"") && html.contains("href=\"#\(anchor)\""), "\(anchor)")
        }
        for words in ["http://", "https://", "src=", "url(", "@import", "<script"] { #expect(!html.contains(words)) }
        #expect(html.components(separatedBy: "<pre").count - 1 == profile.documents.count)
        let changes = try #require(
            directory.differences(of: "tallis-surgical", against: directory, "corvane-medical"))
        let changed = CompanionGuideDocument(
            of: profile, date: "2026-11-21", changes: changes, since: "v1")
        #expect(changed.html().contains("What changed since v1"))
        // In words, a row a rule, and nothing of what is ours alone.
        let changes856 = changed.markdown().split(separator: "\n").filter { $0.hasPrefix("| 856, you send |") }
        #expect(changes856.count == 7, "\(changes856)")
        #expect(changed.markdown().contains("| The element separator. | \\| | \\* |"))
        #expect(!changed.markdown().contains("W-ELEMENT-CODE") && !changed.html().contains("{&quot;"))
    }

    @Test func `patterns give examples that match them`() throws {
        for text in ["[0-9]{10}", "00[0-9]{18}", "LHN-[0-9]{5}", "(A|BC)+\\d?", "[^0-9]{3}", "\\w*", "(00)?[0-9]{18}"] {
            let pattern = try GuidePattern(text)
            for minimum in [0, 1, 5] {
                if let sample = pattern.sample(minimum: minimum) {
                    #expect(pattern.isMatch(sample) && sample.utf8.count >= minimum, "\(text): \(sample)")
                } else {
                    #expect(minimum == 5 && text == "[^0-9]{3}", "\(text) \(minimum)")
                }
            }
        }
    }
}
