import X12

// How what we send is to look.
extension FormatSchema {
    static let writingFields = [
        SchemaField(
            "writing", .object,
            "How what we send is to look, for receivers that take less than the standard allows. Every change is told; "
                + "what cannot be changed is refused."),
        SchemaField(
            "writing.letters", .word(WritingPolicy.Letters.self), "Letters as the document has them, or capitals.",
            actsIn: ["Translation/Writing/DocumentMending.swift: policy.letters"], example: "\"upper\""),
        SchemaField(
            "writing.characters", .word(WritingPolicy.Characters.self),
            "The character set the receiver takes: basic (capitals, digits and ! \" & ' ( ) * + , - . / : ; ? =), extended "
                + "(all of ASCII), or any.",
            actsIn: ["Translation/Writing/DocumentMending.swift: policy.characters"], example: "\"basic\""),
        SchemaField(
            "writing.replace", .objects, "What is written in place of what, before anything else, in order.",
            actsIn: ["Translation/Writing/DocumentMending.swift: policy.replacements"],
            example: "[{ from: \"*\", to: \"-\" }]"),
        SchemaField(
            "writing.replace[].from", .text("a text"), "What is replaced.", otherwise: "must be written",
            actsIn: ["Partners/Loading/ProfileCheck+Writing.swift: entry.from"], example: "\"*\""),
        SchemaField(
            "writing.replace[].to", .text("a text"), "What is written; nothing when left out.",
            otherwise: "nothing is written", actsIn: ["Partners/Loading/ProfileCheck+Writing.swift: entry.to"],
            example: "\"-\""),
        SchemaField(
            "writing.unsendable", .text("\"refuse\", or one character"),
            "What stands in place of a delimiter, a control character or one beyond the character set; \"refuse\" lets the "
                + "document not leave.",
            actsIn: ["Translation/Writing/DocumentMending.swift: policy.unsendable"], example: "\" \""),
        SchemaField(
            "writing.identifiers", .texts("qualifiers of element 235"),
            "The order of an item's identifiers by their qualifiers; others follow as given.",
            otherwise: "as the document has them",
            actsIn: ["Translation/Writing/DocumentMending.swift: policy.identifiers"], example: "[\"UK\", \"VN\"]"),
        SchemaField(
            "writing.counts", .word(WritingPolicy.Counts.self),
            "CTT01, and HL04 of an 856, as the document has them, or counted in what is written.",
            actsIn: ["Translation/Writing/DerivedCounts.swift: policy.counts"], example: "\"derived\""),
        SchemaField(
            "writing.hashTotal", .word(WritingPolicy.HashTotal.self),
            "CTT02 as the document has it, the hash of element 347, the plain sum of the quantities, or none.",
            actsIn: ["Translation/Writing/DerivedCounts.swift: policy.hashTotal"], example: "\"hash\""),
    ]
}
