// Where things go.
extension FormatSchema {
    private static let check = "Partners/Delivery/DeliveryCheck.swift"
    private static let time = FieldForm.text("a number and s, m, h or d", pattern: "^[0-9]{1,6}[smhd]$")

    static let deliveryFields =
        [
            SchemaField(
                "delivery", .objects,
                "Where what is exchanged with the partner goes; the first entry that applies counts. The same list in "
                    + "`gateway.json5` holds for partners whose profile says nothing.",
                otherwise: "documents to canonical/, what we send to the partner's drop",
                actsIn: ["Gateway/Delivery/Addresses.swift: profile.delivery"],
                example: "[{ to: \"command\", command: [\"/opt/erp/take\"] }]"),
            SchemaField(
                "delivery[].of", .texts("kinds: PurchaseOrder and so on, acknowledgment, interchange"),
                "What goes there.",
                otherwise: "every canonical document", example: "[\"Invoice\"]"),
            SchemaField(
                "delivery[].to", .words(["directory", "command", "webhook", "sftp"]), "The way it goes.",
                otherwise: "must be written", example: "\"webhook\""),
            SchemaField(
                "delivery[].also", .truth,
                "Whether it goes there besides the entry that counts, with a queue, tries and an order of its own: so an "
                    + "ERP and a WMS get the same.",
                otherwise: "the first entry that applies counts alone",
                actsIn: ["Gateway/Delivery/Addresses.swift: besides"],
                example: "true"),
            SchemaField(
                "delivery[].folder", .text("a folder, places in braces as in `file`"),
                "The folder: for a directory in the root, or anywhere when it begins with a slash; else on the server.",
                otherwise: "must be written for a directory", example: "\"/srv/erp/in/{partner}\""),
            SchemaField(
                "delivery[].file", .text("a name with places in braces"),
                "The file's name: {kind}, {number}, {partner}, {controlNumber}, {id}, {id8}, {date:yyyyMMdd}, "
                    + "{time:HHmmss}, on the partner's clock. A name that is taken gets a number.",
                otherwise: "\"{kind}-{number}-{id8}.json\"", example: "\"{kind}_{number}_{date:yyyyMMdd}.json\""),
        ] + commandFields + webhookFields + sftpFields + policyFields

    static let priorityFields = [
        SchemaField(
            "priority", .objects,
            "What goes before other things, from the drop to delivery. An entry with lists is about sets in which one of "
                + "their words stands; one without is about the sets it names.",
            otherwise: "everything has lane 5",
            actsIn: [
                "Gateway/Intake/Gateway+Looking.swift: priorities",
                "Gateway/Recording/InterchangeRecording.swift: priorities",
            ], example: "[{ lane: 1, orderTypes: [\"RO\"] }]"),
        SchemaField(
            "priority[].lane", .number(1...9), "1 goes first, 9 last.", otherwise: "must be written", example: "1"),
        SchemaField("priority[].sets", .texts("sets"), "Of which sets.", otherwise: "of all", example: "[\"850\"]"),
        SchemaField("priority[].orderTypes", .texts("codes of BEG02"), "Types of orders.", example: "[\"RO\"]"),
        SchemaField(
            "priority[].items", .texts("identifiers, whatever their qualifier"), "Items, in PO1, IT1 and LIN.",
            example: "[\"00850123007012\"]"),
        SchemaField("priority[].locations", .texts("identifiers of N104"), "Locations.", example: "[\"1100001\"]"),
    ]

    private static let commandFields = [
        SchemaField(
            "delivery[].command", .texts("words"),
            "The program and its arguments, started for each document, which is its standard input. Exit status 0 says "
                + "that it was taken.",
            otherwise: "must be written for a command", example: "[\"/opt/erp/take\", \"--quiet\"]"),
        SchemaField(
            "delivery[].shell", .truth, "Whether a shell reads the command, which is one text then.",
            otherwise: "no shell", example: "true"),
        SchemaField(
            "delivery[].temporary", .texts("exit statuses as texts"),
            "The exit statuses after which it is tried again without counting towards giving up.",
            otherwise: "\"75\"", example: "[\"75\"]"),
        SchemaField(
            "delivery[].refusing", .texts("exit statuses as texts"),
            "The exit statuses after which it is given up at once.",
            otherwise: "\"65\"", example: "[\"65\", \"2\"]"),
    ]

    private static let webhookFields = [
        SchemaField(
            "delivery[].url", .text("http:// or https://, a host, a path"), "Where it is posted to.",
            otherwise: "must be written for a webhook", example: "\"https://erp.example/orders\""),
        SchemaField(
            "delivery[].contentType", .text("a media type"), "Content-Type.",
            otherwise: "application/json, application/edi-x12", example: "\"application/json\""),
        SchemaField(
            "delivery[].headers", .object, "More header fields, by name.", example: "{ \"X-Site\": \"B\" }"),
        SchemaField(
            "delivery[].secret", .object,
            "Where the secret is found with which requests are signed (Edigate-Signature).",
            otherwise: "they are not signed"),
        SchemaField("delivery[].secret.file", .text("a file"), "In a file.", example: "\"keys/erp\""),
        SchemaField(
            "delivery[].secret.environment", .text("a variable"), "In the gateway's environment.",
            example: "\"ERP_SECRET\""),
        SchemaField(
            "delivery[].token", .object, "Where the token is found that is sent as `Authorization: Bearer`.",
            otherwise: "none is sent"),
        SchemaField("delivery[].token.file", .text("a file"), "In a file.", example: "\"keys/erp-token\""),
        SchemaField(
            "delivery[].token.environment", .text("a variable"), "In the gateway's environment.",
            example: "\"ERP_TOKEN\""),
    ]

    private static let sftpFields = [
        SchemaField(
            "delivery[].host", .text("a server's name"), "The SFTP server.", otherwise: "must be written for sftp",
            example: "\"sftp.partner.example\""),
        SchemaField("delivery[].port", .number(1...65_535), "Its port.", otherwise: "22", example: "2222"),
        SchemaField(
            "delivery[].user", .text("a name"), "The user.", otherwise: "as ssh chooses", example: "\"larkmoor\""),
        SchemaField(
            "delivery[].keyFile", .text("a file"), "The private key.", otherwise: "must be written for sftp",
            example: "\"keys/partner\""),
        SchemaField(
            "delivery[].knownHosts", .text("a file"), "The file of known hosts: a server with another key is refused.",
            otherwise: "must be written for sftp", example: "\"keys/known_hosts\""),
    ]

    private static let policyFields = [
        SchemaField("delivery[].timeout", time, "How long an attempt may take.", example: "\"2m\""),
        SchemaField(
            "delivery[].ordered", .truth,
            "Whether a partner's documents arrive there in their order: one that fails stops those behind it.",
            otherwise: "they overtake each other", example: "true"),
        SchemaField(
            "delivery[].parallel", .number(1...16), "How many attempts may be under way there at once.", otherwise: "4",
            example: "1"),
        SchemaField("delivery[].retry", .object, "How often and when a failed attempt is made again."),
        SchemaField(
            "delivery[].retry.attempts", .number(1...100), "After how many failures it is given up.", otherwise: "12",
            example: "20"),
        SchemaField(
            "delivery[].retry.first", time, "The wait after the first failure; it doubles each time.",
            example: "\"10s\""),
        SchemaField("delivery[].retry.most", time, "The longest wait.", example: "\"1h\""),
        SchemaField("delivery[].breaker", .object, "When an endpoint that fails is left alone."),
        SchemaField(
            "delivery[].breaker.failures", .number(1...1_000), "After how many failures in a row.", otherwise: "5",
            example: "3"),
        SchemaField(
            "delivery[].breaker.pause", time,
            "For how long at first; twice as long each time, to a quarter of an hour.",
            example: "\"1m\""),
    ]
}
