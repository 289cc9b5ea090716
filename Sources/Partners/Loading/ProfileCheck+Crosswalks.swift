import Commerce

// What happens with values that a crosswalk has no row for.
extension ProfileCheck {
    mutating func crosswalks(_ entries: [ProfileDescription.CrosswalkEntry]) -> [CrosswalkTable: CrosswalkTerms] {
        var all: [CrosswalkTable: CrosswalkTerms] = [:]
        for (index, entry) in entries.enumerated() {
            let path = "$.crosswalks[\(index)]"
            guard let table = word(entry.table, CrosswalkTable.self, "\(path).table"),
                let onMiss = word(entry.onMiss, CrosswalkMiss.self, "\(path).onMiss")
            else { continue }
            var terms = CrosswalkTerms()
            terms.onMiss = onMiss
            terms.defaultValue = entry.defaultValue
            terms.owner = entry.owner.string
            terms.version = entry.version
            if entry.maxAge != nil { terms.maxAge = days(entry.maxAge, "\(path).maxAge") }
            if (onMiss == .default) == entry.defaultValue.isEmpty {
                report(
                    "\(path).default",
                    onMiss == .default ? "there is no default" : "a default is given that is never taken",
                    "write onMiss: \"default\" and the value that goes with it")
            }
            if all.updateValue(terms, forKey: table) != nil {
                report("\(path).table", "the table \(quoted(table.rawValue)) stands twice", "write one entry for it")
            }
        }
        return all
    }
}
