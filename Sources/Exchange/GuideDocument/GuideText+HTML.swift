extension GuideText {
    /// The guide as one page of HTML that needs nothing else.
    func html() -> String {
        let contents = contents.map { "<li><a href=\"#\($0.anchor)\">\(Self.escaped($0.title))</a></li>" }
        return """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(Self.escaped(title))</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <nav aria-label="Contents"><strong>Contents</strong><ol>\(contents.joined())</ol></nav>
            <main>
            <header><h1>\(Self.escaped(title))</h1>
            \(lead.map { "<p>\(Self.text($0))</p>" }.joined(separator: "\n"))
            </header>
            \(blocks.map(Self.html).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private static func html(_ block: GuideBlock) -> String {
        switch block {
        case .heading(let level, let title, let anchor):
            return "<h\(level) id=\"\(escaped(anchor))\">\(escaped(title))</h\(level)>"
        case .paragraph(let paragraph): return "<p>\(text(paragraph))</p>"
        case .list(let items): return "<ul>" + items.map { "<li>\(text($0))</li>" }.joined() + "</ul>"
        case .table(let heads, let rows):
            let head = heads.map { "<th scope=\"col\">\(text($0))</th>" }.joined()
            let body = rows.map { row in
                // On a narrow screen each cell says itself what it is.
                "<tr>"
                    + zip(heads, row).map { "<td data-head=\"\(escaped($0))\"><span>\(text($1))</span></td>" }.joined()
                    + "</tr>"
            }
            return
                "<div class=\"table\"><table><thead><tr>\(head)</tr></thead><tbody>\n\(body.joined(separator: "\n"))\n</tbody></table></div>"
        case .sample(let title, let sample):
            return
                "<figure><figcaption>\(text(title))</figcaption><pre tabindex=\"0\">\(escaped(sample))</pre></figure>"
        }
    }

    /// Text with code in it.
    private static func text(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().map { index, part in
            index % 2 == 1 && index < parts.count - 1 ? "<code>\(escaped(String(part)))</code>" : escaped(String(part))
        }.joined()
    }

    /// Text in which nothing means something to HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 && scalar != "\n": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let style = """
        :root { --ink: #1d2329; --soft: #59636e; --line: #d5dae0; --ground: #fff; --tint: #f4f6f8; --mark: #0b5c8a; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e4e8ec; --soft: #9aa5b1; --line: #39424c; --ground: #14181c; --tint: #1d2329; --mark: #7cc4ee; }
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: var(--ground);
          font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
        main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
        header p { color: var(--soft); margin: .25rem 0; }
        h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .6rem; letter-spacing: -.01em; text-wrap: balance; }
        h2 { font-size: 1.35rem; margin: 3rem 0 .75rem; padding-top: .9rem; border-top: 2px solid var(--ink); }
        h3 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
        p, ul { margin: .6rem 0; max-width: 44rem; }
        ul { padding-left: 1.2rem; } li { margin: .2rem 0; }
        a { color: var(--mark); }
        code, pre { font: .875em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
        code { background: var(--tint); padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
        .table { overflow-x: auto; margin: .9rem 0; }
        table { border-collapse: collapse; width: 100%; font-size: .925rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line);
          overflow-wrap: anywhere; min-width: 4rem; }
        th { font-weight: 600; color: var(--soft); white-space: nowrap; }
        figure { margin: 1rem 0; } figcaption { color: var(--soft); font-size: .925rem; margin-bottom: .3rem; }
        pre { background: var(--tint); border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1rem; margin: 0;
          overflow-x: auto; }
        nav { font-size: .925rem; padding: 1.5rem 1.5rem 0; max-width: 60rem; margin: 0 auto; }
        nav ol { margin: .4rem 0 0; padding-left: 1.4rem; columns: 2; column-gap: 2rem; }
        @media (min-width: 84rem) {
          body { display: grid; grid-template-columns: 17rem minmax(0, 60rem); justify-content: center; }
          nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding-top: 2.9rem; }
          nav ol { columns: 1; }
          main { margin: 0; }
        }
        @media (max-width: 40rem) {
          main { padding: 1.5rem 1rem 3rem; } nav { padding: 1rem 1rem 0; } nav ol { columns: 1; }
          h1 { font-size: 1.5rem; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          table, tbody, tr, td { display: block; }
          tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
          td { border: 0; padding: .1rem 0; display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .6rem; }
          td::before { content: attr(data-head); color: var(--soft); font-size: .85rem; }
          td:has(span:empty) { display: none; }
        }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #bbb; --ground: #fff; --tint: #f6f6f6; --mark: #000; }
          body { display: block; font-size: 10pt; } nav { display: none; } main { max-width: none; padding: 0; }
          h2 { break-after: avoid; } h3, figcaption { break-after: avoid; } tr, figure { break-inside: avoid; }
          pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        }
        """
}
