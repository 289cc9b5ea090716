extension Page {
    /// Pages as one HTML document that needs nothing else: no script, no font, no address outside.
    static func html(_ pages: [Page]) -> String {
        let style = """
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1a1a}
            article+article{margin-top:3rem;border-top:2px solid #ccc;padding-top:1rem}
            h1{font-size:1.4rem;margin:0}h2{font-size:1rem;margin:1.4rem 0 .3rem}
            .origin{color:#666;margin:.2rem 0}table{border-collapse:collapse;width:100%}
            th{font-weight:600;text-align:left;color:#666;border-bottom:1px solid #ccc}
            td,th{padding:.2rem .8rem .2rem 0;vertical-align:top}tr.detail td{color:#555;padding-left:1.2rem}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;margin:0}
            dt{color:#666}dd{margin:0}ul{margin:.2rem 0;padding-left:1.2rem}ul.tree{list-style:none;padding-left:0}
            td:last-child{overflow-wrap:anywhere}tr.good td:first-child{color:#176b2c}tr.bad td:first-child{color:#b3261e;font-weight:600}
            tr.open td:first-child{color:#8a5a00}tr.good td:first-child,tr.bad td:first-child,tr.open td:first-child{white-space:nowrap}
            @media(max-width:34rem){body{margin:1rem auto}td,th{padding-right:.5rem}dl{grid-template-columns:1fr}
            dd{margin-bottom:.3rem}}
            @media print{body{margin:0;max-width:none}}
            """
        let name = pages.count == 1 ? pages.first?.title ?? "" : "\(pages.count) documents"
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(name))</title><style>\(style)</style></head><body>
            \(pages.map(\.article).joined(separator: "\n"))
            </body></html>

            """
    }

    private var article: String {
        var text = "<article><h1>\(Self.escaped(title))</h1>"
        if !origin.isEmpty { text += "<p class=\"origin\">\(Self.escaped(origin))</p>" }
        for section in sections {
            text += "\n<h2>\(Self.escaped(section.title))</h2>\n" + Self.html(section.content)
        }
        return text + "</article>"
    }

    private static func html(_ content: Content) -> String {
        switch content {
        case .facts(let facts):
            let items = facts.map { "<dt>\(escaped($0.name))</dt><dd>\(escaped($0.value))</dd>" }
            return "<dl>\(items.joined(separator: "\n"))</dl>"
        case .table(let heads, let rows):
            let head = heads.map { "<th>\(escaped($0))</th>" }.joined()
            let body = rows.map { row in
                "<tr\(row.mark.map { " class=\"\($0.rawValue)\"" } ?? "")>\(row.cells.map { "<td>\(escaped($0))</td>" }.joined())</tr>"
                    + row.details.map {
                        "<tr class=\"detail\"><td colspan=\"\(heads.count)\">\(escaped($0))</td></tr>"
                    }.joined()
            }
            return "<table><thead><tr>\(head)</tr></thead><tbody>\(body.joined(separator: "\n"))</tbody></table>"
        case .tree(let entries):
            let items = entries.map {
                "<li style=\"margin-left:\(Double($0.depth) * 1.4)rem\">\(escaped($0.text))</li>"
            }
            return "<ul class=\"tree\">\(items.joined(separator: "\n"))</ul>"
        case .lines(let lines):
            return "<ul>\(lines.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n"))</ul>"
        }
    }

    /// What a partner sent must not become markup.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default:
                // Control characters are no characters of HTML.
                if scalar.value >= 0x20 || scalar == "\n" {
                    escaped.unicodeScalars.append(scalar)
                } else {
                    escaped += "�"
                }
            }
        }
        return escaped
    }
}
