import Commerce

/// What a stage took: a line of `--json`, and what `--compare` reads back.
struct Measurement: JSONObject {
    /// What was worked, such as `850`, and by what.
    var input = Text()
    var stage = Text()
    /// What the figures count: MB/s, files/s, documents/s, ms, MB, ratio.
    var unit = Text()
    /// The median by the clock on the wall, and how far the slowest and the fastest run are apart in percent of it.
    var wall: Decimal?
    var spread: Int?
    /// The median by the time of the processor, which others on the machine disturb less.
    var processor: Decimal?
    /// The goal in the same unit, where there is one.
    var goal: Decimal?
    var note = Text()

    init() {}

    mutating func code(_ json: inout some JSONCoding) {
        json.field("input", &input)
        json.field("stage", &stage)
        json.field("unit", &unit)
        json.field("wall", &wall)
        json.field("spread", &spread)
        json.field("processor", &processor)
        json.field("goal", &goal)
        json.field("note", &note)
    }

    /// Whether less is better.
    private var counts: Bool { unit == "ms" || unit == "MB" }

    /// Whether the goal is met, by the better of the two clocks; nil without a goal.
    var isMet: Bool? {
        guard let goal, let figure = [wall, processor].compactMap(\.self).max() else { return nil }
        return counts ? !(goal < figure) : !(figure < goal)
    }
}

extension Measurement {
    /// Makes a measurement of rates, one for each run.
    init(_ input: String, _ stage: String, unit: String, wall: [Double], processor: [Double], note: String = "") {
        self.init()
        self.input = Text(input)
        self.stage = Text(stage)
        self.unit = Text(unit)
        let sorted = wall.sorted()
        let median = sorted[sorted.count / 2]
        self.wall = Decimal(rounding: median)
        spread = median > 0 ? Int(((sorted[sorted.count - 1] - sorted[0]) / median * 100).rounded()) : nil
        if !processor.isEmpty { self.processor = Decimal(rounding: processor.sorted()[processor.count / 2]) }
        self.note = Text(note)
    }
}

extension Decimal {
    /// A figure with one decimal below a hundred, and none above.
    init?(rounding figure: Double) {
        guard figure.isFinite, abs(figure) < 1e15 else { return nil }
        if figure < 100 {
            self.init(mantissa: Int128((figure * 10).rounded()), scale: 1)
        } else {
            self.init(mantissa: Int128(figure.rounded()))
        }
    }

    /// The figure as a Double, for ratios.
    var approximate: Double {
        var value = Double(mantissa)
        for _ in 0..<scale { value /= 10 }
        return value
    }
}
