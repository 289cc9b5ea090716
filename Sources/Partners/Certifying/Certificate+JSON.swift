import Commerce

extension Certificate {
    /// Reads a certificate strictly: no unknown member, none missing, and nothing that contradicts the rest.
    ///
    /// - Returns: The certificate, or what is wrong with the file, in a sentence.
    public static func read(_ bytes: [UInt8]) -> Result<Certificate, CertificateFault> {
        var reader = JSONReader()
        switch reader.read(CertificateDescription.self, from: bytes) {
        case .failure(let error): return .failure(CertificateFault(reason: error.description))
        case .success(let description): return description.checked
        }
    }

    /// The JSON of the file, a member a line.
    public var json: [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.write(CertificateDescription(self))
        return writer.bytes + [0x0A]
    }
}

/// Says what is wrong with a certificate's file.
public struct CertificateFault: Error, Sendable, Hashable {
    /// What was expected and what was found.
    public var reason: String

    /// Makes a fault.
    public init(reason: String) { self.reason = reason }
}

/// The members of the file.
private struct CertificateDescription: JSONObject {
    static let currentSchema: Text = "1.0"

    var schemaVersion = Text()
    var partner = Text()
    var profileHash = Text()
    var at = Text()
    var seed: Int?
    var score: Int?
    var passed: Bool?
    var scenarios: [Scenario] = []

    struct Scenario: JSONObject {
        var name = Text()
        var state = Text()
        var passed: Int?
        var failed: Int?
        var pending: Int?

        mutating func code(_ json: inout some JSONCoding) {
            json.field("name", &name)
            json.field("state", &state)
            json.field("passed", &passed)
            json.field("failed", &failed)
            json.field("pending", &pending)
        }
    }

    init() {}

    init(_ certificate: Certificate) {
        schemaVersion = Self.currentSchema
        partner = Text(certificate.partner)
        profileHash = Text(certificate.profileHash)
        at = Text(certificate.at)
        seed = certificate.seed
        score = certificate.score
        passed = certificate.passed
        scenarios = certificate.scenarios.map { entry in
            var scenario = Scenario()
            scenario.name = Text(entry.name)
            scenario.state = Text(entry.state.rawValue)
            scenario.passed = entry.passed
            scenario.failed = entry.failed
            scenario.pending = entry.pending
            return scenario
        }
    }

    mutating func code(_ json: inout some JSONCoding) {
        json.field("schemaVersion", &schemaVersion)
        json.field("partner", &partner)
        json.field("profileHash", &profileHash)
        json.field("at", &at)
        json.field("seed", &seed)
        json.field("score", &score)
        json.field("passed", &passed)
        json.field("scenarios", &scenarios)
    }

    // MARK: - Checking

    var checked: Result<Certificate, CertificateFault> {
        func fault(_ reason: String) -> Result<Certificate, CertificateFault> {
            .failure(CertificateFault(reason: reason))
        }
        guard schemaVersion == Self.currentSchema else {
            return fault("$.schemaVersion: expected \"1.0\", found \"\(schemaVersion)\"")
        }
        guard !partner.isEmpty else { return fault("$.partner: names no partner") }
        let hash = profileHash.string
        guard hash.utf8.count == 64, hash.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { return fault("$.profileHash: expected 64 hexadecimal digits, found \"\(hash)\"") }
        guard !at.isEmpty else { return fault("$.at: says no moment") }
        guard let seed else { return fault("$.seed: is missing") }
        guard let score, (0...100).contains(score) else { return fault("$.score: expected a number from 0 to 100") }
        var entries: [Certificate.Scenario] = []
        for (index, scenario) in scenarios.enumerated() {
            let place = "$.scenarios[\(index)]"
            guard !scenario.name.isEmpty else { return fault("\(place).name: is missing") }
            guard let state = Certificate.State(rawValue: scenario.state.string) else {
                return fault("\(place).state: expected passed, failed or pending, found \"\(scenario.state)\"")
            }
            guard let passed = scenario.passed, let failed = scenario.failed, let pending = scenario.pending,
                min(passed, failed, pending) >= 0
            else { return fault("\(place): expected how many passed, failed and are pending") }
            let counted: Certificate.State = failed > 0 ? .failed : pending > 0 ? .pending : .passed
            guard counted == state else {
                return fault("\(place).state: says \(state.rawValue), its numbers say \(counted.rawValue)")
            }
            entries.append(
                Certificate.Scenario(
                    name: scenario.name.string, state: state, passed: passed, failed: failed, pending: pending))
        }
        let certificate = Certificate(
            partner: partner.string, profileHash: hash, at: at.string, seed: seed, score: score, scenarios: entries)
        guard passed == certificate.passed else {
            return fault("$.passed: its scenarios say \(certificate.passed)")
        }
        return .success(certificate)
    }
}
