// When a file in the partner's drop is complete.
extension FormatSchema {
    static let dropFields = [
        SchemaField(
            "drop", .object, "When a file in `drop/<id>/in` is complete, and what becomes of one that never is."),
        SchemaField(
            "drop.ignore", .texts("names, * and ? standing for other characters"),
            "Names of files that are not complete yet and never taken; a list replaces the usual one.",
            actsIn: ["Gateway/Intake/Gateway+Looking.swift: policy.ignores"], example: "[\"*.filepart\", \".*\"]"),
        SchemaField(
            "drop.quiet", .period,
            "For how long a file must stay unchanged where nothing better shows that it is complete.",
            actsIn: ["Gateway/Intake/Completeness.swift: policy.quiet"], example: "\"10s\""),
        SchemaField(
            "drop.linger", .period,
            "For how long a complete file is left in place, for clients that look at it after they sent it.",
            actsIn: ["Gateway/Intake/Completeness.swift: policy.linger"], example: "\"2s\""),
        SchemaField(
            "drop.deadline", .period, "For how long after its last change a file may stay incomplete.",
            actsIn: ["Gateway/Intake/Completeness.swift: policy.deadline"], example: "\"2h\""),
        SchemaField(
            "drop.incomplete", .word(DropPolicy.Incomplete.self),
            "What is done with an interchange without IEA then: TA1 023, or quarantine and no answer.",
            actsIn: ["Gateway/Recording/InterchangeOutcome+Silence.swift: drop.incomplete"], example: "\"hold\""),
        SchemaField(
            "drop.largest", .number(1...ProfileCheck.mostMegabytes), "The megabytes of the largest file that is taken.",
            actsIn: ["Gateway/Intake/Sightings.swift: policy.largest"], example: "100"),
        SchemaField(
            "drop.partners", .texts("partners' ids"),
            "Of a VAN, the partners whose interchanges its mailbox may bring.", otherwise: "any partner's",
            actsIn: ["Partners/Drops/DropPolicy.swift: drop.partners"], example: "[]"),
        SchemaField(
            "drop.uncollected", .period,
            "From what age on a file that the partner has not collected from its `out/` or `ack/` is told by `alerts`.",
            otherwise: "as the rule of alert says, a day where it says nothing",
            actsIn: ["Gateway/Observing/GatewayStatus.swift: drop.uncollected"], example: "\"4h\""),
    ]
}
