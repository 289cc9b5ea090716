import Commerce
import Exchange
import Partners
import X12

/// Plays the scenarios with one partner, both sides.
struct ConversationMaker {
    let profile: Profile
    let sets: ExchangedSets
    private let seed: Int
    private let day: CalendarDate
    private let items: TestItems
    private let orderNumbers: TestNumbers
    private let shipmentNumbers: TestNumbers
    private let invoiceNumbers: TestNumbers
    /// Test identities where there are any, so that nothing of it is taken for business.
    private let usage: Profile.Usage

    init(_ profile: Profile, _ sets: ExchangedSets, seed: Int, day: CalendarDate) {
        self.profile = profile
        self.sets = sets
        self.seed = seed
        self.day = day
        items = TestItems(profile, sets)
        usage = profile.test == nil ? .production : .test
        orderNumbers = TestNumbers(
            [("850", "BEG", 3), ("855", "BAK", 3), ("856", "PRF", 1), ("810", "BIG", 4)], prefixes: ["PO-", "PO"],
            profile)
        shipmentNumbers = TestNumbers([("856", "BSN", 2)], prefixes: ["S-", "S"], profile)
        invoiceNumbers = TestNumbers([("810", "BIG", 2)], prefixes: ["INV-", "I"], profile)
    }

    /// The scenario with this partner.
    func make(_ scenario: Scenario) -> Conversation {
        let ordinal = (Scenario.allCases.firstIndex(of: scenario) ?? 0) + 1
        var draft = Draft(maker: self, scenario: scenario, ordinal: ordinal, numbers: numbers(ordinal))
        if scenario == .otherSets {
            draft.addOthers()
            return draft.conversation
        }
        var trade = trade(ordinal)
        if scenario == .billOnly { trade.caseNumber = "CASE-\(trade.serial)" }
        draft.addOrder(&trade)
        draft.addSellersPart(trade)
        draft.conversation.orderNumber = trade.number
        draft.conversation.tasks = tasks(scenario, trade)
        draft.addAnswers()
        return draft.conversation
    }

    /// The control numbers of a scenario: fifty for each side, far from where those of production begin.
    private func numbers(_ ordinal: Int) -> Int {
        var sequence = SeededSequence(seed: seed, stream: 0)
        return 900_000_000 + sequence.number(in: 0...8_999) * 10_000 + ordinal * 100
    }

    private func trade(_ ordinal: Int) -> TestTrade {
        var common = SeededSequence(seed: seed, stream: 1)
        let serial = common.number(in: 10_000...89_999) * 100 + ordinal
        var sequence = SeededSequence(seed: seed, stream: 100 + ordinal)
        let lines = ["EA", "CA"].enumerated().map { index, unit in
            let identifiers = items.identifiers(&sequence)
            let substitute = items.identifiers(&sequence)
            return TestTrade.Line(
                number: String(index + 1), quantity: 2 * sequence.number(in: 4...24), unit: unit,
                price: sequence.number(in: 250...9_999), items: identifiers, substitute: substitute[0])
        }
        return TestTrade(number: orderNumbers.number(serial), day: day, serial: serial, lines: lines)
    }

    private func tasks(_ scenario: Scenario, _ trade: TestTrade) -> [String] {
        var tasks: [String] = []
        let order = "order \(trade.number)"
        if sets.isSent(byPartner: "850") {
            switch scenario {
            case .cancel: tasks.append("Send \(order) (850), and then its cancellation (850, BEG01 01).")
            case .badEnvelope:
                tasks.append("Send an 850 for \(order) whose IEA02 is another than ISA13: we refuse it by a TA1.")
            case .duplicate: tasks.append("Send \(order) (850) in two files of the same bytes: both get one answer.")
            case .oversize: tasks.append("Send \(order) (850) with \(Scenario.manyLines) lines.")
            case .billOnly: tasks.append("Send \(order) (850), for the bill alone, with its case number (REF 3H).")
            default: tasks.append("Send \(order) (850).")
            }
        }
        let theirs = ["855", "856", "810"].filter { sets.isSent(byPartner: $0) }
        if !theirs.isEmpty { tasks.append(scenario.sellersPart) }
        if profile.functionalAcknowledgment != .nothing, !draftIsSilent(scenario) {
            tasks.append("Acknowledge what we send (\(profile.functionalAcknowledgment.rawValue)).")
        }
        return tasks
    }

    /// Whether nothing of ours goes out that is acknowledged by a 997 or 999.
    private func draftIsSilent(_ scenario: Scenario) -> Bool {
        scenario == .badEnvelope || ExchangedSets.ofOrders.allSatisfy { !sets.isSent(byUs: $0) }
    }

    // MARK: - Drafting

    /// A scenario under way.
    private struct Draft {
        let maker: ConversationMaker
        let ordinal: Int
        var conversation: Conversation
        private let numbers: NumberSeries
        private var files: [String: Int] = [:]

        init(maker: ConversationMaker, scenario: Scenario, ordinal: Int, numbers: Int) {
            self.maker = maker
            self.ordinal = ordinal
            self.numbers = NumberSeries(after: numbers)
            conversation = Conversation(scenario: scenario, orderNumber: "", tasks: [])
        }

        private mutating func fileName(_ set: String) -> String {
            let base = "\(InterchangeWriter.filled(ordinal, 2))-\(conversation.scenario.rawValue)-\(set.lowercased())"
            files[base, default: 0] += 1
            let count = files[base] ?? 1
            return base + (count > 1 ? "-\(count)" : "") + ".x12"
        }

        private func time(_ days: Int) -> EnvelopeTime {
            var digits: [UInt8] = []
            (maker.day.adding(days: days) ?? maker.day).appendDigits(to: &digits)
            return EnvelopeTime(date: String(decoding: digits, as: UTF8.self), time: "1015")
        }

        private mutating func add(_ message: TestMessage) {
            if message.direction == .outbound {
                conversation.sent.append(message)
            } else {
                conversation.replies.append(message)
            }
        }

        /// Makes a set of the scenario, whichever side sends it; nil, with the reason, where the partner's own rules
        /// refuse it.
        @discardableResult
        private mutating func addSet(
            _ set: String, _ part: TestMessage.Part, body: [[String]]?, days: Int, repeats: Bool = false
        ) -> TestMessage? {
            let listed = maker.profile.documents.first { $0.set == set }?.direction
            guard let way = maker.sets.way(of: set) ?? listed else { return nil }
            return addSet(set, part, way, body: body, days: days, repeats: repeats)
        }

        @discardableResult
        private mutating func addSet(
            _ set: String, _ part: TestMessage.Part, _ way: Profile.Direction, body: [[String]]?, days: Int,
            repeats: Bool = false
        ) -> TestMessage? {
            let number = numbers.take()
            guard
                var example = ExampleInterchange(
                    of: set, way, under: maker.profile, usage: maker.usage, body: body,
                    repeating: repeats ? ExampleInterchange.Repetition("PO1", to: Scenario.manyLines) : nil,
                    number: number,
                    time: time(days))
            else {
                conversation.faults.append("\(set): there is no such set in \(maker.profile.groupVersion)")
                return nil
            }
            if maker.profile.test == nil { example.bytes = Self.markedAsTest(example.bytes) }
            let message = TestMessage(
                scenario: conversation.scenario, part: part, set: set, direction: way, fileName: fileName(set),
                number: number, functionalCode: FunctionalCode.of(set, example.version), bytes: example.bytes)
            for finding in example.errors.prefix(3) {
                conversation.faults.append("\(set) \(finding.place): \(finding.message) (\(finding.rule))")
            }
            guard example.errors.isEmpty else { return nil }
            add(message)
            return message
        }

        /// ISA15 T under production identities: nobody may take a scenario for business.
        private static func markedAsTest(_ bytes: [UInt8]) -> [UInt8] {
            var bytes = bytes
            // X12.5: the ISA is of fixed width, ISA15 its 103rd byte.
            if bytes.count > 102 { bytes[102] = UInt8(ascii: "T") }
            return bytes
        }

        // MARK: - Order

        /// Adds the order and what is done to it, and takes over what it came to.
        mutating func addOrder(_ trade: inout TestTrade) {
            guard maker.sets.way(of: "850") != nil else { return }
            let repeats = conversation.scenario == .oversize
            guard let message = addSet("850", .order, body: TestBodies.order(trade), days: 0, repeats: repeats) else {
                return
            }
            if let order = ReplyReader(maker.profile).read(message.bytes, file: "").orders.first {
                trade.adopt(order)
                if message.direction == .outbound { conversation.order = order }
            }
            switch conversation.scenario {
            case .cancel: addCancellation(trade)
            case .badEnvelope: replaceLast(message.direction) { Self.damaged($0, number: message.number) }
            case .duplicate:
                var again = message
                again.fileName = fileName("850")
                add(again)
            default: break
            }
        }

        /// Adds the cancellation, which a guide may not know.
        private mutating func addCancellation(_ trade: TestTrade) {
            let body = TestBodies.order(trade, purpose: "01")
            guard let message = addSet("850", .cancellation, body: body, days: 1) else { return }
            if ReplyReader(maker.profile).read(message.bytes, file: "").orders.first?.purpose != "01" {
                conversation.ruledOut = "the guide takes no cancellation: BEG01 must not be 01"
            }
        }

        private mutating func replaceLast(_ way: Profile.Direction, _ change: ([UInt8]) -> [UInt8]) {
            if way == .outbound, let last = conversation.sent.indices.last {
                conversation.sent[last].bytes = change(conversation.sent[last].bytes)
            } else if way == .inbound, let last = conversation.replies.indices.last {
                conversation.replies[last].bytes = change(conversation.replies[last].bytes)
            }
        }

        /// The interchange with another number in IEA02 than in ISA13.
        private static func damaged(_ bytes: [UInt8], number: Int) -> [UInt8] {
            let right = Array(InterchangeWriter.filled(number, 9).utf8)
            let wrong = Array(InterchangeWriter.filled(number + 50, 9).utf8)
            var bytes = bytes
            for start in stride(from: bytes.count - right.count, through: 0, by: -1)
            where bytes[start..<start + right.count].elementsEqual(right) {
                bytes.replaceSubrange(start..<start + right.count, with: wrong)
                break
            }
            return bytes
        }

        // MARK: - Seller

        /// Adds what the seller says to the order, by the scenario's plan.
        mutating func addSellersPart(_ trade: TestTrade) {
            guard conversation.scenario != .badEnvelope else { return }
            let plan = SellersPlan(conversation.scenario, trade.lines)
            if maker.sets.way(of: "855") != nil {
                let message = addSet(
                    "855", .acknowledgment, body: TestBodies.acknowledgment(trade, plan), days: 1,
                    repeats: conversation.scenario == .oversize)
                if let message { checkStatuses(message, plan) }
            }
            if maker.sets.way(of: "856") != nil {
                for (index, quantities) in plan.shipments.enumerated() {
                    let body = TestBodies.notice(
                        trade, plan, quantities,
                        number: maker.shipmentNumbers.number(trade.serial * 10 + index),
                        carton: trade.serial * 10 + index)
                    addSet("856", .notice, body: body, days: 10)
                }
            }
            if maker.sets.way(of: "810") != nil {
                for (index, quantities) in plan.invoices.enumerated() {
                    let body = TestBodies.invoice(
                        trade, plan, quantities, number: maker.invoiceNumbers.number(trade.serial * 10 + index))
                    addSet("810", .invoice, body: body, days: 15)
                }
            }
        }

        /// Whether the guide let the answer say what the scenario plays.
        private mutating func checkStatuses(_ message: TestMessage, _ plan: SellersPlan) {
            let played = Set(plan.answers.map(\.status)).subtracting(["IA"])
            guard !played.isEmpty else { return }
            let said = ReplyReader(maker.profile).read(message.bytes, file: "").interchanges.flatMap(\.sets)
                .compactMap(\.acknowledgment).flatMap(\.lines).flatMap(\.outcomes).map(\.status.string)
            let missing = played.subtracting(said).sorted()
            guard !missing.isEmpty else { return }
            conversation.ruledOut =
                "the guide takes no answer of that kind: ACK01 must not be "
                + missing.joined(separator: " or ")
        }

        // MARK: - Other sets and answers

        /// Adds an example of each other set, ours and theirs.
        mutating func addOthers() {
            for document in maker.sets.others {
                addSet(document.set, .other, document.direction, body: nil, days: 0)
            }
            conversation.tasks = maker.sets.others.map { document in
                document.direction == .inbound ? "Send a \(document.set)." : "Acknowledge our \(document.set)."
            }
            addAnswers()
        }

        /// Adds the acknowledgments of a partner that reads what we send.
        mutating func addAnswers() {
            for message in conversation.sent {
                let answers = SimulatedPartner.answers(
                    to: message, maker.profile, time: time(1), nextNumber: numbers.take)
                for answer in answers {
                    conversation.replies.append(
                        TestMessage(
                            scenario: conversation.scenario, part: .answer, set: answer.kind, direction: .inbound,
                            fileName: fileName(answer.kind), number: numbers.last, functionalCode: "FA",
                            bytes: answer.bytes))
                }
            }
        }
    }
}

/// GS01 of sets.
enum FunctionalCode {
    static func of(_ set: String, _ version: String) -> String {
        Standard.version(version)?.structure(of: set)?.functionalCode ?? ""
    }
}
