import Foundation
import Partners
import Testing
import X12

/// The partners of the repository's own sample network.
@Suite struct SampleNetworkTests {
    static let directory: (PartnerDirectory, [ProfileFault]) = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "TradingPartners")
        var profiles: [String: ProfileText] = [:]
        var guides: [String: ProfileText] = [:]
        var bases: [String: ProfileText] = [:]
        var baseGuides: [String: ProfileText] = [:]
        let files = FileManager.default
        for folder in (try? files.contentsOfDirectory(atPath: root.path)) ?? [] where !folder.hasPrefix("_") {
            let path = root.appending(path: "\(folder)/profile.json5")
            if let data = files.contents(atPath: path.path) {
                profiles[folder] = ProfileText(path: "\(folder)/profile.json5", bytes: Array(data))
            }
            if let data = files.contents(atPath: root.appending(path: "\(folder)/guide.json5").path) {
                guides[folder] = ProfileText(path: "\(folder)/guide.json5", bytes: Array(data))
            }
        }
        for file in (try? files.contentsOfDirectory(atPath: root.appending(path: "_base").path)) ?? [] {
            if let data = files.contents(atPath: root.appending(path: "_base/\(file)").path) {
                let name = String(file.prefix { $0 != "." })
                let text = ProfileText(path: "_base/\(file)", bytes: Array(data))
                if file.hasSuffix(".guide.json5") { baseGuides[name] = text } else { bases[name] = text }
            }
        }
        return PartnerDirectory.load(profiles: profiles, bases: bases, guides: guides, baseGuides: baseGuides)
    }()

    @Test func `all profiles load without a fault, in the order of their ids`() {
        let (directory, faults) = Self.directory
        #expect(faults.map(\.description) == [])
        let ids = directory.profiles.map(\.id)
        #expect(ids == ids.sorted())
        // Whoever adds a partner there, as the README invites to, adds to these.
        #expect(Set(ids).isSuperset(of: ["brightwater-clinics", "corvane-medical", "tallis-surgical"]))
    }

    @Test func `a profile has the values of its layers where it states none`() throws {
        let corvane = try #require(Self.directory.0.profile("corvane-medical"))
        #expect(corvane.role == .supplier)
        #expect(corvane.layers == ["healthcare-supplier"])
        #expect(corvane.asksForAcknowledgment)
        #expect(corvane.interchangeAcknowledgment == .requested)
        #expect(corvane.suffix == .lineFeed)
        #expect(corvane.delimiters == Delimiters())
        let tallis = try #require(Self.directory.0.profile("tallis-surgical"))
        #expect(tallis.delimiters == Delimiters(element: UInt8(ascii: "|"), component: UInt8(ascii: ":")))
        #expect(tallis.interchangeAcknowledgment == .never)
        #expect(tallis.policy.severity(of: .code, set: "855", place: "REF01") == .note)
        #expect(tallis.policy.severity(of: .code, set: "856", place: "REF01") == .warning)
    }

    @Test func `a supplier is held to the guide of its layer and to its own, which goes over it`() throws {
        let tallis = try #require(Self.directory.0.profile("tallis-surgical"))
        #expect(tallis.guideFiles == ["_base/healthcare-supplier.guide.json5", "tallis-surgical/guide.json5"])
        let rules = tallis.guide(.inbound)?.parts.filter { $0.set == "856" }.flatMap(\.rules) ?? []
        let street = rules.filter { $0.at.description == "HL[03=S]/N1[01=ST]/N3" }
        #expect(street.map(\.origin.statement) == ["HL[03=S]/N1[01=ST]/N3 may be left out"])
        #expect(rules.contains { $0.origin.statement == "HL[03=I]/REF[01=LT] is required" })
        #expect(tallis.guide(.outbound)?.parts.map(\.set) == ["850"])
    }

    @Test(arguments: [
        ("corvane-medical", "850", Profile.Direction.outbound, true), ("corvane-medical", "850", .inbound, false),
        ("corvane-medical", "856", .inbound, true), ("brightwater-clinics", "850", .inbound, true),
        ("brightwater-clinics", "846", .inbound, false), ("brightwater-clinics", "997", .inbound, true),
    ])
    func `a set is exchanged when the profile lists it`(
        id: String, set: String, direction: Profile.Direction, expected: Bool
    ) throws {
        #expect(try #require(Self.directory.0.profile(id)).exchanges(set: set, direction: direction) == expected)
    }

    @Test func `the envelope to a partner goes from us to it in the syntax of its profile`() throws {
        let tallis = try #require(Self.directory.0.profile("tallis-surgical"))
        let template = try #require(tallis.outboundTemplate(usage: .test))
        #expect(template.sender == PartyID(qualifier: "01", id: "990417263T"))
        #expect(template.receiver == PartyID(qualifier: "12", id: "6145550142T"))
        #expect(template.applicationSender == "LARKMOORTEST")
        #expect(template.applicationReceiver == "TALLISTEST")
        #expect(template.usage == "T")
        #expect(template.suffix == [0x0A])
        #expect(template.delimiters == tallis.delimiters)
        let corvane = try #require(Self.directory.0.profile("corvane-medical"))
        #expect(corvane.outboundTemplate(usage: .production)?.asksForAcknowledgment == true)
        #expect(corvane.acknowledgmentTemplate(usage: .production)?.asksForAcknowledgment == false)
    }

    @Test(arguments: [
        ("ZZ:BRIGHTWATER", "01:990417263", "P", "BWCLINICS", "LARKMOORDC", "in brightwater-clinics"),
        ("ZZ:BRIGHTWATERTEST", "01:990417263T", "T", "BWCLINTEST", "LARKMOORTEST", "in brightwater-clinics"),
        ("01:990417263", "12:6145550142", "P", "LARKMOORDC", "TALLISSURG", "out tallis-surgical"),
        ("01:990417263", "01:990582314", "I", "LARKMOORDC", "CORVANEMED", "out corvane-medical"),
        ("ZZ:BRIGHTWATER", "01:990417263", "T", "BWCLINICS", "LARKMOORDC", "E-TEST-DATA brightwater-clinics"),
        ("01:990582314", "ZZ:BRIGHTWATER", "P", "CORVANEMED", "BWCLINICS", "E-RECEIVER-UNKNOWN corvane-medical"),
    ])
    func `interchanges of the network find their partner`(
        sender: String, receiver: String, usage: String, from: String, to: String, expected: String
    ) throws {
        let route = Self.directory.0.route(
            try Sample.header(sender, receiver, usage: usage), group: Sample.group(from, to))
        #expect(route.summary == expected, "\(route.words)")
    }
}
