import Foundation
import InterchangeTestSupport
import Testing
import X12

/// The catalogue of findings as an article, made from the one table of findings and their explanations.
@Suite struct FindingArticleTests {
    private static let article = Repository.root.appending(path: "Sources/X12/X12.docc/Findings.md")

    /// Set RECORD_GOLDENS to write the article anew.
    @Test func `the article is what the table says`() throws {
        let text = Self.text
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try Data(text.utf8).write(to: Self.article)
        }
        #expect(try String(contentsOf: Self.article, encoding: .utf8) == text)
    }

    private static var text: String {
        var lines = [
            "# Findings", "", "Every finding there is: its name, what it means, what it causes, and what to do.", "",
            "## Overview", "",
            "The letter in front of a name tells the default severity: E an error, W a warning, N a note; R is a repair, G "
                + "a rule of a companion guide, B a business rule, which no acknowledgment tells. Profiles may set another "
                + "severity. `edigate explain NAME` shows an entry.", "",
            "This article is made from the table of findings by `FindingArticleTests`.",
        ]
        for code in FindingCode.allCases {
            let entry = code.entry
            lines += ["", "### \(entry.name)", "", "\(entry.title.prefix(1).uppercased())\(entry.title.dropFirst())."]
            if let explanation = code.explanation {
                lines += ["", explanation.paragraph, ""]
                lines.append("- bad: `\(explanation.bad.text)`")
                lines.append("- good: `\(explanation.good.text)`")
            }
            lines.append("- do: \(entry.remedy)")
            lines.append("- severity: \(entry.severity.name)")
            if let codes = code.acknowledgmentWords { lines.append("- acknowledged: \(codes)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
