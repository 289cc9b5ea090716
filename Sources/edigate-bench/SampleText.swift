/// Makes X12 text of a seed: the same seed gives the same bytes. The sets are the four that have a document of their own,
/// with what suppliers put into them, and no finding.
struct SampleText {
    /// Which sets an input is made of; several take turns, so that none is expected.
    var sets = ["850"]
    /// The lines of a set.
    var lines = 1...60
    /// The most sets of an interchange.
    var setsPerInterchange = 100
    /// Of how many segments one is spoiled; nil for none.
    var faultEvery: Int?

    private var state: UInt64
    private var interchange = 0
    private var set = 0
    private var segments = 0
    private var open: [String] = []

    init(seed: UInt64 = 20_261_121) { state = seed }

    // MARK: - Numbers

    /// The next number of SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed &>> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed &>> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed &>> 31
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    private mutating func digits(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(number(0...9))) })
    }

    private mutating func one(of words: [String]) -> String { words[number(0...words.count - 1)] }

    /// Digits with their GS1 check digit.
    private mutating func checked(_ count: Int) -> String {
        let digits = (0..<count - 1).map { _ in number(0...9) }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() { sum += digit * (place % 2 == 0 ? 3 : 1) }
        return (digits + [(10 - sum % 10) % 10]).map(String.init).joined()
    }

    private mutating func date() -> String { "2026\(Self.padded(number(1...12), 2))\(Self.padded(number(1...28), 2))" }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func money(_ cents: Int) -> String { "\(cents / 100).\(padded(cents % 100, 2))" }

    // MARK: - Interchanges

    /// Interchanges until there are `size` bytes.
    mutating func interchanges(size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < size {
            bytes += interchange(sets: setsPerInterchange, until: max(1, size - bytes.count)).utf8
        }
        return bytes
    }

    /// An interchange of at most `count` sets, a group for each kind; it ends when it has `size` bytes.
    mutating func interchange(sets count: Int, until size: Int = .max) -> String {
        interchange += 1
        let number = Self.padded(interchange, 9)
        let sender = "SENDER\(Self.padded(self.number(0...49), 3))"
        let receiver = "RECEIVER\(Self.padded(self.number(0...49), 3))"
        func wide(_ text: String) -> String { text + String(repeating: " ", count: 15 - text.count) }
        var text =
            "ISA*00*          *00*          *ZZ*\(wide(sender))*ZZ*\(wide(receiver))*260115*1253*U*00401*\(number)*0*P*>~"
        let share = max(1, count / sets.count)
        var left = count
        var groups = 0
        for kind in sets.shuffledOnce(by: Int(next() % 1_000)) where left > 0 && text.utf8.count < size {
            groups += 1
            text += "GS*\(Self.code(of: kind))*\(sender)*\(receiver)*20260115*1253*\(groups)*X*004010~"
            var taken = 0
            while taken < min(share, left), taken == 0 || text.utf8.count < size {
                taken += 1
                text += transactionSet(kind)
            }
            left -= taken
            text += "GE*\(taken)*\(groups)~"
        }
        return text + "IEA*\(groups)*\(number)~"
    }

    private static func code(of set: String) -> String {
        switch set {
        case "855": "PR"
        case "856": "SH"
        case "810": "IN"
        default: "PO"
        }
    }

    private mutating func transactionSet(_ kind: String) -> String {
        set = set % 999_999_999 + 1
        open = []
        switch kind {
        case "855": acknowledgment()
        case "856": shipNotice()
        case "810": invoice()
        default: order()
        }
        let number = Self.padded(set, 9)
        return "ST*\(kind)*\(number)~\(open.joined(separator: "~"))~SE*\(open.count + 2)*\(number)~"
    }

    // MARK: - Segments

    private mutating func add(_ segment: String) {
        segments += 1
        // A unit that is in no list and too long: an error in place, length and code.
        if let faultEvery, segments % faultEvery == 0, segment.hasPrefix("PO1*") || segment.hasPrefix("REF*") {
            open.append("\(segment)*THIS ELEMENT IS ONE TOO MANY AND FAR TOO LONG FOR WHERE IT STANDS*X*Y*Z")
            return
        }
        open.append(segment)
    }

    private mutating func address(_ role: String, isWhole: Bool = true) {
        let name = one(of: ["ACME INDUSTRIAL SUPPLY", "NORTHWIND TRADERS LLC", "CORVANE MEDICAL", "HOLLIN WHOLESALE"])
        add("N1*\(role)*\(name)*92*\(digits(5))")
        guard isWhole else { return }
        add("N3*\(number(1...9999)) INDUSTRIAL PKWY")
        add("N4*\(one(of: ["MEMPHIS*TN*38118", "COLUMBUS*OH*43228", "RENO*NV*89506", "JOLIET*IL*60433"]))*US")
    }

    private mutating func description() {
        let words = [
            "STAINLESS", "HEX BOLT", "M8X40", "ZINC", "FLANGE", "BEARING", "GASKET", "NITRILE", "HOSE", "COTTON",
            "GAUGE", "PRESSURE", "VALVE", "BRASS", "TOWEL", "ROLL 12CT", "CABLE", "WHITE", "LED BULB", "CLEAR",
        ]
        add("PID*F*08***\((0..<number(2...4)).map { _ in one(of: words) }.joined(separator: " "))")
    }

    private mutating func unit() -> String { one(of: ["EA", "CA", "BX", "PK", "DZ"]) }

    private mutating func order() {
        add("BEG*00*SA*PO\(digits(8))**\(date())")
        add("CUR*BY*USD")
        add("REF*DP*\(digits(3))")
        add("REF*IA*\(digits(6))")
        add("PER*BD*BUYER \(number(1...99))*TE*555\(digits(7))")
        add("FOB*PP*DE*DESTINATION")
        add("ITD*01*3*2**30**45*****2 PCT 30 NET 45")
        add("DTM*002*\(date())")
        add("TD5*O*2*UPSN*M*UPS GROUND")
        address("BT")
        address("ST")
        address("VN", isWhole: false)
        var total = 0
        let count = number(lines)
        for line in 1...count {
            let quantity = number(1...999)
            total += quantity
            add(
                "PO1*\(line)*\(quantity)*\(unit())*\(Self.money(number(50...25_000)))*PE*UP*\(checked(12))*VN*V\(digits(7))"
                    + "*BP*\(digits(8))")
            description()
            if number(0...9) < 3 { add("REF*LT*L\(digits(6))") }
            if number(0...9) < 2 { add("DTM*002*\(date())") }
        }
        add("CTT*\(count)*\(total)")
    }

    private mutating func acknowledgment() {
        add("BAK*00*AC*PO\(digits(8))*\(date())****\(digits(8))")
        add("CUR*SE*USD")
        add("REF*VN*\(digits(8))")
        add("DTM*067*\(date())")
        address("ST")
        address("SE", isWhole: false)
        let count = number(lines)
        for line in 1...count {
            let quantity = number(2...999)
            let unit = unit()
            add(
                "PO1*\(line)*\(quantity)*\(unit)*\(Self.money(number(50...25_000)))*PE*UP*\(checked(12))*VN*V\(digits(7))"
            )
            description()
            if line % 4 == 0 {
                let now = number(1...quantity - 1)
                add("ACK*IA*\(now)*\(unit)*068*\(date())")
                add("ACK*IB*\(quantity - now)*\(unit)*068*\(date())")
            } else {
                add("ACK*\(line == 1 ? "IQ" : "IA")*\(line == 1 ? quantity - 1 : quantity)*\(unit)*068*\(date())")
            }
        }
        add("CTT*\(count)")
    }

    private mutating func shipNotice() {
        add("BSN*00*SH\(digits(8))*\(date())*0930*0001")
        add("HL*1**S")
        add("TD1*CTN25*\(number(1...99))****G*\(number(10...9_999))*LB")
        add("TD5*O*2*ODFL*M*OLD DOMINION")
        add("REF*BM*\(digits(10))")
        add("REF*CN*\(digits(10))")
        add("DTM*011*\(date())")
        add("DTM*017*\(date())")
        address("SF")
        address("ST")
        var level = 1
        var left = number(lines)
        var item = 0
        while left > 0 {
            level += 1
            let order = level
            add("HL*\(order)*1*O")
            add("PRF*PO\(digits(8))***\(date())")
            for _ in 0..<number(1...3) where left > 0 {
                level += 1
                let pack = level
                add("HL*\(pack)*\(order)*P")
                add("MAN*GM*00\(checked(18))")
                for _ in 0..<number(1...4) where left > 0 {
                    left -= 1
                    level += 1
                    item += 1
                    add("HL*\(level)*\(pack)*I")
                    add("LIN*\(item)*UP*\(checked(12))*VN*V\(digits(7))")
                    add("SN1*\(item)*\(number(1...999))*\(unit())")
                    description()
                    add("REF*LT*L\(digits(6))")
                }
            }
        }
        add("CTT*\(level)")
    }

    private mutating func invoice() {
        add("BIG*\(date())*INV\(digits(7))*\(date())*PO\(digits(8))")
        add("CUR*SE*USD")
        add("REF*IA*\(digits(6))")
        address("RE")
        address("BT")
        address("ST", isWhole: false)
        add("ITD*01*3*2**30**45*****2 PCT 30 NET 45")
        add("DTM*011*\(date())")
        var total = 0
        let count = number(lines)
        for line in 1...count {
            let quantity = number(1...999)
            let price = number(50...25_000)
            total += quantity * price
            add("IT1*\(line)*\(quantity)*\(unit())*\(Self.money(price))*PE*UP*\(checked(12))*VN*V\(digits(7))")
            description()
        }
        let freight = number(500...50_000)
        add("TDS*\(total + freight)")
        add("SAC*C*D240***\(freight)*******06***FREIGHT")
        add("CTT*\(count)")
    }
}

extension [String] {
    /// The elements from another place on.
    fileprivate func shuffledOnce(by turn: Int) -> [String] {
        let start = isEmpty ? 0 : turn % count
        return Array(self[start...] + self[..<start])
    }
}
