import X12

// What is judged, when, and what is done with what comes again.
extension FormatSchema {
    static let judgementFields = [
        SchemaField(
            "severities", .objects,
            "How much findings weigh where not as by default; of those that apply, the last counts.",
            actsIn: ["Partners/Profile.swift: severities.filter"],
            example: "[{ check: \"W-ELEMENT-CODE\", severity: \"note\" }]"),
        SchemaField(
            "severities[].check", .text("a finding's name, or a family such as \"E-ELEMENT-*\""), "Which findings.",
            otherwise: "must be written", actsIn: ["Partners/Loading/ProfileCheck.swift: checkName"],
            example: "\"W-ELEMENT-CODE\""),
        SchemaField(
            "severities[].set", .set, "In which set.", otherwise: "in all",
            actsIn: ["Partners/Loading/ProfileCheck.swift: entry.set"], example: "\"855\""),
        SchemaField(
            "severities[].element", .text("a segment or element such as \"REF01\""), "At which segment or element.",
            otherwise: "anywhere", actsIn: ["Partners/Loading/ProfileCheck.swift: entry.element"],
            example: "\"REF01\""),
        SchemaField(
            "severities[].at", .guidePath, "At which place of the set, by its loops and their qualifiers.",
            otherwise: "anywhere", actsIn: ["Partners/Loading/ProfileCheck.swift: entry.at"],
            example: "\"N1[01=ST]/N3\""),
        SchemaField(
            "severities[].direction", .word(Profile.Direction.self), "In what comes (in) or what we send (out).",
            otherwise: "both", actsIn: ["Partners/Profile.swift: $0.direction"], example: "\"in\""),
        SchemaField(
            "severities[].severity", .words(Severity.allCases.map(\.name)), "How much they weigh.",
            otherwise: "must be written", actsIn: ["Partners/Loading/ProfileCheck.swift: entry.severity"],
            example: "\"warning\""),
        SchemaField(
            "documents", .objects,
            "The sets exchanged. 997 and 999 go without saying; any other set is refused, or not sent.",
            otherwise: "any set, either way",
            actsIn: [
                "Exchange/Rules+Route.swift: profile.documents",
                "Gateway/Outbound/OutboundCheck.swift: profile.exchanges",
            ], example: "[{ set: \"850\", direction: \"out\" }]"),
        SchemaField("documents[].set", .set, "The set.", otherwise: "must be written", example: "\"850\""),
        SchemaField(
            "documents[].direction", .word(Profile.Direction.self), "From the partner (in) or to it (out).",
            otherwise: "must be written", example: "\"out\""),
        SchemaField(
            "hierarchy", .objects, "Which HL levels may stand where in what the partner sends, and in what we send it.",
            otherwise: "as BSN05 says", actsIn: ["Exchange/Rules+Route.swift: profile.nestings"],
            example: "[{ set: \"856\", paths: [\"SOPI\"] }]"),
        SchemaField("hierarchy[].set", .set, "The set.", otherwise: "must be written", example: "\"856\""),
        SchemaField(
            "hierarchy[].paths", .texts("levels from the root, \"SOTPI\" or \"S>O>P>I\""), "The paths there may be.",
            otherwise: "must be written", example: "[\"SOTPI\", \"SOPI\"]"),
        SchemaField(
            "qualifiers", .objects,
            "Dates and references that the partner, and what we send it, has under another qualifier than the one that "
                + "the articles of fields name. The acknowledgment and the guide judge what was sent.",
            otherwise: "as the articles of fields have them",
            actsIn: [
                "Exchange/Rules+Route.swift: profile.qualifiers", "Exchange/Generation+Form.swift: profile.qualifiers",
            ],
            example: "[{ set: \"850\", segment: \"DTM\", usual: \"002\", agreed: \"074\" }]"),
        SchemaField(
            "qualifiers[].set", .set, "850, 855, 856 or 810.", otherwise: "must be written", example: "\"850\""),
        SchemaField(
            "qualifiers[].segment", .words(AgreedQualifiers.segments), "The segment.", otherwise: "must be written",
            example: "\"DTM\""),
        SchemaField(
            "qualifiers[].usual", .text("a qualifier"), "The qualifier of the field, as its article has it.",
            otherwise: "must be written", example: "\"002\""),
        SchemaField(
            "qualifiers[].agreed", .text("a qualifier"), "The one that stands in its place.",
            otherwise: "must be written", example: "\"074\""),
    ]

    static let clockFields = [
        SchemaField("clocks", .object, "How long answers may take, and when the partner is at work."),
        SchemaField(
            "clocks.utcOffset", .text("+HH:MM or -HH:MM", pattern: "^[+-][0-9]{2}:[0-9]{2}$"),
            "The partner's clock against UTC, summer time aside.",
            actsIn: ["Reconciliation/Clocks/Deadline.swift: offset"], example: "\"-05:00\""),
        SchemaField(
            "clocks.summerTime", .word(BusinessCalendar.SummerTime.self),
            "When its clock is put forward by an hour: as in the United States and Canada, or as in Europe.",
            actsIn: ["Partners/Clocks/SummerTime.swift: summerTime"], example: "\"north-america\""),
        SchemaField(
            "clocks.workdays", .listed(BusinessCalendar.Weekday.self), "The days it works on.",
            actsIn: ["Reconciliation/Clocks/Deadline.swift: workdays"], example: "[\"mon\", \"tue\"]"),
        SchemaField(
            "clocks.hours", .text("HH:MM-HH:MM", pattern: "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"),
            "Its working hours.",
            actsIn: ["Reconciliation/Clocks/Deadline.swift: opens"], example: "\"07:00-16:00\""),
        SchemaField(
            "clocks.holidays", .texts("dates CCYY-MM-DD", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), "Its days off.",
            actsIn: ["Reconciliation/Clocks/Deadline.swift: holidays"], example: "[\"2026-12-25\"]"),
        SchemaField(
            "clocks.acknowledgment", .term, "Within what time the TA1, 997 or 999 of what we send must come.",
            actsIn: ["Gateway/Outbound/OutboundRecording.swift: clocks.acknowledgment"], example: "\"4bh\""),
        SchemaField(
            "clocks.orderAcknowledgment", .term, "Within what time an order is answered by an 855, either way.",
            actsIn: ["Gateway/Reconciling/OrderBook.swift: clocks.orderAcknowledgment"], example: "\"2bd\""),
        SchemaField(
            "clocks.shipNotice", .term, "Within what time an order is followed by an 856, either way.",
            actsIn: ["Gateway/Reconciling/OrderBook.swift: clocks.shipNotice"], example: "\"5bd\""),
        SchemaField(
            "clocks.invoice", .term, "Within what time an order is followed by an 810, either way.",
            actsIn: ["Gateway/Reconciling/OrderBook.swift: clocks.invoice"], example: "\"30d\""),
        SchemaField(
            "clocks.held", FieldForm(phrase: "a term such as \"8bh\"", pattern: "^[0-9]{1,4}(m|h|d|bh|bd)$"),
            "Within what time a person looks at what was accepted on the wire and is held inside.",
            actsIn: ["Gateway/Recording/InterchangeRecording+Holding.swift: clocks.held"], example: "\"4bh\""),
        SchemaField(
            "clocks.sets", .objects, "What holds for one set instead of `clocks.acknowledgment`.",
            actsIn: ["Partners/Clocks/Clocks.swift: sets[set]"],
            example: "[{ set: \"850\", acknowledgment: \"4bh\" }]"),
        SchemaField("clocks.sets[].set", .set, "The set.", otherwise: "must be written", example: "\"850\""),
        SchemaField(
            "clocks.sets[].acknowledgment", .term, "Within what time it must be acknowledged.", example: "\"4bh\""),
    ]

    static let historyFields = [
        SchemaField("duplicates", .object, "What is done with control numbers that come again, or out of their order."),
        SchemaField(
            "duplicates.window", .number(1...3_650),
            "For how many days an ISA13 may not come again with other bytes. The same bytes are known however late.",
            actsIn: ["Gateway/Recording/InterchangeRecorder.swift: policy"], example: "30"),
        SchemaField(
            "duplicates.documentWindow", .number(1...3_650),
            "For how many days the number of a document may not come again.",
            actsIn: ["Gateway/Recording/InterchangeRecording+History.swift: documentWindow"], example: "365"),
        SchemaField(
            "duplicates.onReset", .word(DuplicatePolicy.Action.self),
            "What is done when ISA13 falls back, as after the sender's system was set up anew.",
            actsIn: ["Gateway/Recording/InterchangeRecording+History.swift: onReset"], example: "\"hold\""),
        SchemaField(
            "duplicates.onOutOfSequence", .word(DuplicatePolicy.Action.self),
            "What is done when ISA13 skips numbers or comes late.",
            actsIn: ["Gateway/Recording/InterchangeRecording+History.swift: onOutOfSequence"], example: "\"alert\""),
        SchemaField(
            "duplicates.onGroup", .word(DuplicatePolicy.Action.self),
            "What is done when a GS06 comes again in another interchange.",
            actsIn: ["Gateway/Recording/InterchangeRecording+History.swift: onGroup"], example: "\"ignore\""),
        SchemaField(
            "retention", .number(1...36_500), "For how many days the bytes of what is exchanged are kept.",
            otherwise: "for ever", actsIn: ["Gateway/Keeping/Purge.swift: profile.retention"], example: "2557"),
    ]
}
