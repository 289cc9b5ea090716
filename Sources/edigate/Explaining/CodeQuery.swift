import Commerce
import Partners
import X12

/// What was asked for by code.
enum CodeQuery {
    /// One thing to explain.
    enum Subject {
        case finding(FindingCode)
        case lint(LintCode)
        case list(AcknowledgmentCodeList)
        case code(AcknowledgmentCodeList, String, [AcknowledgmentCodeList.Code])
    }

    /// Reads codes in whatever way people write them: `E-ISA`, `AK304=8`, `723 7`, `TA105*025`.
    static func subjects(_ operands: [String]) throws(CommandFailure) -> [Subject] {
        let words = operands.flatMap { $0.split { " =*:,".contains($0) }.map { $0.uppercased() } }
        var subjects: [Subject] = []
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            if let finding = FindingCode(name: word) {
                subjects.append(.finding(finding))
            } else if let lint = LintCode(rawValue: word) {
                subjects.append(.lint(lint))
            } else if let list = AcknowledgmentCodeList.named(word) {
                guard index < words.count, FindingCode(name: words[index]) == nil,
                    words[index].utf8.count <= 3
                else {
                    subjects.append(.list(list))
                    continue
                }
                let code = words[index]
                index += 1
                let meanings = list.meanings(of: code)
                guard !meanings.isEmpty else {
                    let codes = list.codes.map(\.name).joined(separator: ", ")
                    throw .usage("\(list.name) (element \(list.number)) has no code \(code); it has \(codes)")
                }
                subjects.append(.code(list, code, meanings))
            } else {
                throw .usage(unknown(word))
            }
        }
        if subjects.isEmpty { throw .usage("names no code") }
        return subjects
    }

    private static func unknown(_ word: String) -> String {
        let names = FindingCode.allCases.map(\.entry.name) + LintCode.allCases.map(\.rawValue)
        if let near = names.nearest(to: word) { return "there is no code \(word); did you mean \(near)?" }
        let holding = names.filter { word.utf8.count > 2 && $0.contains(word) }.prefix(4)
        if !holding.isEmpty { return "there is no code \(word); there are \(holding.joined(separator: ", "))" }
        if word.contains("/") || word.contains(".") { return "there is no file \(word.lowercased()), nor such a code" }
        return
            "there is no code \(word); a finding's name is such as E-ELEMENT-DATE, an acknowledgment's code such as AK304=8"
    }
}

extension CodeQuery.Subject {
    func show(asJSON: Bool) { asJSON ? showJSON() : showText() }

    private func showText() {
        switch self {
        case .finding(let code):
            let entry = code.entry
            let style: Terminal.Style =
                entry.severity == .error ? .red : entry.severity == .warning ? .yellow : .faint
            Terminal.print(
                Terminal.styled(entry.name, .bold) + "  \(entry.title)  " + Terminal.styled(entry.severity.name, style))
            if let explanation = code.explanation {
                for line in wrapped(explanation.paragraph) { Terminal.print("  " + line) }
                Terminal.print("")
                Terminal.print("  bad   \(printable(explanation.bad.text))")
                Terminal.print("  good  \(printable(explanation.good.text))")
            }
            Terminal.print("  do    \(entry.remedy)")
            if let words = code.acknowledgmentWords { Terminal.print("  codes \(words)") }
            Terminal.print("")
        case .lint(let code):
            Terminal.print(
                Terminal.styled(code.rawValue, .bold) + "  \(code.title)  "
                    + (code.isError ? Terminal.styled("error", .red) : Terminal.styled("warning", .yellow)))
            for line in wrapped(code.explanation) { Terminal.print("  " + line) }
        case .list(let list):
            Terminal.print(Terminal.styled("\(list.name)", .bold) + "  element \(list.number), \(places(list))")
            for code in list.codes { Terminal.print("  \(padded(code.name, 6))\(code.meaning)") }
            Terminal.print("")
        case .code(let list, let code, let meanings):
            Terminal.print(
                Terminal.styled("\(list.number) \(code)", .bold) + "  \(list.name), \(places(list))")
            for meaning in meanings {
                Terminal.print("  \(meanings.count > 1 ? meaning.era + ": " : "")\(meaning.meaning)")
                Terminal.print("  do    \(meaning.remedy)")
            }
            Terminal.print("")
        }
    }

    private func showJSON() {
        var json = OutcomeJSON()
        switch self {
        case .finding(let code):
            let entry = code.entry
            json.beginRecord("finding")
            json.text("code", entry.name)
            json.text("severity", entry.severity.name)
            json.text("title", entry.title)
            if let explanation = code.explanation {
                json.text("explanation", explanation.paragraph)
                json.text("bad", explanation.bad.text)
                json.text("good", explanation.good.text)
            }
            json.text("remedy", entry.remedy)
            if let words = code.acknowledgmentWords { json.text("acknowledgment", words) }
            Terminal.write(json.endRecord())
        case .lint(let code):
            json.beginRecord("lint")
            json.text("code", code.rawValue)
            json.text("severity", code.isError ? "error" : "warning")
            json.text("title", code.title)
            json.text("explanation", code.explanation)
            Terminal.write(json.endRecord())
        case .list(let list): for code in list.codes { Self.show(list, code, &json) }
        case .code(let list, _, let meanings): for meaning in meanings { Self.show(list, meaning, &json) }
        }
    }

    private static func show(
        _ list: AcknowledgmentCodeList, _ code: AcknowledgmentCodeList.Code, _ json: inout OutcomeJSON
    ) {
        json.beginRecord("code")
        json.text("element", list.number)
        json.text("name", list.name)
        json.list("places", list.places)
        json.text("code", code.name)
        if !code.era.isEmpty { json.text("releases", code.era) }
        json.text("meaning", code.meaning)
        json.text("remedy", code.remedy)
        Terminal.write(json.endRecord())
    }

    private func places(_ list: AcknowledgmentCodeList) -> String {
        guard list.places.count > 2, let first = list.places.first, let last = list.places.last else {
            return list.places.joined(separator: ", ")
        }
        return "\(first) to \(last)"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(width - text.count, 1))
    }
}

/// A paragraph in lines of at most 96 characters.
private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
        if !line.isEmpty, line.count + word.count >= 96 {
            lines.append(line)
            line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
}
