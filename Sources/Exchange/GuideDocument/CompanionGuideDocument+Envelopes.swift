import Commerce
import Partners
import X12

// Envelopes, acknowledgments and terms in words.
extension CompanionGuideDocument {
    func envelopes() -> [GuideBlock] {
        var blocks: [GuideBlock] = [.heading(2, "Envelopes", anchor: "envelopes")]
        for usage in Profile.Usage.allCases {
            guard let identities = profile.identities(for: usage) else { continue }
            blocks.append(
                .heading(
                    3, usage == .production ? "Production, ISA15 P" : "Test, ISA15 T",
                    anchor: "envelopes-\(usage.rawValue)"))
            blocks.append(
                .table(
                    heads: ["Element", "When you send", "When we send"],
                    rows: [
                        row("ISA05", identities.partner, identities.us) { $0.interchangeIDs.map(\.qualifier) },
                        row("ISA06", identities.partner, identities.us) { $0.interchangeIDs.map(\.id) },
                        row("ISA07", identities.us, identities.partner) { $0.interchangeIDs.map(\.qualifier) },
                        row("ISA08", identities.us, identities.partner) { $0.interchangeIDs.map(\.id) },
                        row("GS02", identities.partner, identities.us) { $0.groupCodes },
                        row("GS03", identities.us, identities.partner) { $0.groupCodes },
                    ]))
        }
        blocks += [
            .heading(3, "The rest of it", anchor: "envelopes-rest"),
            .table(
                heads: ["Element", "When we send", "When you send"],
                rows: [
                    [
                        "ISA12, GS08", "`\(profile.interchangeVersion)`, `\(profile.groupVersion)`",
                        "the version agreed for the set",
                    ],
                    ["Delimiters", delimiters, "any that your ISA declares"],
                    ["Line ends", lineEnds, "any, or none"],
                    [
                        "ISA14", profile.asksForAcknowledgment ? "`1`: we ask for a TA1" : "`0`: we ask for no TA1",
                        "`1` when you want a TA1",
                    ],
                    [
                        "ISA13", "counts up by one",
                        "must not come again with other content within \(profile.duplicates.window) days",
                    ],
                ]),
        ]
        return blocks
    }

    private func row(
        _ element: String, _ one: Profile.Party, _ other: Profile.Party, _ values: (Profile.Party) -> [String]
    ) -> [String] {
        func cell(_ party: Profile.Party, sends: Bool) -> String {
            let all = values(party)
            // We write the first of several and take all.
            let shown = sends ? all : Array(all.prefix(1))
            return shown.map { "`\($0)`" }.joined(separator: " or ")
        }
        return [element, cell(one, sends: true), cell(other, sends: false)]
    }

    private var delimiters: String {
        var parts = [
            "element `\(Self.mark(profile.delimiters.element))`",
            "component `\(Self.mark(profile.delimiters.component))`",
            "segment `\(Self.mark(profile.delimiters.segment))`",
        ]
        if let repetition = profile.delimiters.repetition { parts.append("repetition `\(Self.mark(repetition))`") }
        return parts.joined(separator: ", ")
    }

    static func mark(_ byte: UInt8) -> String {
        if byte == 0x60 { return "backquote" }
        guard byte <= 0x20 || byte >= 0x7F else { return String(decoding: [byte], as: UTF8.self) }
        return "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private var lineEnds: String {
        switch profile.suffix {
        case .nothing: "none"
        case .carriageReturn: "a carriage return behind each segment"
        case .lineFeed: "a line feed behind each segment"
        case .both: "carriage return and line feed behind each segment"
        }
    }

    // MARK: - Acknowledgments

    func acknowledgments() -> [GuideBlock] {
        let functional =
            switch profile.functionalAcknowledgment {
            case .set997: "Each functional group that you send is answered by a 997\(answerVersion)."
            case .set999: "Each functional group that you send is answered by a 999\(answerVersion)."
            case .nothing: "Functional groups that you send are not acknowledged."
            }
        let ta1 =
            switch profile.interchangeAcknowledgment {
            case .never: "We send no TA1, whatever ISA14 says."
            case .onError: "An interchange whose envelope has an error is answered by a TA1; a good one is not."
            case .requested: "An interchange is answered by a TA1 when its ISA14 is 1, and whenever it is refused."
            case .always: "Every interchange is answered by a TA1."
            }
        var rows = [
            ["A", "accepted", "nothing"],
            ["E", "accepted, with remarks", "read the remarks; the next version of your software may mend them"],
            ["R", "refused: the document was not taken", "mend it and send it anew under a new control number"],
        ]
        if profile.functionalAcknowledgment == .nothing { rows = [] }
        var blocks: [GuideBlock] = [
            .heading(2, "Acknowledgments", anchor: "acknowledgments"),
            .list([
                functional, ta1,
                profile.copiesValues
                    ? "Bad values are repeated in the answer"
                        + (profile.maskedElements.isEmpty
                            ? "." : ", but never those of \(profile.maskedElements.joined(separator: ", ")).")
                    : "Bad values are not repeated in the answer.",
                "We expect your answer to what we send "
                    + (profile.clocks.acknowledgment.map { "within \(Self.words($0))." } ?? "at no set time."),
                "Acknowledgments are never acknowledged.",
            ]),
        ]
        if !rows.isEmpty {
            blocks.append(.table(heads: ["AK5 or IK5", "Means", "What you do"], rows: rows))
        }
        return blocks
    }

    private var answerVersion: String {
        profile.acknowledgmentVersion.map { " in version \($0)" } ?? " in the version of the group"
    }

    // MARK: - Timing

    func timing() -> [GuideBlock] {
        let clocks = profile.clocks
        let isCustomer = profile.role == .customer
        let who = isCustomer ? "we send" : "you send"
        var rows: [[String]] = []
        for (name, term) in [
            ("855 order acknowledgment", clocks.orderAcknowledgment), ("856 ship notice", clocks.shipNotice),
            ("810 invoice", clocks.invoice),
        ] {
            if let term { rows.append([name, "\(who) it", "within \(Self.words(term)) of the order"]) }
        }
        if let term = clocks.acknowledgment {
            rows.append(["TA1, 997 or 999", "you send it", "within \(Self.words(term)) of what we send"])
        }
        for (set, term) in clocks.sets.sorted(by: { $0.key < $1.key }) {
            rows.append([
                "answer to our \(set)", "you send it", term.map { "within \(Self.words($0))" } ?? "not expected",
            ])
        }
        let calendar = clocks.calendar
        let days = BusinessCalendar.Weekday.allCases.filter(calendar.workdays.contains).map(\.rawValue)
        let hours = "\(Self.clock(calendar.opens)) to \(Self.clock(calendar.closes))"
        let sign = calendar.offset < 0 ? "-" : "+"
        let summer =
            switch calendar.summerTime {
            case .none: ""
            case .northAmerica: ", an hour ahead in summer as in the United States"
            case .europe: ", an hour ahead in summer as in Europe"
            }
        var notes = [
            "Working hours count on \(days.joined(separator: ", ")) from \(hours), "
                + "UTC\(sign)\(Self.clock(abs(calendar.offset)))\(summer)."
        ]
        let holidays = calendar.holidays.sorted { $0.dayNumber < $1.dayNumber }.map(\.description)
        if !holidays.isEmpty { notes.append("Days off: \(holidays.joined(separator: ", ")).") }
        return [.heading(2, "Timing", anchor: "timing")]
            + (rows.isEmpty
                ? [.paragraph("No terms are agreed.")]
                : [.table(heads: ["What", "Who", "When"], rows: rows)]) + [.list(notes)]
    }

    /// Whom to ask; nothing where the profile names nobody.
    func contacts() -> [GuideBlock] {
        guard !profile.contacts.isEmpty else { return [] }
        return [
            .heading(2, "Whom to ask", anchor: "contacts"),
            .table(
                heads: ["About", "Who", "Address", "Telephone"],
                rows: profile.contacts.map { [$0.role, $0.name, $0.email, $0.phone] }),
        ]
    }

    private static func clock(_ minutes: Int) -> String {
        InterchangeWriter.filled(minutes / 60, 2) + ":" + InterchangeWriter.filled(minutes % 60, 2)
    }

    static func words(_ term: Term) -> String {
        let unit =
            switch term.unit {
            case .minutes: "minute"
            case .hours: "hour"
            case .days: "day"
            case .businessHours: "working hour"
            case .businessDays: "working day"
            }
        return "\(term.count) \(unit)\(term.count == 1 ? "" : "s")"
    }
}
