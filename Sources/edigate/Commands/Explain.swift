import Exchange
import X12

/// `edigate explain`: a code, or a partner's acknowledgment, in plain words.
enum Explain: Command {
    static let name = "explain"
    static let summary = "a finding's code, or a partner's 997, 999 or TA1, in plain words"
    static let options: [Option] = [.value("--sent")]
    static let help = """
        usage: edigate explain CODE…
               edigate explain FILE… [--sent FILE]…

        Says what a code means and what to do: a finding's name such as E-ELEMENT-DATE, or a code of an
        acknowledgment such as AK403=8, "723 8", IK304=I4 or TA105=025. An element or place alone (AK304, 718) lists
        its codes.

        Of a file it reads every 997, 999 and TA1, and says per group, set, segment and element what the partner says,
        what it means and what to do. --sent names the X12 that was sent, a file or a folder, as often as needed: then
        the very segment and element are shown, and what matches nothing that was sent is told. The status is 1 when
        something was not accepted. --json gives a record a line for each acknowledgment.

        example: edigate explain AK403=8
                 edigate explain Samples/acknowledgments/997-refuses-invoice.x12 --sent Samples/network
        """

    static func run(_ arguments: Arguments) throws(CommandFailure) -> ExitCode {
        let operands = try arguments.inputs("code or file")
        guard operands.contains(where: InputFiles.isThere) else {
            let sent = arguments.values("--sent")
            guard sent.isEmpty else { throw .usage("--sent goes with a file: there is no file \(operands[0])") }
            let subjects = try CodeQuery.subjects(operands)
            for subject in subjects { subject.show(asJSON: arguments.isJSON) }
            return .done
        }
        let files = try InputFiles(operands)
        let sent = try InputFiles(arguments.values("--sent"))
        var isNegative = false
        for item in files.items {
            let answers = try ReceivedAnswers.read(item)
            guard !answers.isEmpty else {
                if let finding = answers.fileFindings.first {
                    throw CommandFailure(code: .negative, message: "\(item.name): \(finding.message)")
                }
                throw .usage("\(item.name) holds no 997, 999 or TA1; `edigate validate` judges other sets")
            }
            var search = SentSearch(answers)
            try search.run(sent)
            isNegative = isNegative || answers.isNegative
            if arguments.isJSON {
                AnswerJSON(answers, search).show()
            } else {
                AnswerText(answers, search).show()
            }
        }
        return isNegative ? .negative : .done
    }
}
