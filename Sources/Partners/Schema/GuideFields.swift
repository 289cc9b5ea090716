import X12

// A companion guide's fields in words, in the order of its description.
extension FormatSchema {
    static let guideFields =
        [
            SchemaField(
                "schemaVersion", .number(1...1), "The version of this format.",
                actsIn: ["Partners/Guides/GuideReader.swift: schemaVersion"], example: "1"),
            SchemaField(
                "title", .text("a text"), "What the guide is called where it is quoted.",
                actsIn: ["Partners/Guides/GuideReader.swift: title"], example: "\"Supplier guide 3.2\""),
            SchemaField(
                "sets", .objects, "The rules, by set.", actsIn: ["Partners/Guides/GuideStack.swift: file.parts"],
                example: "[{ set: \"850\", rules: [{ at: \"BEG02\", codes: [\"SA\"] }] }]"),
            SchemaField("sets[].set", .set, "The set.", otherwise: "must be written", example: "\"850\""),
            SchemaField(
                "sets[].versions", .texts("versions such as \"004010\""), "The versions it is for.",
                otherwise: "every version that has the places", actsIn: ["Partners/Guides/GuideStack.swift: versions"],
                example: "[\"004010\"]"),
            SchemaField(
                "sets[].direction", .word(Profile.Direction.self),
                "What the partner sends (in), or what we send (out).",
                otherwise: "both", actsIn: ["Partners/Guides/GuideStack.swift: direction"], example: "\"in\""),
            SchemaField(
                "sets[].rules", .objects, "A line for each place, or for each relation between places.",
                otherwise: "must be written", example: "[{ at: \"BEG05\", use: \"required\" }]"),
        ] + ruleFields

    private static let ruleFields = [
        rule(
            "within", .guidePath, "Applies the rule to each occurrence of this loop by itself.",
            otherwise: "the whole set", example: "\"PO1\""),
        rule("at", .guidePath, "The place that demands are made of.", example: "\"REF[01=IA]02\""),
        rule(
            "when", .text("places joined by \" and \", with \"no \" before those not sent"),
            "What else must be sent, or not, for the rule to apply.", otherwise: "always",
            example: "\"N1[01=VN] and no REF[01=IA]\""),
        rule(
            "use", .words(GuideRule.Use.allCases.map(\.rawValue)),
            "Whether it must be sent, may not be sent, or (a relaxation) may be left out.", example: "\"required\""),
        rule(
            "codes", .texts("codes"), "The only values, whether or not the standard has them.",
            example: "[\"SA\", \"NE\"]"),
        rule("moreCodes", .texts("codes"), "A relaxation: values beside those of the standard.", example: "[\"XX\"]"),
        rule("minLength", .number(1...1_000_000), "The fewest characters.", example: "10"),
        rule(
            "maxLength", .number(1...1_000_000), "The most characters; above the standard's a relaxation.",
            example: "10"),
        rule(
            "pattern", .text("a pattern of classes, groups, | ? * + {n,m} \\d \\w"), "What whole values match.",
            example: "\"[0-9]{10}\""),
        rule("minUse", .number(0...1_000_000), "How often the segment or loop stands at least.", example: "1"),
        rule(
            "maxUse", .number(0...1_000_000),
            "How often it stands at most; above the standard's a relaxation.", example: "1"),
        rule(
            "allow", .guidePath, "A relaxation: lets a segment of the standard in where it has no place.",
            example: "\"PO1/AMT\""),
        rule(
            "after", .text("a segment of the same loop"), "Behind which segment `allow` lets it in.", example: "\"PID\""
        ),
        rule("sum", .guidePath, "The sum of these values is `equals`.", example: "\"PO102\""),
        rule("count", .guidePath, "The number of these is `equals`.", example: "\"PO1\""),
        rule("equals", .guidePath, "What `sum` or `count` is compared with.", example: "\"CTT01\""),
        rule("tolerance", .text("a number"), "By how much `sum` may differ.", otherwise: "0", example: "\"0.01\""),
        rule("equal", .guidePaths, "These are the same.", example: "[\"BIG04\", \"REF[01=PO]02\"]"),
        rule("different", .guidePaths, "These differ.", example: "[\"N1[01=ST]04\", \"N1[01=BT]04\"]"),
        rule(
            "ascending", .guidePaths, "None of these dates or numbers is less than the one before.",
            example: "[\"DTM[01=037]02\", \"DTM[01=038]02\"]"),
        rule("unique", .guidePath, "No value stands there twice.", example: "\"PO101\""),
        rule("anyOf", .guidePaths, "At least one of these is sent.", example: "[\"REF[01=IA]\", \"N1[01=VN]\"]"),
        rule("onlyOneOf", .guidePaths, "At most one of these is sent.", example: "[\"DTM[01=002]\", \"DTM[01=010]\"]"),
        rule("allOrNone", .guidePaths, "All of these are sent, or none.", example: "[\"N3\", \"N4\"]"),
        rule(
            "severity", .words(Severity.allCases.map(\.name)), "How much a breach weighs.", otherwise: "error",
            example: "\"warning\""),
        rule(
            "because", .text("a text"), "The reason, quoted where the rule is broken.", example: "\"recalls go by lot\""
        ),
    ]

    private static func rule(
        _ name: String, _ form: FieldForm, _ meaning: String, otherwise: String = "", example: String
    ) -> SchemaField {
        SchemaField(
            "sets[].rules[].\(name)", form, meaning, otherwise: otherwise,
            actsIn: ["Partners/Guides/RuleReader.swift: entry.\(name)"], example: example)
    }
}
