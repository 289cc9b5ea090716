import Commerce
import Exchange
import Partners
import X12

/// `edigate partner infer`: a draft profile and guide out of sample files.
enum PartnerInfer: Command {
    static let name = "infer"
    static let summary = "read a draft profile and guide out of sample files"
    static let options: [Option] = [.value("--us"), .value("--name"), .flag("--force"), .flag("--dry-run")]
    static let help = """
        usage: edigate partner infer ID SAMPLE… [--us QUALIFIER:ID] [--name NAME] [--root DIR | --partners DIR] [--force] [--dry-run]

        Reads the samples, files or folders, and writes TradingPartners/ID/profile.json5 and guide.json5 with what they
        have in common: identities, delimiters, versions, the sets each way, segments and elements always sent, codes,
        HL levels, line numbers, file names. Each line says in how many documents it was so and how sure that is: from
        \(Evidence.rungs) The sender of most samples is the partner and their receiver is us, unless --us
        names us; --name is the partner's name as people say it, which no envelope tells. Contradictions, and what the standard forbids, are listed and stand on top of the profile. What is
        written is held against the samples: none of those used is refused by it. --dry-run prints it and writes nothing.

        example: edigate partner infer corvane Samples/network/corvane-medical/in --root /srv/edigate
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        guard arguments.operands.count >= 2 else { throw .usage("names a partner and its SAMPLEs; see --help") }
        let id = arguments.operands[0]
        let partners = Partner.folder(arguments)
        let folder = try ProfileFolder(id, in: partners)
        let us = try arguments.identity("--us")?.interchangeIDs.first
        var files: [(name: String, bytes: [UInt8])] = []
        for item in try InputFiles(Array(arguments.operands.dropFirst())).items {
            let bytes = try InputFiles.read(item)
            guard bytes.count <= SampleReader.largest else {
                throw .usage("\(item.name) has \(bytes.count) bytes: a sample of some documents is enough")
            }
            files.append((item.name, bytes))
        }
        let isDry = arguments.has("--dry-run")
        if !isDry, arguments.value("--partners") == nil { try ProfileFolder.makeDrops(arguments) }
        let others = (try? PartnerFolder.load(partners))?.0 ?? PartnerDirectory()
        guard
            let inference = CheckedInference(
                id: id, name: arguments.value("--name")?.trimmed, files: files, us: us, in: others)
        else {
            let reason = SampleReasons.of(files)
            throw .environment("none of the \(files.count) files is a sample that can be used\(reason)")
        }
        if isDry {
            Terminal.print("// profile.json5\n" + inference.partner.profileText)
            if let guide = inference.partner.guideText { Terminal.print("// guide.json5\n" + guide) }
        } else {
            var written = [(name: "profile.json5", text: inference.partner.profileText)]
            if let guide = inference.partner.guideText { written.append(("guide.json5", guide)) }
            try folder.write(written, overwriting: arguments.has("--force"))
            try ProfileFolder.makeDrops(arguments)
            for file in written { Terminal.tell("wrote \(folder.path)/\(file.name)") }
        }
        report(inference, files.count, id: id, arguments)
        return inference.profile == nil ? .environment : inference.errors.isEmpty ? .done : .negative
    }

    private static func report(_ inference: CheckedInference, _ files: Int, id: String, _ arguments: Arguments) {
        let partner = inference.partner
        if arguments.isJSON { return record(inference) }
        if !arguments.has("--dry-run") {
            var table = Table(["about", "found", "evidence", "confidence"])
            for found in partner.inferences.prefix(60) {
                table.add([found.topic, found.statement, found.evidence.description, found.confidence.rawValue])
            }
            table.print()
            if partner.inferences.count > 60 {
                Terminal.print("and \(partner.inferences.count - 60) more, see the files")
            }
        }
        Terminal.flush()
        for text in partner.contradictions { Terminal.complain("contradiction: \(text)") }
        for text in partner.left { Terminal.complain("left out: \(text)") }
        for text in partner.refused { Terminal.complain("refused: \(text)") }
        for text in inference.dropped { Terminal.complain("taken out again, samples break it: \(text)") }
        for fault in inference.faults { Terminal.complain(fault.description) }
        for (file, finding) in inference.errors.prefix(20) {
            Terminal.complain("\(file): \(finding.code.entry.name) \(finding.place): still an error under the draft")
        }
        let place = arguments.value("--partners").map { "--partners \($0)" } ?? "--root \(arguments.root)"
        // Where no test data was seen there are no identities for it: the first business is the test.
        let stage = inference.profile?.test == nil && inference.profile?.production != nil ? "pilot" : "test"
        Terminal.tell(
            """
            \(PromotionGate.count(partner.used, "file")) used of \(files); \
            \(inference.errors.isEmpty ? "the draft refuses none of them" : "\(inference.errors.count) errors are left") \
            beside those named above
            next: edigate partner lint \(id) \(place)                what goes wrong in practice
                  edigate validate SAMPLE --partner \(id) \(place)   a sample under the draft
                  edigate partner guide \(id) \(place)               the guide as you would send it
                  edigate partner certify \(id) \(place)             scenarios, once `documents` names what we send too
                  edigate partner promote \(id) --to \(stage) \(place)   when it is time: a draft takes test data (ISA15 T) alone
            """)
    }

    private static func record(_ inference: CheckedInference) {
        for found in inference.partner.inferences {
            var json = OutcomeJSON()
            json.beginRecord("inference")
            json.text("topic", found.topic)
            json.text("statement", found.statement)
            json.number("count", found.evidence.count)
            json.number("of", found.evidence.total)
            json.number("documents", found.evidence.sets)
            json.text("confidence", found.confidence.rawValue)
            Terminal.write(json.endRecord())
        }
        let lists = [
            ("contradiction", inference.partner.contradictions), ("leftOut", inference.partner.left),
            ("refused", inference.partner.refused), ("dropped", inference.dropped),
        ]
        for (type, texts) in lists {
            for text in texts {
                var json = OutcomeJSON()
                json.beginRecord(type)
                json.text("text", text)
                Terminal.write(json.endRecord())
            }
        }
    }
}

/// Why nothing could be read out of samples.
private enum SampleReasons {
    static func of(_ files: [(name: String, bytes: [UInt8])]) -> String {
        let reasons = files.prefix(5).map { file -> String in
            let sample = SampleReader.read(file.bytes, file: file.name)
            guard let first = sample.interchanges.first else {
                return "\n  \(file.name): there is no interchange in it"
            }
            return "\n  \(file.name): \(first.errors.first ?? "its envelope is broken; `edigate validate` tells how")"
        }
        return ":" + reasons.joined()
    }
}
