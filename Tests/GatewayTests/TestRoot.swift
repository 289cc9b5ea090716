import Foundation
import Ledger
import Partners
import X12

@testable import Gateway

/// A gateway root of its own for one test, with the sample network as partners; removed at the end.
final class TestRoot {
    let path: String
    let ledger: Ledger
    let directory: PartnerDirectory
    /// The clock, which stands still unless a test moves it: 2026-03-10 09:30 UTC.
    var time: Int64 = 1_773_135_000_000
    var settings = GatewaySettings()
    /// Who writes to a file: nobody, unless a test says so. A process that another test starts holds, for a moment, a
    /// copy of every descriptor that is open in this one.
    var writers: (OpenFile) -> Writers = { _ in .none }
    var generate: OutboundGenerator = { _, _, _ in .failure(OutboundFault(["no generator"])) }

    private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "edigate-gateway-\(UUID().uuidString)")
        path = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.repository.appending(path: "TradingPartners"), to: folder.appending(path: "TradingPartners"))
        let root = try GatewayRoot.create(at: path)
        directory = try root.loadPartners().0
        ledger = try Ledger.open(path: root.ledger, busyTimeout: 50)
    }

    deinit {
        ledger.close()
        try? FileManager.default.removeItem(atPath: path)
    }

    // MARK: - Running

    func gateway(partners: PartnerDirectory? = nil) throws -> Gateway {
        let gateway = try Gateway(
            root: GatewayRoot(path: path), partners: partners ?? directory, ledger: ledger, settings: settings,
            now: { self.time }, generate: { self.generate($0, $1, $2) })
        gateway.writers = { self.writers($0) }
        return gateway
    }

    /// Works the root; what is there is all there will be, since the tests' clock stands still.
    @discardableResult
    func run(takingIncomplete: Bool = true) throws -> RunReport {
        try gateway().run(takingIncomplete: takingIncomplete)
    }

    // MARK: - Files

    func url(_ relative: String) -> URL { URL(filePath: path).appending(path: relative) }

    /// A file of the repository, as text.
    static func sample(_ relative: String) throws -> String {
        String(decoding: try Data(contentsOf: repository.appending(path: relative)), as: UTF8.self)
    }

    func write(_ text: String, to relative: String) throws {
        try Data(text.utf8).write(to: url(relative))
    }

    /// Puts a file into a drop.
    func drop(_ text: String, as name: String = "orders.edi", from partner: String = "brightwater-clinics") throws {
        try write(text, to: "drop/\(partner)/in/\(name)")
    }

    /// The names in a folder, those that begin with a dot included.
    func names(_ relative: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url(relative).path)) ?? []).sorted()
    }

    func text(_ relative: String) throws -> String {
        String(decoding: try Data(contentsOf: url(relative)), as: UTF8.self)
    }

    func remove(_ relative: String) throws { try FileManager.default.removeItem(at: url(relative)) }

    /// Takes away what lies ready for receivers, as they do; gives the paths and bytes.
    func take() throws -> [String] {
        var taken: [String] = []
        for top in ["canonical", "drop"] {
            guard let files = FileManager.default.enumerator(atPath: url(top).path) else { continue }
            for name in files.compactMap({ $0 as? String }) where top == "canonical" || !name.contains("/in/") {
                let path = "\(top)/\(name)"
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: url(path).path, isDirectory: &isFolder),
                    !isFolder.boolValue
                else { continue }
                taken.append("\(path) \(try text(path))")
                try remove(path)
            }
        }
        return taken
    }

    /// Every file below canonical/, drop/, quarantine/ and outbound/ with its bytes, by relative path.
    func delivered() throws -> [String: String] {
        var found: [String: String] = [:]
        for top in ["canonical", "drop", "quarantine", "outbound", "work", "outbox"] {
            guard let files = FileManager.default.enumerator(atPath: url(top).path) else { continue }
            while let name = files.nextObject() as? String {
                guard files.fileAttributes?[.type] as? FileAttributeType == .typeRegular, !name.hasSuffix(".lock")
                else {
                    continue
                }
                found["\(top)/\(name)"] = try text("\(top)/\(name)")
            }
        }
        return found
    }

    /// The segments of an acknowledgment that begin with `id`.
    func segments(_ id: String, in relative: String) throws -> [String] {
        try text(relative).split { $0 == "~" || $0 == "\n" }.map(String.init).filter { $0.hasPrefix(id + "*") }
    }
}

/// Brightwater's order for one line, with what the tests change.
enum Order {
    static func interchange(
        number: Int = 501, sender: String = "BRIGHTWATER", receiver: String = "990417263", usage: String = "P",
        asks: Bool = false, code: String = "BWCLINICS", dates: [String] = ["20260309"]
    ) -> String {
        let padded = InterchangeWriter.filled(number, 9)
        func wide(_ text: String) -> String { text + String(repeating: " ", count: max(15 - text.count, 0)) }
        var text =
            "ISA*00*          *00*          *ZZ*\(wide(sender))*01*\(wide(receiver))*260309*0840*U*00401*\(padded)*"
            + "\(asks ? 1 : 0)*\(usage)*>~\nGS*PO*\(code)*LARKMOORDC*20260309*0840*145*X*004010~\n"
        for (index, date) in dates.enumerated() {
            let set = InterchangeWriter.filled(index + 1, 4)
            text += "ST*850*\(set)~\nBEG*00*SA*PO-\(number)-\(index + 1)**\(date)~\n"
            text += "PO1*1*15*BX*11.2**IN*BW-GLV-M~\nCTT*1*15~\nSE*5*\(set)~\n"
        }
        return text + "GE*\(dates.count)*145~\nIEA*1*\(padded)~\n"
    }
}

extension Ledger {
    /// The events but those that every interchange leaves.
    func remarks() throws -> [Recorded<Event>] {
        try events().filter { $0.kind != "received" && $0.kind != "sent" }
    }
}
