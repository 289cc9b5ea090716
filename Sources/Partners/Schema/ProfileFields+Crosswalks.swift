// What happens with values that a crosswalk has no row for. The rows themselves stand in `crosswalks/<table>.csv`.
extension FormatSchema {
    static let crosswalkFields = [
        SchemaField(
            "crosswalks", .objects,
            "How the tables in the partner's `crosswalks/` are used. A table without an entry holds what it does not know.",
            otherwise: "every table holds on a miss",
            actsIn: ["Partners/Crosswalks/CrosswalkLibrary.swift: crosswalkTerms"],
            example: "[{ table: \"items\", onMiss: \"hold\", owner: \"Supply chain data\", maxAge: 90 }]"),
        SchemaField(
            "crosswalks[].table", .word(CrosswalkTable.self), "Which table.", otherwise: "must be written",
            example: "\"items\""),
        SchemaField(
            "crosswalks[].onMiss", .word(CrosswalkMiss.self),
            "What happens to a document with a value that no row fits: it is held, passes without our value, or takes the "
                + "default.", actsIn: ["Exchange/Crosswalks/CrosswalkIssue.swift: onMiss"], example: "\"pass\""),
        SchemaField(
            "crosswalks[].default", .text("a value of ours"), "What a miss becomes under onMiss: \"default\".",
            otherwise: "there is none", actsIn: ["Exchange/Crosswalks/CrosswalkWalk.swift: defaultValue"],
            example: "\"EA\""),
        SchemaField(
            "crosswalks[].owner", .text("a name"), "Who answers for the table.",
            otherwise: "nobody is named", actsIn: ["edigate/Commands/Crosswalk/CrosswalkStale.swift: owner"],
            example: "\"Supply chain data\""),
        SchemaField(
            "crosswalks[].version", .text("a version"), "What documents name the rows by.",
            otherwise: "a digest of the file", actsIn: ["Partners/Crosswalks/CrosswalkTerms.swift: terms.version"],
            example: "\"2026-11\""),
        SchemaField(
            "crosswalks[].maxAge", .number(1...3_650), "After how many days without a new file the table is stale.",
            otherwise: "never", actsIn: ["edigate/Commands/Crosswalk/CrosswalkStale.swift: maxAge"], example: "90"),
    ]
}
