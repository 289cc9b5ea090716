extension LintCode {
    /// What the code is about, in a line.
    public var title: String {
        switch self {
        case .fault: "the loader refuses the file"
        case .sidesSwapped: "sender and receiver the wrong way round"
        case .identityTaken: "an identity that another partner has"
        case .testInProduction: "test and production cannot be told apart"
        case .ta1NotExpected: "acknowledgments that nobody waits for, or that never come"
        case .versionMix: "versions that do not go together"
        case .delimiterInData: "a delimiter that stands in data"
        case .clockImpossible: "a clock that cannot be met"
        case .inert: "a rule that can never apply"
        case .dropMissing: "a drop folder that is not there"
        case .dropPermissions: "a drop folder that the wrong users can use"
        case .suspended: "nothing is exchanged"
        case .oneSided: "answers without what they answer"
        }
    }

    /// What goes wrong, and how it comes about.
    public var explanation: String {
        switch self {
        case .fault:
            "A profile or guide with a fault takes its partner out of use: its files wait in the drop, and nothing is sent "
                + "to it. A guide half applied would take what it should refuse."
        case .sidesSwapped:
            "The specification of a partner often shows its own outbound envelope, in which it is the sender; copied into "
                + "the profile as it stands, the two sides change places, and every interchange is refused as from an "
                + "unknown sender."
        case .identityTaken:
            "Two partners behind one ISA identity, as branches of one company or customers of one VAN, are told apart by "
                + "GS02 alone, and a TA1 has no GS. The same identifier under another qualifier is mostly a slip."
        case .testInProduction:
            "Where both usages have the same identities, one letter in ISA15 decides whether a test becomes an order. An "
                + "identity that is named like a test in production was mostly forgotten at go-live."
        case .ta1NotExpected:
            "ISA14 asks for a TA1 that no clock waits for, so that a partner who sends none is never noticed; or we answer "
                + "nothing where the partner has no other way to learn that its document was lost."
        case .versionMix:
            "ISA12 against GS08, a 999 for versions before 005010, or documents that come in another version than the "
                + "profile is written for: rules and severities are checked against one version and met by another."
        case .delimiterInData:
            "X12 has no escape for delimiters: a document with one in its data cannot be sent at all, and is held at the "
                + "worst time, when the one description with a * in it is ordered."
        case .clockImpossible:
            "A term for an answer that is not exchanged, that ends before the answer it follows, or that runs at night is "
                + "overdue for every document, and alarms that always ring are not heard."
        case .inert:
            "A rule for a set or version that is not exchanged looks like protection and is none; mostly the set was "
                + "renamed, or the partner moved to another version."
        case .dropMissing:
            "Without its folders a partner has nowhere to put files, and nothing that we send can be given to it."
        case .dropPermissions:
            "Files in a folder that the gateway's user cannot write stay for ever; a folder that everybody can write lets "
                + "any user of the machine send in the partner's name."
        case .suspended:
            "While a partner is suspended its files wait in its drop and nothing is sent; clocks run on."
        case .oneSided:
            "The samples of a supplier are what it sends: 855, 856, 810. A profile read out of them lacks the 850 that we "
                + "send, so that no order goes out, no scenario of certification can be played, and nothing tells."
        }
    }
}
