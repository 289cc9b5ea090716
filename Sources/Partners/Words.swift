/// Quotes a value for a sentence, 40 characters at most, what cannot be printed shown as an escape.
func quoted(_ value: String) -> String {
    guard !value.isEmpty else { return "nothing" }
    var shown = ""
    for scalar in value.unicodeScalars.prefix(40) {
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
            shown += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            shown.unicodeScalars.append(scalar)
        }
    }
    return value.unicodeScalars.count > 40 ? "\"\(shown)…\"" : "\"\(shown)\""
}

extension Sequence<String> {
    /// The words as a choice: `"a", "b" or "c"`.
    var choice: String { joined(by: "or") }

    /// The words as a list: `"a", "b" and "c"`.
    var list: String { joined(by: "and") }

    private func joined(by conjunction: String) -> String {
        let words = map(quoted)
        guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
    }
}
