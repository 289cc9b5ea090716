import Glibc

/// Asks questions at a terminal; elsewhere nothing is asked.
struct Asking {
    /// Whether a person sits at both ends.
    static var isPossible: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// Asks until the answer is sound; an empty one takes `initial`.
    ///
    /// - Returns: What `read` makes of the answer; nil at the end of the input.
    static func ask<T>(_ question: String, initial: String = "", _ read: (String) -> Result<T, AnswerFault>) -> T? {
        while true {
            Terminal.flush()
            let hint = initial.isEmpty ? "" : " [\(initial)]"
            let prompt = Array("\(question)\(hint): ".utf8)
            _ = unsafe prompt.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard let line = readLine() else { return nil }
            let answer = line.trimmed
            switch read(answer.isEmpty ? initial : answer) {
            case .success(let value): return value
            case .failure(let fault): Terminal.complain("  \(fault.reason)")
            }
        }
    }

    /// Asks for a text that may not be empty.
    static func ask(_ question: String, initial: String = "") -> String? {
        ask(question, initial: initial) { $0.isEmpty ? .failure(AnswerFault("an answer is needed")) : .success($0) }
    }
}

/// What is wrong with an answer.
struct AnswerFault: Error {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}

extension String {
    /// Without blanks at either end.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
