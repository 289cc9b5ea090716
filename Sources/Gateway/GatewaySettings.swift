import Commerce
public import Partners

/// How a root is worked, where it can be chosen: `gateway.json5` in the root.
public struct GatewaySettings: Sendable, Hashable {
    /// Tells how documents reach the ERP side.
    public enum Documents: String, Sendable, CaseIterable {
        /// A file for each document.
        case files
        /// A file for all documents of a kind that are delivered together, a line each (NDJSON). Each file is whole
        /// when it appears and never changes: the next documents come in the next file.
        case rolling
    }

    /// How documents reach the ERP side.
    public var documents: Documents
    /// Where things go of which no profile says so, the first rule that applies; nowhere but in the root where none does.
    public var delivery: [DeliveryRule]

    /// Who is told of what is wrong; nobody where there is none.
    public var alerts: [AlertRule] = []
    /// The file of metrics, in the root unless it begins with a slash; nil writes none.
    public var metrics: String?

    /// Makes settings.
    public init(documents: Documents = .files, delivery: [DeliveryRule] = []) {
        self.documents = documents
        self.delivery = delivery
    }
}

extension GatewayRoot {
    /// The settings, in the root.
    static let settingsFile = "gateway.json5"
    /// A larger file is no settings.
    private static let largestSettings = 64 * 1024

    /// Reads the settings, which are the defaults where there is no `gateway.json5`.
    ///
    /// - Throws: ``GatewayError`` `unreadable` when the file cannot be read or says something unknown, with the place.
    public func loadSettings() throws(GatewayError) -> GatewaySettings {
        let folder = try Folder.open(path)
        let name = Self.settingsFile
        guard folder.status(name) != nil else { return GatewaySettings() }
        func refuse(_ reason: String) -> GatewayError {
            GatewayError(.unreadable, reason: "\(path)/\(name): \(reason)")
        }
        let bytes: [UInt8]
        do {
            var source = FileSource(try folder.open(name))
            guard source.size <= Self.largestSettings else { throw refuse("larger than \(Self.largestSettings) bytes") }
            bytes = try source.bytes(in: 0..<source.size)
        } catch {
            throw refuse("\(error)")
        }
        var reader = JSONReader(syntax: .json5)
        switch reader.read(SettingsDescription.self, from: bytes) {
        case .failure(let error): throw refuse("\(error)")
        case .success(let description):
            var settings = GatewaySettings()
            if !description.documents.isEmpty {
                guard let documents = GatewaySettings.Documents(rawValue: description.documents.string) else {
                    let words = GatewaySettings.Documents.allCases.map(\.rawValue).joined(separator: " or ")
                    throw refuse("$.documents: expected \(words), found \"\(description.documents)\"")
                }
                settings.documents = documents
            }
            var check = DeliveryCheck()
            settings.delivery = check.rules(description.delivery, at: "$.delivery")
            if let fault = check.faults.first {
                throw refuse("\(fault.jsonPath): \(fault.message): \(fault.remedy)")
            }
            settings.metrics = description.metrics.isEmpty ? nil : description.metrics.string
            for (index, entry) in description.alerts.enumerated() {
                switch entry.rule(at: "$.alerts[\(index)]") {
                case .success(let rule): settings.alerts.append(rule)
                case .failure(let fault): throw refuse(fault.reason)
                }
            }
            return settings
        }
    }
}

/// The file as it stands.
private struct SettingsDescription: JSONObject {
    var documents: Text = ""
    var delivery: [DeliveryEntry] = []
    var alerts: [AlertEntry] = []
    var metrics = Text()

    init() {}

    mutating func code(_ json: inout some JSONCoding) {
        json.field("documents", &documents)
        json.field("delivery", &delivery)
        json.field("alerts", &alerts)
        json.field("metrics", &metrics)
    }
}
