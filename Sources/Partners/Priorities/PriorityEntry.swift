import Commerce

extension ProfileDescription {
    /// What goes before other things, as the file has it.
    struct PriorityEntry: JSONObject {
        var lane: Int?
        var sets: [Text] = []
        var orderTypes: [Text] = []
        var items: [Text] = []
        var locations: [Text] = []

        mutating func code(_ json: inout some JSONCoding) {
            json.field("lane", &lane)
            json.field("sets", &sets)
            json.field("orderTypes", &orderTypes)
            json.field("items", &items)
            json.field("locations", &locations)
        }
    }
}

extension ProfileCheck {
    mutating func priorities(_ entries: [ProfileDescription.PriorityEntry]) -> [PriorityRule] {
        var rules: [PriorityRule] = []
        for (index, entry) in entries.enumerated() {
            let path = "$.priority[\(index)]"
            guard let lane = entry.lane, (1...9).contains(lane) else {
                report("\(path).lane", "expected a lane from 1 to 9", "write 1 for what goes first; 5 is usual")
                continue
            }
            for (place, set) in entry.sets.enumerated() { _ = isSet(set.string, "\(path).sets[\(place)]") }
            func words(_ texts: [Text]) -> Set<String> { Set(texts.map(\.string)) }
            rules.append(
                PriorityRule(
                    lane: lane, sets: words(entry.sets), orderTypes: words(entry.orderTypes),
                    items: words(entry.items), locations: words(entry.locations)))
        }
        return rules
    }
}
