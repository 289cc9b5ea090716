import Commerce
import Exchange
import Translation
import X12

/// `edigate show`: documents for a person.
enum Show: Command {
    static let name = "show"
    static let summary = "a document for a person: parties, dates, lines, totals"
    static let options: [Option] = [.value("--format"), .value("--partner")]
    static let help = """
        usage: edigate show DOC|IN… [--format text|html] [--partner ID]

        Lays documents out to be read: heading, parties, lines with what belongs to them, the tree of a shipment, totals,
        all else the document says, and what was found in it. Takes canonical documents (JSON, NDJSON) and X12, of which
        the accepted sets are shown. With --format html one page that needs nothing else, for a mail or a ticket.

        example: edigate show Samples/network/corvane-medical/in/856-4500178263.x12
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let format = arguments.value("--format") ?? "text"
        guard ["text", "html"].contains(format) else { throw .usage("--format is text or html, not \(format)") }
        let files = try InputFiles(arguments.inputs("document or file"))
        let rules = try RuleChoice(arguments)
        let sink = ShownDocuments()
        for item in files.items {
            let bytes = try InputFiles.read(item)
            let start = bytes.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
            if start == UInt8(ascii: "{") {
                for range in JSONValues.ranges(in: bytes) { sink.add(bytes, range, name: item.name) }
            } else {
                sink.name = item.name
                try Judging.run(
                    MemorySource(bytes), item: item, rules: rules, translates: true, judgesRejected: false, sink)
            }
        }
        if format == "html" {
            Terminal.write(Array(Page.html(sink.pages).utf8))
        } else {
            for (index, page) in sink.pages.enumerated() {
                if index > 0 { Terminal.print("") }
                page.printText()
            }
        }
        if sink.pages.isEmpty, !sink.hasFailed { Terminal.complain("there is no document in it") }
        return sink.hasFailed || sink.pages.isEmpty ? .negative : .done
    }
}

/// Makes the pages of documents, with what was found in their sets.
final class ShownDocuments: OutcomeSink {
    private(set) var pages: [Page] = []
    private(set) var hasFailed = false
    var name = ""
    private var findings: [Finding] = []

    func setJudged(_ set: SetOutcome) {
        findings = set.findings + set.businessFindings
        guard set.verdict == .rejected else { return }
        let errors = findings.filter { $0.severity == .error }.map { "\($0.code.entry.name) \($0.message)" }
        fail("\(set.envelope.set) \(set.envelope.controlNumber) is rejected: \(errors.joined(separator: "; "))")
    }

    func interchangeEnded(_ interchange: InterchangeOutcome) {
        guard interchange.verdict == .rejected else { return }
        fail("the interchange is rejected: \(RejectionTeller.cause(interchange.findings))")
    }

    func documentMade(_ document: DocumentOutcome) {
        let findings = findings.map { finding in
            let value = finding.valueText.map { " \"\($0)\"" } ?? ""
            return "\(finding.severity.name): \(finding.place) \(finding.message)\(value) [\(finding.code.entry.name)]"
        }
        add(document.json, document.json.indices, name: name, findings: findings)
    }

    /// Adds the page of a document of our own form.
    func add(_ json: [UInt8], _ range: Range<Int>, name: String, findings: [String]? = nil) {
        let line = json[..<range.lowerBound].count { $0 == 0x0A } + 1
        let place = "\(name), line \(line)"
        guard let kind = JSONReader.member("kind", of: json, in: range).flatMap({ DocumentKind(rawValue: $0.string) })
        else {
            return fail(
                "\(place): this is no document; `kind` is one of "
                    + DocumentKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        switch kind {
        case .purchaseOrder: add(PurchaseOrder.self, kind, json, range, place, findings)
        case .orderAcknowledgment: add(OrderAcknowledgment.self, kind, json, range, place, findings)
        case .shipNotice: add(ShipNotice.self, kind, json, range, place, findings)
        case .invoice: add(Invoice.self, kind, json, range, place, findings)
        case .transactionSet: add(TransactionSet.self, kind, json, range, place, findings)
        }
    }

    private func add<D: Document>(
        _ type: D.Type, _ kind: DocumentKind, _ json: [UInt8], _ range: Range<Int>, _ place: String,
        _ findings: [String]?
    ) {
        var reader = JSONReader()
        switch reader.read(type, from: json, in: range) {
        case .failure(let error): fail("\(place): \(error)")
        case .success(let document):
            let breaches = (document as? any TranslatedDocument)?.breaches().map { breach in
                "\(breach.code.entry.name) \(breach.reason)"
            }
            pages.append(PageMaker.page(of: document, kind: kind, findings: findings ?? breaches ?? []))
        }
    }

    private func fail(_ message: String) {
        hasFailed = true
        Terminal.complain(message)
    }
}
