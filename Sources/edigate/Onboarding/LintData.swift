import Commerce
import Exchange
import FoundationEssentials
import Gateway
import Ledger
import Partners
import Translation
import X12

/// Gathers for lint what a partner was sent and what it sent: from the ledger of a root, or from samples.
enum LintData {
    /// More texts than these tell nothing new.
    private static let mostValues = 20_000
    private static let mostDocuments = 500

    static func gather(
        into evidence: inout LintEvidence, of profile: Profile?, partner: String, samples: [String],
        _ arguments: Arguments
    ) throws(CommandFailure) {
        if let profile, !profile.qualifiers.isEmpty, let standard = Standard.version(profile.groupVersion) {
            evidence.qualifiers = FieldRecorder.qualifiers(in: standard)
        }
        if samples.isEmpty {
            guard arguments.value("--partners") == nil,
                FileManager.default.fileExists(atPath: GatewayRoot(path: arguments.root).ledger)
            else { return }
            evidence = try LedgerFile.with(arguments) { ledger throws(LedgerError) in
                var found = evidence
                for heading in try ledger.documents(ofPartner: partner, limit: mostDocuments) {
                    guard let json = try ledger.document(heading.id)?.bytes else { continue }
                    read(json, place: "\(heading.kind) \(heading.number)", into: &found)
                }
                found.traded = try ledger.tradedVersions(ofPartner: partner).map {
                    ($0.set, $0.version, $0.direction == .incoming ? .inbound : .outbound)
                }
                return found
            }
            return
        }
        for item in try InputFiles(samples).items {
            let bytes = try InputFiles.read(item)
            if bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") {
                read(bytes, place: item.name, into: &evidence)
            } else {
                readX12(bytes, place: item.name, into: &evidence)
            }
        }
    }

    /// The texts of canonical documents. Those of the source are of envelopes and may hold delimiters.
    private static func read(_ bytes: [UInt8], place: String, into evidence: inout LintEvidence) {
        for range in JSONValues.ranges(in: bytes) {
            guard case .object(let object) = try? JSONDecoder().decode(AnyJSON.self, from: Data(bytes[range])) else {
                continue
            }
            for (key, value) in object.sorted(by: { $0.key < $1.key })
            where !["source", "kind", "id", "schemaVersion", "partner"].contains(key) {
                collect(value, "\(place) \(key)", into: &evidence)
            }
        }
    }

    private static func collect(_ value: AnyJSON, _ place: String, into evidence: inout LintEvidence) {
        guard evidence.values.count < mostValues else { return }
        switch value {
        case .text(let text): evidence.values.append((text, place))
        case .list(let list): for element in list { collect(element, place, into: &evidence) }
        case .object(let object):
            for (key, inner) in object.sorted(by: { $0.key < $1.key }) {
                collect(inner, "\(place).\(key)", into: &evidence)
            }
        case .other: break
        }
    }

    /// The elements of sets, which may have had other delimiters than ours.
    private static func readX12(_ bytes: [UInt8], place: String, into evidence: inout LintEvidence) {
        for value in SampleValues.read(bytes) where evidence.values.count < mostValues {
            evidence.values.append((value.text, "\(place) \(value.reference)"))
        }
    }
}

/// Any JSON, as far as there may be texts in it.
private enum AnyJSON: Decodable {
    case text(String)
    case list([AnyJSON])
    case object([String: AnyJSON])
    case other

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let object = try? value.decode([String: AnyJSON].self) {
            self = .object(object)
        } else if let list = try? value.decode([AnyJSON].self) {
            self = .list(list)
        } else {
            self = .other
        }
    }
}

extension Moment {
    /// Today, UTC.
    static func today() -> CalendarDate? {
        CalendarDate(year: 1970, month: 1, day: 1)?.adding(days: Int(now() / 86_400_000))
    }
}
