// A profile's fields in words, in the order of its description. To add one: a member of `ProfileDescription`, its check
// in `ProfileCheck`, and a line here; the tests name what is missing.
extension FormatSchema {
    static let profileFields =
        headFields + identityFields + envelopeFields + acknowledgmentFields + judgementFields + writingFields
        + dropFields + crosswalkFields + clockFields + historyFields + deliveryFields + priorityFields

    private static let headFields = [
        SchemaField(
            "schemaVersion", .number(1...1), "The version of this format.",
            actsIn: ["Partners/Loading/ProfileLayers.swift: schemaVersion"], example: "1"),
        SchemaField(
            "id", .text("the name of the folder"), "What the partner is called in commands, folders and the ledger.",
            actsIn: ["Partners/Loading/ProfileCheck.swift: checkID"], example: "\"acme\""),
        SchemaField(
            "name", .text("a text"), "The partner's name as people say it.",
            actsIn: ["Partners/Profile.swift: title"], example: "\"Acme Medical\""),
        SchemaField(
            "role", .word(Profile.Role.self),
            "What the partner is to us. The drop of a \"van\" may bring the interchanges of others.",
            otherwise: "must be written, here or in a layer",
            actsIn: ["Partners/Routing/RouteDecision.swift: owner.carries"], example: "\"supplier\""),
        SchemaField(
            "stage", .word(Profile.Stage.self),
            "How far the relation has come. Production data is exchanged in \"pilot\" and \"production\" only; in a pilot "
                + "what we send is test data unless the document says production. Nothing at all goes in "
                + "\"suspended\". `edigate partner promote` brings it on.",
            actsIn: [
                "Partners/Routing/RouteDecision.swift: profile.stage",
                "Gateway/Outbound/OutboundCheck.swift: profile.stage",
            ], example: "\"test\""),
        SchemaField(
            "version", .number(0...Profile.greatestVersion),
            "How often the profile was promoted: counted by `edigate partner promote`, told in the guide that goes to the "
                + "partner.",
            otherwise: "it was never promoted",
            actsIn: ["Exchange/GuideDocument/CompanionGuideDocument.swift: profile.version"], example: "1"),
        SchemaField(
            "suspended", .object,
            "Lies over the stage while nothing is exchanged: files wait in the drop, and nothing is sent. Written by "
                + "`edigate partner suspend`, taken away by `resume`.",
            otherwise: "business goes on", actsIn: ["Partners/Loading/ProfileCheck.swift: readSuspension"]),
        SchemaField(
            "suspended.because", .text("a text"), "Why, told wherever something waits for it.",
            actsIn: ["Gateway/Intake/Gateway+Looking.swift: suspensionReason"], example: "\"their recall\""),
        SchemaField(
            "suspended.since", .text("a moment"), "Since when.",
            actsIn: ["Partners/Profile.swift: suspension.since"]),
        SchemaField(
            "suspended.by", .text("a name"), "Who said so.", actsIn: ["Partners/Profile.swift: suspension.by"]),
        SchemaField(
            "extends", .texts("layers' names"),
            "Layers under this file, `TradingPartners/_base/NAME.json5`, read in this order, each over what it extends.",
            actsIn: ["Partners/Loading/ProfileLayers.swift: extends"], example: "[]"),
        SchemaField(
            "contacts", .objects, "Whom the partner asks on our side, as the guide that goes to it tells.",
            otherwise: "the guide names nobody",
            actsIn: ["Exchange/GuideDocument/CompanionGuideDocument+Envelopes.swift: profile.contacts"],
            example: "[{ role: \"EDI\", name: \"EDI desk\", email: \"edi@example.com\" }]"),
        SchemaField(
            "contacts[].role", .text("a text"), "What is asked there.", otherwise: "must be written", example: "\"EDI\""
        ),
        SchemaField("contacts[].name", .text("a text"), "A person or department.", example: "\"EDI desk\""),
        SchemaField(
            "contacts[].email", .text("an address"), "The address.", otherwise: "the telephone serves",
            example: "\"edi@example.com\""),
        SchemaField(
            "contacts[].phone", .text("a number"), "The telephone number.", otherwise: "the address serves",
            example: "\"+1 614 555 0142\""),
    ]

    private static let identityFields = [
        SchemaField("identities", .object, "Who sends and who receives, by usage."),
        SchemaField(
            "identities.production", .object, "The identities of production data, ISA15 P or I.",
            otherwise: "no production data is exchanged", actsIn: ["Partners/Profile.swift: production"]),
        SchemaField(
            "identities.test", .object, "The identities of test data, ISA15 T.",
            otherwise: "no test data is exchanged", actsIn: ["Partners/Profile.swift: test"]),
        SchemaField("identities.*.partner", .object, "The partner."),
        SchemaField("identities.*.us", .object, "We, as this partner knows us."),
        SchemaField(
            "identities.*.*.isa", .objects,
            "Interchange identities, ISA05/06 or ISA07/08. The first is written, all are accepted.",
            otherwise: "must be written",
            actsIn: ["Partners/Routing/RouteDecision.swift: interchangeIDs", "Partners/Profile.swift: interchangeIDs"],
            example: "[{ qualifier: \"01\", id: \"123456789\" }]"),
        SchemaField(
            "identities.*.*.isa[].qualifier", .text("a qualifier of element I05, two characters"),
            "Says what kind of identifier it is: 01 DUNS, 08 UCC, 12 telephone number, 14 DUNS with suffix, ZZ mutually "
                + "agreed.",
            otherwise: "must be written", actsIn: ["Partners/Loading/ProfileCheck+Envelope.swift: qualifier"],
            example: "\"01\""),
        SchemaField(
            "identities.*.*.isa[].id", .text("1 to 15 characters, no blank at either end"), "The identifier.",
            otherwise: "must be written", actsIn: ["Partners/Loading/ProfileCheck+Envelope.swift: longestID"],
            example: "\"123456789\""),
        SchemaField(
            "identities.*.*.gs", .texts("codes of 2 to 15 characters"),
            "Codes of the application, GS02 or GS03. The first is written, all are accepted.",
            otherwise: "must be written",
            actsIn: ["Partners/Routing/RouteDecision.swift: groupCodes", "Partners/Profile.swift: groupCodes"],
            example: "[\"ACME\"]"),
    ]

    private static let envelopeFields = [
        SchemaField("envelope", .object, "The envelopes of what we send."),
        SchemaField(
            "envelope.isa12", .text("five digits", pattern: "^[0-9]{5}$"), "ISA12, the version of the interchange.",
            otherwise: "the first five digits of gs08", actsIn: ["Partners/Profile.swift: interchangeVersion"],
            example: "\"00501\""),
        SchemaField(
            "envelope.isa14", .words(["0", "1"]), "ISA14: \"1\" asks the partner for a TA1.",
            actsIn: ["Partners/Profile.swift: template.asksForAcknowledgment"], example: "\"1\""),
        SchemaField(
            "envelope.gs08", .version,
            "GS08, the version of the standard, with the suffix of a guide if need be. Severities and the guide are "
                + "checked against it.",
            actsIn: ["Partners/Profile.swift: template.groupVersion"], example: "\"005010\""),
        SchemaField("syntax", .object, "The delimiters of what we send; what comes in may have any."),
        SchemaField(
            "syntax.element", .delimiter, "The element separator.",
            actsIn: ["Partners/Profile.swift: template.delimiters"], example: "\"|\""),
        SchemaField(
            "syntax.component", .delimiter, "The component separator, ISA16.",
            actsIn: ["Partners/Profile.swift: template.delimiters"], example: "\":\""),
        SchemaField(
            "syntax.segment", .delimiter, "The segment terminator.",
            actsIn: ["Partners/Profile.swift: template.delimiters"], example: "\"\\u001c\""),
        SchemaField(
            "syntax.repetition", .delimiter, "The repetition separator, ISA11, which 00402 and later have.",
            otherwise: "\"^\" where ISA12 is 00402 or later",
            actsIn: ["Partners/Profile.swift: template.delimiters"]),
        SchemaField(
            "syntax.suffix", .word(Profile.Suffix.self), "What follows each segment terminator, for people's eyes.",
            actsIn: ["Partners/Profile.swift: suffix.bytes"], example: "\"LF\""),
    ]

    private static let acknowledgmentFields = [
        SchemaField("ack", .object, "How we acknowledge what the partner sends."),
        SchemaField(
            "ack.functional", .word(Profile.FunctionalAcknowledgment.self),
            "By what functional groups are acknowledged.",
            actsIn: ["Exchange/Rules+Route.swift: profile.functionalAcknowledgment"], example: "\"999\""),
        SchemaField(
            "ack.version", .version, "The version that the 997 or 999 is written in.",
            otherwise: "that of the group answered",
            actsIn: ["Exchange/Rules+Route.swift: profile.acknowledgmentVersion"], example: "\"004010\""),
        SchemaField(
            "ack.copyValues", .truth, "Whether bad values are repeated in AK404 or IK404.", otherwise: "true",
            actsIn: ["Exchange/Rules+Route.swift: profile.copiesValues"], example: "false"),
        SchemaField(
            "ack.mask", .texts("references such as \"REF02\", segments, or numbers of data elements"),
            "What is never repeated there.", actsIn: ["Exchange/Rules+Route.swift: profile.maskedElements"],
            example: "[\"N104\", \"PER\", \"67\"]"),
        SchemaField(
            "ack.ta1", .word(Profile.TA1Policy.self),
            "When interchanges are answered by a TA1: \"requested\" when ISA14 asks and on rejection, \"onError\" when "
                + "the envelope has errors.",
            actsIn: ["Exchange/Rules+Route.swift: profile.interchangeAcknowledgment"], example: "\"onError\""),
    ]
}
